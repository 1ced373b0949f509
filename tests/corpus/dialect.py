"""The schemas of a description, whatever its version, as JSON Schema 2020-12.

Only what a judge needs; not the generator's own conversion, on purpose. References
become `urn:described#/$defs/…`, so that one registry knows them all.
"""

from __future__ import annotations

import base64
import re
import warnings
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast

from jsonschema import (  # type: ignore[import-untyped]  # has no types
    Draft202012Validator,
    FormatChecker,
)
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .library import Library, Node, mapping, sequence
from .patterns import NARROW, narrowed

__all__ = ["URI", "Dialect", "Direction", "Schema"]

Schema: TypeAlias = "dict[str, Any] | bool"
Direction: TypeAlias = Literal["out", "in"]
URI = "urn:described"

_TYPES = {"array", "boolean", "integer", "null", "number", "object", "string"}
_ONE = (
    "items additionalProperties not if then else contains propertyNames"
    " unevaluatedProperties unevaluatedItems"
).split()
_SEVERAL = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "dependentSchemas")
_LENGTHS = (
    "minLength maxLength minItems maxItems minProperties maxProperties"
    " minContains maxContains"
).split()
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_CHECKED = FormatChecker(["date", "date-time", "ipv4", "ipv6", "uuid"])


def _is_base64(value: object) -> bool:
    if isinstance(value, str):
        base64.b64decode("".join(value.split()) + "==")
    return True


_CHECKED.checks("byte", raises=ValueError)(_is_base64)

_HIDDEN = {"out": "readOnly", "in": "writeOnly"}


