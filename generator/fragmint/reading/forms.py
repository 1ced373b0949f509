"""The forms of plain values: what each must be, and what a wrong one plainly means.

A form is one row: what is expected, in words; whether a value is that; and what a
value that is not was meant to be. `DROP` means nothing: the field is left out.
"""

import math
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import Enum
from typing import Final, NamedTuple, TypeAlias, TypeGuard

from fragmint.diagnostics import did_you_mean
from fragmint.reading.pointers import JSON

TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
LOCATIONS = ("query", "header", "path", "cookie", "querystring")


class Drop(Enum):
    """The type of `DROP`."""

    DROP = "DROP"


DROP: Final = Drop.DROP
Meant: TypeAlias = "JSON | Drop"


class Form(NamedTuple):
    """A form of plain values.

    Args:
        expected: What a value must be.
        is_right: Whether a value is that.
        meant: What a value that is not was meant to be.
    """

    expected: str
    is_right: Callable[[JSON], bool]
    meant: Callable[[JSON], Meant]


def is_number(value: JSON) -> TypeGuard[int | float]:
    """Whether a value is a number of JSON; for Python, true and false are too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def identity(value: JSON) -> Hashable:
    """What two values have in common just if they are equal in JSON.

    For Python 1 equals true, and lists and dicts can not be looked up.
    """
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, list):
        return ("array", tuple(map(identity, value)))
    if isinstance(value, dict):
        return ("object", frozenset((k, identity(v)) for k, v in value.items()))
    return value


def unlike(values: Iterable[JSON]) -> list[JSON]:
    """The values without repeats, the first of each kept."""
    return list({identity(value): value for value in reversed(list(values))}.values())[
        ::-1
    ]


def is_of(value: JSON, names: Iterable[str]) -> bool:
    """Whether a value is of one of the types of JSON Schema (Validation §6.1.1)."""
    return any(_IS_OF[name](value) for name in names)


def converted(value: JSON, names: Iterable[str]) -> Meant:
    """A scalar of the wrong type as what it plainly means, if it means one of `names`.

    Args:
        value: Such as `"10"` where a number belongs.
        names: Types of JSON Schema.
    """
    for name in names:
        meant: Meant = DROP
        if name in ("integer", "number"):
            meant = _to_number(value)
        elif name == "boolean":
            meant = _to_flag(value)
        elif name == "string" and not isinstance(value, dict | list | None):
            meant = _to_text(value)
        if not isinstance(meant, Drop) and is_of(meant, (name,)):
            return meant
    return DROP


def _is_whole(value: JSON) -> bool:
    return is_number(value) and value == math.floor(value)


_IS_OF: Mapping[str, Callable[[JSON], bool]] = {
    "array": lambda value: isinstance(value, list),
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_whole,
    "null": lambda value: value is None,
    "number": is_number,
    "object": lambda value: isinstance(value, dict),
    "string": lambda value: isinstance(value, str),
}


def _to_text(value: JSON) -> Meant:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return "\n".join(map(str, value))
    return DROP


def _to_flag(value: JSON) -> Meant:
    words = {"true": True, "false": False, "1": True, "0": False}
    return words.get(str(value).strip().lower(), DROP)


_NUMBER = re.compile(
    r"[-+]?(?:[0-9]{1,400}(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?"
)


def _to_number(value: JSON) -> Meant:
    text = value.strip() if isinstance(value, str) else ""
    if not _NUMBER.fullmatch(text):
        return DROP
    number = float(text)
    if math.isinf(number) or (number.is_integer() and "." not in text):
        return int(text) if re.fullmatch("[-+]?[0-9]+", text) else DROP
    return number


def _is_count(value: JSON) -> bool:
    # 10.0 is an integer too (JSON Schema 2020-12, Core §4.2.1).
    return _is_whole(value) and is_number(value) and value >= 0


def _to_count(value: JSON) -> Meant:
    number = _to_number(value)
    if isinstance(number, Drop) or not _is_count(number):
        return DROP
    return number


def _is_texts(value: JSON) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _to_texts(value: JSON) -> Meant:
    """The texts in a list, or the only one without its list."""
    if isinstance(value, list):
        return [text for item in value if isinstance(text := _text_of(item), str)]
    return [value] if isinstance(value, str) else DROP


def _text_of(value: JSON) -> Meant:
    return value if isinstance(value, str) else _to_text(value)


def _is_names(value: JSON) -> bool:
    return (
        _is_texts(value)
        and isinstance(value, list)
        and len({*map(str, value)}) == len(value)
    )


def _to_names(value: JSON) -> Meant:
    texts = _to_texts(value)
    return list(dict.fromkeys(map(str, texts))) if isinstance(texts, list) else DROP


def _to_tags(value: JSON) -> Meant:
    """Names; of what is described where its name belongs, its name."""
    given = value if isinstance(value, list) else [value]
    names = [tag.get("name") if isinstance(tag, dict) else tag for tag in given]
    return _to_names(names)


def _is_map_of(check: Callable[[JSON], bool]) -> Callable[[JSON], bool]:
    return lambda value: isinstance(value, dict) and all(map(check, value.values()))


def _to_names_by_name(value: JSON) -> Meant:
    if not isinstance(value, dict):
        return DROP
    meant = {name: _to_names(names) for name, names in value.items()}
    return {k: v for k, v in meant.items() if not isinstance(v, Drop)}


def _to_texts_by_name(value: JSON) -> Meant:
    if isinstance(value, list):
        return {name: "" for name in value if isinstance(name, str)}
    if not isinstance(value, dict):
        return DROP
    meant = {name: "" if v is None else _text_of(v) for name, v in value.items()}
    return {k: v for k, v in meant.items() if not isinstance(v, Drop)}


def _is_enum(value: JSON) -> bool:
    return isinstance(value, list) and 0 < len(value) == len({*map(identity, value)})


def _to_enum(value: JSON) -> Meant:
    if isinstance(value, list):
        return unlike(value) or DROP
    return DROP if value is None or isinstance(value, dict) else [value]


def _is_type(value: JSON) -> bool:
    if isinstance(value, str):
        return value in TYPES
    return (
        bool(value)
        and _is_names(value)
        and isinstance(value, list)
        and all(name in TYPES for name in value)
    )


# What other languages and formats call the types of JSON Schema.
_MISNOMERS = {
    **dict.fromkeys("int int32 int64 long short byte bigint uint".split(), "integer"),
    **dict.fromkeys("float double decimal numeric real money".split(), "number"),
    **dict.fromkeys("str text char varchar uuid guid uri url email".split(), "string"),
    **dict.fromkeys("date datetime date-time time timestamp".split(), "string"),
    **dict.fromkeys("enum password file binary base64 html".split(), "string"),
    **dict.fromkeys("list arr set collection".split(), "array"),
    **dict.fromkeys("dict map hash hashmap json struct dictionary".split(), "object"),
    **dict.fromkeys("bool".split(), "boolean"),
    **dict.fromkeys("none nil".split(), "null"),
}
_ANYTHING = frozenset(("any", "mixed", "unknown", "variant", "*", ""))


def _to_type(value: JSON) -> Meant:
    """The types that were meant; any, as soon as one of them is anybody's guess."""
    given = value if isinstance(value, list) else re.split(r"\s*[|,]\s*", str(value))
    names: list[str] = []
    for item in given:
        name = _type_of(item)
        if name is None:
            return DROP
        names.append(name)
    names = list(dict.fromkeys(names))
    if not names:
        return DROP
    return names[0] if len(names) == 1 else [*names]


