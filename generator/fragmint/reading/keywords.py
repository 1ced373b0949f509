"""What the value of each keyword of a schema must be (JSON Schema 2020-12).

openapi-spec-validator leaves schemas to the metaschema, whose errors name no place
and whose nesting follows the schema's. A table says the same of one schema at a time.
"""

from collections.abc import Callable, Iterator
from typing import TypeGuard

from fragmint.reading.pointers import JSON

TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_Check = Callable[[JSON], "str | None"]


def complaints(schema: dict[str, JSON]) -> Iterator[tuple[str, str]]:
    """The keywords of a schema whose values are not what they must be.

    Args:
        schema: The schema; those within it are not looked into.

    Returns:
        Each keyword and what its value must be.
    """
    for keyword, value in schema.items():
        check = _CHECKS.get(keyword)
        if check is not None and (expected := check(value)):
            yield keyword, expected


def limits(schema: dict[str, JSON]) -> Iterator[tuple[str, str]]:
    """The pairs of keywords of a schema that no value can satisfy together.

    Returns:
        The lower and the upper keyword of each such pair.
    """
    for lower, upper in _LIMITS:
        least, most = schema.get(lower), schema.get(upper)
        if is_number(least) and is_number(most):
            exclusive = "exclusive" in lower + upper
            if least > most or (exclusive and least == most):
                yield lower, upper


def is_number(value: JSON) -> TypeGuard[int | float]:
    """Whether a value is a number of JSON; for Python, true and false are too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


_LIMITS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
    ("minimum", "maximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
)


def _string(value: JSON) -> str | None:
    return None if isinstance(value, str) else "a string"


def _boolean(value: JSON) -> str | None:
    return None if isinstance(value, bool) else "true or false"


def _number(value: JSON) -> str | None:
    return None if is_number(value) else "a number"


def _factor(value: JSON) -> str | None:
    return None if is_number(value) and value > 0 else "a number above 0"


def _count(value: JSON) -> str | None:
    # 10.0 is an integer too (JSON Schema 2020-12, Core §4.2.1).
    whole = is_number(value) and value >= 0 and value == int(value)
    return None if whole else "a whole number, 0 or more"


def _array(value: JSON) -> str | None:
    return None if isinstance(value, list) else "a list"


def _object(value: JSON) -> str | None:
    return None if isinstance(value, dict) else "an object"


def _schema(value: JSON) -> str | None:
    ok = isinstance(value, dict | bool)
    return None if ok else "a schema: an object, true or false"


def _schemas(value: JSON) -> str | None:
    if not isinstance(value, list):
        return "a list of schemas"
    return None if value else "a list of at least one schema"


def _named_schemas(value: JSON) -> str | None:
    return None if isinstance(value, dict) else "an object of schemas"


def _names(value: JSON) -> str | None:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        return "a list of property names"
    names = [name for name in value if isinstance(name, str)]
    return None if len(set(names)) == len(names) else "a list of names without repeats"


def _names_by_name(value: JSON) -> str | None:
    ok = isinstance(value, dict) and not any(map(_names, value.values()))
    return None if ok else "an object of lists of property names"


def _type(value: JSON) -> str | None:
    known = "one of " + ", ".join(TYPES)
    if isinstance(value, str):
        return None if value in TYPES else known
    if not isinstance(value, list) or not value:
        return f"{known}, or a list of them"
    if not all(isinstance(name, str) and name in TYPES for name in value):
        return f"a list of these: {', '.join(TYPES)}"
    return (
        None
        if len({str(name) for name in value}) == len(value)
        else ("a list of types without repeats")
    )


def _each(keywords: str, check: _Check) -> dict[str, _Check]:
    return dict.fromkeys(keywords.split(), check)


_CHECKS: dict[str, _Check] = {
    **_each("$id $schema $ref $anchor $dynamicRef $dynamicAnchor $comment", _string),
    **_each("pattern format contentEncoding contentMediaType title", _string),
    **_each("description", _string),
    **_each("uniqueItems deprecated readOnly writeOnly", _boolean),
    **_each("minimum maximum exclusiveMinimum exclusiveMaximum", _number),
    **_each("multipleOf", _factor),
    **_each("minLength maxLength minItems maxItems", _count),
    **_each("minProperties maxProperties minContains maxContains", _count),
    **_each("enum examples", _array),
    **_each("discriminator xml externalDocs", _object),
    **_each("allOf anyOf oneOf prefixItems", _schemas),
    **_each("not if then else items contains additionalProperties", _schema),
    **_each("propertyNames unevaluatedItems unevaluatedProperties", _schema),
    **_each("contentSchema", _schema),
    **_each("properties patternProperties dependentSchemas $defs", _named_schemas),
    **_each("definitions", _named_schemas),
    **_each("required", _names),
    **_each("dependentRequired", _names_by_name),
    **_each("type", _type),
}
