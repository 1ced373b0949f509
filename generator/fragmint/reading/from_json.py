"""JSON text -> a value by the standard library, and its spots when asked for."""

import json
import math
import re
from functools import partial

from fragmint.reading.faults import (
    MAX_DEPTH,
    Fault,
    Spot,
    Stretch,
    TextError,
    duplicate_key,
    too_deep,
)
from fragmint.reading.pointers import JSON, Pointer

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s"\[\]{},:]+', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n\r]*")
_MAX_DIGITS = 4300
"""Python reads no longer integer, for that takes quadratic time."""


def parse(text: str) -> tuple[JSON, list[Fault]]:
    """Read a JSON document (RFC 8259).

    Args:
        text: The file, without a byte order mark.

    Returns:
        The value, and what is wrong with it: a key that is repeated, a number that
        JSON does not have, half a surrogate pair.

    Raises:
        TextError: It is no JSON, or nests too deep.
    """
    if not text.strip():
        raise TextError(Fault("empty-file", "the file is empty", (0, 0)))
    faults: list[Fault] = []
    if "\\ud" in text or "\\uD" in text:
        text = _whole_characters(text, faults)
    odd: list[str] = []
    try:
        value = _value(text, odd)
    except json.JSONDecodeError as error:
        raise TextError(_syntax_fault(text, error)) from error
    except RecursionError as error:
        raise TextError(_depth_fault(text)) from error
    if odd:
        _scan(text, faults)
    if _is_too_deep(value):
        raise TextError(_depth_fault(text))
    return value, faults


