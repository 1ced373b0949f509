"""Numbers of a format: which there are, and decimals in text."""

from __future__ import annotations

from collections.abc import Callable

from .format_checks import Check, at_first
from .formats import patterns

_WHOLE: dict[str, str] = {}
__getattr__ = at_first(globals(), _WHOLE)

valid_decimal: Check
_WHOLE["valid_decimal"] = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?"


def _integer(low: int, high: int) -> Callable[[float], bool]:
    return lambda value: low <= value <= high and value % 1 == 0


def _written(low: int, high: int) -> Callable[[float | str], bool]:
    """An integer that can be text, as not all who read JSON's numbers keep 64 bits."""

    def valid(value: float | str) -> bool:
        if isinstance(value, str):
            if len(value) > 20 or not patterns["-?[0-9]+"].fullmatch(value):
                return False
            value = int(value)
        return low <= value <= high and value % 1 == 0

    return valid


valid_int8 = _integer(-(2**7), 2**7 - 1)
valid_int16 = _integer(-(2**15), 2**15 - 1)
valid_int32 = _integer(-(2**31), 2**31 - 1)
valid_int64 = _written(-(2**63), 2**63 - 1)
valid_uint8 = _integer(0, 2**8 - 1)
valid_uint16 = _integer(0, 2**16 - 1)
valid_uint32 = _integer(0, 2**32 - 1)
valid_uint64 = _written(0, 2**64 - 1)
valid_double_int = _integer(1 - 2**53, 2**53 - 1)


def valid_float(value: float) -> bool:
    """A number that single precision has, or rounds to one that it has."""
    return abs(value) < 2**128 - 2**103


def valid_double(value: float) -> bool:
    """A number that double precision has, or rounds to one that it has."""
    return abs(value) < 2**1024 - 2**970
