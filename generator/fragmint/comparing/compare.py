"""Two surfaces -> what is different for a caller."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace

from .annotations import difference
from .changes import At, Change, Findings
from .code import compare_code
from .exchanges import compare_exchanges, with_places_of
from .fields import (
    Fields,
    compare_docs,
    compare_fields,
    compare_readings,
    compare_types,
)
from .named import compare_named
from .owners import renamed_checks
from .pairing import Names, paired
from .readings import Readings, type_of
from .rules import compare_rules
from .severities import SEVERITIES, Direction
from .surface import (
    Argument,
    Model,
    NamedType,
    Operation,
    Security,
    Spot,
    Surface,
)

__all__ = ["compare"]


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """The changes from `old` to `new`, the gravest first."""
    comparison = _Comparison(old, new)
    old = comparison.old
    comparison.operations()
    comparison.models()
    comparison.types()
    comparison.client()
    comparison.functions()
    compare_rules(comparison.findings, old, new, comparison.pairs)
    comparison.names()
    comparison.aliases()
    comparison.new_aliases()
    pairs = comparison.model_pairs, comparison.type_pairs, comparison.pairs
    compare_code(comparison.findings, old, new, comparison.renamed, pairs)
    found = dict.fromkeys(comparison.findings.changes)
    order = {severity: index for index, severity in enumerate(SEVERITIES)}
    return tuple(sorted(found, key=lambda one: order[one.severity]))


class _Comparison:
    def __init__(self, old: Surface, new: Surface) -> None:
        self.old = old
        self.new = new
        self.findings = Findings()
        operations = old.operations.values(), new.operations.values()
        models = old.models.values(), new.models.values()
        self.pairs = [*paired(*operations, _names)]
        self.model_pairs = [*paired(*models, _names)]
        types = old.types.values(), new.types.values()
        self.type_pairs = [*paired(*types, _names)]
        self.renamed = {
            before.name: after.name
            for before, after in (*self.model_pairs, *self.type_pairs)
            if before and after and before.name != after.name
        } | {
            before.request: after.request
            for before, after in self.pairs
            if before and after and before.request != after.request
        }
        functions = dict(renamed_checks(old, new, self.renamed))
        self.old = old = replace(old, library=old.library.renamed(functions))
        self.readings = Readings(
            (old.library, old.readers), (new.library, new.readers), self.renamed
        )

    def operations(self) -> None:
        for before, after in self.pairs:
            if before is None and after is not None:
                what = f"client.{after.name}"
                self.findings.add("operation-added", what, (None, after.at))
            elif after is None and before is not None:
                what = f"client.{before.name}"
                self.findings.add("operation-removed", what, (before.at, None))
            elif before is not None and after is not None:
                self._operation(before, after)

    def _operation(self, old: Operation, new: Operation) -> None:
        findings, at = self.findings, (old.at, new.at)
        old, described = with_places_of(new, old), old
        what = f"client.{new.name}"
        if old.name != new.name:
            works = self.new.aliases.operation(old.name) == new.name
            kind = "alias-left" if works else "operation-renamed"
            findings.add(kind, f"client.{old.name}", at, now=what)
        compare_exchanges(findings, (old, new), self.new, at)
        of = Fields(f"{what}(…)", "sent", self.renamed, self.readings)
        compare_fields(findings, of, old.arguments, new.arguments)
        if old != described and {*map(_name, old.arguments)} <= {
            *map(_name, new.arguments)
        }:
            findings.add("inside", what, at)  # the path has other names
        body = [one.at for one in old.arguments if one.wire[0] == "body"]
        if body and all("field-removed" in findings.told(one) for one in body):
            findings.tell(old.at, "field-removed")  # and what they had to be together
        found = difference(old.returns, new.returns, self.renamed)
        compare_types(findings, found, f"what {what} returns", at, "received")
        self._items(old, new, at)
        for read in _both(old.reads, new.reads):
            got = f"what {what} returns"
            compare_readings(findings, self.readings, read, got, at)
        compare_docs(findings, what, (old.docs, new.docs), at)
        self._credentials(old, new)
        for status in sorted({*old.errors, *new.errors}):
            error = f"the error {status} of {what}" if status else f"an error of {what}"
            told = _error_of(old.errors, status), _error_of(new.errors, status)
            self._error(error, told, at)

    def _items(self, old: Operation, new: Operation, at: At) -> None:
        was, now = old.exchange.items, new.exchange.items
        what = f"a stream of {new.request}"
        if was and now:
            found = difference(was, now, self.renamed)
            what = f"what {what} gives"
            compare_types(self.findings, found, what, at, "received")
        elif was or now:
            kind = "stream-added" if now else "stream-removed"
            self.findings.add(kind, what, at, was=was, now=now)

    def _error(self, what: str, told: tuple[str | None, str | None], at: At) -> None:
        was, now = (
            type_of(ast.parse(one, mode="eval").body, side.readers) if one else ""
            for one, side in zip(told, (self.old, self.new), strict=True)
        )
        match told:
            case None, str():
                self.findings.add("error-added", what, at, now=now)
            case str(), None:
                self.findings.add("error-removed", what, at, was=was)
            case str(before), str(after):
                found = difference(was, now, self.renamed)
                if found.kind == "other":
                    self.findings.add("error-changed", what, at, was=was, now=now)
                else:
                    compare_types(self.findings, found, what, at, "received")
                read = before, after
                compare_readings(self.findings, self.readings, read, what, at)
            case _:
                pass

    def _credentials(self, old: Operation, new: Operation) -> None:
        enough = _is_enough(old.security, new.security)
        kind = "credentials-fewer" if enough else "credentials-more"
        if enough and _is_enough(new.security, old.security):
            if None in (old.security, new.security) or _ways(old) == _ways(new):
                return
            kind = "credentials-preferred"
        was, now = _told(old.security), _told(new.security)
        what, at = f"client.{new.name}", (old.at, new.at)
        self.findings.add(kind, what, at, was=was, now=now)

    def models(self) -> None:
        for before, after in self.model_pairs:
            if before is not None and after is not None:
                direction: Direction = "received" if after.incoming else "sent"
                aliases = self.new.aliases.of_fields(after.name)
                of = Fields(after.name, direction, self.renamed, self.readings, aliases)
                compare_fields(self.findings, of, before.fields, after.fields)
                docs, at = (before.docs, after.docs), (before.at, after.at)
                compare_docs(self.findings, after.name, docs, at)
            for one in before.fields if before and not after else ():
                self.findings.tell(one.at, "field-removed")
            for one in after.fields if after and not before else ():
                self.findings.tell(one.at, "name-added")

    def types(self) -> None:
        sides = self.old, self.new
        compare_named(self.findings, self.type_pairs, sides, self.renamed)

    def client(self) -> None:
        old, new = self.old.client, self.new.client
        of = Fields("Client(…)", "sent", self.renamed, self.readings)
        compare_fields(self.findings, of, old.arguments, new.arguments)
        compare_docs(self.findings, "Client", (old.docs, new.docs), (old.at, new.at))

    def functions(self) -> None:
        for name, after in self.new.functions.items():
            before = self.old.functions.get(name)
            if before is not None:
                at = before.at, after.at
                of = Fields(f"{name}(…)", "sent", self.renamed, self.readings)
                compare_fields(self.findings, of, before.arguments, after.arguments)
                found = difference(before.returns, after.returns, self.renamed)
                what = f"what {name} returns"
                compare_types(self.findings, found, what, at, "received")
                read = before.read, after.read
                compare_readings(self.findings, self.readings, read, what, at)
                was, now = (self.old, before.check), (self.new, after.check)
                for kind, more, than in (
                    ("payload-refused", now, was),
                    ("payload-taken", was, now),
                ):
                    if more[1] and not more[0].library.refuses_no_more(
                        more[1], than[0].library, than[1]
                    ):
                        self.findings.add(kind, name, at)
                compare_docs(self.findings, name, (before.docs, after.docs), at)

    # --- names ------------------------------------------------------------------------

    def names(self) -> None:
        """Those that no sentence about operations has told of."""
        spots = [_spots(self.old), _spots(self.new)]
        for before, after in self.renamed.items():
            at = spots[0][before], spots[1][after]
            works = self.new.aliases.model(before) == after
            kind = "alias-left" if works else "name-renamed"
            self.findings.add(kind, before, at, now=after)
        old, new = ({**one.names, **_unexported(one)} for one in (self.old, self.new))
        requests = [
            {one.request for pair in self.pairs if (one := pair[side]) is not None}
            for side in (0, 1)
        ]
        told = [{*self.renamed, *requests[0]}, {*self.renamed.values(), *requests[1]}]
        for name in sorted(old.keys() | new.keys()):
            owner = name.partition(".")[0]
            if owner != name and (owner in old) != (owner in new):
                continue  # it comes or goes with all that it has
            at_old, at_new = spots[0].get(name), spots[1].get(name)
            if name not in new and name not in told[0]:
                at_old = at_old or Spot("__init__.py", 1)
                self.findings.add("name-removed", name, (at_old, None))
            elif name not in old and name not in told[1]:
                at_new = at_new or Spot("__init__.py", 1)
                self.findings.add("name-added", name, (None, at_new))
            elif name in old and name in new and _is_elsewhere(old[name], new[name]):
                was, now = old[name].lstrip("."), new[name].lstrip(".")
                kind = "name-moved"
                if (name in self.old.types) != (name in self.new.types):
                    was, now = _stands_for(self.old, name), _stands_for(self.new, name)
                    kind = "type-changed"
                self.findings.add(kind, name, (at_old, at_new), was=was, now=now)

    def aliases(self) -> None:
        """Names that worked beside those of the same things, and do no longer."""
        old, new, add = self.old.aliases, self.new.aliases, self.findings.add
        kept = {before.name for before, after in self.pairs if before and after}
        for alias, name in old.operations():
            if name in kept and new.operation(alias) not in self.new.operations:
                at = self.old.operations[name].at, None
                add("alias-removed", f"client.{alias}", at, now=f"client.{name}")
        known = {name.partition(".")[0] for name in self.new.operations}
        for alias, name in old.of_kind("resources").items():
            if new.of_kind("resources").get(alias, alias) not in known:
                at = Spot("client.py", 1), None
                add("alias-removed", f"client.{alias}", at, now=f"client.{name}")
        spots = _spots(self.old)
        for alias, name in old.of_kind("classes").items():
            if name in spots and new.model(alias) not in self.new.names:
                add("alias-removed", alias, (spots[name], None), now=name)
        for before, after in self.model_pairs:
            if before is None or after is None:
                continue
            there = {one.name for one in after.fields} | {*new.of_fields(after.name)}
            fields = {one.name: one for one in before.fields}
            for alias, name in old.of_fields(before.name).items():
                if name in fields and alias not in there:
                    what, at = f"{before.name}.{alias}", (fields[name].at, None)
                    add("alias-removed", what, at, "received", now=name)

    def new_aliases(self) -> None:
        """Names that work now beside those of the same things, and did not."""
        old, new, add = self.old.aliases, self.new.aliases, self.findings.add
        kept = {now.name: (was.at, now.at) for was, now in self.pairs if was and now}
        for alias, name in new.operations():
            if name in kept and old.operation(alias) not in self.old.operations:
                add("alias-left", f"client.{alias}", kept[name], now=f"client.{name}")
        known = {name.partition(".")[0] for name in self.old.operations}
        at = Spot("client.py", 1), Spot("client.py", 1)
        for alias, name in new.of_kind("resources").items():
            if (
                name in known
                and old.of_kind("resources").get(alias, alias) not in known
            ):
                add("alias-left", f"client.{alias}", at, now=f"client.{name}")
        models = {now.name: (was, now) for was, now in self.model_pairs if was and now}
        there = {
            one.name: (was.at, one.at)
            for was, one in (*self.model_pairs, *self.type_pairs)
            if was and one
        }
        for alias, name in new.of_kind("classes").items():
            if name in there and old.model(alias) not in self.old.names:
                add("alias-left", alias, there[name], now=name)
        for name, (before, after) in models.items():
            had = {one.name for one in before.fields} | {*old.of_fields(before.name)}
            fields = {one.name: one.at for one in after.fields}
            was = {one.name: one.at for one in before.fields}
            for alias, one in new.of_fields(name).items():
                if one in fields and one in was and alias not in had:
                    pair = was[one], fields[one]
                    add("alias-left", f"{name}.{alias}", pair, "received", now=one)


def _is_elsewhere(old: str, new: str) -> bool:
    """Whether a module is another; where in the runtime it is, is nobody's affair."""
    return old != new and not (old.startswith("._") and new.startswith("._"))


