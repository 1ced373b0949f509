"""The verdicts of three validators: ours, jsonschema-rs, and jsonschema for a third."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import jsonschema  # type: ignore[import-untyped]  # has no types
import jsonschema_rs
from fragmint import compile_schema
from fragmint.diagnostics import Problems

__all__ = ["REFUSED", "Judge", "Verdict", "ours", "peer", "third"]

Verdict: TypeAlias = "bool | str"
"""Whether an instance is valid; or what went wrong instead."""
REFUSED = "not compiled"
Judge: TypeAlias = Callable[[Any], Verdict]


def _guarded(judge: Callable[[Any], bool]) -> Judge:
    def verdict(instance: Any) -> Verdict:
        try:
            return judge(instance)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is no verdict
            return _said(error)

    return verdict


def _never(error: BaseException) -> Judge:
    return lambda _: f"{REFUSED}: {_said(error)}"


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def ours(schema: Any) -> Judge:
    """What fragmint compiles `schema` to."""
    try:
        validator = compile_schema(schema)
    except Problems as error:
        return _never(ValueError("; ".join(str(one) for one in error.problems)))
    except Exception as error:  # noqa: BLE001  # as above
        return _never(error)
    return _guarded(lambda instance: not validator(instance))


def peer(schema: Any) -> Judge:
    """What jsonschema-rs compiles it to."""
    try:
        validator = jsonschema_rs.Draft202012Validator(schema)
    except ValueError as error:
        return _never(error)
    return _guarded(validator.is_valid)


def third(schema: Any) -> Judge:
    """The verdicts of jsonschema, in Python."""
    return _guarded(lambda one: jsonschema.Draft202012Validator(schema).is_valid(one))
