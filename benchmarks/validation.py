"""Speed of the rules of "Create participant", beside other validators.

    python benchmarks/validation.py [ROUNDS]

All check the same schema, cut out of `spec/`, on the same request of 12 parameters of
the 39, to which none may add its defaults. Each figure is the median over rounds in
which both sides take turns. Exit code 1 if a figure is over its bound.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import process_time
from typing import Annotated, Any, Literal

import fastjsonschema
import jsonschema_rs
import msgspec
import pydantic
from bench import calls, interleaved
from fragmint import compile_schema
from fragmint.reading import read
from fragmint.support.format_uris import valid_uri
from handwritten import NUMBER, check

ROOT = Path(__file__).resolve().parents[1]
NAME = "CreateParticipantRequest"
DRAFT = "http://json-schema.org/draft-07/schema#"  # the latest that fastjsonschema has
RIGHT: dict[str, Any] = {
    "From": "+15017122661",
    "To": "+15558675310",
    "Label": "customer",
    "EarlyMedia": True,
    "Timeout": 30,
    "MaxParticipants": 10,
    "Coaching": False,
    "Beep": "onEnter",
    "StatusCallback": "https://example.com/events?call=1",
    "StatusCallbackEvent": ["initiated", "answered"],
    "StatusCallbackMethod": "POST",
    "WaitUrl": "https://example.com/hold.mp3",
}
WRONG = RIGHT | {"MaxParticipants": 300}


def schema() -> dict[str, Any]:
    """The rules of the request, without those that only warn."""
    found: Any = read(ROOT / "spec" / "twilio.yaml").value["components"]
    text = json.dumps(_strict(found["schemas"]))
    schemas = json.loads(text.replace("#/components/schemas/", "#/$defs/"))
    whole: dict[str, Any] = schemas.pop(NAME)
    return whole | {"$defs": schemas}


def _strict(value: Any) -> Any:
    if isinstance(value, list):
        return [one for one in map(_strict, value) if one != {}]
    if isinstance(value, dict):
        if value.get("x-fragmint-severity") == "advice":
            return {}
        kept = {key: _strict(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in ([], {})}
    return value


def _rules(properties: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """Each property's schema, with what it refers to in its place."""
    for name, one in properties.items():
        yield name, one | defs.get(one.get("$ref", "").rpartition("/")[2], {})


def _kind(one: Mapping[str, Any], text: Callable[[str], Any]) -> Any:
    """The annotation for a property; `text` makes that of text with a pattern."""
    if "enum" in one:
        return Literal[tuple(one["enum"])]
    if one["type"] == "array":
        return list[_kind(one["items"], text)]  # type: ignore[misc]  # made at run time
    if one.get("format") == "uri":
        return text("uri")
    if "pattern" in one:
        return text(one["pattern"])
    return {"string": str, "boolean": bool, "integer": int}[one["type"]]


def of_pydantic(whole: Mapping[str, Any]) -> Callable[[Any], object]:
    """The same rules as a model of pydantic."""

    def uri(value: str) -> str:
        if not valid_uri(value):
            raise ValueError("no URI")
        return value

    def text(pattern: str) -> Any:
        if pattern == "uri":
            return Annotated[str, pydantic.AfterValidator(uri)]
        return Annotated[str, pydantic.StringConstraints(pattern=pattern)]

    fields: dict[str, Any] = {}
    for name, one in _rules(whole["properties"], whole["$defs"]):
        kind = _kind(one, text)
        limits = {"ge": one.get("minimum"), "le": one.get("maximum")}
        given = {key: value for key, value in limits.items() if value is not None}
        needed = ... if name in whole["required"] else None
        optional = kind if name in whole["required"] else kind | None
        fields[name] = (optional, pydantic.Field(needed, **given))

    def across(self: Any) -> Any:
        if self.Coaching is True and self.CallSidToCoach is None:
            raise ValueError("CallSidToCoach must be given")
        if NUMBER(self.To):
            for value in (self.From, self.CallerId):
                if value is not None and not NUMBER(value):
                    raise ValueError("must be a number")
        return self

    class Base(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(strict=True)
        _across = pydantic.model_validator(mode="after")(across)

    return pydantic.create_model(NAME, __base__=Base, **fields).model_validate


def of_msgspec(whole: Mapping[str, Any]) -> Callable[[Any], object]:
    """The same rules as a struct of msgspec."""

    def text(pattern: str) -> Any:
        wanted = r"^[A-Za-z][A-Za-z0-9+.\-]*:\S+\Z" if pattern == "uri" else pattern
        return Annotated[str, msgspec.Meta(pattern=wanted)]

    fields: list[Any] = []
    for name, one in _rules(whole["properties"], whole["$defs"]):
        kind: Any = str | bool if True in one.get("enum", ()) else _kind(one, text)
        if "minimum" in one:
            meta = msgspec.Meta(ge=one["minimum"], le=one["maximum"])
            kind = Annotated[int, meta]
        needed = name in whole["required"]
        fields.append((name, kind) if needed else (name, kind | None, None))
    both = {"Beep", "ConferenceRecord"}
    known = {name: frozenset(whole["properties"][name]["enum"]) for name in both}

    def across(self: Any) -> None:
        for name in both:
            value = getattr(self, name)
            if value is not None and value not in known[name]:
                raise ValueError(name)
        if self.Coaching is True and self.CallSidToCoach is None:
            raise ValueError("CallSidToCoach must be given")
        if NUMBER(self.To):
            for value in (self.From, self.CallerId):
                if value is not None and not NUMBER(value):
                    raise ValueError("must be a number")

    needed_first = sorted(fields, key=len)
    struct = msgspec.defstruct(
        NAME, needed_first, namespace={"__post_init__": across}, kw_only=True
    )
    return lambda value: msgspec.convert(value, struct)


ORDERS: dict[str, Any] = {
    "type": "object",
    "required": ["orders"],
    "properties": {"orders": {"type": "array", "items": {"$ref": "#/$defs/order"}}},
    "$defs": {
        "order": {
            "type": "object",
            "required": ["id", "customer", "items"],
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z0-9]{8}$"},
                "status": {"enum": ["open", "paid", "sent"]},
                "customer": {"$ref": "#/$defs/customer"},
                "items": {
                    "type": "array",
                    "minItems": 1,
                    "items": {"$ref": "#/$defs/item"},
                },
            },
        },
        "customer": {
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 80},
                "age": {"type": "integer", "minimum": 0, "maximum": 150},
                "tags": {"type": "array", "items": {"type": "string"}},
            },
        },
        "item": {
            "type": "object",
            "required": ["sku", "count"],
            "properties": {
                "sku": {"type": "string", "maxLength": 20},
                "count": {"type": "integer", "minimum": 1},
                "price": {"type": "number", "minimum": 0},
                "gift": {"type": "boolean"},
            },
        },
    },
}


