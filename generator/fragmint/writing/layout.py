"""Text -> the text that black makes of it."""

from __future__ import annotations

from ..diagnostics import Problem, Problems

__all__ = ["layout"]


def layout(files: dict[str, str]) -> dict[str, str]:
    """Every Python file of `files` as black writes it with its defaults.

    Raises:
        Problems: what a template made of a file is no Python.
    """
    from black import Mode, format_str
    from black.parsing import InvalidInput

    mode = Mode()
    laid_out: dict[str, str] = {}
    problems: list[Problem] = []
    for path, text in files.items():
        try:
            laid_out[path] = format_str(text, mode=mode)
        except InvalidInput as error:
            first = str(error).splitlines()[0]
            message = f"the templates made no Python of {path}: {first}"
            problems.append(Problem("bad-output", message, None))
    if problems:
        raise Problems(problems)
    return laid_out
