"""The rules of Tree."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_list
from .._support.violations import Found

__all__ = ["check_tree"]


def check_tree(value: Any, found: Found) -> None:
    """Note in `found` which rules of Tree (spec.yaml#/components/schemas/Tree) `value`
    breaks.
    """
    if not is_list(value):
        found.refuse((), "type", "array", value, None)
        return

    for index, item in enumerate(value):
        check_tree(item, found.inside((index,), "spec.yaml#/components/schemas/Tree"))
