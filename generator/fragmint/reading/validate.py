"""openapi-spec-validator's judgement of a document that has been brought into shape."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from fragmint.diagnostics import clip
from fragmint.reading.context import Context
from fragmint.reading.fields import Field
from fragmint.reading.grammar import field_of
from fragmint.reading.kinds import KINDS
from fragmint.reading.pointers import JSON


class _Error(Protocol):
    """What is used of a `jsonschema.ValidationError`, which has no types."""

    message: str

    @property
    def absolute_path(self) -> Sequence[str | int]: ...


def validate(context: Context) -> None:
    """Note what openapi-spec-validator's schema of OpenAPI 3.2 says.

    Its walk of the schemas is not asked for: it takes a required property that is not
    listed under `properties` for an error, it runs the description's own patterns,
    and it knows no places.

    Args:
        context: The document and what is known about it.
    """
    try:
        skeleton = _Skeleton(context).object("openapi", context.document)
        if isinstance(skeleton, dict):
            skeleton["openapi"] = "3.2.0"
        for error in _errors(skeleton):
            at = context.origins.locate(context.document, tuple(error.absolute_path))
            message = clip(error.message, 160)
            context.notes.warn("invalid-description", message, at)
    except RecursionError:
        message = "the description nests too deep to be validated"
        context.notes.stop("too-deep", message, context.origins.root)


def _errors(document: JSON) -> Iterator[_Error]:
    # Slow to import. jsonschema is what openapi-spec-validator itself is made of; it
    # has no types.
    validator = import_module("jsonschema").Draft202012Validator(_schema())
    found: Iterable[_Error] = validator.iter_errors(document)
    yield from found


@cache
def _schema() -> dict[str, Any]:
    """The schema without what the grammar says better, and ten times faster."""
    package = find_spec("openapi_spec_validator")
    file = Path(str(package and package.origin)).with_name("resources") / _FILE
    try:
        # The package is slow to import, with all that it can do; this is a file in it.
        schema: JSON = json.loads(file.read_bytes())
    except OSError:
        schema = dict(import_module("openapi_spec_validator").schemas.schema_v32)
    relaxed = _without(schema, {"unevaluatedProperties", "$dynamicRef"})
    return relaxed if isinstance(relaxed, dict) else {}


_FILE = Path("schemas/v3.2/schema.json")


def _without(value: JSON, names: set[str]) -> JSON:
    if isinstance(value, dict):
        return {k: _without(v, names) for k, v in value.items() if k not in names}
    if isinstance(value, list):
        return [_without(item, names) for item in value]
    return value


@dataclass(slots=True)
class _Skeleton:
    """What of a document can be right or wrong for the schema of OpenAPI.

    Of objects that are alike in that, the first is there whole, and the others as
    little as may be. So it takes hardly any time to judge even a large document.
    """

    context: Context
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def object(self, kind: str, value: dict[str, JSON]) -> JSON:
        # Swagger 2.0 has styles where OpenAPI 3 has none for them.
        skipped = ("style",) if self.context.dialect.name == "2.0" else ()
        result = {
            name: self._field(field_of(kind, name), name, member)
            for name, member in value.items()
            if name not in skipped and not name.startswith("x-")
        }
        key = (kind, str(result))
        if key in self._seen and kind in _LEAST:
            return dict(_LEAST[kind])
        self._seen.add(key)
        return result

    def _field(self, about: Field | None, name: str, member: JSON) -> JSON:
        if about is None or about.kind == "any":
            return None
        if about.container == "none":
            return member if name in _JUDGED else _ANY_OF.get(about.kind, member)
        if about.kind == "schema":
            return {}
        if about.container == "one" and isinstance(member, dict):
            return self.object(about.kind, member)
        if isinstance(member, dict):
            return {
                key: self.object(about.kind, item)
                for key, item in member.items()
                if isinstance(item, dict)
            }
        if isinstance(member, list):
            return [
                self.object(about.kind, item)
                for item in member
                if isinstance(item, dict)
            ]
        return member


# The texts that the schema has something to say about.
_JUDGED = frozenset(("in", "style", "type", "scheme", "$self"))
# Values of which one is as right as any other.
_ANY_OF: Mapping[str, JSON] = {"text": "a", "texts": ["a"], "tags": ["a"], "map": {}}
# The least that stands for an object.
_REFERENCE: Mapping[str, JSON] = {"$ref": "#"}
_LEAST: Mapping[str, Mapping[str, JSON]] = {
    **{kind: _REFERENCE for kind, about in KINDS.items() if about.referable},
    "path-item": {},
    "operation": {},
}
