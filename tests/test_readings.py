"""What `fragmint diff` says of unions that come in, beside what they are read as."""

from __future__ import annotations

import importlib
import json
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from fragmint import compile_schema
from fragmint.comparing.compare import compare
from fragmint.comparing.surface import Surface
from fragmint.comparing.survey import survey
from fragmint.config import Target
from fragmint.pipeline import make

PLAIN = {
    "Cat": "{required: [lives], properties: {lives: {type: integer}}}",
    "Dog": "{properties: {lives: {type: integer}, age: {type: integer}}}",
}
TOLD_APART = {
    "Cat": "{required: [kind], properties: {kind: {const: cat}}}",
    "Dog": "{required: [kind], properties: {kind: {enum: [dog, kitten]}}}",
}
CASES: list[tuple[str, str, dict[str, str]]] = [
    ("Cat Dog", "", PLAIN),
    ("Dog Cat", "", PLAIN),
    ("Cat Dog", "", PLAIN | {"Cat": "{properties: {lives: {type: integer}}}"}),
    ("Cat Dog", "", PLAIN | {"Cat": PLAIN["Cat"].replace("integer", "string")}),
    ("Cat Dog", "", PLAIN | {"Cat": PLAIN["Cat"].replace("ger", "ger, minimum: 5")}),
    (
        "Cat Dog",
        "",
        PLAIN | {"Cat": PLAIN["Cat"][:-1] + ", additionalProperties: false}"},
    ),
    (
        "Dog Cat",
        "",
        PLAIN | {"Dog": PLAIN["Dog"].replace("age: {", "age: {minimum: 5, ")},
    ),
    ("Dog Cat", "", PLAIN | {"Dog": PLAIN["Dog"][:-1] + ", required: [age]}"}),
    ("Cat Dog", "", TOLD_APART),
    ("Dog Cat", "", TOLD_APART),
    (
        "Dog Cat",
        "",
        TOLD_APART | {"Dog": TOLD_APART["Dog"].replace("dog,", "dog, cat,")},
    ),
    (
        "Cat Dog",
        "",
        TOLD_APART | {"Cat": TOLD_APART["Cat"].replace("required: [kind], ", "")},
    ),
    ("Cat Dog", "cat: Cat, dog: Dog", PLAIN),
    ("Dog Cat", "cat: Cat, dog: Dog", PLAIN),
    ("Cat Dog", "cat: Dog, dog: Cat", PLAIN),
    ("Cat Dog", "cat: Cat, kitten: Cat, dog: Dog", PLAIN),
    ("Cat Dog", "cat: Cat, kitten: Dog, dog: Dog", PLAIN),
    ("Cat Dog", "cat: Cat, dog: Dog, kitten: Dog", TOLD_APART),
    ("Cat Dog", "cat: Cat", PLAIN),
    ("Dog Cat", "cat: Cat", PLAIN | {"Cat": "{properties: {lives: {type: integer}}}"}),
]
NOTHING = object()
VALUES = [
    {name: value for name, value in given.items() if value is not NOTHING}
    for some in product(
        (NOTHING, "cat", "dog", "kitten", "Dog"),
        (NOTHING, 1, 9, "many"),
        (NOTHING, 2, 7),
    )
    for given in [dict(zip(("kind", "lives", "age"), some, strict=True))]
]
QUIET, SAME = 39, 55
"""How often nothing is called breaking, and how often nothing is read as another."""


@dataclass(frozen=True)
class Union:
    """A package, and the classes of all values that fit a branch; `known` are those
    that fit the one that a discriminator names, if there is one, `beside` those of
    which it knows none.
    """

    surface: Surface
    read: dict[str, str]
    known: set[str]
    beside: set[str]


def described(index: int) -> Union:
    order, mapping, schemas = CASES[index]
    branches = [{"$ref": f"#/components/schemas/{name}"} for name in order.split()]
    union: dict[str, Any] = {"anyOf": branches}
    tags = yaml.safe_load(f"{{{mapping}}}")
    if tags:
        union["discriminator"] = {"propertyName": "kind", "mapping": tags}
    named = {n: {"type": "object"} | yaml.safe_load(s) for n, s in schemas.items()}
    content = {"application/json": {"schema": union}}
    got = {"200": {"description": "The animal.", "content": content}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example.com"}],
        "paths": {"/pets": {"get": {"operationId": "getPet", "responses": got}}},
        "components": {"schemas": named},
    }
    Path("spec.yaml").write_text(yaml.safe_dump(spec), "utf-8")
    name = f"pets_{index}"
    target = Target(spec=Path("spec.yaml"), output=Path(), package=name)
    files, _ = make(target)
    for path, data in files.items():
        (Path(name) / path).parent.mkdir(parents=True, exist_ok=True)
        (Path(name) / path).write_bytes(data)
    fits = {one: compile_schema(schema) for one, schema in named.items()}
    values = [
        value
        for value in VALUES
        if any(not [*fits[one](value)] for one in order.split())
    ]
    own = {one: one for one in order.split() if one not in tags.values()}
    known, beside = set[str](), set[str]()
    for value in values:
        branch = (tags | own).get(value.get("kind")) if tags else order.split()[0]
        if branch is None:
            beside.add(json.dumps(value))
        elif not tags or not [*fits[branch](value)]:
            known.add(json.dumps(value))
    return Union(survey(files, name), dict(read(name, values)), known, beside)


def read(name: str, values: list[dict[str, object]]) -> Iterator[tuple[str, str]]:
    """The class that each of some values is read as."""
    package: Any = importlib.import_module(name)
    for value in values:
        body = json.dumps(value)
        headers = {"content-type": "application/json"}
        response = package.HttpResponse(status=200, headers=headers, body=body.encode())
        with warnings.catch_warnings(action="ignore"):
            yield body, type(package.GetPet.read(response)).__name__


def test_what_is_not_called_breaking_is_read_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    unions = [described(index) for index in range(len(CASES))]
    quiet = same = 0
    for (index, old), (other, new) in permutations(enumerate(unions), 2):
        both = old.read.keys() & new.read.keys()
        changed = {one for one in both if old.read[one] != new.read[one]}
        told = [one.kind for one in compare(old.surface, new.surface)]
        for kinds, seen in (
            ({"reading-changed"}, changed & old.known),
            ({"reading-changed", "reading-beside"}, changed & old.beside & new.beside),
        ):
            assert kinds & {*told} or not seen, (CASES[index], CASES[other], seen)
        quiet += "reading-changed" not in told
        same += not changed & old.known
    assert (quiet, same) == (QUIET, SAME)
