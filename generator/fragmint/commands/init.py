"""``fragmint init``: write a target into the configuration, and make its package."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from ..config import CONFIG, found, options, text_of
from ..diagnostics import Problem, Problems, harmless
from ..pipeline import generate
from ..starting import Offer, known_targets, new_name, offer, with_target
from ..writing.replacing import replacing
from . import targets
from .terminal import tell

__all__ = ["arguments", "run"]

_T = TypeVar("_T")
_WIDEST = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("spec", type=Path, metavar="SPEC", help="root document")
    parser.add_argument("--package", metavar="NAME", help="name of the package")
    parser.add_argument("--output", metavar="DIR", help="folder for the package (.)")
    parser.add_argument(
        "--operation",
        action="append",
        default=[],
        metavar="ID",
        help="only these, by operationId or 'METHOD /path', * stands for anything; "
        "can be repeated",
    )
    parser.add_argument(
        "--transport", metavar="NAME", help="what the client sends by (httpx2)"
    )
    parser.add_argument(
        "--yes", action="store_true", help="ask nothing: what is not given is usual"
    )


def run(given: argparse.Namespace) -> int:
    """Ask for what is missing, if there is somebody to ask.

    Nothing is written before the description is known to be right.
    """
    for name in ("package", "transport"):
        _right(name, getattr(given, name))
    path = found() or Path(CONFIG)
    text = text_of(path) if path.exists() else ""
    new = partial(new_name, path=path, known=known_targets(path, text))
    asks = not given.yes and sys.stdin.isatty() and sys.stdout.isatty()
    if given.package:
        new(given.package)
    offered = offer(given.spec, given.operation)
    if not given.package and not asks:
        new(offered.package)
    if not given.operation:
        _show(offered)
    try:
        package, answers = _answers(given, offered, new, asks=asks)
    except EOFError:  # Ctrl-D
        print()
        return 130
    whole, target = with_target(path, text, package, answers)
    with replacing(path, whole.encode()):
        outcome = generate(target)
    targets.Told(quiet=False).problems(outcome)
    if target.package in sys.stdlib_module_names:
        message = f"{target.package} is the name of a module of Python, too"
        hint = "where its folder is on the path, one of them hides the other"
        tell([Problem("bad-option", message, None, hint, "warning")])
    print(f"{path}: has the target {package} now: fragmint generate makes it anew")
    print(f"{target.folder}: {targets.said(outcome)}")
    return 0


def _answers(
    given: argparse.Namespace, offered: Offer, new: Callable[[str], str], *, asks: bool
) -> tuple[str, dict[str, str | Sequence[str]]]:
    """The name of the target, and those of its options that are not the usual ones."""

    def answer(
        name: str, question: str, usual: str, fits: Callable[[str], str] = str
    ) -> str:
        value: str | None = getattr(given, name)
        if value is not None or not asks:
            return value or usual
        return _asked(
            f"{question} ({usual}): ", lambda it: fits(_right(name, it) or usual)
        )

    package = answer("package", "name of the package", offered.package, new)
    answers: dict[str, str | Sequence[str]] = {"spec": _relative(given.spec)}
    output = answer("output", "folder that it goes into", ".")
    if output != ".":
        answers["output"] = output
    operations: Sequence[str] = given.operation
    if not operations and asks:
        question = (
            "operations, as they are shown or by operationId, with commas between; "
            "* stands for anything (all): "
        )
        operations = _asked(question, partial(_operations, given.spec, offered))
    if operations:
        answers["operations"] = operations
    transport = answer("transport", "what the client sends by", "httpx2")
    if transport != "httpx2":
        answers["transport"] = transport
    return package, answers


def _asked(question: str, read: Callable[[str], _T]) -> _T:
    while True:
        try:
            return read(input(question).strip())
        except Problems as error:
            tell(error.problems)


def _operations(spec: Path, offered: Offer, text: str) -> list[str]:
    """The operations in `text`, as the configuration names them.

    Raises:
        Problems: There is none of such a name, or it cannot be used.
    """
    written = {f"client.{one.name}": one.written for one in offered.operations}
    words = [
        written.get(f"client.{word.removeprefix('client.')}", word)
        for word in map(str.strip, text.split(","))
        if word
    ]
    if words:
        offer(spec, words)
    return words


def _right(name: str, value: str | None) -> str:
    """`value`, if the option can have it; nothing is right, too.

    Raises:
        Problems: It cannot.
    """
    faults = options()[name].kind.faults(value) if value else ()
    problems = [Problem("bad-option", said, None, hint) for said, hint in faults]
    if problems:
        raise Problems(problems)
    return value or ""


def _show(offered: Offer) -> None:
    shown = [(harmless(one.written), one.name) for one in offered.operations]
    width = min(max((len(written) for written, _ in shown), default=0), _WIDEST)
    for written, name in shown:
        print(f"  {written:<{width}}  client.{name}")


def _relative(spec: Path) -> str:
    """The path of a description as the configuration here has it."""
    if spec.is_absolute() and spec.is_relative_to(Path.cwd()):
        spec = spec.relative_to(Path.cwd())
    return spec.as_posix()
