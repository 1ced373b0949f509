"""Runs that end badly, each in a process of its own; what they leave is looked at.

    python endings.py HOW FOLDER

A run makes the package B of the package A, both tiny. Whatever becomes of it, A is
there or B is, whole, and the next run makes B and leaves nothing else.
"""

import os
import shutil
import sys
from collections.abc import Callable
from errno import EIO, ENOSPC
from mmap import mmap
from pathlib import Path
from random import Random
from signal import SIGKILL
from time import perf_counter, sleep
from traceback import print_exc
from typing import Any, TypeAlias

from fragmint.diagnostics import Problems
from fragmint.writing import manifest, swap
from fragmint.writing.files import write
from fragmint.writing.turns import turn

Arguments: TypeAlias = tuple[Any, ...]

ENDED, REFUSED, BROKEN = 0, 3, 4
KILLS = 200
SIZE = 6
CACHE = {"__pycache__/fragmint.cache": b"{}"}
THEIRS = {"mine.py": b"mine = 1\n", "models/notes.txt": b"ours\n", "own/x.bin": b"\0"}


def package(letter: str) -> dict[str, bytes]:
    """The files of a package: some are in A and B, some differ, some are in one."""
    made = {f"models/m{index}.py": b"same = 1\n" for index in range(2)}
    for index in range(SIZE):
        line = f"{letter}_{index} = {index}\n"
        made[f"operations/o{index}.py"] = line.encode() * 100
    made[f"{letter}/only.py"] = b"only = 1\n"
    lock = {
        "operations": [],
        "inputs": {"package": letter},
        "files": {path: manifest.digest(data) for path, data in made.items()},
    }
    return made | {manifest.NAME: manifest.dump(lock)}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


PACKAGES = {letter: package(letter) | THEIRS for letter in "AB"}


def which(folder: Path) -> str:
    """The package that is in `folder`, with what is not fragmint's."""
    found = contents(folder)
    for letter, files in PACKAGES.items():
        if found == files:
            return letter
    return "neither A nor B" if found else "nothing"


def left(folder: Path) -> list[Path]:
    """What is beside a package."""
    return [one for one in folder.parent.rglob("*") if not one.is_relative_to(folder)]


def generate(folder: Path, letter: str) -> None:
    with turn(folder) as aside:
        write(folder, package(letter), aside, CACHE)


def start_over(folder: Path) -> None:
    """Have the package A in `folder`, and nothing beside it."""
    shutil.rmtree(folder.parent, ignore_errors=True)
    for path, data in PACKAGES["A"].items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def nothing() -> None:
    """What most runs do first."""


def run(folder: Path, letter: str = "B", before: Callable[[], None] = nothing) -> int:
    """Begin a run in another process, which does `before` first; its id."""
    child = os.fork()
    if child:
        return child
    ending = BROKEN
    try:
        before()
        generate(folder, letter)
        ending = ENDED
    except Problems:
        ending = REFUSED
    except:  # noqa: E722  # it must not come out of here
        print_exc()
    os._exit(ending)


