"""What a value breaks of its description, and how that is said."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from .encoding import is_writable
from .errors import ClientError
from .fields import Fields
from .frames import outside
from .models import MASKED

__all__ = ["Advice", "Found", "InvalidRequest", "Violation"]

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One rule of the description that a value breaks.

    `name` is the parameter in Python and `path` where in it the value stands,
    `wire_name` its name in the description; `rule` is the keyword and `limit` what it
    demands; `value` is masked if it is secret; `words` are the description's own and
    `pointer` says where in it the rule stands.
    """

    name: str
    wire_name: str
    path: Path
    rule: str
    limit: object
    value: object
    message: str
    words: str | None
    pointer: str

    def __str__(self) -> str:
        where = self.name + "".join(f"[{step!r}]" for step in self.path[1:])
        return f"{where}: {self.message}"


class InvalidRequest(ClientError, ValueError):
    """The request breaks the description and was not sent.

    `violations` holds every rule that it breaks.
    """

    def __init__(self, operation: str, violations: tuple[Violation, ...]) -> None:
        super().__init__(operation, violations)
        self.operation = operation
        self.violations = violations

    def __str__(self) -> str:
        lines = "".join(f"\n  {violation}" for violation in self.violations)
        return f"{self.operation} was not sent:{lines}"


class Advice(UserWarning):
    """The request goes against advice of the description; it is sent all the same."""


class Found:
    """The rules that the fields of one object are found to break.

    `fields` says which object: its Python names by wire name, and where its schema is.
    """

    refused: tuple[Violation, ...] = ()
    advised: tuple[Violation, ...] = ()

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def within(self, fields: Fields) -> Found:
        """The same findings, to go on with another object."""
        self.fields = fields
        return self

    def refuse(
        self,
        at: str | tuple[str, int],
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str = "",
    ) -> None:
        """Note a broken rule: the request is not sent.

        Args:
            at: The property, by its wire name; with an index, that item of it.
            rule: The keyword.
            limit: What it demands.
            value: What was given.
            words: The description's own.
            schema: Points to the schema with the rule, if that is not the property's.
        """
        violation = self._violation(at, rule, limit, value, words, schema)
        self.refused = _with(self.refused, violation)

    def advise(
        self,
        at: str | tuple[str, int],
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str = "",
    ) -> None:
        """As `refuse`, of advice: the request is sent, with a warning."""
        violation = self._violation(at, rule, limit, value, words, schema)
        self.advised = _with(self.advised, violation)

    def unwritable(
        self, operation: str, fields: Mapping[str, object]
    ) -> InvalidRequest:
        """What to raise where UTF-8 cannot write some of `fields`."""
        for name, value in fields.items():
            if not is_writable(value):
                self.refuse(name, "encoding", "UTF-8", MASKED, None)
        return InvalidRequest(operation, self.refused)

    def settle(self, operation: str) -> None:
        """Raise InvalidRequest if anything was refused, else warn of the advice."""
        if self.refused:
            raise InvalidRequest(operation, self.refused)
        for violation in self.advised:
            warnings.warn(Advice(f"{operation}: {violation}"), stacklevel=outside())

    def _violation(
        self,
        at: str | tuple[str, int],
        rule: str,
        limit: object,
        value: object,
        words: str | None,
        schema: str,
    ) -> Violation:
        wire_name, *steps = (at,) if isinstance(at, str) else at
        assert isinstance(wire_name, str)
        name = self.fields[wire_name]
        message = MESSAGES[rule](limit, value)
        if not schema:
            schema = self.fields.schema
            if rule != "required":
                schema += f"/properties/{_escaped(wire_name)}" + "/items" * len(steps)
        return Violation(
            name=name,
            wire_name=wire_name,
            path=(name, *steps),
            rule=rule,
            limit=limit,
            value=value,
            message=f'{message} - "{words}"' if words else message,
            words=words,
            pointer=schema if rule in _OF_THE_SCHEMA else f"{schema}/{rule}",
        )