def _stands_for(surface: Surface, name: str) -> str:
    """What a name of a type or of a class is, in words."""
    if name not in surface.types:
        return "a class"
    said = surface.types[name].annotation
    return difference(said, said, {}).new


def _name(one: Argument) -> str:
    return one.name


def _names(one: Operation | Model | NamedType) -> Names:
    return one.name, one.key


def _error_of(errors: Mapping[str, str], status: str) -> str | None:
    """The decoder of an error with this status, by what comes nearest."""
    family = f"{status[:1]}XX" if status else ""
    found = (errors[one] for one in (status, family, "") if one in errors)
    return next(found, None)


def _both(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The decoders of the same answers; if there is but one, it is for all."""
    if len(old) == len(new) == 1:
        yield from zip(old.values(), new.values(), strict=True)
    else:
        yield from ((old[when], new[when]) for when in old if when in new)


def _is_enough(old: Security, new: Security) -> bool:
    """Whether whoever was let in by `old` is by `new`."""
    ways = new or ((),)
    return all(any({*way} <= {*one} for way in ways) for one in old or ((),))


def _ways(operation: Operation) -> list[set[str]]:
    return [{*way} for way in operation.security or ()]


def _told(security: Security) -> str:
    ways = [" and ".join(way) or "nothing" for way in security or ((),)]
    return " or ".join(ways)


def _spots(surface: Surface) -> dict[str, Spot]:
    found = {one.request: one.at for one in surface.operations.values()}
    found |= {one.name: one.at for one in surface.models.values()}
    found |= {one.name: one.at for one in surface.types.values()}
    return found | {one.name: one.at for one in surface.functions.values()}


def _unexported(surface: Surface) -> dict[str, str]:
    """Functions that the package itself does not export, each with its module."""
    return {
        name: f".{one.at.file.removesuffix('.py')}"
        for name, one in surface.functions.items()
        if not one.exported
    }
