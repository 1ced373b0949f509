"""The command line: arguments in, exit code out.

Exit codes: 0 done or nothing to do; 1 a difference was found; 2 the input or the
configuration is wrong.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper

from .commands.parsing import parser_for
from .diagnostics import Problems

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments`, else the process's own, ask for."""
    # Nothing that a run makes becomes garbage before its end; to look takes a quarter
    # of the time that large descriptions take.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal cannot show is told by its escape.
            stream.reconfigure(errors="backslashreplace")
    words = sys.argv[1:] if arguments is None else arguments
    try:
        options = parser_for(words).parse_args(words)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except Problems as error:
        from .commands.terminal import tell

        tell(error.problems)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we print has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


if __name__ == "__main__":
    sys.exit(main())
