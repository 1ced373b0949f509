"""Names that the grammar does not know, and what they were probably meant to be."""

from functools import lru_cache
from typing import NamedTuple

from fragmint.diagnostics import clip, did_you_mean
from fragmint.reading.kinds import KINDS

_LEFTOVERS = {
    "id": "no schema of OpenAPI has an id; remove it",
    "divisibleBy": "use multipleOf",
    "disallow": "use not",
    "extends": "use allOf",
}


class Unknown(NamedTuple):
    """What is to be said of a name.

    Args:
        code: The code of the problem.
        message: Its message.
        hint: Its hint.
        meant: The name that was probably meant.
    """

    code: str
    message: str
    hint: str | None
    meant: str | None = None


@lru_cache(maxsize=4096)
def unknown(kind: str, name: str) -> Unknown:
    """What is to be said of a field that an object does not have.

    Args:
        kind: The kind of object, a key of `KINDS`.
        name: The field.
    """
    about = KINDS[kind]
    is_schema = kind == "schema"
    meant = hint = None
    if name not in _LEFTOVERS and (not is_schema or len(name) > 3):
        meant = did_you_mean(name, about.fields)
    if meant is not None:
        hint = f"did you mean {meant}?"
    elif is_schema:
        message = f"{clip(name)} has no effect in a schema"
        return Unknown("unknown-keyword", message, _LEFTOVERS.get(name))
    elif "schema" in about.fields and name in KINDS["schema"].fields:
        hint = f"{name} belongs in its schema"
    code, word = (
        ("unknown-keyword", "keyword") if is_schema else ("unknown-field", "field")
    )
    message = f"no {about.title} has a {word} {clip(name)}"
    return Unknown(code, message, hint, meant)
