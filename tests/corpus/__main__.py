"""The command: every description of a folder, and a table of how it went."""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TypeVar

from . import checkers, report
from .descriptions import find, sample
from .lane import Lane
from .trial import Failure, Lanes, Options, Row, generate, import_all

T = TypeVar("T")
CHECKERS = ("mypy", "pyright", "black")


def main() -> int:
    """Exit code 1 if anything is not whole, 2 if there is nothing to look at."""
    options = _parser().parse_args()
    skipped = set(options.skip)
    paths = sample(find(options.corpus), options.sample, options.seed)
    if not paths:
        sys.stderr.write(f"corpus: no description at {options.corpus}\n")
        return 2
    begin = time.monotonic()
    with contextlib.ExitStack() as stack:
        scratch: Path = options.scratch
        if scratch is None:
            made = tempfile.TemporaryDirectory(prefix="corpus-")
            scratch = Path(stack.enter_context(made))
        scratch = scratch.resolve()
        rows = _rows(paths, options.corpus.resolve())
        _generated(rows, options, scratch, behaves="behaviour" not in skipped)
        _checked(rows, options, scratch, [c for c in CHECKERS if c not in skipped])
    _print(rows, skipped, time.monotonic() - begin)
    if options.json:
        report.details(rows, options.json)
    return 0 if report.is_whole(rows) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus",
        description="Generates from every description of a folder, and judges.",
        epilog="Exit codes: 0 all is whole, 1 something is not, 2 nothing to look at.",
    )
    parser.add_argument("corpus", type=Path, help="a folder, or one description")
    parser.add_argument("--sample", type=int, metavar="N", help="only so many")
    parser.add_argument("--seed", type=int, default=0, help="which, and what values")
    parser.add_argument(
        "--skip",
        action="append",
        default=[],
        choices=[*CHECKERS, "behaviour"],
        help="leave this out; can be repeated",
    )
    parser.add_argument(
        "--requests",
        type=int,
        default=20,
        metavar="N",
        help="to call of each",
    )
    parser.add_argument(
        "--examples", type=int, default=200, metavar="N", help="to read of each"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument(
        "--timeout", type=float, default=300, metavar="S", help="for one description"
    )
    parser.add_argument(
        "--pyright", default="strict", metavar="MODE", help="strict or standard"
    )
    parser.add_argument(
        "--scratch", type=Path, metavar="DIR", help="keep the packages there"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="every detail")
    return parser


def _rows(paths: list[Path], corpus: Path) -> list[Row]:
    rows: list[Row] = []
    for number, path in enumerate(paths):
        path = path.resolve()
        base = corpus if corpus.is_dir() else corpus.parent
        name = path.relative_to(base).as_posix()
        rows.append(Row(path=path, root=base, name=name, package=f"api_{number:04}"))
    return rows


def _generated(
    rows: list[Row], options: argparse.Namespace, scratch: Path, *, behaves: bool
) -> None:
    asked = Options(
        packages=scratch / "packages",
        again=scratch / "again",
        timeout=options.timeout,
        seed=options.seed,
        requests=options.requests,
        examples=options.examples,
    )
    for folder in (asked.packages, asked.again):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    with contextlib.ExitStack() as stack:
        free: queue.SimpleQueue[Lanes] = queue.SimpleQueue()
        for _ in range(options.jobs):
            behaving = (
                stack.enter_context(Lane("tests.corpus.behaving", 1))
                if behaves
                else None
            )
            first, second = Lane("tests.corpus.generating", 1), Lane(
                "tests.corpus.generating", 2
            )
            lanes = Lanes(
                stack.enter_context(first), stack.enter_context(second), behaving
            )
            free.put(lanes)

        def one(row: Row) -> None:
            lanes = free.get()
            try:
                generate(row, lanes, asked)
                if row.generated:
                    import_all(row, asked.packages)
                if row.passed("importable") and lanes.behaving:
                    _behave(row, lanes.behaving, asked)
            except Exception as error:  # noqa: BLE001  # a row, not the end
                cause = f"{type(error).__name__}: {error}"
                row.failures.append(Failure("generated", f"the check itself: {cause}"))
            finally:
                free.put(lanes)

        # The largest first: the last ones are to end together.
        order = sorted(rows, key=lambda row: -row.path.stat().st_size)
        _in_parallel("descriptions", order, one, options.jobs)


def _behave(row: Row, lane: Lane, asked: Options) -> None:
    told = lane.do(
        asked.timeout,
        spec=str(row.path),
        packages=str(asked.packages),
        package=row.package,
        seed=asked.seed,
        requests=asked.requests,
        examples=asked.examples,
    )
    for key in ("crash", "traceback"):
        if key in told:
            said = str(told[key]).strip()
            cause = f"the check itself: {said.splitlines()[-1]}"
            row.failures.append(Failure("behaviour", cause, said))
    row.behaviour = told.get("counts", {})
    row.failures += [Failure(*one) for one in told.get("failures", ())]


def _checked(
    rows: list[Row], options: argparse.Namespace, scratch: Path, asked: list[str]
) -> None:
    packages = scratch / "packages"
    sizes = {row.package: row.modules for row in rows if row.generated}
    by_package = {row.package: row for row in rows}

    def one(job: tuple[str, checkers.Batch]) -> checkers.Found:
        name, batch = job
        try:
            if name == "pyright":
                return checkers.pyright(packages, batch, scratch, options.pyright)
            run = {"mypy": checkers.mypy, "black": checkers.black}[name]
            return run(packages, batch, scratch)
        except Exception as error:  # noqa: BLE001  # a row, not the end
            cause = f"the check itself: {type(error).__name__}: {error}"
            return [(package, Failure(name, cause)) for package in batch]

    batches = checkers.batches(sizes)
    jobs = [(name, batch) for batch in batches for name in asked if name != "black"]
    for found in _in_parallel("batches for mypy and pyright", jobs, one, options.jobs):
        for package, failure in found:
            by_package[package].failures.append(failure)
    if "black" in asked and sizes:  # it uses every core by itself
        for package, failure in one(("black", tuple(sorted(sizes)))):
            by_package[package].failures.append(failure)


J = TypeVar("J")


def _in_parallel(
    what: str, jobs: Iterable[J], work: Callable[[J], T], workers: int
) -> list[T]:
    """What `work` makes of each job; a terminal is told how far it has come."""
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(work, job) for job in jobs]
        try:
            for done, _ in enumerate(as_completed(futures), start=1):
                if sys.stderr.isatty():
                    sys.stderr.write(f"\r\033[K{done}/{len(futures)} {what}")
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
        finally:
            if sys.stderr.isatty():
                sys.stderr.write("\r\033[K")
        return [future.result() for future in futures]


def _print(rows: list[Row], skipped: set[str], seconds: float) -> None:
    print(report.table(rows, skipped))
    if any(row.behaviour for row in rows):
        print(report.behaviour(rows))
    lines = [*report.by_cause(rows)]
    if lines:
        print("by cause:")
        print("\n".join(lines))
    print(f"{seconds:.0f} s in all")


if __name__ == "__main__":
    sys.exit(main())