def _type_of(value: JSON) -> str | None:
    if not isinstance(value, str):
        return "null" if value is None else None
    word = value.strip().lower()
    if word in TYPES or word in _ANYTHING:
        return word if word in TYPES else None
    return _MISNOMERS.get(word) or did_you_mean(word, TYPES)


def _to_location(value: JSON) -> Meant:
    return did_you_mean(str(value).strip(), LOCATIONS) or DROP


def _dropped(_: JSON) -> Meant:
    return DROP


def _is_text(value: JSON) -> bool:
    return isinstance(value, str)


FORMS: Mapping[str, Form] = {
    "any": Form("anything", lambda _: True, _dropped),
    "text": Form("a string", _is_text, _to_text),
    "flag": Form("true or false", lambda v: isinstance(v, bool), _to_flag),
    "number": Form("a number", is_number, _to_number),
    "factor": Form(
        "a number above 0", lambda v: is_number(v) and v > 0, lambda v: _to_number(v)
    ),
    "count": Form("a whole number, 0 or more", _is_count, _to_count),
    "list": Form("a list", lambda v: isinstance(v, list), lambda v: [v]),
    "map": Form("an object", lambda v: isinstance(v, dict), _dropped),
    "texts": Form("a list of strings", _is_texts, _to_texts),
    "names": Form("a list of names without repeats", _is_names, _to_names),
    "tags": Form("a list of names without repeats", _is_names, _to_tags),
    "texts-by-name": Form(
        "an object of strings", _is_map_of(_is_text), _to_texts_by_name
    ),
    "names-by-name": Form(
        "an object of lists of property names", _is_map_of(_is_names), _to_names_by_name
    ),
    "enum": Form("a list of at least one value, without repeats", _is_enum, _to_enum),
    "type": Form(f"one of {', '.join(TYPES)}, or a list of them", _is_type, _to_type),
    "location": Form(
        f"one of {', '.join(LOCATIONS)}", lambda v: v in LOCATIONS, _to_location
    ),
}
