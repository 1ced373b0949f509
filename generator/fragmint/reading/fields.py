"""How the grammar says what an object of OpenAPI holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Container: TypeAlias = Literal["one", "list", "map", "none"]


class Field(NamedTuple):
    """What a field holds.

    Args:
        kind: The kind of its objects, a key of `kinds.KINDS`; of a plain value its
            form, a key of `forms.FORMS`.
        container: Whether it is one object, a list or a map of them, or a plain value.
    """

    kind: str
    container: Container


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of object.

    Args:
        title: What messages call it.
        fields: Its fixed fields, in OpenAPI 3.2.
        old: The fields by which older versions say the same in another way.
        rest: What stands under every other name, where the standard allows one.
        referable: Whether a Reference Object (OAS 3.2.0 §4.23) can stand for it.
    """

    title: str
    fields: Mapping[str, Field]
    old: Mapping[str, Field] = field(default_factory=dict)
    rest: Field | None = None
    referable: bool = False


ANY = Field("any", "none")


def one(kind: str, *names: str) -> dict[str, Field]:
    """Fields of one object each."""
    return dict.fromkeys(names, Field(kind, "one"))


def many(kind: str, *names: str) -> dict[str, Field]:
    """Fields of a list of objects each."""
    return dict.fromkeys(names, Field(kind, "list"))


def named(kind: str, *names: str) -> dict[str, Field]:
    """Fields of a map of objects each."""
    return dict.fromkeys(names, Field(kind, "map"))


def plain(form: str, names: str) -> dict[str, Field]:
    """Fields of plain values, their names in one string."""
    return dict.fromkeys(names.split(), Field(form, "none"))
