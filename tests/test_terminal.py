"""What a terminal shows besides text: colours of problems, and progress."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from fragmint.commands.terminal import Progress, tell
from fragmint.diagnostics import Place, Problem, show

pty = pytest.importorskip("pty")  # of POSIX alone

PLACE = Place("a.yaml", 3, 3, "", "a: \x1b[31mb", 1)
PROBLEMS = (
    Problem("bad-option", "no \x1b[31m", None, "try \x1b[0m"),
    Problem("unknown-ref", "nothing is there", PLACE, "did you mean b?", "warning"),
)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_colours_change_no_text() -> None:
    plain, painted = show(PROBLEMS), show(PROBLEMS, colours=True)
    assert "\x1b" not in plain
    assert COLOUR.sub("", painted) == plain
    first, *_ = painted.splitlines()
    assert first == "\x1b[1mfragmint:\x1b[0m \x1b[1;31mbad-option:\x1b[0m no \ufffd[31m"
    assert "\x1b[1;33mwarning: unknown-ref:\x1b[0m" in painted
    assert "\x1b[1;33m^\x1b[0m" in painted


class Terminal:
    """A terminal, and what was written to it."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        self.file: IO[str] = os.fdopen(slave, "w", buffering=1, encoding="utf-8")

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have it be where errors go; pytest would undo that of a fixture."""
        monkeypatch.setattr(sys, "stderr", self.file)

    def text(self) -> str:
        """What was written to it since it was last asked."""
        self.file.write("\n.\n")
        said = b""
        while not said.endswith(b"\n.\r\n"):
            said += os.read(self.master, 4096)
        return said.decode()[: -len("\r\n.\r\n")]

    def close(self) -> None:
        self.file.close()
        os.close(self.master)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    yield terminal
    terminal.close()


@pytest.mark.parametrize(
    ("variables", "colours"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colours_on_a_terminal(
    variables: dict[str, str],
    colours: bool,
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    terminal.use(monkeypatch)
    tell(PROBLEMS)
    assert ("\x1b" in terminal.text()) == colours


@pytest.mark.parametrize(
    ("variable", "colours"), [("TERM", False), ("FORCE_COLOR", True)]
)
def test_colours_elsewhere(variable: str, colours: bool, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    done = subprocess.run(
        [sys.executable, "-m", "fragmint", "generate"],
        cwd=tmp_path,
        env=environment | {variable: "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert ("\x1b[1;31mno-config:\x1b[0m" in done.stderr) == colours


def test_progress_is_shown_and_goes_away(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.use(monkeypatch)
    before = signal.getsignal(signal.SIGALRM)
    with Progress(3) as progress:
        assert terminal.text() == ""  # what is done at once needs none
        progress.step()
        signal.raise_signal(signal.SIGALRM)
        assert terminal.text() == "\r1 of 3 targets done, 0 s\x1b[K"
        progress.clear()
        assert terminal.text() == "\r\x1b[K"
        progress.clear()
        assert terminal.text() == ""
        signal.raise_signal(signal.SIGALRM)
        terminal.text()
    assert terminal.text() == "\r\x1b[K"
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


@pytest.mark.parametrize("reason", ["quiet", "dumb", "piped"])
def test_no_progress(
    reason: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    if reason == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    if reason != "piped":
        terminal.use(monkeypatch)
    with Progress(3, quiet=reason == "quiet"):
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert terminal.text() == ""
