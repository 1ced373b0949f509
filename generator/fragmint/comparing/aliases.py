"""Names that were given up and still work: what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Aliases"]


@dataclass(frozen=True, slots=True)
class Aliases:
    """By kind, as the manifest has them: the old names, each with the new one."""

    kinds: Mapping[str, Mapping[str, str]]

    def of_kind(self, kind: str) -> Mapping[str, str]:
        """Those of one kind."""
        return self.kinds.get(kind, {})

    def operation(self, name: str) -> str:
        """The resource and method that ``resource.method`` stands for."""
        resource, _, method = name.partition(".")
        resource = self.of_kind("resources").get(resource, resource)
        return f"{resource}.{self.of_kind(f'methods {resource}').get(method, method)}"

    def model(self, name: str) -> str:
        """The class that a name stands for."""
        return self.of_kind("classes").get(name, name)

    def of_fields(self, owner: str) -> Mapping[str, str]:
        """Those of the fields of a class."""
        return self.of_kind(f"fields {owner}")

    def operations(self) -> Iterator[tuple[str, str]]:
        """Those of methods, each behind the resource as it is called now."""
        for kind, found in self.kinds.items():
            word, _, resource = kind.partition(" ")
            for alias, name in found.items() if word == "methods" else ():
                yield f"{resource}.{alias}", f"{resource}.{name}"
