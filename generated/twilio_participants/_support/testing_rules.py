"""What rules say of single values, as strategies of Hypothesis.

A strategy need not be exact where it is hard to be: what it draws is checked all the
same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from email.utils import format_datetime
from fractions import Fraction
from functools import cache
from math import ceil, floor
from string import ascii_letters, ascii_lowercase, digits
from typing import Any, TypeAlias, TypeGuard
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .encoding import base64_text
from .json_bodies import Held
from .testing_patterns import python, spelled

Rules: TypeAlias = tuple[tuple[str, Any], ...]
"""Keywords and their limits."""

_SHORT = 20
"""How many characters a text has at most, unless more is demanded."""


def limits(rules: Rules, keyword: str) -> list[Any]:
    """What the rules with `keyword` demand."""
    return [limit for known, limit in rules if known == keyword]


@cache
def scalar(kind: Any, rules: Rules) -> SearchStrategy[Any]:
    """Values of a type, as far as `rules` allow."""
    if kind is str:
        return text(rules)
    if kind in (int, float):
        return number(rules, whole=kind is int)
    if kind in _TYPES:
        return _TYPES[kind]
    if _holds_bytes(kind):
        return _files(kind)
    return st.from_type(kind)


@cache
def text(rules: Rules) -> SearchStrategy[str]:
    """Texts, as far as `rules` allow."""
    least = max(limits(rules, "minLength"), default=0)
    most = min(limits(rules, "maxLength"), default=None)
    places = {rule for rule, _ in rules} & {"segment", "header", "cookie"}
    if "segment" in places:
        least = max(least, 1)
    alphabet = st.characters(exclude_categories=["Cs"])
    if places - {"segment"}:
        alphabet = st.sampled_from(_PLAIN)
    found = [_FORMATS[one] for one in limits(rules, "format") if one in _FORMATS]
    for expression in limits(rules, "pattern"):
        with suppress(re.error, ValueError, KeyError, OverflowError):
            found.append(matching(python(expression), least, most))
    if found:
        return found[-1]
    long = least + _SHORT
    return st.text(
        alphabet,
        min_size=least,
        max_size=long if most is None else max(least, min(most, long)),
    )


@cache
def matching(
    pattern: re.Pattern[str], least: int = 0, most: int | None = None
) -> SearchStrategy[str]:
    """Texts that match `pattern`, or any where none is found that does."""
    plain = spelled(pattern, 0, least, most)
    if plain is None:
        return st.text(st.characters(exclude_categories=["Cs"]))
    return _SEEDS.map(lambda seed: spelled(pattern, seed, least, most) or plain)


_SEEDS = st.integers(0, 2**32 - 1)
_PLAIN = ascii_letters + digits + "-._~"


def number(rules: Rules, *, whole: bool) -> SearchStrategy[Any]:
    """Numbers, as far as `rules` allow."""
    bounds = [_BOUNDS[one] for one in limits(rules, "format") if one in _BOUNDS]
    low = [*limits(rules, "minimum"), *limits(rules, "exclusiveMinimum")]
    high = [*limits(rules, "maximum"), *limits(rules, "exclusiveMaximum")]
    low += [first for first, _ in bounds]
    high += [last for _, last in bounds]
    least, most = max(low, default=None), min(high, default=None)
    above = least in limits(rules, "exclusiveMinimum")
    below = most in limits(rules, "exclusiveMaximum")
    steps = [Fraction(str(one)) for one in limits(rules, "multipleOf")]
    if steps or whole:
        return _multiples(steps[-1] if steps else Fraction(1), least, most, rules)
    if least is None and most is None:
        least, most = -1e9, 1e9
    if least is not None and most is not None and least > most:
        return st.nothing()
    return st.floats(
        None if least is None else float(least),
        None if most is None else float(most),
        exclude_min=above,
        exclude_max=below,
        allow_nan=False,
        allow_infinity=False,
    )


def _multiples(
    step: Fraction, least: Any, most: Any, rules: Rules
) -> SearchStrategy[Any]:
    first = None if least is None else ceil(Fraction(str(least)) / step)
    last = None if most is None else floor(Fraction(str(most)) / step)
    if first is not None and first * step in limits(rules, "exclusiveMinimum"):
        first += 1
    if last is not None and last * step in limits(rules, "exclusiveMaximum"):
        last -= 1
    if first is not None and last is not None and first > last:
        return st.nothing()
    drawn = st.integers(first, last)
    return drawn.map(lambda many: _number(many * step)) if step != 1 else drawn


def _number(value: Fraction) -> float:
    return value.numerator if value.denominator == 1 else float(value)


_BOUNDS: Mapping[str, tuple[float, float]] = {
    **{f"int{n}": (-(2 ** (n - 1)), 2 ** (n - 1) - 1) for n in (8, 16, 32, 64)},
    **{f"uint{n}": (0, 2**n - 1) for n in (8, 16, 32, 64)},
    "double-int": (1 - 2**53, 2**53 - 1),
    "float": (-(2.0**126), 2.0**126),
    "double": (-1e300, 1e300),
}


_DATES = st.dates(date(1000, 1, 1), date(9998, 12, 31))
_OFFSETS = st.integers(-23 * 60, 23 * 60).map(
    lambda minutes: timezone(timedelta(minutes=minutes)) if minutes else UTC
)
_MOMENTS = st.datetimes(
    datetime(1000, 1, 2), datetime(9998, 12, 30), timezones=_OFFSETS
)
_TIMES = st.times(timezones=st.just(UTC))
_DECIMALS = st.decimals(-(10**9), 10**9, places=2)
_TYPES: Mapping[Any, SearchStrategy[Any]] = {
    bool: st.booleans(),
    bytes: st.binary(),
    date: _DATES,
    datetime: _MOMENTS,
    time: _TIMES,
    Decimal: _DECIMALS,
    UUID: st.uuids(),
}


def _holds_bytes(kind: object) -> TypeGuard[type[Held]]:
    return isinstance(kind, type) and issubclass(kind, Held)


def _files(kind: type[Held]) -> SearchStrategy[Held]:
    names = st.none() | st.text(_PLAIN, min_size=1, max_size=_SHORT)
    return st.builds(kind, content=st.binary(), filename=names)


def _written(moment: date | time) -> str:
    return moment.isoformat().replace("+00:00", "Z")


_LABELS = st.text(ascii_lowercase + digits, min_size=1, max_size=9)
_HOSTS = st.lists(_LABELS, min_size=1, max_size=3).map(
    lambda labels: ".".join([*labels, "example"])
)
_URIS = st.builds(
    "https://{}/{}".format, _HOSTS, st.text(_PLAIN + "/", max_size=_SHORT)
)
_MAILS = st.builds("{}@{}".format, _LABELS, _HOSTS)
_BASE64 = st.binary().map(base64_text)
_FORMATS: Mapping[str, SearchStrategy[str]] = {
    "date": _DATES.map(_written),
    "date-time": _MOMENTS.map(_written),
    "date-time-local": _MOMENTS.map(lambda m: _written(m.replace(tzinfo=None))),
    "date-time-rfc-2822": _MOMENTS.map(format_datetime),
    "time": _TIMES.map(_written),
    "time-local": st.times().map(_written),
    "duration": st.builds("P{}DT{}H".format, st.integers(0, 99), st.integers(0, 23)),
    "uuid": st.uuids().map(str),
    "byte": _BASE64,
    "base64": _BASE64,
    "base64url": _BASE64.map(
        lambda text: text.rstrip("=").replace("+", "-").replace("/", "_")
    ),
    "decimal": _DECIMALS.map(str),
    "char": st.text(_PLAIN, min_size=1, max_size=1),
    "email": _MAILS,
    "idn-email": _MAILS,
    "hostname": _HOSTS,
    "ipv4": st.ip_addresses(v=4).map(str),
    "ipv6": st.ip_addresses(v=6).map(str),
    "iri": _URIS,
    "iri-reference": _URIS,
    "uri": _URIS,
    "uri-reference": _URIS,
    "uri-template": _URIS.map("{}{{id}}".format),
    "json-pointer": st.lists(st.text(_PLAIN)).map(
        lambda steps: "".join(f"/{one.replace('~', '~0')}" for one in steps)
    ),
    "relative-json-pointer": st.integers(0, 9).map("{}/a".format),
    "regex": st.text("abc", max_size=5).map("^{}a+$".format),
    "int64": st.integers(-(2**63), 2**63 - 1).map(str),
    "uint64": st.integers(0, 2**64 - 1).map(str),
}
