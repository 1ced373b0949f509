"""JSON text -> a value by the standard library, and its spots when asked for."""

import json
import math
import re
from collections.abc import Iterator
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
from fragmint.reading.pointers import JSON

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s"\[\]{},:]+', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)


def parse(text: str) -> JSON:
    """Read a JSON document (RFC 8259).

    Args:
        text: The file, without a byte order mark.

    Raises:
        TextError: It is no JSON, repeats a key, has a number that JSON does not have,
            half a surrogate pair, or nests too deep.
    """
    if not text.strip():
        raise TextError(Fault("empty-file", "the file is empty", (0, 0)))
    odd: list[str] = []
    try:
        value: JSON = json.loads(
            text,
            object_pairs_hook=partial(_object, odd),
            parse_constant=odd.append,
            parse_float=partial(_float, odd),
        )
    except json.JSONDecodeError as error:
        raise TextError(_syntax_fault(text, error)) from error
    except RecursionError as error:
        raise TextError(_depth_fault(text)) from error
    except ValueError as error:
        raise TextError(_long_number_fault(text)) from error
    if odd:
        faults: list[Fault] = []
        _scan(text, faults)
        raise TextError(*faults)
    if _is_too_deep(value):
        raise TextError(_depth_fault(text))
    if "\\ud" in text or "\\uD" in text:
        _check_surrogates(text)
    return value


def spots(text: str) -> Spot:
    """Where every value of a JSON document stands.

    Args:
        text: What `parse` has read.
    """
    return _scan(text, [])


def _object(odd: list[str], pairs: list[tuple[str, JSON]]) -> dict[str, JSON]:
    value = dict(pairs)
    if len(value) != len(pairs):
        odd.append("a repeated key")
    return value


def _float(odd: list[str], text: str) -> float:
    number = float(text)
    if math.isinf(number):
        odd.append(text)
    return number


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
    key: tuple[str, Stretch] | None = None
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        around = stack[-1] if stack else None
        if first in "]}":
            closed = stack.pop()
            closed.value = (closed.value[0], token.end())
        elif first in ",:":
            continue
        elif around and key is None and text[around.value[0]] == "{":
            name = str(json.loads(token[0]))
            key = (name, token.span())
            known = around.members.get(name)
            if known is not None and known.key is not None:
                faults.append(duplicate_key(name, token.span(), known.key))
        else:
            spot = Spot(token.span(), key[1] if key else None)
            root = root or spot
            if around:
                around.members[key[0] if key else len(around.members)] = spot
            key = None
            if first in "[{":
                stack.append(spot)
            elif first != '"':
                faults.extend(_number_faults(token[0], token.span()))
    return root or Spot((0, 0))


def _number_faults(token: str, stretch: Stretch) -> Iterator[Fault]:
    if token in ("NaN", "Infinity", "-Infinity"):
        yield Fault("bad-scalar", f"{token} is no number of JSON", stretch)
    elif re.fullmatch(r"-?[0-9]+[.eE].*", token) and math.isinf(float(token)):
        yield Fault("bad-scalar", f"{token[:40]} is too large a number", stretch)


def _long_number_fault(text: str) -> Fault:
    """Python reads no longer integer, for that takes quadratic time."""
    found = re.search("[0-9]{4301,}", text)
    stretch = found.span() if found else (0, 1)
    return Fault("bad-scalar", "an integer of more than 4300 digits", stretch)


def _check_surrogates(text: str) -> None:
    """Half a surrogate pair is no character (RFC 8259 §8.2)."""
    high: re.Match[str] | None = None
    for escape in _ESCAPE.finditer(text):
        unit = int(escape[1], 16) if escape[1] else 0
        if high is not None:
            if 0xDC00 <= unit < 0xE000 and escape.start() == high.end():
                high = None
                continue
            raise TextError(_surrogate_fault(high))
        if 0xDC00 <= unit < 0xE000:
            raise TextError(_surrogate_fault(escape))
        high = escape if 0xD800 <= unit < 0xDC00 else None
    if high is not None:
        raise TextError(_surrogate_fault(high))


def _surrogate_fault(escape: re.Match[str]) -> Fault:
    message = f"{escape[0]} is half a character"
    return Fault("bad-character", message, escape.span())


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
