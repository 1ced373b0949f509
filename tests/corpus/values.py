"""Values that a schema allows, by chance but always the same for the same seed."""

from __future__ import annotations

import base64
import contextlib
import json
import random
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, cast

from .dialect import URI, Dialect, Schema
from .library import mapping
from .patterns import NARROW, matching

__all__ = ["PLAIN", "RICH", "Maker", "Unmakeable"]

PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
RICH = PLAIN + " &=+%?#/;,:@'\"é☎-_.~"
_DEEP = 4
_TOO_DEEP = 14
_TRIES = 12
_LONG = 5000


class Unmakeable(Exception):
    """No value was found that the schema allows."""


class Maker:
    """Makes values of one dialect's schemas."""

    def __init__(self, dialect: Dialect, dice: random.Random) -> None:
        self._dialect = dialect
        self._dice = dice
        self._alphabet = RICH

    def make(self, schema: Schema, alphabet: str = RICH) -> Any:
        """A value without a fault.

        Raises:
            Unmakeable: none was found.
        """
        self._alphabet = alphabet
        for attempt in range(_TRIES):
            # Ever less beyond what is required: the rarer demands get their chance.
            with contextlib.suppress(Unmakeable):
                value = self._made(schema, attempt // 3)
                if not self._dialect.faults(schema, value):
                    return value
        raise Unmakeable

    def binary(self, schema: Schema) -> frozenset[str]:
        """The properties of an object that are bytes, or lists of bytes."""
        try:
            known = self._flat(schema, 0).get("properties", {})
            return frozenset(
                name for name, one in known.items() if self._is_binary(one)
            )
        except Unmakeable:
            return frozenset()

    def _is_binary(self, schema: Schema) -> bool:
        fields = self._flat(schema, 0)
        if fields.get("type") == "array":
            fields = self._flat(fields.get("items", True), 0)
        return fields.get("format") == "binary"

    def _made(self, schema: Schema, depth: int) -> Any:
        if depth > _TOO_DEEP:
            raise Unmakeable
        fields = self._settled(schema, depth)
        if "const" in fields:
            return fields["const"]
        types = fields.get("type", _implied(fields))
        kinds = cast("list[str]", types if isinstance(types, list) else [types])
        if "enum" in fields:
            fitting = [one for one in fields["enum"] if one is not None]
            return self._dice.choice(fitting or fields["enum"])
        kind = self._dice.choice([one for one in kinds if one != "null"] or ["null"])
        make: Callable[[dict[str, Any], int], Any] = {
            "object": self._object,
            "array": self._array,
            "string": self._text,
            "integer": self._integer,
            "number": self._number,
            "boolean": lambda fields, depth: self._dice.random() < 0.5,
            "null": lambda fields, depth: None,
        }[kind]
        return make(fields, depth)

    def _settled(self, schema: Schema, depth: int) -> dict[str, Any]:
        """One schema without references, with one member of each union chosen."""
        fields = self._flat(schema, depth)
        for _ in range(20):
            union = next((key for key in ("oneOf", "anyOf") if key in fields), None)
            if union is None:
                return fields
            members = [one for one in fields.pop(union) if one is not False]
            filled = [one for one in members if mapping(one).get("type") != "null"]
            chosen = self._dice.choice(filled or members or [True])
            if tagged := _tagged(fields.pop("x-discriminator", None), chosen):
                fields = _merged(fields, tagged)
            fields = _merged(fields, self._flat(chosen, depth))
        raise Unmakeable

    def _flat(self, schema: Schema, depth: int) -> dict[str, Any]:
        """The schema, what it refers to and the members of its allOf, as one."""
        if depth > 4 * _TOO_DEEP or schema is False:
            raise Unmakeable
        if schema is True:
            return {}
        flat = {k: v for k, v in schema.items() if k not in ("$ref", "allOf")}
        members = [*schema.get("allOf", ())]
        if reference := schema.get("$ref"):
            name = reference.removeprefix(f"{URI}#/$defs/")
            members.append(self._dialect.defs[name])
        for member in members:
            flat = _merged(flat, self._flat(member, depth + 3))
        return flat

    def _object(self, fields: dict[str, Any], depth: int) -> dict[str, Any]:
        known: dict[str, Schema] = fields.get("properties", {})
        required = set(fields.get("required", ()))
        others = fields.get("additionalProperties", True)
        least = int(fields.get("minProperties", 0))
        most = int(fields.get("maxProperties", _LONG))
        share = 0.6 if depth < 2 else 0.25 if depth < _DEEP else 0.0
        made: dict[str, Any] = {}
        for name, schema in known.items():
            wanted = name in required
            few = len(made) < least or self._dice.random() < share
            if wanted or (few and len(made) < most and schema is not False):
                try:
                    made[name] = self._made(schema, depth + 1)
                except Unmakeable:
                    if wanted:
                        raise
        for name in sorted(required - known.keys()):
            made[name] = self._made(others, depth + 1)
        open_ended = isinstance(others, dict) and not known and depth < _DEEP
        if open_ended or len(made) < least:
            for _ in range(max(least - len(made), self._dice.randint(0, 2))):
                if len(made) < most and others is not False:
                    made[self._word(3, 8)] = self._made(others, depth + 1)
        return made

    def _array(self, fields: dict[str, Any], depth: int) -> list[Any]:
        first: list[Schema] = fields.get("prefixItems", [])
        rest: Schema = fields.get("items", True)
        least = int(fields.get("minItems", 0))
        most = int(fields.get("maxItems", max(least, 3)))
        wanted = max(least, min(most, 3, self._dice.randint(1, 3)))
        if depth >= _DEEP:
            wanted = least
        if rest is False:
            wanted = min(wanted, len(first))
        made: list[Any] = []
        for number in range(wanted * 4):
            if len(made) == wanted:
                break
            schema = first[len(made)] if len(made) < len(first) else rest
            try:
                value = self._made(schema, depth + 1)
            except Unmakeable:
                if least or number < len(first):
                    raise
                break
            written = json.dumps(value, sort_keys=True)
            if not fields.get("uniqueItems") or all(
                json.dumps(one, sort_keys=True) != written for one in made
            ):
                made.append(value)
        return made

    def _integer(self, fields: dict[str, Any], depth: int) -> int:
        return int(
            self._number(fields | {"multipleOf": fields.get("multipleOf", 1)}, 0)
        )

    def _number(self, fields: dict[str, Any], depth: int) -> int | float:
        low, high = fields.get("minimum"), fields.get("maximum")
        if bounds := _BOUNDS.get(fields.get("format", "")):
            low = (0 if high is None else bounds[0]) if low is None else low
            low = max(low, bounds[0])
            high = min(bounds[1], low + 1000 if high is None else high)
        step = fields.get("multipleOf")
        above, below = fields.get("exclusiveMinimum"), fields.get("exclusiveMaximum")
        gap: float = step or 0.25
        if above is not None:
            low = above + gap if low is None else max(low, above + gap)
        if below is not None:
            high = below - gap if high is None else min(high, below - gap)
        if low is None:
            low = (high - 1000) if high is not None else 0
        if high is None:
            high = low + 1000
        if high < low and above is not None and below is not None:
            return float(above + below) / 2
        if step:
            first = -(-low // step)
            last = max(first, high // step)
            value: float = self._dice.randint(int(first), int(last)) * step
            return int(value) if float(value).is_integer() else value
        if high - low < 1:
            return float(low)
        return round(self._dice.uniform(low, high) * 4) / 4

    def _text(self, fields: dict[str, Any], depth: int) -> str:
        least = int(fields.get("minLength", 0))
        most = int(fields.get("maxLength", _LONG))
        form = _FORMATS.get(fields.get("format", ""))
        pattern = fields.get("pattern", fields.get(NARROW))
        if form is not None:
            text = form(self._dice)
            if len(text) > most and pattern is None:
                raise Unmakeable  # a part of an address is none
            if pattern is None or re.search(pattern, text):
                return text
        if pattern is not None:
            return matching(pattern, self._dice, least, most)
        shortest = max(least, 1) if most else 0
        return self._word(shortest, max(shortest, min(most, shortest + 12)))

    def _word(self, shortest: int, longest: int) -> str:
        length = self._dice.randint(shortest, longest)
        text = "".join(self._dice.choices(self._alphabet, k=length))
        # A blank at an end is lost by some protocols, and a dot is a step of a path.
        edge = self._dice.choices(PLAIN, k=2)
        return text if length < 1 else (edge[0] + text[1:-1] + edge[1])[:length]


def _implied(fields: dict[str, Any]) -> list[str]:
    """The types of a schema that does not say them."""
    marks = {
        "object": ("properties", "required", "additionalProperties", "minProperties"),
        "array": ("items", "prefixItems", "minItems"),
        "string": ("pattern", "minLength", "maxLength", "format"),
        "number": ("minimum", "maximum", "multipleOf", "exclusiveMinimum"),
    }
    for kind, keys in marks.items():
        if any(key in fields for key in keys):
            return [kind]
    return ["string"]


def _tagged(discriminator: Any, chosen: Schema) -> dict[str, Any] | None:
    """What the discriminator demands of the chosen member."""
    if not discriminator or not isinstance(chosen, dict):
        return None
    value = discriminator["values"].get(chosen.get("$ref"))
    if value is None:
        return None
    name = discriminator["name"]
    return {"properties": {name: {"const": value}}, "required": [name]}


_TIGHTEST: dict[str, Callable[[Any, Any], Any]] = {
    "minimum": max,
    "exclusiveMinimum": max,
    "minLength": max,
    "minItems": max,
    "minProperties": max,
    "maximum": min,
    "exclusiveMaximum": min,
    "maxLength": min,
    "maxItems": min,
    "maxProperties": min,
}


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """A schema that asks for what both ask for, as far as that can be said."""
    merged = {**other, **one}
    for key in one.keys() & other.keys():
        mine, theirs = one[key], other[key]
        if key in _TIGHTEST:
            merged[key] = _TIGHTEST[key](mine, theirs)
        elif key == "properties":
            both: dict[str, Any] = {**theirs, **mine}
            for name in mine.keys() & theirs.keys():
                if mine[name] != theirs[name]:
                    both[name] = {"allOf": [mine[name], theirs[name]]}
            merged[key] = both
        elif key == "required":
            merged[key] = [*mine, *(name for name in theirs if name not in mine)]
        elif key == "enum":
            merged[key] = [value for value in mine if value in theirs] or mine
        elif key == "type":
            merged[key] = _both_types(mine, theirs)
        elif key in ("items", "additionalProperties") and mine != theirs:
            merged[key] = {"allOf": [mine, theirs]}
        elif key in ("oneOf", "anyOf") and mine != theirs:
            # Of two unions the second waits its turn under the other name.
            spare = "anyOf" if key == "oneOf" else "oneOf"
            merged.setdefault(spare, theirs)
    return merged


def _both_types(mine: Any, theirs: Any) -> Any:
    first = cast("list[str]", mine if isinstance(mine, list) else [mine])
    second = cast("list[str]", theirs if isinstance(theirs, list) else [theirs])
    both = [one for one in first if one in second]
    if not both and "number" in (*first, *second) and "integer" in (*first, *second):
        both = ["integer"]
    return both or first


def _moment(dice: random.Random) -> datetime:
    return datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=dice.randint(0, 10**8))


def _encoded(dice: random.Random) -> str:
    return base64.b64encode(dice.randbytes(dice.randint(1, 9))).decode()


def _address(dice: random.Random) -> str:
    return f"https://example.com/{dice.randint(1, 999)}?a=b&c=%20#d"


_BOUNDS = {
    f"{'u' * unsigned}int{bits}": (
        (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    )
    for bits in (8, 16, 32, 64)
    for unsigned in (False, True)
}
_FORMATS: dict[str, Callable[[random.Random], str]] = {
    "date": lambda dice: _moment(dice).date().isoformat(),
    "date-time": lambda dice: _moment(dice).isoformat().replace("+00:00", "Z"),
    "time": lambda dice: f"{_moment(dice).time().isoformat()}Z",
    "duration": lambda dice: f"P{dice.randint(1, 9)}DT{dice.randint(1, 9)}H",
    "uuid": lambda dice: str(uuid.UUID(int=dice.getrandbits(128), version=4)),
    "email": lambda dice: f"a{dice.randint(1, 999)}@example.com",
    "idn-email": lambda dice: f"a{dice.randint(1, 999)}@example.com",
    "hostname": lambda dice: f"h{dice.randint(1, 999)}.example.com",
    "ipv4": lambda dice: f"192.0.2.{dice.randint(1, 254)}",
    "ip": lambda dice: f"192.0.2.{dice.randint(1, 254)}",
    "ipv6": lambda dice: f"2001:db8::{dice.randint(1, 9999):x}",
    "uri": _address,
    "url": _address,
    "iri": _address,
    "uri-reference": _address,
    "iri-reference": _address,
    "uri-template": lambda dice: f"https://example.com/{{id}}/{dice.randint(1, 999)}",
    "date-time-local": lambda dice: _moment(dice).replace(tzinfo=None).isoformat(),
    "date-time-rfc-2822": lambda dice: format_datetime(_moment(dice)),
    "time-local": lambda dice: _moment(dice).time().isoformat(),
    "char": lambda dice: dice.choice(RICH),
    "int64": lambda dice: str(dice.randint(-(10**6), 10**12)),
    "uint64": lambda dice: str(dice.randint(0, 10**12)),
    "byte": _encoded,
    "base64": _encoded,
    "base64url": lambda dice: _encoded(dice).replace("+", "-").replace("/", "_"),
    "decimal": lambda dice: f"{dice.randint(0, 999)}.{dice.randint(0, 99):02}",
    "regex": lambda dice: "^a+$",
    "relative-json-pointer": lambda dice: f"{dice.randint(0, 9)}/a",
    "json-pointer": lambda dice: f"/a/{dice.randint(1, 99)}",
}