class Dialect:
    """The schemas of one description, for requests ("out") or responses ("in").

    A property that does not go that way is not asked for.
    """

    def __init__(self, library: Library, direction: Direction) -> None:
        self._library = library
        self._direction = direction
        self._hidden = _HIDDEN[direction]
        self._names: dict[tuple[Path, str], str] = {}
        self._pending: list[tuple[str, Node]] = []
        self._old = library.version < (3, 1)
        self.defs: dict[str, Schema] = {}
        resource = DRAFT202012.create_resource({"$defs": self.defs})
        self._registry = Registry[Any]().with_resource(URI, resource)

    def schema(self, node: Node) -> Schema:
        """A schema of the description, with everything that it refers to in `defs`.

        Raises:
            Unresolved: a reference leads nowhere.
        """
        schema = self._converted(node)
        while self._pending:
            name, target = self._pending.pop()
            self.defs[name] = self._converted(target)
        return schema

    def faults(self, schema: Schema, value: Any) -> list[str]:
        """What `value` breaks of `schema`, a few words each."""
        validator = Draft202012Validator(
            schema, registry=self._registry, format_checker=_CHECKED
        )
        errors: Any = validator.iter_errors(value)
        return [f"{one.validator} at {one.json_path}: {one.message}" for one in errors]

    def _converted(self, node: Node) -> Schema:
        if isinstance(node.value, bool):
            return node.value
        fields = mapping(node.value)
        reference = fields.get("$ref", fields.get("$dynamicRef"))
        if isinstance(reference, str):
            schema: dict[str, Any] = {"$ref": self._reference(reference, node.file)}
            if self._old:
                return schema
        else:
            schema = {}
        self._nested(node, schema)
        self._scalar(fields, schema)
        for name in self._hidden_names(node) & mapping(fields.get("properties")).keys():
            del schema["properties"][name]
            schema["required"] = [n for n in schema.get("required", ()) if n != name]
        if self._direction == "in" and "properties" in schema and "type" not in schema:
            schema["type"] = "object"  # what else an answer is, no type can say
        if fields.get("nullable") is True or fields.get("x-nullable") is True:
            _admit_null(schema)
        return schema

    def _hidden_names(self, node: Node, depth: int = 8) -> set[str]:
        """What does not go this way by any of the schemas that apply together.

        If one says so, it holds (JSON Schema 2020-12 Validation §9.4).
        """
        described = node.child("properties").fields()
        found = {name for name, one in described if self._is_hidden(one)}
        if depth:
            for one in node.child("allOf").elements():
                member = self._library.resolved(one)
                found |= self._hidden_names(member, depth - 1)
        return found

    def _is_hidden(self, node: Node) -> bool:
        fields = mapping(node.value)
        if isinstance(fields.get("$ref"), str):
            fields = mapping(self._library.resolved(node).value)
        return fields.get(self._hidden) is True

    def _reference(self, reference: str, file: Path) -> str:
        target = self._library.target(reference, file)
        key = target.file, reference.partition("#")[2]
        if key not in self._names:
            name = self._names[key] = f"s{len(self._names)}"
            self.defs[name] = True
            self._pending.append((name, target))
        return f"{URI}#/$defs/{self._names[key]}"

    def _nested(self, node: Node, schema: dict[str, Any]) -> None:
        for key in _ONE:
            child = node.child(key)
            if isinstance(child.value, dict | bool):
                schema[key] = self._converted(child)
        if isinstance(node.child("items").value, list):
            schema["prefixItems"] = [
                self._converted(one) for one in node.child("items").elements()
            ]
        for key in _SEVERAL:
            if members := [*node.child(key).elements()]:
                schema[key] = [self._converted(one) for one in members]
        for key in _NAMED:
            if isinstance(node.child(key).value, dict):
                schema[key] = {
                    name: self._converted(one)
                    for name, one in node.child(key).fields()
                    if isinstance(one.value, dict | bool)
                    and (key != "patternProperties" or _is_pattern(name))
                }
        discriminator = mapping(node.child("discriminator").value)
        if isinstance(discriminator.get("propertyName"), str):
            schema["x-discriminator"] = self._discriminator(node, discriminator)

    def _discriminator(
        self, node: Node, discriminator: dict[str, Any]
    ) -> dict[str, Any]:
        """The property and, for each reference among the members, its value."""
        values: dict[str, str] = {}
        for key in ("oneOf", "anyOf"):
            for one in node.child(key).elements():
                reference = mapping(one.value).get("$ref")
                if isinstance(reference, str):
                    target = self._reference(reference, node.file)
                    values[target] = reference.split("/")[-1]
        for value, reference in mapping(discriminator.get("mapping")).items():
            where = str(reference)
            if "#" not in where and "/" not in where and "." not in where:
                where = f"#/components/schemas/{where}"
            values[self._reference(where, node.file)] = value
        return {"name": discriminator["propertyName"], "values": values}

    def _scalar(self, fields: dict[str, Any], schema: dict[str, Any]) -> None:
        told = fields.get("type")
        types = [t for t in (sequence(told) or [told]) if t in _TYPES]
        if types:
            schema["type"] = types[0] if len(types) == 1 else types
        if told == "file":
            schema.update(type="string", format="binary")
        if isinstance(fields.get("format"), str):
            schema["format"] = fields["format"]
        if isinstance(fields.get("contentEncoding"), str):
            schema.setdefault("format", "byte")
        for key in _LENGTHS:
            if isinstance(fields.get(key), int | float) and fields[key] >= 0:
                schema[key] = fields[key]
        for key in _LIMITS:
            value = fields.get(key)
            if isinstance(value, int | float) and not isinstance(value, bool):
                schema[key] = value
        for key, limit in (
            ("exclusiveMinimum", "minimum"),
            ("exclusiveMaximum", "maximum"),
        ):
            if fields.get(key) is True and limit in schema:
                schema[key] = schema.pop(limit)
        multiple = fields.get("multipleOf")
        if isinstance(multiple, int | float) and multiple > 0:
            schema["multipleOf"] = multiple
        pattern = fields.get("pattern")
        if isinstance(pattern, str):
            narrow = narrowed(pattern)
            if _is_pattern(pattern):
                schema["pattern"] = pattern
            elif narrow is not None and _is_pattern(narrow):
                schema[NARROW] = narrow
        if isinstance(fields.get("uniqueItems"), bool):
            schema["uniqueItems"] = fields["uniqueItems"]
        if isinstance(fields.get("enum"), list) and fields["enum"]:
            schema["enum"] = fields["enum"]
        if "const" in fields and not self._old:
            schema["const"] = fields["const"]
        if isinstance(fields.get("required"), list):
            required = cast("list[Any]", fields["required"])
            schema["required"] = [one for one in required if isinstance(one, str)]
        dependent = fields.get("dependentRequired")
        if isinstance(dependent, dict):
            schema["dependentRequired"] = dependent


def _admit_null(schema: dict[str, Any]) -> None:
    types = schema.get("type")
    if types is not None:
        several = cast("list[str]", types if isinstance(types, list) else [types])
        schema["type"] = [*several, *(["null"] if "null" not in several else [])]
    if "enum" in schema and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]


def _is_pattern(text: str) -> bool:
    """Whether Python reads it; another dialect of patterns is nobody's fault here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
