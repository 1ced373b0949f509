"""Texts that match a regular expression, spelled from one number."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from functools import cache
from importlib import import_module
from random import Random
from string import ascii_letters, digits, punctuation
from typing import Any, TypeAlias

from .unicode import expand

# It is what `re` itself reads expressions by.
_parser: Any = import_module("re._parser")

Runs: TypeAlias = tuple[tuple[int, int], ...]
_ROUNDS = 20
_MORE = 4
"""How often a part is repeated beyond what it has to be, at most."""
_SOME = (
    ascii_letters + digits + punctuation + " \n\t\0\x7f\xa0éßΩж中\u0301\u200f\u2028😀"
)
"""Characters to choose from where nearly any will do."""
_CATEGORIES = {
    "CATEGORY_DIGIT": digits,
    "CATEGORY_WORD": ascii_letters + digits + "_",
    "CATEGORY_SPACE": " \t\n\r\f\v",
}


def spelled(
    pattern: re.Pattern[str], seed: int, least: int = 0, most: int | None = None
) -> str | None:
    """A text of `least` to `most` characters in which `pattern` is found.

    Which one, is up to `seed`: 0 is the plainest. None: there was none to be found.
    """
    tree = _tree(pattern)
    shortest, _ = tree.getwidth()
    random = Random(seed)  # noqa: S311  # it keeps no secret
    for number in range(seed and 1, _ROUNDS):
        pick = random.randrange if number else _first
        room = shortest + 99 if most is None else most
        text = _Speller(pick, least - shortest, room - shortest).text(tree)
        if least <= len(text) <= max(room, least) and pattern.search(text):
            return text
    return None


def _first(_: int) -> int:
    return 0


@cache
def _tree(pattern: re.Pattern[str]) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of [[ and the like, which are to mean more
        return _parser.parse(pattern.pattern, pattern.flags)


class _Speller:
    """Spells one text. It is to have `need` characters more than the shortest, if that
    is any, and at most `room` more. `pick` chooses one of so many.
    """

    def __init__(self, pick: Callable[[int], int], need: int, room: int) -> None:
        self._pick = pick
        self._need = need
        self._room = room
        self._groups: dict[int | None, str] = {}

    def text(self, tree: Any) -> str:
        return "".join(self._part(str(kind), value) for kind, value in tree)

    def _part(self, kind: str, value: Any) -> str:
        match kind:
            case "LITERAL":
                return chr(value)
            case "IN":
                return self._one_of(_runs(kind, tuple(value)))
            case "ANY" | "NOT_LITERAL":
                return self._one_of(_runs(kind, value))
            case "BRANCH":
                branches = value[1]
                return self.text(branches[self._pick(len(branches))])
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeated(*value)
            case "SUBPATTERN":
                number, _, _, tree = value
                text = self._groups[number] = self.text(tree)
                return text
            case "ATOMIC_GROUP":
                return self.text(value)
            case "GROUPREF":
                return self._groups.get(value, "")
            case "ASSERT":  # what has to come anywhere may as well come here
                return self.text(value[1])
            case _:
                return ""

    def _repeated(self, low: int, high: int, tree: Any) -> str:
        width = max(tree.getwidth()[0], 1)
        least = min(max(-(-self._need // width), 0), high - low)
        most = min(max(self._room // width, least), high - low, least + _MORE)
        more = least + self._pick(most - least + 1)
        self._need -= more * width
        self._room -= more * width
        return "".join(self.text(tree) for _ in range(low + more))

    def _one_of(self, runs: Runs) -> str:
        index = self._pick(sum(last - first + 1 for first, last in runs) or 1)
        for first, last in runs:
            if index <= last - first:
                return chr(first + index)
            index -= last - first + 1
        return ""


@cache
def _runs(kind: str, value: Any) -> Runs:
    """The characters of a class, as runs of code points."""
    if kind == "IN":
        negated = str(value[0][0]) == "NEGATE"
        runs = [run for part, one in value for run in _of_item(str(part), one)]
    else:
        negated, runs = True, _points("\n" if kind == "ANY" else chr(value))
    return _besides(runs) if negated else tuple(runs)


def _of_item(kind: str, value: Any) -> list[tuple[int, int]]:
    match kind:
        case "LITERAL":
            return [(value, value)]
        case "RANGE":
            return [value]
        case "CATEGORY":
            name = str(value)
            known = _points(_CATEGORIES.get(name.replace("_NOT", ""), ""))
            return [*_besides(known)] if "_NOT" in name else known
        case _:
            return []


def _points(text: str) -> list[tuple[int, int]]:
    return [(ord(char), ord(char)) for char in text]


def _besides(runs: list[tuple[int, int]]) -> Runs:
    """Some that are in none of `runs`."""
    free = (
        ord(char)
        for char in _SOME
        if not any(first <= ord(char) <= last for first, last in runs)
    )
    return tuple((code, code) for code in free)


_UNLIKE = re.compile(
    r"\\u\{(?P<code>[0-9A-Fa-f]+)\}|\\k<(?P<back>\w+)>|(?P<property>\\[pP]\{[^}]*\})"
    r"|\(\?<(?P<name>[A-Za-z_]\w*)>|(?P<any>\[\^\])|(?P<none>\[\])"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|\\.|(?P<end>\$)",
    re.DOTALL,
)


def python(expression: str) -> re.Pattern[str]:
    """A regular expression of ECMA-262 as one of Python's, near enough.

    Raises:
        re.error, ValueError, KeyError, OverflowError: There is none.
    """

    def plain(found: re.Match[str]) -> str:
        match found.lastgroup:
            case "code":
                return f"\\U{int(found['code'], 16):08x}"
            case "back":
                return f"(?P={found['back']})"
            case "name":
                return f"(?P<{found['name']}>"
            case "any":
                return r"[\s\S]"
            case "none":
                return r"[^\s\S]"
            case "end":
                return r"\Z"
            case _:
                return found[0]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # see above
        return re.compile(expand(_UNLIKE.sub(plain, expression)), re.ASCII)
