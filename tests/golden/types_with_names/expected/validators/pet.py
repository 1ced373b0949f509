"""The rules of Pet."""

from __future__ import annotations

from typing import Any

from .._support.formats import is_object
from .._support.violations import Found
from .dog import check_dog, is_dog, resembles_dog, tolerate_dog

__all__ = ["check_pet", "tolerate_pet", "is_pet"]


def check_pet(value: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `value`
    breaks.
    """
    from .cat import check_cat, is_cat

    if is_object(value) and value.get("kind") == "cat":
        check_cat(value, found.inside((), "spec.yaml#/components/schemas/Cat"))
    elif is_object(value) and value.get("kind") == "dog":
        check_dog(value, found.inside((), "spec.yaml#/components/schemas/Dog"))
    elif (
        sum(
            (
                is_cat(value),
                is_dog(value),
            )
        )
        != 1
    ):
        found.refuse(
            (),
            "oneOf",
            {"Cat": check_cat, "Dog": check_dog},
            value,
            "Any pet.",
            tag=("kind", ("cat", "dog"), value),
        )


def tolerate_pet(value: Any, found: Found) -> None:
    """Note in `found` which rules of Pet (spec.yaml#/components/schemas/Pet) `value`
    breaks.
    """
    from .cat import resembles_cat, tolerate_cat

    if is_object(value) and value.get("kind") == "cat":
        tolerate_cat(value, found.inside((), "spec.yaml#/components/schemas/Cat"))
    elif is_object(value) and value.get("kind") == "dog":
        tolerate_dog(value, found.inside((), "spec.yaml#/components/schemas/Dog"))
    elif (
        sum(
            (
                resembles_cat(value),
                resembles_dog(value),
            )
        )
        != 1
    ):
        found.refuse(
            (),
            "oneOf",
            {"Cat": tolerate_cat, "Dog": tolerate_dog},
            value,
            "Any pet.",
            tag=("kind", ("cat", "dog"), value),
        )


def is_pet(value: Any) -> bool:
    """Whether `value` is Pet (spec.yaml#/components/schemas/Pet)."""
    from .cat import is_cat

    return (
        (is_object(value) and value.get("kind") == "cat" and is_cat(value))
        or (is_object(value) and value.get("kind") == "dog" and is_dog(value))
        or (
            (not is_object(value) or value.get("kind") != "cat")
            and (not is_object(value) or value.get("kind") != "dog")
            and sum(
                (
                    is_cat(value),
                    is_dog(value),
                )
            )
            == 1
        )
    )
