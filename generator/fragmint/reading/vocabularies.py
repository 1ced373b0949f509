"""Which keywords mean anything to a schema (JSON Schema 2020-12, Core §8.1.2)."""

from collections.abc import Mapping
from typing import Any

__all__ = ["FORMAT_ASSERTION", "without_meaning"]

_BASE = "https://json-schema.org/draft/2020-12/vocab"
FORMAT_ASSERTION = f"{_BASE}/format-assertion"
_VOCABULARIES = {
    f"{_BASE}/applicator": """prefixItems items contains additionalProperties properties
        patternProperties dependentSchemas propertyNames if then else allOf anyOf oneOf
        not""",
    f"{_BASE}/unevaluated": "unevaluatedItems unevaluatedProperties",
    f"{_BASE}/validation": """type const enum multipleOf maximum exclusiveMaximum
        minimum exclusiveMinimum maxLength minLength pattern maxItems minItems
        uniqueItems maxContains minContains maxProperties minProperties required
        dependentRequired""",
}


def without_meaning(used: Mapping[str, Any]) -> frozenset[str]:
    """The keywords of the standard that a meta-schema leaves out.

    Args:
        used: What its `$vocabulary` says.
    """
    return frozenset(
        keyword
        for uri, keywords in _VOCABULARIES.items()
        if uri not in used
        for keyword in keywords.split()
    )
