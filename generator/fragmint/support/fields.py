"""Which fields of a model go out where, and under which name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .models import made
from .unset import UNSET

__all__ = ["Fields"]


class Fields(dict[str, str]):
    """The fields of a model that go out in one place, Python names by wire name.

    `schema` points to what the description says of them. None is left out, but of the
    fields that `nulls` has, by their Python names, `UNSET` is.
    """

    __slots__ = ("given", "schema")

    given: Callable[[object], dict[str, Any]]
    """The values of a model that are given, by wire name."""

    def __init__(
        self,
        schema: str,
        names: Mapping[str, str],
        nulls: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(names)
        self.schema = schema
        scope: dict[str, Any] = {"_UNSET": UNSET}
        lines = ["fields = {}"]
        for wire_name, name in names.items():
            scope[f"_wire_{name}"] = wire_name
            left_out = "_UNSET" if name in nulls else "None"
            lines.append(f"if (value := model.{name}) is not {left_out}:")
            lines.append(f" fields[_wire_{name}] = value")
        self.given = made("given(model)", [*lines, "return fields"], scope)

    def held(self, defaults: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `defaults` that are values of these fields."""
        return {name: defaults[name] for name in self if name in defaults}
