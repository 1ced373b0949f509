"""A process that does tasks one after another, each in a child of its own.

`python -m tests.corpus.lane` reads one task a line and answers one line a task. What a
task needs is imported once, before the first fork; what it breaks dies with its child.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

__all__ = ["Lane"]

ROOT = Path(__file__).resolve().parent.parent.parent


class Lane:
    """The other end of the process: `do` waits for a task's answer."""

    def __init__(self, module: str, hash_seed: int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.corpus.lane", module],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": str(hash_seed)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def do(self, timeout: float, **arguments: Any) -> dict[str, Any]:
        """The answer of `module.work(**arguments)`.

        It has `seconds` and `peak`, in KiB, and `crash` if there was no answer.
        """
        assert self._process.stdin
        assert self._process.stdout
        task = {"timeout": timeout, "arguments": arguments}
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(task) + "\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            return {"crash": "the process that forks has died", "seconds": 0, "peak": 0}
        return cast("dict[str, Any]", json.loads(line))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:  # interrupted: there is no answer to wait for
            self._process.terminate()
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout
        self._process.stdout.close()


def _child(work: Callable[..., dict[str, Any]], arguments: Any, answer: Path) -> None:
    """Never returns; whatever happens ends this process."""
    code = 0
    try:
        with open(os.devnull, "r+b") as nothing:
            os.dup2(nothing.fileno(), 0)
            os.dup2(nothing.fileno(), 1)
        answer.write_text(json.dumps(work(**arguments)), "utf-8")
    except BaseException:  # noqa: BLE001  # told in the answer
        told = {"traceback": traceback.format_exc()}
        answer.write_text(json.dumps(told), "utf-8")
    finally:
        sys.stderr.flush()
        os._exit(code)


def _forked(work: Callable[..., dict[str, Any]], task: dict[str, Any]) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        begin = time.perf_counter()
        child = os.fork()
        if child == 0:
            _child(work, task["arguments"], answer)
        watched = os.pidfd_open(child)
        try:
            in_time = select.select([watched], [], [], task["timeout"])[0]
        finally:
            os.close(watched)
        if not in_time:
            os.kill(child, 9)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - begin
        told: dict[str, Any] = {}
        if not in_time:
            told = {"crash": f"took more than {task['timeout']:g} s"}
        elif answer.exists():
            with contextlib.suppress(ValueError):
                told = json.loads(answer.read_bytes())
        if not told:
            told = {"crash": f"ended with status {status}"}
        return told | {"seconds": seconds, "peak": usage.ru_maxrss}


def _serve(module: str) -> None:
    work = importlib.import_module(module).work
    for line in sys.stdin:
        print(json.dumps(_forked(work, json.loads(line))), flush=True)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        _serve(sys.argv[1])
