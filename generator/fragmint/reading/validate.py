"""Is the bundle a valid description, and if not, where in the user's files?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Literal, Protocol

from fragmint.diagnostics import clip, did_you_mean
from fragmint.reading.grammar import KINDS, field_of, kind_at
from fragmint.reading.pointers import JSON, Pointer
from fragmint.reading.rules import Finding, findings, meant_field


class _Error(Protocol):
    """What is used of a `jsonschema.ValidationError`, which has no types."""

    message: str
    validator: str
    validator_value: Any
    instance: Any

    @property
    def absolute_path(self) -> Sequence[str | int]: ...


def validate(
    document: dict[str, JSON], holes: frozenset[Pointer] = frozenset()
) -> Iterator[Finding]:
    """Everything that is wrong with a description.

    Args:
        document: A description whose only references are to its own schemas.
        holes: Pointers to what is missing there, about which all has been said.
    """
    for finding in (*_structure(document), *findings(document)):
        where = finding.pointer
        if not any(where[:length] in holes for length in range(len(where) + 1)):
            yield finding


def _structure(document: dict[str, JSON]) -> Iterator[Finding]:
    """What openapi-spec-validator's schema of a description says.

    Its walk of the schemas is not asked for: it takes a required property that is not
    listed under `properties` for an error, it runs the description's own patterns,
    and it knows no places.
    """
    # Slow to import, and not needed by what fails earlier. jsonschema is what
    # openapi-spec-validator itself is made of; it has no types.
    validator = import_module("jsonschema").Draft202012Validator(_schema())
    try:
        errors: Iterable[_Error] = validator.iter_errors(document)
        for error in errors:
            yield from _finding(error)
    except RecursionError:
        message = "the description nests too deep to be validated"
        yield Finding("too-deep", message, ())


@cache
def _schema() -> dict[str, Any]:
    """The schema without what the rules say better, and ten times faster."""
    from openapi_spec_validator.schemas import schema_v31

    relaxed = _without(dict(schema_v31), {"unevaluatedProperties", "$dynamicRef"})
    return dict(relaxed) if isinstance(relaxed, dict) else {}


def _without(value: JSON, names: set[str]) -> JSON:
    if isinstance(value, dict):
        return {k: _without(v, names) for k, v in value.items() if k not in names}
    if isinstance(value, list):
        return [_without(item, names) for item in value]
    return value


def _finding(error: _Error) -> Iterator[Finding]:
    pointer: Pointer = tuple(error.absolute_path)
    kind = kind_at(pointer)
    title = KINDS[kind].title if kind else "object"
    mark: Literal["value", "name"] = "value"
    hint: str | None = None
    match error.validator, error.validator_value:
        case "type", "string" if pointer[-2:-1] == ("parameters",):
            return  # A link's parameters can be of any type (OAS 3.1.1 §4.8.20).
        case "required", [*names]:
            given = error.instance if isinstance(error.instance, dict) else {}
            missing = [str(name) for name in names if not _has(given, str(name), kind)]
            if not missing:
                return
            message = f"this {title} has no {' and no '.join(missing)}"
            if title == "parameter" and missing == ["required"]:
                message = "a parameter in the path needs required: true"
            mark = "name"
        case "oneOf", [{"required": [one]}, {"required": [other]}]:
            if not isinstance(error.instance, dict):
                return
            both = one in error.instance and other in error.instance
            message = (
                f"this {title} has both {one} and {other}"
                if both
                else f"this {title} has neither {one} nor {other}"
            )
            mark = "name"
        case "type", expected:
            message = f"this must be {_type(expected)}, not {_type(_of(error))}"
            if expected == "string" and _of(error) in ("number", "integer", "boolean"):
                hint = "put it in quotes"
        case "enum", [*values]:
            message = f"this must be one of {', '.join(map(_shown, values))}"
            meant = did_you_mean(str(error.instance), map(str, values))
            hint = f"did you mean {meant}?" if meant else _ENUM_HINTS.get(pointer[-1:])
        case "const", value:
            message = f"this must be {_shown(value)}"
            if value is True and pointer[-1:] == ("required",):
                message = "a parameter in the path needs required: true"
        case ("minItems" | "minProperties"), _:
            message, mark = "this must not be empty", "name"
        case _:
            message = clip(error.message, 160)
    yield Finding("invalid-description", message, pointer, mark, hint)


_ENUM_HINTS: dict[Pointer, str] = {
    ("in",): "requestBody describes a body and the fields of a form",
}


def _has(given: dict[str, JSON], name: str, kind: str | None) -> bool:
    """Whether a field is there, or one that has already been said to be misspelt."""
    unknown = (n for n in given if kind is not None and field_of(kind, n) is None)
    return name in given or any(
        kind is not None and meant_field(kind, other) == name for other in unknown
    )


def _of(error: _Error) -> str:
    value = error.instance
    names = {
        bool: "boolean",
        int: "integer",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "null")


def _type(name: object) -> str:
    if isinstance(name, list):
        return " or ".join(map(_type, name))
    return {
        "array": "a list",
        "boolean": "true or false",
        "integer": "an integer",
        "null": "empty",
        "number": "a number",
        "object": "an object",
        "string": "a string",
    }.get(str(name), str(name))


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else clip(str(value))
