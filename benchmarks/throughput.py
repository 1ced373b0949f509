"""Calls a second over loopback, beside the bare libraries that send the same form.

    python benchmarks/throughput.py [ROUNDS]

A server in another process answers each request with the same 201. All take turns in
one run, and a figure is the median over the rounds of calls a second of ours, divided
by those of the other. Both processes are kept on one processor, where the system can do
that: across two, most of the time is how long the other one takes to wake. Exit code 1
if a figure is under its bound.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import urlencode, urlsplit

import fragmint
import httpx2
import twilio_participants._support as support
from bench import ACCOUNT, BODY, CONFERENCE
from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]  # has no types
from twilio.rest import Client as Twilio  # type: ignore[import-untyped]  # has no types
from twilio_participants import BasicAuth, Client

# The package has only the transport that it was made for; the other one is taken from
# where that came from, as a part of this package.
support.__path__.append(str(Path(fragmint.__file__).parent / "support"))
stdlib: Any = import_module("twilio_participants._support.stdlib")

CALLS = 300
BOUND = 0.85
TOKEN = "secret"
PATH = f"/2010-04-01/Accounts/{ACCOUNT}/Conferences/{CONFERENCE}/Participants.json"
FORM = {
    "From": "+15017122661",
    "To": "+15558675310",
    "Label": "customer",
    "EarlyMedia": "true",
    "Timeout": "30",
}
ANSWER = (
    b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
)


def serve() -> None:
    """Answer all requests, one connection after another in threads."""
    import threading

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def answer(connection: socket.socket) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        rest = b""
        while True:
            while b"\r\n\r\n" not in rest:
                chunk = connection.recv(65536)
                if not chunk:
                    return
                rest += chunk
            head, _, body = rest.partition(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split()[0])
            while len(body) < length:
                body += connection.recv(65536)
            rest = body[length:]
            connection.sendall(ANSWER)

    while True:
        threading.Thread(
            target=answer, args=[listener.accept()[0]], daemon=True
        ).start()


def of_http_client(url: str) -> Callable[[], object]:
    """http.client, one connection."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    headers = BasicAuth(ACCOUNT, TOKEN).headers() | {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
    }

    def call() -> object:
        connection.request("POST", PATH, urlencode(FORM), headers)
        return json.loads(connection.getresponse().read())

    return call


def of_httpx2(url: str) -> Callable[[], object]:
    """httpx2 as it comes."""
    client = httpx2.Client(auth=(ACCOUNT, TOKEN))
    return lambda: client.post(url + PATH, data=FORM).json()


def of_twilio(url: str) -> Callable[[], object]:
    """The official package of Twilio."""
    client: Any = TwilioHttpClient()
    send = client.request

    def request(method: str, to: str, **rest: Any) -> Any:
        return send(method, to.replace("https://api.twilio.com", url, 1), **rest)

    client.request = request
    twilio: Any = Twilio(ACCOUNT, TOKEN, http_client=client)
    conference = twilio.api.v2010.accounts(ACCOUNT).conferences(CONFERENCE)
    return lambda: conference.participants.create(
        from_="+15017122661",
        to="+15558675310",
        label="customer",
        early_media=True,
        timeout=30,
    )


def of_ours(client: Client) -> Callable[[], object]:
    """The generated client."""

    def call() -> object:
        return client.participants.create(
            conference_sid=CONFERENCE,
            from_="+15017122661",
            to="+15558675310",
            label="customer",
            early_media=True,
            timeout=30,
        )

    return call


def per_second(call: Callable[[], object]) -> float:
    """Calls a second, one after another."""
    start = perf_counter()
    for _ in range(CALLS):
        call()
    return CALLS / (perf_counter() - start)


def main(rounds: int) -> int:
    """Measure, print a line for each figure, and tell whether all bounds hold."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # the server's, too
    server = subprocess.Popen(
        [sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        url = f"http://127.0.0.1:{int(server.stdout.readline())}"
        auth = BasicAuth(ACCOUNT, TOKEN)
        given: dict[str, Any] = {"auth": auth, "account_sid": ACCOUNT, "base_url": url}
        with (
            Client(**given) as client,
            closing(stdlib.StdlibTransport()) as transport,
        ):
            other = Client(**given, transport=transport)
            all_ = {
                "http.client": of_http_client(url),
                "httpx2": of_httpx2(url),
                "twilio": of_twilio(url),
                "ours by stdlib": of_ours(other),
                "ours by httpx2": of_ours(client),
            }
            figures: dict[str, list[float]] = {name: [] for name in all_}
            for call in all_.values():
                call()
            for _ in range(rounds):
                for name, call in all_.items():
                    figures[name].append(per_second(call))
    finally:
        server.kill()
    for name, found in figures.items():
        print(f"{name:20} {median(found):8.0f} calls a second")
    over = False
    for ours, theirs in (
        ("ours by stdlib", "http.client"),
        ("ours by httpx2", "httpx2"),
    ):
        pairs = zip(figures[ours], figures[theirs], strict=True)
        ratio = median(a / b for a, b in pairs)
        over = over or ratio < BOUND
        print(f"{ours + ' / ' + theirs:44} {ratio:6.2f}    at least {BOUND}")
    return 1 if over else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
