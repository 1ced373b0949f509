"""Where a value stands, in Python and in the description."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias, cast
from urllib.parse import quote

from .fields import Fields
from .models import Model

Path: TypeAlias = tuple[str | int, ...]


def field_of(model: object, wire_name: str | int) -> str | None:
    """The field that a model has a property in; None if it is none, or has none."""
    if not isinstance(model, Model):
        return None
    kind: Any = type(model)
    names = (name for name, wire in kind._names.items() if wire == wire_name)
    name: str = next(names, str(wire_name))
    return name if name in kind.__dataclass_fields__ else None


def _value_at(value: object, step: str | int) -> object:
    """What is there a step further; None if nothing that is known of is."""
    if (name := field_of(value, step)) is not None:
        return getattr(value, name)
    if isinstance(value, Mapping):
        return cast("Mapping[str | int, object]", value).get(step)
    if isinstance(value, list | tuple) and isinstance(step, int):
        items = cast("list[object]", value)
        return items[step] if step < len(items) else None
    return None


def followed(fields: Fields, held: object, path: Path) -> object:
    """What is at the end of `path`; None if it leads to nothing that is known of."""
    for index, step in enumerate(path):
        if held is not None:
            name = None if index else fields.get(str(step))
            held = _value_at(held, step) if name is None else getattr(held, name, None)
    return held


def taken(fields: Fields, held: object, path: Path) -> str:
    """What the field takes that `path` leads into: ``pets takes Sequence[Pet]``."""
    said = ""
    for index, step in enumerate(path):
        name = None if index else fields.get(str(step))
        name = name or field_of(held, step) or ""
        field = getattr(held, "__dataclass_fields__", {}).get(name)
        if field is not None:
            said = f"{name} takes {field.type}"
        held = _value_at(held, step) if field is None else getattr(held, name)
    return said


def way(value: object, path: Path) -> str:
    """The way from `value` on as its caller writes it: ``[0].name``, of models, and
    ``[0]['name']``, of mappings.
    """
    said = ""
    for step in path:
        name = field_of(value, step)
        said += f"[{step!r}]" if name is None else f".{name}"
        value = _value_at(value, step)
    return said


# What is told at a property, or an item, stands in the schema of what holds it.
OF_THE_NAME = frozenset(
    {"additionalProperties", "propertyNames", "unevaluatedProperties"}
)
_OF_THE_OWNER = OF_THE_NAME | {
    "discriminator",
    "dependentRequired",
    "items",
    "required",
    "unevaluatedItems",
}

# Not keywords in a schema; what stands there is the rule itself.
_OF_THE_SCHEMA = frozenset(
    {
        "cookie",
        "depth",
        "discriminator",
        "encoding",
        "false",
        "header",
        "names",
        "segment",
    }
)


def plain_step(token: str) -> str:
    """A step of a pointer as the name that it is."""
    return token.replace("~1", "/").replace("~0", "~")


@lru_cache
def pointer_to(schema: str, at: str | Path, rule: str) -> str:
    """Where `rule` of what is at `at`, seen from `schema`, stands (RFC 6901 §6)."""
    steps = at if isinstance(at, tuple) else (at,)
    for step in steps[:-1] if rule in _OF_THE_OWNER else steps:
        schema += "/items" if isinstance(step, int) else f"/properties/{_escaped(step)}"
    return schema if rule in _OF_THE_SCHEMA else f"{schema}/{rule}"


def _escaped(token: str) -> str:
    token = token.replace("~", "~0").replace("/", "~1")
    return quote(token, safe="/~!$&'()*+,;=:@?{}|[] ", errors="replace")
