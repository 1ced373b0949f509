"""Compare our verdicts with those of jsonschema-rs, on schemas made at random."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from .comparing import Tally, batch

_BATCH = 2_000


def main(arguments: list[str] | None = None) -> int:
    """Compare, print what came of it, and return the exit code."""
    options = _parser().parse_args(arguments)
    started = time.monotonic()
    starts = range(0, options.comparisons, _BATCH)
    sizes = [min(_BATCH, options.comparisons - start) for start in starts]
    numbers = range(len(sizes)) if options.batch is None else [options.batch]
    sizes = [sizes[number] if number < len(sizes) else _BATCH for number in numbers]
    total = Tally()
    with ProcessPoolExecutor(options.jobs) as pool:
        seeds = [options.seed] * len(sizes)
        done = pool.map(batch, seeds, numbers, sizes)
        for number, tally in zip(numbers, done, strict=True):
            total.add(tally)
            for one in tally.disagreements:
                print(f"seed {options.seed}, batch {number}\n{one}\n", flush=True)
            if sys.stderr.isatty():
                said = f"{total.comparisons}/{options.comparisons} comparisons"
                sys.stderr.write(f"\r\033[K{said}")
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
    _print(total, time.monotonic() - started)
    return 1 if total.disagreements or total.untold else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz",
        description="Compares our verdicts on random schemas with jsonschema-rs's.",
        epilog="Exit codes: 0 all disagreements are explained, 1 some are not.",
    )
    parser.add_argument("comparisons", type=int, nargs="?", default=200_000)
    parser.add_argument("--seed", type=int, default=0, help="which schemas")
    parser.add_argument("--batch", type=int, help="only the batch of this number")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    return parser


def _print(total: Tally, seconds: float) -> None:
    verdicts = total.verdicts
    print(f"{total.comparisons} comparisons of {total.schemas} schemas")
    print(f"{verdicts['valid']} valid, {verdicts['invalid']} invalid by jsonschema-rs")
    for name, count in sorted(total.explained.items()):
        print(f"{count} explained: {name}")
    count = len(total.disagreements)
    print(f"{count + total.untold} disagreements without explanation")
    print(f"{seconds:.0f} s in all")


if __name__ == "__main__":
    sys.exit(main())