def orders(count: int) -> dict[str, Any]:
    """So many orders, of which 2,600 are 2 MB of JSON."""
    return {
        "orders": [
            {
                "id": f"{number:08x}",
                "status": ("open", "paid", "sent")[number % 3],
                "customer": {
                    "name": f"Customer {number}",
                    "age": number % 90,
                    "tags": ["a", "b", "c"],
                },
                "items": [
                    {
                        "sku": f"SKU-{number}-{item}",
                        "count": item + 1,
                        "price": item * 1.5,
                        "gift": item % 2 == 0,
                    }
                    for item in range(10)
                ],
            }
            for number in range(count)
        ]
    }


def once(run: Callable[[], object]) -> Callable[[], float]:
    """A timer of one call that takes long, in seconds of the processor."""

    def timed() -> float:
        start = process_time()
        run()
        return process_time() - start

    return timed


def refuses(validate: Callable[[Any], object], value: object) -> bool:
    """Whether `validate` raises, or returns what is wrong."""
    try:
        return bool(validate(value)) and isinstance(validate(value), list)
    except ValueError:
        return True


def main(rounds: int) -> int:
    """Measure, print a line for each figure, and tell whether all bounds hold."""
    whole = schema()
    ours = compile_schema(whole, formats=True)
    rust = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    fast: Callable[[Any], object] = fastjsonschema.compile(
        {"$schema": DRAFT} | whole, use_default=False
    )
    others: dict[str, tuple[Callable[[Any], object], float | None]] = {
        "straight-line code by hand": (check, 1.25),
        "fastjsonschema": (fast, 0.4),
        "pydantic": (of_pydantic(whole), 1.0),
        "msgspec": (of_msgspec(whole), None),
        "jsonschema-rs, every error": (lambda one: list(rust.iter_errors(one)), None),
    }
    for title, (validate, _) in others.items():
        assert refuses(validate, WRONG), title
        assert not refuses(validate, RIGHT), title
    assert not ours(RIGHT)
    assert len(ours(WRONG)) == 1
    assert len(RIGHT) == 12
    over = False
    figures: list[tuple[str, Callable[[], object], Callable[[], object], float | None]]
    figures = [
        (
            f"12 of 39 parameters / {title}",
            partial(ours, RIGHT),
            partial(one, RIGHT),
            limit,
        )
        for title, (one, limit) in others.items()
    ]
    assert rust.is_valid(RIGHT)
    assert not rust.is_valid(WRONG)
    title = "12 of 39 parameters / jsonschema-rs, valid or not"
    figures.append((title, partial(ours, RIGHT), partial(rust.is_valid, RIGHT), 3.0))
    failing = partial(ours, WRONG)
    figures.append(("one of them wrong / none", failing, partial(ours, RIGHT), 2.0))
    for title, mine, theirs, limit in figures:
        a, b = interleaved(calls(mine), calls(theirs), rounds)
        over = over or (limit is not None and a / b > limit)
        bound = f"at most {limit}" if limit is not None else ""
        told = f"{a * 1e6:.1f} / {b * 1e6:.1f} us"
        print(f"{title:50} {a / b:6.2f}    {bound:12}   {told}")
    large, judge = orders(2600), compile_schema(ORDERS)
    peer: Callable[[Any], object]
    peer = fastjsonschema.compile({"$schema": DRAFT} | ORDERS)
    assert not judge(large)
    a, b = interleaved(once(lambda: judge(large)), once(lambda: peer(large)), rounds)
    over = over or a / b > 1
    told = f"{a * 1e3:.1f} / {b * 1e3:.1f} ms"
    print(
        f"{'2 MB of orders / fastjsonschema':50} {a / b:6.2f}    at most 1.0    {told}"
    )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 31))
