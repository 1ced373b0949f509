"""What the grammar says about a field, and a walk along it.

What stands in no field of the table is a plain value: nothing looks for references in
it. So an example that contains `$ref` stays an example, and a property that is named
`$ref` stays a property.
"""

from collections.abc import Iterator

from fragmint.reading.fields import ANY, Field
from fragmint.reading.kinds import KINDS
from fragmint.reading.pointers import JSON


def field_of(kind: str, name: str) -> Field | None:
    """What a kind of object holds under a name; None where it has no such field.

    Args:
        kind: A key of `KINDS`.
        name: A key of the object. A specification extension (OAS 3.2.0 §4.25) and a
            fixed field win over what stands under any name; a path is no extension.
    """
    about = KINDS[kind]
    if known := about.fields.get(name) or about.old.get(name):
        return known
    if name.startswith("x-"):
        return ANY
    return about.rest if name != "$ref" else None


def objects(value: JSON, kind: str) -> Iterator[tuple[str, dict[str, JSON]]]:
    """Every object below a value, itself first, each with its kind and each once.

    Args:
        value: An object of that kind, or what stands in its place.
        kind: A key of `KINDS`.
    """
    pending: list[tuple[str, JSON]] = [(kind, value)]
    seen: set[int] = set()
    while pending:
        kind, value = pending.pop()
        if not isinstance(value, dict) or id(value) in seen:
            continue
        seen.add(id(value))
        yield kind, value
        inner: list[tuple[str, JSON]] = []
        for name, member in value.items():
            field = field_of(kind, name)
            if field is None or field.container == "none":
                continue
            inner.extend((field.kind, item) for item in items(field, member))
        pending.extend(reversed(inner))


def items(field: Field, value: JSON) -> Iterator[JSON]:
    """The objects in a field's value.

    Args:
        field: What the grammar says about the field.
        value: What it holds; of the wrong type, it has no members.
    """
    if field.container == "one":
        yield value
    elif field.container == "list" and isinstance(value, list):
        yield from value
    elif field.container == "map" and isinstance(value, dict):
        yield from value.values()
