"""Values and annotations: does one conform, and is the same read as before?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from fragmint.support.models import Model

from .drift_packages import Package

__all__ = ["conforms", "unlike"]


def conforms(value: Any, hint: Any, package: Package) -> bool:
    """Whether a value is as an annotation of `package` says; classes are the same if
    their names are.
    """
    origin = get_origin(hint)
    if hint is Any:
        return True
    if origin in (Union, UnionType):
        return any(conforms(value, one, package) for one in get_args(hint))
    if origin is Literal:
        return any(value == o and type(value) is type(o) for o in get_args(hint))
    if origin is not None:
        arguments = get_args(hint)
        if issubclass(origin, Mapping):
            return isinstance(value, Mapping) and all(
                conforms(one, arguments[1], package) for one in value.values()
            )
        return (
            isinstance(value, Sequence)
            and not isinstance(value, str)
            and all(conforms(one, arguments[0], package) for one in value)
        )
    if hint is float:
        return type(value) in (int, float)
    if isinstance(hint, type) and issubclass(hint, Model):
        return type(value).__name__ == hint.__name__ and all(
            hasattr(value, name) and conforms(getattr(value, name), inner, package)
            for name, inner in package.hints(hint).items()
        )
    return type(value) is hint if isinstance(hint, type) else True


def unlike(old: Any, new: Any) -> str | None:
    """Where something else is read than before, of what was known of it then."""
    if isinstance(old, Model):
        if type(old).__name__ != type(new).__name__:
            return f"{type(old).__name__} is {type(new).__name__}"
        names = [one for one in type(old).__annotations__ if hasattr(old, one)]
        for name in names:
            if name != "extra" and not name.startswith("_"):
                found = unlike(getattr(old, name), getattr(new, name, _GONE))
                if found is not None:
                    return f"{name}: {found}"
        return None
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = zip(old, new, strict=True)
        return next((f for p in pairs if (f := unlike(*p)) is not None), None)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        inner = (unlike(one, new[key]) for key, one in old.items())
        return next((one for one in inner if one is not None), None)
    are_numbers = {type(old), type(new)} <= {int, float}  # which are one in JSON
    if (are_numbers or type(old) is type(new)) and old == new:
        return None
    return f"{old!r} is {new!r}"


_GONE = object()
