"""What has come in goes out again, and what has a name is called by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from .constructs import Package, make, make_anew

API = """
paths:
  /trees/{id}:
    get:
      operationId: getTree
      tags: [Trees]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}}
  /trees:
    put:
      operationId: putTrees
      tags: [Trees]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Trees"}}}}
      responses: {"204": {description: Done}}
    post:
      operationId: addPet
      tags: [Trees]
      parameters: [{name: status, in: query, schema: {$ref: "#/components/schemas/Status"}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
components:
  schemas:
    Status: {type: string, enum: [new, sold]}
    Trees: {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Tree:
      type: object
      required: [id, name, parent]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string, minLength: 1}
        parent: {type: [string, "null"]}
        note: {type: [string, "null"]}
        planted: {type: string, format: date}
        status: {$ref: "#/components/schemas/Status"}
        children: {$ref: "#/components/schemas/Trees"}
        by-name: {type: object, additionalProperties: {$ref: "#/components/schemas/Tree"}}
        owner: {$ref: "#/components/schemas/Owner"}
        made-at: {type: string, format: date-time, readOnly: true}
    Owner: {type: object, properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
      discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}
    Cat:
      type: object
      required: [kind]
      properties:
        kind: {const: cat}
        status: {$ref: "#/components/schemas/Status"}
        statuses: {type: array, items: {$ref: "#/components/schemas/Status"}}
        why: {$ref: "#/components/schemas/Why"}
        friend: {$ref: "#/components/schemas/Pet"}
        first: {$ref: "#/components/schemas/First"}
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, second: {$ref: "#/components/schemas/Second"}}}
    Why: {anyOf: [{type: integer}, {$ref: "#/components/schemas/Status"}]}
    First: {anyOf: [{type: array, items: {$ref: "#/components/schemas/Second"}}, {type: integer}]}
    Second: {anyOf: [{type: array, items: {$ref: "#/components/schemas/First"}}, {type: string}]}
"""
LEAF = {"id": 2, "name": "b", "parent": "a", "made-at": "2024-05-01T10:15:00Z"}
TREE = {
    "id": 1,
    "name": "a",
    "parent": None,
    "note": None,
    "planted": "2024-05-01",
    "status": "new",
    "children": [LEAF],
    "by-name": {"id": LEAF},
    "owner": {"id": 3, "name": "c"},
    "made-at": "yesterday",
    "colour": "green",
}
SENT_LEAF = {"name": "b", "parent": "a"}


@pytest.fixture(scope="module")
def api() -> Package:
    return make(API)


def sent(api: Package, *trees: Any) -> Any:
    return json.loads(api.built("PutTrees", body=trees).body)


def read(api: Package, raw: object, name: str = "GetTree") -> Any:
    return api.read(name, json.dumps(raw))


# --- again ----------------------------------------------------------------------------


def test_what_is_read_only_stays_behind_wherever_it_is(api: Package) -> None:
    with pytest.warns(api.UnreadableField, match="made-at"):
        tree = read(api, TREE)
    assert (tree.id, tree.children[0].id, tree.owner.id) == (1, 2, 3)
    assert sent(api, replace(tree, name="z"), *tree.children) == [
        {
            "name": "z",
            "parent": None,
            "planted": "2024-05-01",
            "status": "new",
            "children": [SENT_LEAF],
            "by-name": {"id": SENT_LEAF},  # a name there is none of a property
            "owner": {"name": "c"},
            "colour": "green",
        },
        SENT_LEAF,
    ]


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        ({"id": 1, "parent": None}, "required"),
        ({"name": "", "parent": None}, "minLength"),
        ({"name": "a", "parent": None, "status": "lost"}, "enum"),
    ],
)
def test_the_rules_hold_of_what_came_as_of_all_else(
    api: Package, raw: dict[str, Any], rule: str
) -> None:
    [violation] = api.refused("PutTrees", body=[read(api, raw)])
    assert violation.rule == rule


def test_a_server_of_a_test_sends_what_is_read_only(api: Package) -> None:
    testing = api.module("testing")
    fake = testing.FakeTransport()
    fake.trees.get.returns(testing.make_tree(id=7, children=[testing.make_tree(id=8)]))
    with api.Client(transport=fake) as client:
        tree = client.trees.get(id=7)
    assert (tree.id, tree.children[0].id) == (7, 8)


def test_requests_are_drawn_of_what_goes_out(api: Package) -> None:
    types = api.module("_support.testing_types")
    members = {one.name: one for one in types.members_of(api.AddPet)}
    assert members["body"].types == (api.CatInput, api.DogInput)
    [trees] = types.members_of(api.PutTrees)
    assert types.options(get_args(trees.types[0])[0]) == (api.TreeInput,)
    assert types.options(api.Pet) == (api.Cat, api.Dog)


PROGRAM = """\
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from PACKAGE import Cat, Client, Dog, Pet, PetInput, Status, Tree, TreeInput, Trees, Why