def _with(found: tuple[Violation, ...], violation: Violation) -> tuple[Violation, ...]:
    """`found` and `violation`; what two schemas demand alike is told once."""

    def told(one: Violation) -> tuple[object, ...]:
        limit = one.pointer if one.limit is None else one.limit
        return one.path, one.rule, limit

    if any(told(one) == told(violation) for one in found):
        return found
    return (*found, violation)


# Not keywords in a schema; what stands there is the rule itself.
_OF_THE_SCHEMA = ("encoding", "false", "segment")


def _escaped(token: str) -> str:
    """`token` as a step of a pointer in a URI (RFC 6901 §6)."""
    token = token.replace("~", "~0").replace("/", "~1")
    return quote(token, safe="/~!$&'()*+,;=:@?{}|[] ", errors="replace")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:60]}… ({len(text)} characters)"


def _type(limit: object, value: object) -> str:
    types = _several(limit)
    wanted = _listed([_TYPES[str(one)] for one in types])
    if "array" in types and isinstance(value, str):
        # The words that documentation separates by spaces are the items.
        return f"must be {wanted}, not a bare string: write {_shown(value.split())}"
    return f"must be {wanted}, not {_shown(value)}"


def _several(limit: object) -> tuple[object, ...]:
    return cast("tuple[object, ...]", limit) if isinstance(limit, tuple) else (limit,)


_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "None",
    "number": "a number",
    "object": "a mapping",
    "string": "a string",
}


def _enum(limit: object, value: object) -> str:
    allowed = _several(limit)
    message = f"must be {_listed([repr(one) for one in allowed])}, not {_shown(value)}"
    if isinstance(value, str):
        import difflib  # only where something is wrong

        near = {one.lower(): one for one in allowed if isinstance(one, str)}
        close = difflib.get_close_matches(value.lower(), near, n=1)
        if close:
            message += f"; did you mean {near[close[0]]!r}?"
    return message


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


MESSAGES: Mapping[str, Callable[[object, object], str]] = {
    "type": _type,
    "enum": _enum,
    "const": lambda limit, value: f"must be {limit!r}, not {_shown(value)}",
    "minimum": lambda limit, value: f"must be at least {limit}, not {_shown(value)}",
    "maximum": lambda limit, value: f"must be at most {limit}, not {_shown(value)}",
    "exclusiveMinimum": lambda limit, value: (
        f"must be more than {limit}, not {_shown(value)}"
    ),
    "exclusiveMaximum": lambda limit, value: (
        f"must be less than {limit}, not {_shown(value)}"
    ),
    "minLength": lambda limit, value: (
        f"must be {limit} characters long or longer, not {_shown(value)}"
    ),
    "maxLength": lambda limit, value: (
        f"must be {limit} characters long or shorter, not {_shown(value)}"
    ),
    "pattern": lambda limit, value: f"must match {limit}, not {_shown(value)}",
    "format": lambda limit, value: f"must be a valid {limit}, not {_shown(value)}",
    "minItems": lambda limit, value: (
        f"must have {limit} items or more, not {_shown(value)}"
    ),
    "maxItems": lambda limit, value: (
        f"must have {limit} items or fewer, not {_shown(value)}"
    ),
    "required": lambda limit, value: f"must be given {limit or ''}".rstrip(),
    "not": lambda limit, value: f"must not be {_shown(value)}",
    "false": lambda limit, value: f"must be left out, not {_shown(value)}",
    "segment": lambda limit, value: (
        f"must be what can stand in a path, not {_shown(value)}"
        + ("; that leads to another resource" if value in ("", ".", "..") else "")
    ),
    "encoding": lambda limit, value: (
        f"must be text that {limit} can write; it has a lone surrogate"
    ),
}
"""What to say of each rule, by keyword: limit, value -> message."""