def ending(child: int) -> int:
    """How a run has ended: its exit code, or the signal as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class Calls:
    """Counts a run's calls of the system that touch files, and acts before some.

    Args:
        act: Is told the number of the call, from 1, its name and its arguments.
    """

    def __init__(self, act: Callable[[int, str, Arguments], None]) -> None:
        self.act = act
        self.shared = mmap(-1, 8)
        """Memory that the other process has, too."""

    @property
    def number(self) -> int:
        return int.from_bytes(self.shared[:], "big")

    def count(self) -> None:
        def hook(name: str, arguments: Arguments) -> None:
            if name == "open" or (name.startswith("os.") and name != "os.kill"):
                self.shared[:] = (self.number + 1).to_bytes(8, "big")
                self.act(self.number, name, arguments)

        sys.addaudithook(hook)


def look(folder: Path, allowed: str) -> str:
    """Which package there is; the next run makes B, and leaves nothing else."""
    found = which(folder)
    assert found in allowed.split(), f"{found}, and not {allowed}"
    generate(folder, "B")
    assert which(folder) == "B"
    assert not left(folder)
    return found


def all_calls(folder: Path) -> range:
    """The numbers of the calls of a run."""
    start_over(folder)
    generate(folder, "B")  # imports what it needs
    start_over(folder)
    calls = Calls(lambda *_: None)
    assert ending(run(folder, before=calls.count)) == ENDED
    assert calls.number > 50
    return range(1, calls.number + 1)


def killed_at(folder: Path, wanted: int) -> None:
    def kill(number: int, *_: object) -> None:
        if number == wanted:
            os.kill(os.getpid(), SIGKILL)

    start_over(folder)
    assert ending(run(folder, before=Calls(kill).count)) == -SIGKILL


def killed_at_every_call(folder: Path) -> None:
    found = ""
    for wanted in all_calls(folder):
        killed_at(folder, wanted)
        found += look(folder, "A B")
    assert {*found} == {"A", "B"}
    assert found == "".join(sorted(found)), "once it is the new one, it stays so"


def killed_at_any_time(folder: Path) -> None:
    all_calls(folder)
    start_over(folder)
    begin = perf_counter()
    assert ending(run(folder)) == ENDED
    usual = perf_counter() - begin
    random = Random(20)
    for _ in range(KILLS):
        start_over(folder)
        child = run(folder)
        sleep(random.uniform(0, usual))
        os.kill(child, SIGKILL)
        ending(child)
        look(folder, "A B")


def killed_in_two_steps(folder: Path) -> None:
    """Where folders cannot change places at once, there is a moment of neither."""
    swap.__dict__["_exchange"] = lambda *_: False
    found: list[str] = []
    for wanted in all_calls(folder):
        killed_at(folder, wanted)
        found.append(which(folder))
        with turn(folder):
            pass  # which puts it right
        look(folder, "A B")
    assert found.count("nothing") == 1
    assert {*found} == {"A", "nothing", "B"}


def a_call_fails(folder: Path) -> None:
    """Any one; what the run then does fails no more."""
    found: set[int] = set()
    for wanted in all_calls(folder):

        def fail(number: int, *_: object, wanted: int = wanted) -> None:
            if number == wanted:
                raise OSError(EIO, os.strerror(EIO))

        start_over(folder)
        ended = ending(run(folder, before=Calls(fail).count))
        look(folder, {ENDED: "B", REFUSED: "A"}[ended])
        found.add(ended)
    assert found == {ENDED, REFUSED}


def the_disk_is_full(folder: Path) -> None:
    """From some call on; what is there can be removed and renamed."""
    for wanted in all_calls(folder):

        def fail(
            number: int, name: str, arguments: Arguments, wanted: int = wanted
        ) -> None:
            adds = name in ("os.mkdir", "os.link")
            if name == "open":
                adds = bool(arguments[2] & os.O_CREAT)
            if adds and number >= wanted:
                raise OSError(ENOSPC, os.strerror(ENOSPC))

        start_over(folder)
        ended = ending(run(folder, before=Calls(fail).count))
        assert not left(folder)
        look(folder, {ENDED: "B", REFUSED: "A"}[ended])


def many_at_once(folder: Path) -> None:
    start_over(folder)
    runs = [run(folder, "AB"[index % 2]) for index in range(20)]
    assert [ending(child) for child in runs] == [ENDED] * 20
    assert not left(folder)
    look(folder, "A B")


HOW: dict[str, Callable[[Path], None]] = {
    one.__name__: one
    for one in (
        killed_at_every_call,
        killed_at_any_time,
        killed_in_two_steps,
        a_call_fails,
        the_disk_is_full,
        many_at_once,
    )
}

if __name__ == "__main__":
    how, where = sys.argv[1:]
    HOW[how](Path(where))