def renamed(client: Client, name: str) -> None:
    tree = client.trees.get(id=1)
    client.trees.put(body=[replace(tree, name=name), *(tree.children or ())])
    mixed: Sequence[TreeInput | Tree] = [TreeInput(name="a", parent=None), tree]
    client.trees.put(body=mixed)
    client.trees.put(body=[TreeInput(name="b", parent=None, children=[tree])])
    trees: Trees = tree.children or []
    client.trees.put(body=trees)


def told(pet: Pet) -> str:
    match pet:
        case Cat():
            return "cat"
        case Dog():
            return "dog"
        case _:
            assert_never(pet)


def asked(client: Client, pet: PetInput, status: Status) -> Pet | None:
    found = client.trees.add_pet(body=pet, status=status)
    if isinstance(found, dict):
        return None
    client.trees.add_pet(body=found)
    return found


def why(found: Why) -> Status | None:
    return None if isinstance(found, int) else found
"""


@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--config-file", os.devnull),
        ("pyright", "--pythonpath", sys.executable, "-p", "pyrightconfig.json"),
    ],
    ids=["mypy", "pyright"],
)
def test_type_checkers_let_it(
    api: Package, checker: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / api.name).symlink_to(api.folder)
    (tmp_path / "program.py").write_text(PROGRAM.replace("PACKAGE", api.name))
    settings = {"typeCheckingMode": "strict", "include": ["program.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        [sys.executable, "-m", *checker, *(["program.py"] * (checker[0] == "mypy"))],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout


# --- types with names -----------------------------------------------------------------


def test_names_are_there_when_the_program_runs(api: Package) -> None:
    assert get_args(api.Status) == ("new", "sold")
    assert isinstance(read(api, {"kind": "dog"}, "AddPet"), api.Pet)
    assert not isinstance(read(api, {"kind": "cow"}, "AddPet"), api.Pet)
    assert get_args(api.Trees) == (api.Tree,)
    assert get_args(api.PetInput) == (api.CatInput, api.DogInput)


def test_lists_and_mappings_have_a_name_for_each_way() -> None:
    schema = """{content: {application/json: {schema: {$ref: "#/components/schemas/Listed"}}}"""
    made = make(f"""
    paths:
      /:
        post:
          operationId: send
          requestBody: {schema}, required: true}}
          responses: {{"200": {schema}, description: It}}}}
    components:
      schemas:
        Listed: {{oneOf: [{{type: array, items: {{$ref: "#/components/schemas/Listed"}}}}, {{type: integer}}]}}
    """)
    assert get_args(made.Listed) == (list[Any], int)
    assert get_args(made.ListedInput) == (Sequence[Any], int)
    assert made.Send.__annotations__["body"] == "ListedInput"


def test_each_module_of_a_type_can_be_the_first(api: Package) -> None:
    for path in sorted((api.folder / "types").glob("*.py")):
        program = f"import {api.name}.types.{path.stem}"
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=api.folder.parent,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ({"status": "lost"}, ("status",)),
        ({"statuses": ["new", "lost"]}, ("statuses", 1)),
        ({"why": "lost"}, ("why",)),
        ({"friend": {"kind": "cat", "status": "lost"}}, ("friend", "status")),
    ],
)
def test_strict_reading_knows_what_a_name_stands_for(
    api: Package, raw: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    body = json.dumps({"kind": "cat", **raw}).encode()
    with api.client(
        answer=api.response(200, body, "application/json"), validate_responses="strict"
    ) as client:
        with pytest.raises(api.InvalidResponse) as raised:
            client.trees.add_pet(body=api.DogInput(kind="dog"))
        [found] = raised.value.mismatches
        assert (found.path, found.rule, found.wanted) == (path, "enum", ("new", "sold"))


def test_strict_reading_takes_what_is_described(api: Package) -> None:
    raw = {"kind": "cat", "status": "new", "why": 5, "friend": {"kind": "dog"}}
    answer = api.response(200, json.dumps(raw).encode(), "application/json")
    with api.client(answer=answer, validate_responses="strict") as client:
        cat = client.trees.add_pet(body=api.DogInput(kind="dog"))
    assert (cat.status, cat.friend) == ("new", api.Dog(kind="dog"))


GROWING = """
paths:
  /pets:
    post:
      operationId: addPet
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}
      responses: {"RESPONSE"}
components:
  schemas:
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    Cat: {type: object, required: [purr], properties: {purr: {type: boolean}}}
    Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}
"""


def test_a_name_stays_when_what_it_names_comes_in_as_well() -> None:
    """It was that of what goes out, and is so still."""
    of_none = '{"204": {description: Done}}'
    of_pets = (
        '{"200": {description: It, content: {application/json:'
        ' {schema: {$ref: "#/components/schemas/Pet"}}}}}'
    )
    text = GROWING.replace('{"RESPONSE"}', of_none)
    made = make_anew(text, "pets_growing")
    home = (made.folder / "__init__.py").read_text("utf-8")
    assert '"Pet": ".types.pet"' in home
    before = (made.folder / "types" / "pet.py").read_text("utf-8")
    made = make_anew(GROWING.replace('{"RESPONSE"}', of_pets), "pets_growing")
    assert (made.folder / "types" / "pet.py").read_text("utf-8") == before
    names = {path.stem for path in (made.folder / "types").glob("*.py")}
    assert names == {"pet", "pet_model"}
