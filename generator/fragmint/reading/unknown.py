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
    """What is to be said of a name."""

    code: str
    message: str
    hint: str | None


@lru_cache(maxsize=4096)
def unknown(kind: str, name: str) -> Unknown:
    """What is to be said of a field that an object does not have.

    Args:
        kind: The kind of object, a key of `KINDS`.
        name: The field.
    """
    about = KINDS[kind]
    if kind == "schema":
        meant = did_you_mean(name, about.fields, cutoff=0.8) if len(name) > 3 else None
        if name not in _LEFTOVERS and meant is not None:
            message, hint = f"no schema has a keyword {name}", f"did you mean {meant}?"
            return Unknown("unknown-keyword", message, hint)
        message = f"{clip(name)} has no effect in a schema"
        return Unknown("unknown-keyword", message, _LEFTOVERS.get(name))
    hint = None
    if meant := did_you_mean(name, about.fields, cutoff=0.7):
        hint = f"did you mean {meant}?"
    elif "schema" in about.fields and name in KINDS["schema"].fields:
        hint = f"{name} belongs in its schema"
    message = f"no {about.title} has a field {clip(name)}"
    return Unknown("unknown-field", message, hint)
