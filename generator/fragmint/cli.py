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
from contextlib import suppress
from io import TextIOWrapper

from .commands.parsing import parser_for
from .diagnostics import Problem, Problems

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments`, else the process's own, ask for."""
    # Nothing that a run makes becomes garbage before its end; to look takes a quarter
    # of the time that large descriptions take.
    gc.disable()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            # What a terminal cannot show is told by its escape.
            stream.reconfigure(errors="backslashreplace")
        elif stream is None:  # it was closed by whoever called
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115  # for good
    words = sys.argv[1:] if arguments is None else arguments
    try:
        options = parser_for(words).parse_args(words)
        run: Callable[[argparse.Namespace], int] = options.run
        code = run(options)
        sys.stdout.flush()
        return code
    except Problems as error:
        return _fail(*error.problems)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read what we print has seen enough
        _say_no_more()
        return 141
    except OSError as error:  # of a file, it would be a problem
        _say_no_more()
        message = f"what there is to say cannot be written: {error.strerror}"
        return _fail(Problem("cannot-write", message, None))
    except UnicodeEncodeError as error:
        message = f"{error.object!a} is no name of a file here, where they are ASCII"
        hint = "have Python take them for UTF-8: PYTHONUTF8=1"
        return _fail(Problem("bad-option", message, None, hint))
    except Exception:  # noqa: BLE001  # 1 would say that there is a difference
        import traceback

        traceback.print_exc()
        message = "this is a mistake of fragmint's, of which the lines above tell"
        return _fail(Problem("internal-error", message, None))


def _fail(*problems: Problem) -> int:
    from .commands.terminal import tell

    with suppress(OSError):  # nobody can be told
        tell(problems)
    return 2


def _say_no_more() -> None:
    """What is still to be written has no place to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