class Finder:
    """Where the values of a JSON document stand.

    What lies beside the way to a value is skipped by the standard library, which is
    much quicker than to look at each token; what was found once is remembered.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        # Numbers are only skipped, however long they are.
        self._skip = json.JSONDecoder(
            strict=False, parse_int=str, parse_float=str, parse_constant=str
        ).raw_decode
        start = _blank(text, 0)
        self._root = Spot((start, len(text.rstrip())))
        self._opened: set[int] = set()

    def find(self, pointer: Pointer) -> tuple[Spot, bool]:
        """The spot of a value.

        Args:
            pointer: To a value in what `parse` has read.

        Returns:
            The spot of as much of the way as there is, and whether that is all.
        """
        spot = self._root
        for token in pointer:
            self._open(spot)
            inner = spot.members.get(token)
            if inner is None:
                return spot, False
            spot = inner
        return spot, True

    def _open(self, spot: Spot) -> None:
        """Find the spots of the members of an object or a list."""
        start = spot.value[0]
        if start in self._opened or self._text[start] not in "{[":
            return
        self._opened.add(start)
        text, at = self._text, _blank(self._text, start + 1)
        while text[at] not in "]}":
            key: Stretch | None = None
            token: str | int = len(spot.members)
            if text[start] == "{":
                token, end = self._skip(text, at)
                key = (at, end)
                at = _blank(text, _blank(text, end) + 1)
            _, end = self._skip(text, at)
            spot.members[token] = Spot((at, end), key)
            at = _blank(text, end)
            at = _blank(text, at + 1) if text[at] == "," else at


def _blank(text: str, at: int) -> int:
    """The offset of the first character that is not blank."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _value(text: str, odd: list[str]) -> JSON:
    # Control characters in a string have but one meaning (`strict`).
    load = partial(
        json.loads,
        strict=False,
        object_pairs_hook=partial(_object, odd),
        parse_constant=odd.append,
        parse_float=partial(_float, odd),
    )
    try:
        value: JSON = load(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        value = load(text, parse_int=partial(_integer, odd))
    return value


def _object(odd: list[str], pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    value = dict(pairs)
    if len(value) != len(pairs):
        odd.append("a repeated key")
    return value


def _float(odd: list[str], text: str) -> float | None:
    number = float(text)
    if math.isinf(number):
        odd.append(text)
        return None
    return number


def _integer(odd: list[str], text: str) -> int | None:
    if len(text) > _MAX_DIGITS:
        odd.append(text)
        return None
    return int(text)


def _is_too_deep(value: JSON) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            member
            for container in level
            for member in (
                container.values()
                if isinstance(container, dict)
                else container if isinstance(container, list) else ()
            )
            if isinstance(member, dict | list)
        ]
        if not level:
            return False
    return True


def _scan(text: str, faults: list[Fault]) -> Spot:
    """Find the spots of a text that the standard library has taken for JSON."""
    root: Spot | None = None
    stack: list[Spot] = []
    keys: list[str | int | None] = []
    key: tuple[str, Stretch] | None = None
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        around = stack[-1] if stack else None
        if first in "]}":
            closed = stack.pop()
            keys.pop()
            closed.value = (closed.value[0], token.end())
        elif first in ",:":
            continue
        elif around and key is None and text[around.value[0]] == "{":
            name = str(json.loads(token[0], strict=False))
            key = (name, token.span())
            known = around.members.get(name)
            if known is not None and known.key is not None:
                faults.append(duplicate_key([*keys[1:], name], token.span(), known.key))
        else:
            spot = Spot(token.span(), key[1] if key else None)
            root = root or spot
            name_here = key[0] if key else len(around.members) if around else None
            if around and name_here is not None:
                around.members[name_here] = spot
            key = None
            if first in "[{":
                stack.append(spot)
                keys.append(name_here)
            elif first != '"':
                faults.extend(_number_faults(token[0], token.span()))
    return root or Spot((0, 0))


def _number_faults(token: str, stretch: Stretch) -> list[Fault]:
    message = ""
    if token in ("NaN", "Infinity", "-Infinity"):
        message = f"{token} is no number of JSON"
    elif re.fullmatch(r"-?[0-9]+", token):
        if len(token) > _MAX_DIGITS:
            message = f"an integer of more than {_MAX_DIGITS} digits"
    elif re.fullmatch(r"-?[0-9]+[.eE].*", token) and math.isinf(float(token)):
        message = f"{token[:40]} is too large a number"
    hint = "it is read as null"
    return [Fault("bad-scalar", message, stretch, hint, fatal=False)] if message else []


def _whole_characters(text: str, faults: list[Fault]) -> str:
    """The text without halves of surrogate pairs, which no character has (§8.2)."""
    halves: list[re.Match[str]] = []
    high: re.Match[str] | None = None
    for escape in _ESCAPE.finditer(text):
        unit = int(escape[1], 16) if escape[1] else 0
        is_low = 0xDC00 <= unit < 0xE000
        if high is not None and not (is_low and escape.start() == high.end()):
            halves.append(high)
            high = None
        if is_low and high is None:
            halves.append(escape)
        high = escape if 0xD800 <= unit < 0xDC00 else None
    halves.extend([high] if high is not None else [])
    for escape in halves:
        message = f"{escape[0]} is half a character"
        faults.append(Fault("bad-character", message, escape.span(), fatal=False))
    if not halves:
        return text
    starts = {escape.start() for escape in halves}
    return _ESCAPE.sub(
        lambda found: r"\ufffd" if found.start() in starts else found[0], text
    )


def _depth_fault(text: str) -> Fault:
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (text[token.start()] in "[{") - (text[token.start()] in "]}")
        if depth > MAX_DEPTH:
            return too_deep(token.start())
    return too_deep(0)


def _syntax_fault(text: str, error: json.JSONDecodeError) -> Fault:
    offset = min(error.pos, max(0, len(text.rstrip()) - 1))
    said = error.msg[:1].lower() + error.msg[1:]
    hint = None
    if text[offset : offset + 1] in ("}", "]") or error.msg.startswith("Illegal"):
        before = text[:offset].rstrip()
        if before.endswith(","):
            said, hint = "a comma before the end", "remove the comma"
            offset = len(before) - 1
    return Fault("broken-json", said, (offset, offset + 1), hint)
