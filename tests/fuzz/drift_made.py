"""Small descriptions made at random, with what those of providers have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from random import Random
from typing import Any

from .schemas import PATTERNS

__all__ = ["COMPONENTS", "Maker"]

_NAMES = ["a", "b", "c", "d", "ab"]
COMPONENTS = "#/components/schemas/"
_TAG = "kind"
_TEXTS = ["a", "b", "ab", "abc", "10"]
_FORMATS = ["date", "date-time", "uuid", "email", "password", "int32"]
_MEDIA = ["application/json"] * 9 + ["application/x-www-form-urlencoded"]
_STYLES = {
    "query": ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
    "path": ["simple", "label", "matrix"],
    "header": ["simple"],
}


class Maker:
    """Makes descriptions, and parts of them for edits.

    Args:
        random: Decides everything.
        components: The names of schemas that can be referred to.
    """

    def __init__(self, random: Random, components: list[str] | None = None) -> None:
        self.random = random
        self.components = components or []

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def some(self, of: list[Any], most: int, least: int = 0) -> list[Any]:
        """From `least` to `most` of them, in their order."""
        wanted = self.random.randint(least, most)
        chosen = self.random.sample(of, min(wanted, len(of)))
        return sorted(chosen, key=of.index)

    # --- schemas ----------------------------------------------------------------------

    def schema(self, depth: int = 2, after: int | None = None) -> dict[str, Any]:
        """A schema, nested up to `depth`; where it judges the value of a component, of
        `after` that many it can refer to those further on.
        """
        makers = [self.string] * 3 + [self.number] * 3 + [self.fixed]
        if depth:
            for maker in (self.array, *[self.object] * 3, self.union):
                makers.append(partial(maker, depth, after))
        if self.components[(-1 if after is None else after) + 1 :]:
            makers += [lambda: self.reference(after)] * (4 if depth else 2)
        made = self.random.choice(makers)()
        if self.chance(0.06):
            made["default"] = self.random.choice([*_TEXTS, 1, 2, True, None])
        if self.chance(0.06):
            made[self.random.choice(("readOnly", "writeOnly"))] = True
        if self.chance(0.05):
            made["description"] = self.random.choice(("What it is", "Another word"))
        return made

    def reference(self, after: int | None = None) -> dict[str, Any]:
        names = self.components[(-1 if after is None else after) + 1 :]
        return {"$ref": COMPONENTS + self.random.choice(names)} if names else {}

    def string(self) -> dict[str, Any]:
        made: dict[str, Any] = {"type": self.nullable("string")}
        for _ in range(self.random.randrange(3)):
            made |= self.rule("string")
        return made

    def number(self) -> dict[str, Any]:
        kind = self.random.choice(("integer", "integer", "number", "boolean"))
        made: dict[str, Any] = {"type": self.nullable(kind)}
        if kind != "boolean":
            for _ in range(self.random.randrange(3)):
                made |= self.rule("number")
        return made

    def nullable(self, kind: str) -> Any:
        if self.chance(0.04):
            return sorted({kind, self.random.choice(("string", "integer", "array"))})
        return [kind, "null"] if self.chance(0.12) else kind

    def fixed(self) -> dict[str, Any]:
        pool: list[Any] = [*_TEXTS, 1, 2, None, True, 1.5]
        if self.chance(0.7):
            return {"type": "string", "enum": self.some(_TEXTS, 4, 1)}
        if self.chance(0.3):
            return {"const": self.random.choice(pool)}
        return {"enum": self.some(pool, 4, 1)}

    def array(self, depth: int, after: int | None = None) -> dict[str, Any]:
        made: dict[str, Any] = {"type": self.nullable("array")}
        if self.chance(0.9):
            made["items"] = self.schema(depth - 1)
        for _ in range(self.random.randrange(3)):
            made |= self.rule("array", depth)
        return made

    def object(self, depth: int, after: int | None = None) -> dict[str, Any]:
        names = self.some(_NAMES, 4)
        made: dict[str, Any] = {"type": self.nullable("object")}
        if names:
            made["properties"] = {name: self.schema(depth - 1) for name in names}
        if names and self.chance(0.5):
            made["required"] = self.some(names, 2, 1)
        for _ in range(self.random.choice((0, 0, 0, 1, 1, 2))):
            made |= self.rule("object", depth, after)
        return made

    def part(self, depth: int, after: int | None = None) -> dict[str, Any]:
        """A schema that says something of objects, as conditions do."""
        made: dict[str, Any] = {}
        name = self.random.choice(_NAMES)
        if self.chance(0.7):
            own = self.schema(0) if self.chance(0.7) else {"const": "a"}
            if depth > -2 and self.chance(0.3):  # of what is inside, or of each item
                own = self.part(depth - 1, None)
                word = self.random.choice(("", "", "items", "contains", "not"))
                own = {word: own} if word else own
            made["properties"] = {name: own}
        if self.chance(0.6) or not made:
            made["required"] = [name] if self.chance(0.7) else self.some(_NAMES, 2, 1)
        if self.chance(0.1):
            made["type"] = "object"
        if depth and self.chance(0.15):
            made |= self.rule("object", depth - 1, after)
        return made

    def union(self, depth: int, after: int | None = None) -> dict[str, Any]:
        word = self.random.choice(("oneOf", "oneOf", "anyOf", "allOf"))
        count = self.random.choice((1, 2, 2, 2, 3))
        tags = [one for one in self.components if one.startswith("Kind")]
        if word != "allOf" and len(tags) > 1 and self.chance(0.5):
            branches = [{"$ref": COMPONENTS + one} for one in self.some(tags, 3, 2)]
            made: dict[str, Any] = {word: branches}
            if self.chance(0.7):
                made["discriminator"] = {"propertyName": _TAG}
            return made
        of_objects = word == "allOf" or self.chance(0.4)
        make = self.object if of_objects else self.schema
        made = {word: [make(depth - 1 or 1, after) for _ in range(count)]}
        if self.chance(0.2):
            made = self.object(1) | made
        return made

    def rule(
        self, kind: str, depth: int = 1, after: int | None = None
    ) -> dict[str, Any]:
        """One keyword for values of a kind, or two that belong together."""
        random, names = self.random, _NAMES
        match random.choice(_RULES[kind]):
            case "enum":
                pool: list[Any] = _TEXTS if kind == "string" else [0, 1, 2, 3, 10]
                return {"enum": self.some(pool, 4, 1)}
            case "minLength" | "minItems" | "minProperties" | "minContains" as word:
                return {word: random.randrange(3)}
            case "maxLength" | "maxItems" | "maxProperties" as word:
                return {word: random.randint(1, 4)}
            case "pattern":
                return {"pattern": random.choice([*PATTERNS])}
            case "format":
                return {"format": random.choice(_FORMATS)}
            case "multipleOf":
                return {"multipleOf": random.choice((1, 2, 3, 0.5))}
            case "minimum" | "exclusiveMinimum" as word:
                return {word: random.choice((0, 1, -1, 0.5, 2))}
            case "maximum" | "exclusiveMaximum" as word:
                return {word: random.choice((3, 10, 2.5, 5, 100))}
            case "uniqueItems":
                return {"uniqueItems": self.chance(0.8)}
            case "prefixItems":
                count = random.randint(1, 2)
                made: dict[str, Any] = {
                    "prefixItems": [self.schema(depth - 1) for _ in range(count)]
                }
                return made | ({"items": False} if self.chance(0.1) else {})
            case "contains":
                inner = self.schema(0)
                least = {"minContains": random.randrange(3)} if self.chance(0.4) else {}
                most = {"maxContains": random.randint(1, 2)} if self.chance(0.3) else {}
                return {"contains": inner} | least | most
            case "additionalProperties":
                return {"additionalProperties": self.closing(depth)}
            case "dependentRequired":
                name, *more = self.some(names, 3, 2)
                return {"dependentRequired": {name: more}}
            case "dependentSchemas":
                some = {random.choice(names): self.part(depth - 1, after)}
                return {"dependentSchemas": some}
            case "if":
                made = {"if": self.part(depth - 1, after)}
                for word in ("then", "else"):
                    if self.chance(0.7):
                        made[word] = self.part(depth - 1, after)
                return made
            case "not":
                return {"not": self.part(depth - 1, after)}
            case "allOf" | "oneOf" | "anyOf" as word:
                count = random.randint(1, 3)
                return {word: [self.part(depth - 1, after) for _ in range(count)]}
            case "patternProperties":
                return {"patternProperties": {"^a": self.schema(depth - 1)}}
            case "propertyNames":
                return {"propertyNames": self.string()}
            case "required":
                return {"required": self.some(names, 2, 1)}
            case word:
                return {word: random.randrange(3)}

    def closing(self, depth: int) -> Any:
        if self.chance(0.5):
            return False
        return True if self.chance(0.2) else self.schema(max(0, depth - 1))

    # --- the rest ---------------------------------------------------------------------

    def parameter(self, place: str, name: str) -> dict[str, Any]:
        made: dict[str, Any] = {"name": name, "in": place}
        if place == "path" or self.chance(0.3):
            made["required"] = True
        made["schema"] = self.schema(1) if self.chance(0.5) else self.string()
        if self.chance(0.2):
            made["style"] = self.random.choice(_STYLES[place])
        if self.chance(0.2):
            made["explode"] = self.chance(0.5)
        return made

    def content(self, media: str = "application/json") -> dict[str, Any]:
        schema = self.object(2) if self.chance(0.3) else self.reference()
        return {media: {"schema": schema or self.schema(2)}}

    def description(self) -> dict[str, Any]:
        """A whole description, of one operation."""
        random = self.random
        tags = [f"Kind{n}" for n in range(random.choice((0, 0, 2, 3)))]
        self.components = [f"Part{n}" for n in range(random.randint(1, 3))] + tags
        schemas: dict[str, Any] = {}
        for number, name in enumerate(self.components):
            schemas[name] = (
                self.kind(name)
                if name in tags
                else (
                    self.object(2, number)
                    if self.chance(0.6)
                    else self.schema(2, number)
                )
            )
        path, parameters = "/pets", list[Any]()
        for place, name in (("path", "id"), ("query", "q"), ("query", "r")):
            if self.chance(0.3):
                parameters.append(self.parameter(place, name))
                path += "/{id}" if place == "path" else ""
        if self.chance(0.2):
            parameters.append(self.parameter("header", "X-H"))
        operation: dict[str, Any] = {"operationId": "addPet", "tags": ["pets"]}
        if parameters:
            operation["parameters"] = parameters
        if self.chance(0.85):
            body: dict[str, Any] = {"content": self.content(random.choice(_MEDIA))}
            operation["requestBody"] = body | (
                {"required": True} if self.chance(0.7) else {}
            )
        answer: dict[str, Any] = {"description": "What there is"}
        if self.chance(0.6) or len(operation) == 2:
            answer["content"] = self.content()
        operation["responses"] = {"200": answer}
        return {
            "openapi": "3.1.0",
            "info": {"title": "Pets", "version": "1"},
            "servers": [{"url": "https://pets.example.com"}],
            "paths": {path: {"post": operation}},
            "components": {"schemas": schemas},
        }

    def kind(self, name: str) -> dict[str, Any]:
        """A branch that its tag tells from others."""
        made = self.object(1)
        made["type"] = "object"
        tag: dict[str, Any] = {"const": name}
        if self.chance(0.3):
            tag = {"type": "string", "enum": [name]}
        elif self.chance(0.2):
            tag = {"type": "string"}
        made["properties"] = {_TAG: tag} | made.get("properties", {})
        made["required"] = [_TAG, *made.get("required", [])]
        return made


_RULES: Mapping[str, Sequence[str]] = {
    "string": "enum minLength maxLength pattern format format".split(),
    "number": (
        "enum minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split()
    ),
    "array": "minItems maxItems uniqueItems prefixItems contains".split(),
    "object": (
        "additionalProperties additionalProperties dependentRequired dependentSchemas"
        " if if not not allOf oneOf anyOf minProperties maxProperties"
        " patternProperties propertyNames required"
    ).split(),
}
