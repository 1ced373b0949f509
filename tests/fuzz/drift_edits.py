"""Edits of a description at random, anywhere in it, and two descriptions as a patch."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from .drift_made import COMPONENTS, Maker

__all__ = ["Patch", "edited", "patch_of", "patched"]

_WITH_ONE = (
    *("items", "additionalProperties", "not", "if", "then", "else"),
    *("contains", "propertyNames"),
)
_WITH_LIST = ("allOf", "oneOf", "anyOf", "prefixItems")
_WITH_NAMES = ("properties", "patternProperties", "dependentSchemas")
_DEEP = ("not", "if", "then", "else", "oneOf", "anyOf", "dependentSchemas", "contains")
_OF_SAME = ("not", "if", "then", "else", "oneOf", "anyOf", "allOf", "dependentSchemas")
_COUNTS = (
    *("minLength", "minItems", "minProperties", "minContains"),
    *("maxLength", "maxItems", "maxProperties", "maxContains"),
)
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


class _Spot(NamedTuple):
    """A schema, and what holds it.

    Attributes:
        after: The number of the component that judges the same value; None if none.
        is_deep: Whether it is in a condition, or in one of several branches.
    """

    holder: Any
    key: Any
    after: int | None
    is_deep: bool

    @property
    def schema(self) -> Any:
        return self.holder[self.key]


def edited(description: dict[str, Any], random: Random) -> dict[str, Any]:
    """A copy of a description in which one thing is another."""
    made = copy.deepcopy(description)
    maker = Maker(random, [*made["components"]["schemas"]])
    if random.random() < 0.06:
        _edit_operation(made, maker)
    else:
        _edit_schema(made, maker)
    return made


def _operation(description: dict[str, Any]) -> dict[str, Any]:
    [item] = description["paths"].values()
    found: dict[str, Any] = item["post"]
    return found


def _edit_operation(made: dict[str, Any], maker: Maker) -> None:
    random, operation = maker.random, _operation(made)
    parameters: list[Any] = operation.setdefault("parameters", [])
    own = [one for one in parameters if one["in"] != "path"]
    match random.randrange(6):
        case 0:
            parameters.append(maker.parameter("query", random.choice(("q", "s", "t"))))
            names = [one["name"] for one in parameters]
            if len({*names}) < len(names):
                parameters.pop()
        case 1 if own:
            one = random.choice(own)
            one["required"] = not one.get("required", False)
        case 2 if own:
            parameters.remove(random.choice(own))
        case 3 if own:
            one, name = random.choice(own), random.choice(("style", "explode"))
            one.pop(name, None)
            one |= {"explode": maker.chance(0.5)} if name == "explode" else {}
        case 4 if "requestBody" in operation:
            body = operation["requestBody"]
            body["required"] = not body.get("required", False)
        case _:
            holder = random.choice([operation["responses"]["200"], operation])
            if holder is operation:
                holder["requestBody"] = {"content": maker.content()}
            else:
                holder["content"] = maker.content()


def _edit_schema(made: dict[str, Any], maker: Maker) -> None:
    spots = [*_spots(made)]
    # What is under a condition is told of with more pains, and so looked at more.
    if maker.chance(0.5):
        spots = [one for one in spots if one.is_deep] or spots
    maker.random.shuffle(spots)
    for spot in spots:
        if _change(made, spot, maker):
            return


def _spots(made: dict[str, Any]) -> Iterator[_Spot]:
    """Those of schemas that the operation comes to."""
    operation, schemas = _operation(made), made["components"]["schemas"]
    reached = _reached(operation, schemas, [])
    for number, name in enumerate(schemas):
        if name in reached:
            yield from _below(schemas, name, number)
    for one in operation.get("parameters", []):
        yield from _below(one, "schema", -1)
    for holder in (operation.get("requestBody", {}), operation["responses"]["200"]):
        for one in holder.get("content", {}).values():
            yield from _below(one, "schema", -1)


def _reached(value: Any, schemas: dict[str, Any], known: list[str]) -> list[str]:
    """The components that there are references to in `value`, and on from there."""
    if isinstance(value, dict):
        name = str(value.get("$ref", "")).removeprefix(COMPONENTS)
        if name in schemas and name not in known:
            known.append(name)
            _reached(schemas[name], schemas, known)
    for one in [*value.values()] if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            _reached(one, schemas, known)
    return known


def _below(
    holder: Any, key: Any, after: int | None, *, is_deep: bool = False
) -> Iterator[_Spot]:
    schema = holder[key]
    if not isinstance(schema, dict):
        return
    yield _Spot(holder, key, after, is_deep)
    for word, value in schema.items():
        deep = is_deep or word in _DEEP
        of_same = after if word in _OF_SAME else None
        if word in _WITH_ONE:
            yield from _below(schema, word, of_same, is_deep=deep)
        elif word in (*_WITH_LIST, *_WITH_NAMES):
            keys = range(len(value)) if isinstance(value, list) else [*value]
            for one in keys:
                yield from _below(value, one, of_same, is_deep=deep)


def _change(made: dict[str, Any], spot: _Spot, maker: Maker) -> bool:
    """Change the schema there; whether anything could be done."""
    random, schema = maker.random, spot.schema
    before = copy.deepcopy(made)
    kind = random.random()
    if kind < 0.1:
        _restructure(made, spot, maker)
    elif kind < 0.13:
        spot.holder[spot.key] = maker.schema(1, spot.after)
    elif kind < 0.4 or not schema.keys() - {"$ref"}:
        _add(schema, spot, maker)
    elif kind < 0.55:
        word = random.choice([*schema])
        if word != "$ref":
            del schema[word]
    else:
        _alter(schema, random.choice([*schema]), spot, maker)
    return made != before


def _restructure(made: dict[str, Any], spot: _Spot, maker: Maker) -> None:
    """Say the same, or nearly, in another way."""
    random, schema, schemas = maker.random, spot.schema, made["components"]["schemas"]
    match random.randrange(5):
        case 0:  # move it into a component of its own
            name = f"Moved{len(schemas)}"
            schemas[name] = schema
            spot.holder[spot.key] = {"$ref": COMPONENTS + name}
        case 1 if "$ref" in schema:  # or out of it
            found = schemas.get(schema["$ref"].removeprefix(COMPONENTS), {})
            spot.holder[spot.key] = copy.deepcopy(found)
        case 2:
            word = random.choice(("allOf", "oneOf", "anyOf"))
            spot.holder[spot.key] = {word: [schema]}
        case 3:
            word = random.choice(("allOf", "oneOf", "anyOf"))
            both = [schema, maker.schema(1, spot.after)]
            spot.holder[spot.key] = {word: random.sample(both, 2)}
        case _:
            spot.holder[spot.key] = maker.reference(spot.after) or schema


def _add(schema: dict[str, Any], spot: _Spot, maker: Maker) -> None:
    random = maker.random
    types = schema.get("type")
    types = [types] if isinstance(types, str) else types or []
    kinds = [
        "number" if one in ("integer", "number") else one
        for one in types
        if one not in ("null", "boolean")
    ]
    inner = schema.get("properties")
    if "$ref" in schema and not kinds:
        kinds = ["object"]
    if inner is not None and random.random() < 0.5:
        name = random.choice(["a", "b", "c", "d", "ab"])
        inner.setdefault(name, maker.schema(1))
        if random.random() < 0.3:
            schema.setdefault("required", []).append(name)
            schema["required"] = [*dict.fromkeys(schema["required"])]
    elif random.random() < 0.1:
        schema |= random.choice(
            (
                *({"readOnly": True}, {"writeOnly": True}, {"default": "a"}),
                *({"description": "Other words"}, {"deprecated": True}, {"not": {}}),
            )
        )
    else:
        kind = random.choice(kinds or ["string", "object"])
        schema |= maker.rule(kind, 1, spot.after)


def _alter(schema: dict[str, Any], word: str, spot: _Spot, maker: Maker) -> None:
    random, value = maker.random, schema[word]
    if word in _COUNTS:
        schema[word] = max(0, value + random.choice((1, -1)))
    elif word in _LIMITS:
        schema[word] = value + random.choice((1, -1, 0.5))
    elif word in ("enum", "required"):
        pool = ["a", "b", "c", "d", "ab", *([1, None] if word == "enum" else [])]
        other = random.choice(pool)
        fewer = [one for one in value if one != other]
        schema[word] = fewer if len(fewer) < len(value) else [*value, other]
        if random.random() < 0.3:
            schema[word] = schema[word][1:]
        if not schema[word]:
            del schema[word]
    elif word == "type":
        types = [value] if isinstance(value, str) else [*value]
        other = "null" if random.random() < 0.6 else random.choice(_TYPES)
        fewer = [one for one in types if one != other]
        types = fewer if len(fewer) < len(types) else [*types, other]
        if random.random() < 0.25:
            types = [random.choice(_TYPES)]
        schema[word] = (types[0] if len(types) == 1 else types) or "string"
    elif word in _WITH_LIST:
        match random.randrange(4):
            case 0 if len(value) > 1:
                value.pop(random.randrange(len(value)))
            case 1:
                value.insert(random.randint(0, len(value)), maker.schema(1, spot.after))
            case 2:
                random.shuffle(value)
            case _:
                words = {"allOf", "oneOf", "anyOf"} - {word}
                schema[random.choice(sorted(words))] = schema.pop(word)
    elif word in _WITH_NAMES:
        match random.randrange(3):
            case 0 if value:
                del value[random.choice([*value])]
            case _ if word == "patternProperties":
                value[random.choice([*value] or ["^a"])] = maker.schema(1)
            case 1 if value and word == "properties":
                name = random.choice([*value])
                value[random.choice(("a", "b", "c", "d", "e"))] = value.pop(name)
            case _:
                value[random.choice(("a", "b", "c", "d"))] = maker.schema(1)
    elif word == "discriminator":
        if "mapping" in value or random.random() < 0.2:
            del schema[word]
        else:
            tags = [one for one in maker.components if one.startswith("Kind")]
            some = maker.some(tags, 3, 1)
            value["mapping"] = {one: COMPONENTS + one for one in some}
    elif word == "$ref":
        schema |= maker.reference(spot.after)
    elif word == "additionalProperties":
        schema[word] = maker.closing(1)
    elif word in ("const", "default"):
        schema[word] = random.choice(["a", "b", 1, None, "Kind0"])
    elif word == "dependentRequired":
        schema |= maker.rule("object", 1, spot.after)
    elif word in ("if", "then", "else", "not"):
        schema[word] = maker.part(1, spot.after)
    elif word in ("uniqueItems", "readOnly", "writeOnly"):
        schema[word] = not value
    else:
        kinds = ("string", "number", "array", "object")
        schema |= next(
            (
                made
                for _ in range(40)
                if word in (made := maker.rule(random.choice(kinds)))
            ),
            {},
        )


_TYPES = ("string", "integer", "number", "boolean", "array", "object")


# --- patches --------------------------------------------------------------------------

Patch = list[list[Any]]
"""Steps: a path, and what there is now, alone in a list; an empty one if nothing."""


def patch_of(old: Any, new: Any, path: tuple[Any, ...] = ()) -> Patch:
    """What makes `new` of `old`."""
    if old == new and str(old) == str(new):
        return []
    if isinstance(old, dict) and isinstance(new, dict) and (old.keys() & new.keys()):
        steps: Patch = []
        for key in [*old, *(one for one in new if one not in old)]:
            if key not in new:
                steps.append([[*path, key], []])
            elif key not in old:
                steps.append([[*path, key], [new[key]]])
            else:
                steps += patch_of(old[key], new[key], (*path, key))
        if steps or [*old] == [*new]:
            return steps
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [
            step
            for at, (was, now) in enumerate(zip(old, new, strict=True))
            for step in patch_of(was, now, (*path, at))
        ]
    return [[[*path], [new]]]


def patched(old: Any, patch: Patch) -> Any:
    """`old` with a patch; steps that lead nowhere in it are left out."""
    made = copy.deepcopy(old)
    for path, value in patch:
        holder = made
        try:
            for key in path[:-1]:
                holder = holder[key]
            if value:
                holder[path[-1]] = copy.deepcopy(value[0])
            else:
                del holder[path[-1]]
        except (LookupError, TypeError):
            continue
    return made
