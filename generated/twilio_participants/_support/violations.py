"""What a value breaks of its description."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from .closest import closest
from .encoding import Unwritable, is_writable
from .errors import ClientError
from .fields import Fields
from .frames import outside
from .messages import MESSAGES, Given
from .models import MASKED, Model
from .places import (
    OF_THE_NAME,
    Path,
    field_of,
    followed,
    pointer_to,
    taken,
    way,
)
from .violation import Violation as Violation

Tag: TypeAlias = tuple[str, tuple[str, ...], Any]
Cases: TypeAlias = Mapping[str, str] | tuple[Mapping[str, str], ...]


class InvalidRequest(ClientError, ValueError):
    """The request breaks the description and was not sent.

    `violations` holds every rule that it breaks.
    """

    def __init__(self, operation: str, violations: tuple[Violation, ...]) -> None:
        super().__init__(operation, violations)
        self.operation = operation
        self.violations = violations

    def __str__(self) -> str:
        told = self.violations[:_TOLD]
        width = min(max((len(one.where) for one in told), default=0), _WIDEST) + 1
        lines = [
            f"\n  {one.where + ':':<{width}} {one.message} ({one.source})"
            for one in told
        ]
        if len(self.violations) > _TOLD:
            lines.append(f"\n  … and {len(self.violations) - _TOLD} more")
        return f"{self.operation} was not sent:{''.join(lines)}"


_TOLD, _WIDEST = 100, 30


class Advice(UserWarning):
    """Advice of the description, its `violation`, is not taken; the request is sent."""

    violation: Violation


class Found:
    """The rules that a value is found to break.

    `fields` says where the checks are: the object in the request, with its Python names
    by wire name, and where its schema is. `given` is what has these fields, as it was
    given. `refused` has what was found, if anything.
    """

    given: object = None
    # Only an object that breaks something gets more.
    refused: dict[object, Violation] | None = None
    _advised: dict[object, Violation] | None = None
    _left: tuple[Any, ...] = ()

    def __init__(self, fields: Fields, given: object = None) -> None:
        self.fields = fields
        if given is not None:
            self.given = given

    @property
    def violations(self) -> list[Violation]:
        """Every broken rule so far."""
        return list(self.refused.values()) if self.refused else []

    def within(self, fields: Fields) -> Found:
        """The same findings, to go on with another object of the request."""
        self._left = self.fields, self._left
        self.fields = fields
        return self

    def inside(
        self, at: str | Path, schema: str, words: str | None = None, **given: Cases
    ) -> Found:
        """The same findings, to go on with the value at `at`, whose schema is there.

        `words` are for what has none there, and `given` is as for `refuse`.
        """
        inner = _Inside(self, at, schema)
        if words is not None or given:
            inner.words, inner.cases = words, given
        return inner

    def refuse(
        self,
        at: str | Path,
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str = "",
        tag: Tag | None = None,
        **given: Cases,
    ) -> None:
        """Note a broken rule: the request is not sent.

        Args:
            at: Where, seen from here: the property, by its wire name, or the way to the
                value as names and indexes; () is the value itself.
            rule: The keyword.
            limit: What it demands.
            value: What was given.
            words: The description's own.
            schema: Points to the schema with the rule, if it is not the one that is
                reached by way of the properties and the items.
            tag: The property that tells the branches of a choice apart, its values and
                the object that has none of them: then it is about this property.
            given: In which case it holds, `because` or `unless` this is true of these
                properties, or one of several such.
        """
        if tag is not None and isinstance(tag[2], Mapping):
            at, rule, limit, value = _by_tag(at, *tag)
        violation = self._violation(at, rule, limit, value, words, schema, given)
        self._note(violation, refused=True)

    def advise(
        self,
        at: str | Path,
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str = "",
        tag: Tag | None = None,
        **given: Cases,
    ) -> None:
        """As `refuse`, of advice: the request is sent, with a warning."""
        if tag is not None and isinstance(tag[2], Mapping):
            at, rule, limit, value = _by_tag(at, *tag)
        violation = self._violation(at, rule, limit, value, words, schema, given)
        self._note(violation, refused=False)

    def unwritable(
        self, operation: str, error: Unwritable | Mapping[str, object]
    ) -> InvalidRequest:
        """What to raise where a field cannot be written where it is to go.

        `error` says which; or these fields are searched for all that UTF-8 cannot
        write.
        """
        if isinstance(error, Unwritable):
            at = (error.name,) if error.name else ()
            while self._left and error.name not in self.fields:
                self.fields, self._left = self._left
            self.refuse(at, error.rule, error.limit, MASKED, None)
        else:
            for name in (n for n, one in error.items() if not is_writable(one)):
                self.refuse(name, "encoding", "UTF-8", MASKED, None)
        return InvalidRequest(operation, tuple(self.violations))

    def settle(self, operation: str) -> None:
        """Raise InvalidRequest if anything was refused, else warn of the advice."""
        if self.refused:
            raise InvalidRequest(operation, tuple(self.refused.values()))
        for violation in self._advised.values() if self._advised else ():
            advice = Advice(f"{operation}: {violation}")
            advice.violation = violation
            warnings.warn(advice, stacklevel=outside())

    def _note(self, violation: Violation, *, refused: bool) -> None:
        """Keep `violation`; what two schemas demand alike is told once."""
        limit = violation.pointer if violation.limit is None else violation.limit
        told = (violation.path, violation.rule, repr(limit))
        if refused:
            kept = self.refused = self.refused or {}
        else:
            kept = self._advised = self._advised or {}
        kept.setdefault(told, violation)

    def _reached(self, at: str | Path) -> tuple[Fields, Path, object]:
        """The object of the request that `at` is in, the way from there, and what was
        given as it.
        """
        return self.fields, at if isinstance(at, tuple) else (at,), self.given

    def _schema(self) -> str:
        return self.fields.schema

    def _violation(
        self,
        at: str | Path,
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str,
        given: Mapping[str, Cases],
    ) -> Violation:
        fields, path, held = self._reached(at)
        wire_name = path[0] if path and isinstance(path[0], str) else ""
        name = fields.get(wire_name, wire_name)
        if isinstance(held, Model) and wire_name not in fields:
            name = field_of(held, wire_name) or wire_name
        inside = path[1:] if name else path
        more = ""
        if rule in _OF_SEVERAL:
            limit, value, more = self._of_several(limit, value, path)
        # What is at fault can be the name of a property, not its value.
        fault = path[-1] if rule in OF_THE_NAME and path else value
        message = MESSAGES[rule](limit, fault) + more
        if rule == "type" and limit == "object":
            message = "; ".join(filter(None, (message, taken(fields, held, path))))
        nested: bool = isinstance(self, _Inside)
        if given or nested:
            words, cases = self._around(words, given)
            message += f",{cases}" if cases and _FULL.search(message) else cases
        return Violation(  # names would double what it takes
            name,
            wire_name,
            path if name == wire_name else (name, *path[1:]),
            rule,
            limit,
            value,
            f'{message} - "{words}"' if words else message,
            words,
            pointer_to(schema or self._schema(), () if schema else at, rule),
            fields.whole,
            (
                way(followed(fields, held, path[: -len(inside)]), inside)
                if inside
                else ""
            ),
        )

    def _of_several(
        self, limit: object, value: object, path: Path
    ) -> tuple[object, object, str]:
        """The limit and the value of a rule on properties, or of a choice, as they are
        told, and what comes closest.
        """
        if isinstance(limit, str):
            return self._name(limit), value, ""
        if isinstance(limit, list):
            asked = cast("list[str | tuple[str, ...]]", limit)
            wanted = [(one,) if isinstance(one, str) else one for one in asked]
            names = tuple(" and ".join(map(self._name, one)) for one in wanted)
            there = {*cast("list[str]", value)}
            pairs = zip(wanted, names, strict=True)
            return (
                names,
                Given(one for all_, one in pairs if there.issuperset(all_)),
                "",
            )
        if not isinstance(limit, dict):
            return limit, value, ""
        branches = cast("Mapping[str, Branch | None]", limit)
        choices = Choices(branches)
        choices.checks = branches
        fields, _, held = self._reached(())
        # To tell of the branches of a branch would take time without end.
        if value is MASKED or fields is _NOWHERE:
            return choices, value, ""
        return choices, value, _closest(branches, value, followed(fields, held, path))

    def _around(
        self, words: str | None, given: Mapping[str, Cases]
    ) -> tuple[str | None, str]:
        """The nearest of the words, and in which case all of this is asked."""
        said: dict[str, list[str]] = {}
        level: Found = self
        cases = given
        while True:
            for conjunction, told in cases.items():
                several = told if isinstance(told, tuple) else (told,)
                text = " or ".join(filter(None, map(level._said, several)))
                if text:
                    said.setdefault(conjunction, []).append(text)
            if not isinstance(level, _Inside):
                break
            words, cases = level.words if words is None else words, level.cases
            level = level.outer
        order = (one for one in _JOINED if one in said)
        all_ = (f" {one} {_JOINED[one].join(said[one][::-1])}" for one in order)
        return words, "".join(all_)

    def _said(self, case: Mapping[str, str]) -> str:
        """What is true of which properties of the object that this is about.

        Of what is of another type it is true only because nothing is asked of that.
        """
        true = ((name, what) for name, what in case.items() if self._is_typed(name))
        return " and ".join(f"{self._name(name)} {what}" for name, what in true)

    def _is_typed(self, wire_name: str) -> bool:
        """Whether no property of the name was refused for its type."""
        fields, (first, *rest), _ = self._reached(wire_name)
        path = (fields.get(str(first), first), *rest)
        top = self
        while isinstance(top, _Inside):
            top = top.outer
        refused = top.refused.values() if top.refused else ()
        return not any(one.rule == "type" and one.path == path for one in refused)

    def _name(self, wire_name: str) -> str:
        """What Python calls a property of the object that this is about."""
        fields, path, held = self._reached(())
        if not path and wire_name in fields:
            return fields[wire_name]
        return field_of(followed(fields, held, path), wire_name) or wire_name


class _Inside(Found):
    """`Found` for a value in an object. It keeps nothing; what holds it does."""

    words: str | None = None
    cases: Mapping[str, Cases] = MappingProxyType({})

    def __init__(self, outer: Found, at: str | Path, schema: str) -> None:
        self.outer = outer
        self._at = at
        self._pointed = schema

    # Loops: what is nested as deep as Python can go leaves no room for calls.
    def _note(self, violation: Violation, *, refused: bool) -> None:
        outer = self.outer
        while isinstance(outer, _Inside):
            outer = outer.outer
        outer._note(violation, refused=refused)

    def _reached(self, at: str | Path) -> tuple[Fields, Path, object]:
        steps = [at]
        outer: Found = self
        while isinstance(outer, _Inside):
            steps.append(outer._at)
            outer = outer.outer
        parts = (one if isinstance(one, tuple) else (one,) for one in reversed(steps))
        path = tuple(step for part in parts for step in part)
        return outer.fields, path, outer.given

    def _schema(self) -> str:
        return self._pointed


def _by_tag(
    at: str | Path, name: str, limit: object, value: Mapping[str, object]
) -> tuple[Path, str, object, object]:
    steps = at if isinstance(at, tuple) else (at,)
    return (*steps, name), "discriminator", limit, value.get(name)


Branch = Callable[[Any, Found], object]
_NOWHERE = Fields("", {}, whole="it")


class Choices(tuple[str, ...]):
    """Branches in words, as the limit of a rule; `checks` has what looks at each."""

    checks: Mapping[str, Branch | None]


def _closest(branches: Mapping[str, Branch | None], value: object, held: object) -> str:
    """Which of `branches` comes closest to `value`, which was given as `held`."""
    found: dict[str, list[Violation]] = {}
    for title, check in branches.items():
        if check is not None:
            check(value, trial := Found(_NOWHERE, held))
            found[title] = trial.violations
    return closest(found)


_FULL = re.compile(",| because ")  # which wants a comma before the next reason
_JOINED = {"because": " and ", "unless": " or "}
_OF_SEVERAL = frozenset({"anyOf", "dependentRequired", "not", "oneOf"})
