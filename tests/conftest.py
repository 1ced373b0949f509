"""The options of the tests, and what more than one of them uses."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings

# What a shell has in the background is deaf to Ctrl-C, and so is what that starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says more of the machine than of the code.
settings.register_profile("fragmint", deadline=None)
settings.load_profile("fragmint")

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite what tests/golden and golden_diff expect, instead of failing",
    )


@pytest.fixture
def fragmint(tmp_path: Path) -> Run:
    """Run the command in `tmp_path`, or in `cwd`. It never shows a traceback."""

    def run(
        *arguments: object, cwd: Path = tmp_path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "fragmint", *map(str, arguments)],
            cwd=cwd,
            env=os.environ | environment,
            capture_output=True,
            encoding="utf-8",
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return run


@pytest.fixture
def files() -> Files:
    """The contents of all files below a folder, by path."""

    def read(folder: Path) -> dict[str, bytes]:
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and "__pycache__" not in path.parts
        }

    return read
