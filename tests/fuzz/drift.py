"""Hold what `fragmint diff` says against calls and answers, on edits made at random."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from .drift_lies import Tally, batch

_BATCH = 20


def main(arguments: list[str] | None = None) -> int:
    """Compare, print what came of it, and return the exit code."""
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    starts = range(0, options.chains, _BATCH)
    sizes = [min(_BATCH, options.chains - start) for start in starts]
    numbers = range(len(sizes)) if options.batch is None else [options.batch]
    sizes = [sizes[number] if number < len(sizes) else _BATCH for number in numbers]
    total = Tally()
    with ProcessPoolExecutor(options.jobs) as pool:
        seeds = [options.seed] * len(sizes)
        done = pool.map(batch, seeds, numbers, sizes)
        for number, tally in zip(numbers, done, strict=True):
            total.add(tally)
            for one in tally.lies:
                print(f"seed {options.seed}, batch {number}\n{one}\n", flush=True)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r\033[K{total.pairs} pairs")
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    _print(total, time.monotonic() - started)
    return 1 if total.lies or total.untold else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz.drift",
        description="Looks for changes of which fragmint diff says less than is so.",
        epilog="Exit codes: 0 all that it says is true, 1 some is not.",
    )
    parser.add_argument("chains", type=int, nargs="?", default=1_000)
    parser.add_argument("--seed", type=int, default=0, help="which descriptions")
    parser.add_argument("--batch", type=int, help="only the batch of this number")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    return parser


def _print(total: Tally, seconds: float) -> None:
    said = ", ".join(f"{count} {name}" for name, count in total.verdicts.most_common())
    print(f"{total.pairs} pairs ({total.none} more are none), {total.values} values")
    print(f"verdicts: {said}")
    for name, count in total.shown.most_common():
        print(
            f"{count} major, {f'shown as {name}' if name else 'and nothing shows it'}"
        )
    for name, count in total.alarms.most_common():
        print(f"{count} of {total.breaking[name]} {name} in what nothing shows")
    print(f"{len(total.lies) + total.untold} lies")
    print(f"{seconds:.0f} s in all")


if __name__ == "__main__":
    sys.exit(main())
