"""Problems: what is wrong, where it stands, and how it is printed.

A problem is data until `show` prints it, so that every room can collect all of its
problems and leave the order, the layout and the clipping to this module.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

_LINE_WIDTH = 100
_TEXT_LIMIT = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file.

    Args:
        file: The path as it is to be printed.
        line: Counted from 1.
        column: Counted from 1, in characters.
        pointer: The JSON pointer (RFC 6901) of the value, `""` for the whole file.
        text: The line itself, without its line break.
        length: How many characters are underlined, at least 1.
    """

    file: str
    line: int
    column: int
    pointer: str
    text: str
    length: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input.

    Args:
        code: A stable name for this kind of problem, such as `unknown-ref`.
        message: What is wrong, in one line.
        place: Where it stands, None for a problem of no file.
        hint: What would put it right, where that is known.
        severity: A warning does not stop the work.
        details: More lines, such as a diff.
        option: The option of a target that says what is wrong, where `place` is None.
    """

    code: str
    message: str
    place: Place | None
    hint: str | None = None
    severity: Literal["error", "warning"] = "error"
    details: tuple[str, ...] = ()
    option: str = ""


class Problems(Exception):
    """Everything found wrong, sorted by place and without duplicates."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = in_order(problems)
        super().__init__(show(self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, each of them once.

    Args:
        problems: In any order; those without a place come first.
    """
    return tuple(sorted(dict.fromkeys(problems), key=_sort_key))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is more than a warning."""
    return any(problem.severity == "error" for problem in problems)


def show(problems: Iterable[Problem], *, colours: bool = False) -> str:
    """The problems as text for a person, in the order given.

    Args:
        problems: What to print; nothing that their texts contain can reach the
            terminal as a control character.
        colours: Whether what stands out does so by colours, too.

    Returns:
        Complete lines, each with its line break; the empty string for no problems.
    """
    paint = _painted if colours else _plain
    return "".join(
        f"{line}\n" for problem in problems for line in _lines(problem, paint)
    )


def shortened(problems: Sequence[Problem]) -> tuple[tuple[Problem, ...], str]:
    """What to show of many problems: all errors, and of warnings that are alike a few.

    Args:
        problems: In the order to be shown in.

    Returns:
        The problems that are left, the last of those that stand for others with how
        many, and a line that sums all up; the empty string where none is left out.
    """
    warnings = [one for one in problems if one.severity == "warning"]
    alike, kinds = Counter(map(_kind, warnings)), Counter(p.code for p in warnings)
    seen, kept = Counter[tuple[str, str]](), list[Problem]()
    for one in problems:
        kind = _kind(one)
        if one.severity == "warning" and alike[kind] > _FEW:
            seen[kind] += 1
            if seen[kind] > _SHOWN:
                continue
            if seen[kind] == _SHOWN:
                more = (
                    f"… and {alike[kind] - _SHOWN} more like it:"
                    " check --all-warnings tells them"
                )
                one = replace(one, details=(*one.details, more))
        kept.append(one)
    if len(kept) == len(problems):
        return tuple(kept), ""
    said = ", ".join(f"{number} {code}" for code, number in kinds.most_common())
    return tuple(kept), f"fragmint: {len(warnings)} warnings: {said}\n"


_FEW, _SHOWN = 5, 3
"""How many alike are told each, and of how many more how many are."""


def _kind(problem: Problem) -> tuple[str, str]:
    """What those that are alike have in common: to mend them, or all but the names."""
    return problem.code, problem.hint or re.sub("'[^']*'", "'…'", problem.message)


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the word was most likely meant to be.

    Args:
        word: What was written.
        candidates: What could have been written.
    """
    from .nearness import nearest  # only where something is wrong

    return nearest(word, candidates)


def clip(text: str, limit: int = 80) -> str:
    """The text in at most `limit` characters, shortened at its end."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _sort_key(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.place
    if place is None:
        return ("", 0, 0, problem.code, problem.message)
    return (place.file, place.line, place.column, problem.code, problem.message)


_Paint: TypeAlias = Callable[[str, str], str]
"""What makes a text stand out in a colour, by its number of ISO 6429."""
_BOLD, _RED, _YELLOW = "1", "1;31", "1;33"


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


def _plain(text: str, colour: str) -> str:
    return text


def _lines(problem: Problem, paint: _Paint) -> list[str]:
    is_warning = problem.severity == "warning"
    colour = _YELLOW if is_warning else _RED
    code = paint(f"{'warning: ' if is_warning else ''}{problem.code}:", colour)
    said = f"{code} {harmless(clip(problem.message, _TEXT_LIMIT))}"
    place = problem.place
    if place is None:
        lines = [f"{paint('fragmint:', _BOLD)} {said}"]
        margin = " " * 6
    else:
        width = max(5, len(str(place.line)))
        margin = " " * (width + 1)
        text, before, carets = _underlined(place)
        at = harmless(f"{place.file}:{place.line}:{place.column}:")
        lines = [
            f"{paint(at, _BOLD)} {said}",
            f"{place.line:>{width}} | {text}".rstrip(),
            f"{margin}| {before}{paint(carets, colour)}",
        ]
        if is_long(place.text) and place.pointer:
            # What fragmint explain takes: of such a line a column says little.
            at = harmless(clip(pointed(place), _TEXT_LIMIT))
            lines.append(f"{margin}{paint('at:', _BOLD)} {at}")
    if problem.hint is not None:
        hint = harmless(clip(problem.hint, _TEXT_LIMIT))
        lines.append(f"{margin}{paint('hint:', _BOLD)} {hint}")
    lines += (harmless(f"{margin}{clip(one, _TEXT_LIMIT)}") for one in problem.details)
    return lines


def _underlined(place: Place) -> tuple[str, str, str]:
    """The line, clipped around the column, and the carets, with what is before them."""
    start = min(max(place.column - 1, 0), len(place.text))
    first, last = _stretch(place.text, start)
    before = ("…" if first else "") + harmless(place.text[first:start])
    end = min(start + place.length, last)
    marked = harmless(place.text[start:end])
    after = harmless(place.text[end:last]) + ("…" if last < len(place.text) else "")
    carets = "^" * max(1, _columns(marked))
    return before + marked + after, " " * _columns(before), carets


def around(text: str, start: int) -> str:
    """A line, harmless, and clipped around an offset into it if it is a long one."""
    first, last = _stretch(text, start)
    after = "…" if last < len(text) else ""
    return f"{'…' if first else ''}{harmless(text[first:last])}{after}"


def is_long(text: str) -> bool:
    """Whether a line is longer than what is shown of it."""
    return len(text) > _LINE_WIDTH


def pointed(place: Place) -> str:
    """A place as its file and a pointer into it."""
    return f"{place.file}#{place.pointer.replace('%', '%25')}"


def _stretch(text: str, start: int) -> tuple[int, int]:
    """Which part of a line is shown, so that `start` is in it."""
    if not is_long(text):
        return 0, len(text)
    first = max(0, min(start - _LINE_WIDTH // 4, len(text) - _LINE_WIDTH))
    return first, first + _LINE_WIDTH


def harmless(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_harmless_character, text))


def _harmless_character(character: str) -> str:
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    return "\N{REPLACEMENT CHARACTER}" if category in _UNPRINTABLE else character


_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        (
            0
            if unicodedata.combining(character)
            else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        )
        for character in text
    )
