"""What to say of each rule that a value breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import TextIOBase
from typing import cast

_NO_OFFSET = re.compile(r"([0-9-]{10}[Tt])?[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?")
_LONG = 60
_MANY = 100


def _shown(value: object) -> str:
    if isinstance(value, type):
        return f"the class {value.__name__} itself: write {value.__name__}(…)"
    try:
        plain = (
            list(cast("tuple[object, ...]", value)) if type(value) is tuple else value
        )
        text = repr(plain)
    except RecursionError:
        return "what is nested too deep to be shown"
    except ValueError:  # more digits than Python writes
        return "a number that is too large to be shown"
    return text if len(text) <= 80 else f"{text[:60]}… ({len(text)} characters)"


def _several(limit: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", limit) if isinstance(limit, tuple) else (limit,)


def listed(words: Sequence[str]) -> str:
    """``a, b or c``; of very many the first."""
    *most, last = words or ("nothing",)
    if len(most) > 30:
        return f"{', '.join(most[:30])} … ({len(most) + 1} in all)"
    return f"{', '.join(most)} or {last}" if most else last


def _near(word: object, allowed: Iterable[object], alike: float) -> str:
    """A question whether something so much like `word` was meant."""
    texts = (one for one in allowed if isinstance(one, str) and one != word)
    known = [one for one in texts if len(one) < _LONG]
    if not isinstance(word, str) or len(word) >= _LONG or len(known) > _MANY:
        return ""  # to compare them all takes too long
    import difflib  # only where something is wrong

    near = {one.lower(): one for one in known}
    close = difflib.get_close_matches(word.lower(), near, n=1, cutoff=alike)
    return f"; did you mean {near[close[0]]!r}?" if close else ""


def _type(limit: object, value: object) -> str:
    types = _several(limit)
    wanted = listed([TYPES[str(one)] for one in types])
    if "array" in types and isinstance(value, str):
        # The words that documentation separates by spaces are the items.
        return f"must be {wanted}, not a bare string: write {_shown(value.split())}"
    shown, more = _shown(value), ""
    if "binary" in types and isinstance(getattr(value, "content", value), TextIOBase):
        more = (
            ', open as text: open it with mode "rb", and write File(content=…) with it'
        )
    elif "binary" in types and hasattr(value, "read"):
        more = ": write File(content=…) with it"
    elif "binary" in types and hasattr(value, "open"):
        more = ': write File(content=path.open("rb"))'
    elif "array" in types and isinstance(value, Iterator):
        more = ", which can be read only once: write list(…) with it"
    elif isinstance(value, type):
        pass  # which is told as such
    elif isinstance(value, bytes) or hasattr(value, "content_type"):
        more = '; where the body can be bytes, say by content_type="…" that it is'
    return f"must be {wanted}, not {shown}{more}"


TYPES = {
    "array": "a list",
    "binary": "a File, bytes or text",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "None",
    "number": "a number",
    "object": "a mapping",
    "string": "a string",
}
"""What messages call the types of JSON."""


def _enum(limit: object, value: object) -> str:
    allowed = _several(limit)
    wanted = listed([repr(one) for one in allowed])
    return f"must be {wanted}, not {_shown(value)}{_near(value, allowed, 0.6)}"


def _tag(limit: object, value: object) -> str:
    if value is None:  # it is left out, too, as a model has it
        return f"must be given: {listed([repr(one) for one in _several(limit)])}"
    return _enum(limit, value)


def _undescribed(limit: object, name: object) -> str:
    return f"must be left out: it is not described{_near(name, _several(limit), 0.75)}"


class Given(tuple[str, ...]):
    """Those that are given of properties of which so many are to be: of the limit."""


def _given(how_many: str, names: Sequence[str], given: Given) -> str:
    are = f"{' and '.join(given)} are" if given else "none is"
    if len(given) == len(names):
        are = "both are" if len(names) == 2 else "all are"
    return f"{how_many} of {', '.join(names)} must be given; {are}"


def _not(limit: object, value: object) -> str:
    if not isinstance(value, Given):
        (item,) = _several(limit)
        if item:
            return f"must not have an item that is {item}"
        return f"must not be {_shown(value)}"
    names = listed(cast("Sequence[str]", limit))
    return f"{names} must not be given{' together' if ' and ' in names else ''}"


def _forms(how_many: str) -> Callable[[object, object], str]:
    def message(limit: object, value: object) -> str:
        if isinstance(value, Given):
            return _given(how_many, cast("Sequence[str]", limit), value)
        forms = [one for one in _several(limit) if isinstance(one, str)]
        more = f"; … ({len(forms)} in all)" if len(forms) > 30 else ""
        said = "; ".join(forms[:30]) + more
        of = f"of these: {said};" if forms else "of what is described,"
        return f"must be {how_many} {of} not {_shown(value)}"

    return message


def _encoding(limit: object, _: object) -> str:
    if limit == "UTF-8":
        return f"must be text that {limit} can write; it has a lone surrogate"
    if limit == "bytes":
        what = 'what bytes can be read from, as a file that is open with mode "rb"'
        return f"must be {TYPES['binary']}, or {what}"
    if limit == "fields":
        return f"must be {TYPES['object']}, of the fields of the form by their names"
    what = f"must be what {limit} can write, and not all in it is"
    return f"{what}; of an iterator, write list(…)"


def _format(limit: object, value: object) -> str:
    form = FORMS.get(str(limit))
    such = f", {form}" if form else ""
    more = ""
    if limit in ("date-time", "time") and _NO_OFFSET.fullmatch(str(value)):
        more = "; an offset is missing: write Z behind it, or give a datetime a tzinfo"
    return f"must be a valid {limit}{such}, not {_shown(value)}{more}"


def _bits(bits: int) -> Mapping[str, str]:
    most = 2**bits
    return {
        f"int{bits}": f"an integer from {-most // 2} to {most // 2 - 1}",
        f"uint{bits}": f"an integer from 0 to {most - 1}",
    }


FORMS: Mapping[str, str] = {
    "base64": "such as aGVsbG8=",
    "base64url": "such as aGVsbG8",
    "byte": "such as aGVsbG8=",
    "char": "one character",
    "date": "such as 2026-01-31",
    "date-time": "such as 2026-01-31T12:00:00Z",
    "date-time-local": "such as 2026-01-31T12:00:00",
    "date-time-rfc-2822": "such as Sat, 31 Jan 2026 12:00:00 +0000",
    "decimal": "such as 12.50",
    "double": "a number that is not too large for 64 bits",
    "double-int": f"an integer from {1 - 2**53} to {2**53 - 1}",
    "duration": "such as P1DT12H",
    "email": "such as jo@example.com",
    "float": "a number that is not too large for 32 bits",
    "hostname": "such as www.example.com",
    "idn-email": "such as jo@example.com",
    "ipv4": "such as 192.0.2.1",
    "ipv6": "such as 2001:db8::1",
    "iri": "such as https://example.com/a",
    "iri-reference": "such as https://example.com/a or /a",
    "json-pointer": "such as /items/0",
    "regex": "such as ^[a-z]+$",
    "relative-json-pointer": "such as 1/name",
    "time": "such as 12:00:00Z",
    "time-local": "such as 12:00:00",
    "uri": "such as https://example.com/a",
    "uri-reference": "such as https://example.com/a or /a",
    "uri-template": "such as https://example.com/{id}",
    "uuid": "such as 123e4567-e89b-12d3-a456-426614174000",
    **_bits(8),
    **_bits(16),
    **_bits(32),
    **_bits(64),
}
"""By format: an example, or what it says."""


def _against(said: str) -> Callable[[object, object], str]:
    """A message that says what there is, beside the limit."""
    return lambda limit, value: f"{said} {limit}, not {_shown(value)}"


def _sized(said: str) -> Callable[[object, object], str]:
    """A message of how much there is to be, as `counted`, and of what there is."""
    return lambda limit, value: f"{counted(said, limit)}, not {_shown(value)}"


def counted(said: str, limit: object) -> str:
    """`said` with its ``{limit}``; ``{s}`` and ``{ies}`` end what there are many of."""
    s, ies = ("", "y") if limit == 1 else ("s", "ies")
    return said.format(limit=limit, s=s, ies=ies)


def _segment(limit: object, value: object) -> str:
    more = "; that leads to another resource" if value in ("", ".", "..") else ""
    return f"must be what can stand in a path, not {_shown(value)}{more}"


def _ends(_: object, value: object) -> str:
    return f"must be left out: the list is to end before {_shown(value)}"


def _contained(said: str) -> Callable[[object, object], str]:
    """A message of how many items of a kind there are to be: of the kind in words,
    which the limit then has with the number.
    """

    def message(limit: object, value: object) -> str:
        many, *kind = _several(limit)
        of = f"of this kind: {kind[0]}" if kind else _KIND
        return f"{counted(said, many)} {of}, not {_shown(value)}"

    return message


_KIND = "of the kind that is described"
MESSAGES: Mapping[str, Callable[[object, object], str]] = {
    "type": _type,
    "enum": _enum,
    "discriminator": _tag,
    "const": lambda limit, value: f"must be {_shown(limit)}, not {_shown(value)}",
    "minimum": _against("must be at least"),
    "maximum": _against("must be at most"),
    "exclusiveMinimum": _against("must be more than"),
    "exclusiveMaximum": _against("must be less than"),
    "multipleOf": _against("must be a multiple of"),
    "minLength": _sized("must be {limit} character{s} long or longer"),
    "maxLength": _sized("must be {limit} character{s} long or shorter"),
    "pattern": _against("must match"),
    "format": _format,
    "minItems": _sized("must have {limit} item{s} or more"),
    "maxItems": _sized("must have {limit} item{s} or fewer"),
    "uniqueItems": lambda _, value: f"must have nothing twice, not {_shown(value)}",
    "contains": lambda limit, value: (
        f"must have an item {f'that is {limit}' if limit else _KIND},"
        f" not {_shown(value)}"
    ),
    "minContains": _contained("must have {limit} item{s} or more"),
    "maxContains": _contained("must have {limit} item{s} or fewer"),
    "items": _ends,
    "unevaluatedItems": _ends,
    "minProperties": _sized("must have {limit} propert{ies} or more"),
    "maxProperties": _sized("must have {limit} propert{ies} or fewer"),
    "required": lambda limit, value: f"must be given {limit or ''}".rstrip(),
    "dependentRequired": lambda limit, _: f"must be given because {limit} is",
    # Of these, what is at fault is the name, which is given in place of the value.
    "additionalProperties": _undescribed,
    "unevaluatedProperties": _undescribed,
    "propertyNames": lambda limit, name: (
        f"must be named otherwise: a name is {limit}, which {_shown(name)} is not"
        if limit
        else f"must be named otherwise: {_shown(name)} is no name that is described"
    ),
    "oneOf": _forms("exactly one"),
    "anyOf": _forms("at least one"),
    "not": _not,
    "false": lambda _, value: f"must be left out, not {_shown(value)}",
    # Not keywords: what the place in the request demands.
    "segment": _segment,
    "header": lambda limit, _: (
        "must have headers with names such as X-Rate"
        if limit == "name"
        else "must be text that can stand in a header: no line break or other control"
        " character"
    ),
    "cookie": lambda _, __: (
        "must be text that can stand in a cookie: no semicolon, line break or other"
        " control character"
    ),
    "encoding": _encoding,
    "names": lambda _, name: f"must name its properties by strings, not {_shown(name)}",
    "depth": lambda _, __: "must nest less: it is too deep to be checked",
}
"""By keyword: what it demands and the value at fault -> message."""
