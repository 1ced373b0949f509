"""Speed of the generated client and of an idle `fragmint generate`.

    python benchmarks/bench.py [ROUNDS]

Each figure is the median over rounds in which the two sides take turns, so that a slow
moment of the machine falls on both. Exit code 1 if a figure is over its bound.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from urllib.parse import urlencode

from twilio_participants import CreateParticipant, HttpResponse, Participant

ROOT = Path(__file__).resolve().parents[1]
CALLS = 2000
GENERATE = (sys.executable, "-m", "fragmint", "generate", "--config")

ACCOUNT = "AC" + "0" * 32
CONFERENCE = "CF" + "2" * 32
BODY = json.dumps(
    {
        "account_sid": "AC" + "0" * 32,
        "call_sid": "CA" + "1" * 32,
        "call_sid_to_coach": None,
        "coaching": False,
        "conference_sid": "CF" + "2" * 32,
        "date_created": "Fri, 18 Nov 2022 10:15:00 +0000",
        "date_updated": "Fri, 18 Nov 2022 10:15:01 +0000",
        "end_conference_on_exit": False,
        "hold": False,
        "label": "customer",
        "muted": False,
        "start_conference_on_enter": True,
        "status": "queued",
        "uri": "/2010-04-01/Accounts/AC/Conferences/CF/Participants/CA.json",
    }
).encode()


@dataclass(slots=True)
class Plain:
    """What one would write by hand for the response."""

    account_sid: str | None
    call_sid: str | None
    call_sid_to_coach: str | None
    coaching: bool | None
    conference_sid: str | None
    date_created: str | None
    date_updated: str | None
    end_conference_on_exit: bool | None
    hold: bool | None
    label: str | None
    muted: bool | None
    start_conference_on_enter: bool | None
    status: str | None
    uri: str | None


def build() -> object:
    """Build, check and encode a request of 12 parameters, URL and headers too."""
    request = CreateParticipant(
        account_sid=ACCOUNT,
        conference_sid=CONFERENCE,
        from_="+15017122661",
        to="+15558675310",
        label="customer",
        early_media=True,
        timeout=30,
        max_participants=10,
        status_callback="https://example.com/events?call=1",
        status_callback_event=["initiated", "answered"],
        status_callback_method="POST",
        wait_url="https://example.com/hold.mp3",
    )
    return request.build("https://api.twilio.com", {})


def encode() -> object:
    """The same fields by the standard library: the body alone, unchecked."""
    return urlencode(
        {
            "AccountSid": ACCOUNT,
            "ConferenceSid": CONFERENCE,
            "From": "+15017122661",
            "To": "+15558675310",
            "Label": "customer",
            "EarlyMedia": "true",
            "Timeout": 30,
            "MaxParticipants": 10,
            "StatusCallback": "https://example.com/events?call=1",
            "StatusCallbackEvent": ["initiated", "answered"],
            "StatusCallbackMethod": "POST",
            "WaitUrl": "https://example.com/hold.mp3",
        },
        doseq=True,
    )


def parse() -> object:
    """The body of a 201 to a Participant, as the client does it."""
    response = HttpResponse(status=201, headers={}, body=BODY)
    return CreateParticipant.read(response)


def load() -> object:
    """The same body to a plain dataclass, whose dates stay strings."""
    return Plain(**json.loads(BODY))


def calls(run: Callable[[], object]) -> Callable[[], float]:
    """A timer of one call of `run`, in seconds of the processor."""

    def timed() -> float:
        start = process_time()
        for _ in range(CALLS):
            run()
        return (process_time() - start) / CALLS

    return timed


def process(*command: str) -> Callable[[], float]:
    """A timer of a whole process, in seconds."""

    def timed() -> float:
        start = perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return perf_counter() - start

    return timed


def targets(count: int, folder: str) -> str:
    """The path of a configuration of `count` targets, which are generated."""
    config = Path(folder, "fragmint.toml")
    spec = json.dumps(str(ROOT / "spec" / "twilio.yaml"))
    options = f'spec = {spec}\noutput = "out"\n'
    tables = (f"[targets.package{one}]\n{options}" for one in range(count))
    config.write_text("\n".join(tables), "utf-8")
    process(*GENERATE, str(config))()
    return str(config)


def interleaved(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """The medians of `rounds` measurements of each, taken in turns."""
    ours()
    theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return median(a for a, _ in pairs), median(b for _, b in pairs)


def main(rounds: int) -> int:
    """Measure, print a line for each figure, and tell whether all bounds hold."""
    assert isinstance(parse(), Participant)
    python = sys.executable
    bare = process(python, "-c", "pass")
    importing = process(
        python,
        "-c",
        "import sys; sys.path.insert(0, 'generated');" " import twilio_participants",
    )
    idle = process("make", "-s", "generate")
    over = False
    for title, ours, theirs, limit in (
        ("build + check + encode / urlencode", build, encode, 0.6),
        ("parse a 201 / json.loads + dataclass", parse, load, 1.8),
    ):
        a, b = interleaved(calls(ours), calls(theirs), rounds)
        over = over or a / b > limit
        told = f"{a * 1e6:.1f} / {b * 1e6:.1f} us"
        print(f"{title:42} {a / b:6.2f}    at most {limit}    {told}")
    with TemporaryDirectory() as folder:
        ten = process(*GENERATE, targets(10, folder))
        for title, command, bound in (
            ("import of the package - bare interpreter", importing, 20),
            ("make generate, idle - bare interpreter", idle, 100),
            ("ten targets, idle - bare interpreter", ten, 100),
        ):
            a, b = interleaved(command, bare, rounds)
            extra = (a - b) * 1e3
            over = over or extra > bound
            told = f"{a * 1e3:.1f} - {b * 1e3:.1f} ms"
            print(f"{title:42} {extra:6.1f} ms at most {bound} ms  {told}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 31))
