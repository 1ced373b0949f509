"""The names of one package: those that are given, and those that were."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from .promises import Names, Promises
from .resolving import Broken, Candidates, resolve

__all__ = ["OWNERS", "Ledger", "fields_of", "methods_of"]


def fields_of(class_name: str) -> str:
    """The kind of what a class has: fields of a model, parameters of an operation."""
    return f"fields {class_name}"


def methods_of(attribute: str) -> str:
    """The kind of what a resource has."""
    return f"methods {attribute}"


class Ledger:
    """Gives names, by what was promised, and knows what is to be promised next.

    `names` are those given so far, by kind and key; `broken` are promises that could
    not be kept.
    """

    def __init__(self, promised: Promises) -> None:
        self.names: Names = {}
        self.broken: list[Broken] = []
        self._promised = promised

    def resolve(
        self,
        kind: str,
        wanted: Mapping[str, Candidates],
        reserved: Iterable[str] = (),
        **options: Any,
    ) -> dict[str, str]:
        """Names for all things of a kind, by key, as `resolving.resolve` makes them."""
        resolution = resolve(
            wanted,
            {*reserved, *self._promised.aliases.get(kind, ())},
            self._promised.names.get(kind),
            gone=self._promised.gone.get(kind),
            **options,
        )
        self.names[kind] = resolution.names
        self.broken += resolution.broken
        return resolution.names

    def promised(self, kind: str, keys: Collection[str]) -> set[str]:
        """The names of a kind that newcomers do not get: they are promised to `keys`,
        or to what is gone, or stand for others.
        """
        names = self._promised.names.get(kind, {})
        return {
            *(name for key, name in names.items() if key in keys),
            *self._promised.gone.get(kind, {}).values(),
            *self._promised.aliases.get(kind, ()),
        }

    def former(self, kind: str, name: str) -> tuple[str, ...]:
        """The names that stand for one of a kind, as it had them before."""
        aliases = self._promised.aliases.get(kind, {})
        return tuple(old for old, now in aliases.items() if now == name)

    def promises(self, members: Mapping[str, str]) -> Promises:
        """What the lock is to keep, where `members` of lists are as they say."""
        gone = {kind: self._gone(kind) for kind in _KINDS}
        for kind in {*self._promised.names, *self._promised.gone}:
            head, _, owner = kind.partition(" ")
            owners = OWNERS.get(head, "")
            if owner in self.names.get(owners, {}).values() or (
                owner in gone.get(owners, {}).values()
            ):
                gone[kind] = self._gone(kind)
        keys = [key for found in gone.values() for key in found]
        around = {place for key in keys for place in _above(key)}
        lost = {
            place: said
            for place, said in self._promised.members.items()
            if place in around
        }
        names = {kind: dict(_told(kind, found)) for kind, found in self.names.items()}
        return Promises(names, {**lost, **members}, gone, self._promised.aliases)

    def _gone(self, kind: str) -> dict[str, str]:
        before = self._promised
        found = {**before.gone.get(kind, {}), **before.names.get(kind, {})}
        now = self.names.get(kind, {})
        taken = {*now.values()}
        return {
            key: name
            for key, name in found.items()
            if key not in now and name not in taken
        }


_KINDS = ("classes", "credentials", "resource_classes", "resources", "servers")
"""Rules are not among them: nobody calls them by their names."""
OWNERS = {"fields": "classes", "methods": "resources"}


def _above(key: str) -> Iterator[str]:
    """The places that the thing with this key is in, and its own."""
    place, *steps = key.rpartition(" ")[0].split("/")
    for step in steps:
        place = f"{place}/{step}"
        yield place


def _told(kind: str, names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Names, without the fields that are called as on the wire, in any company."""
    own = kind.startswith(fields_of(""))
    return ((key, name) for key, name in names.items() if not own or key != name)
