"""What a user has imported keeps its name when the description is reordered or grows."""

from __future__ import annotations

import ast
import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from .constructs import Package, make, make_anew

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
CASES = (
    "body_several_types",
    "names_of_operations",
    "names_of_schemas",
    "names_without_operation_id",
    "parameters_colliding",
    "schema_inline_names",
    "schema_recursion",
    "schema_unions",
    "security_schemes",
    "servers_several",
    "webhooks",
)


def shuffled(value: Any, chance: random.Random) -> Any:
    """`value`, the names of each object in another order."""
    if isinstance(value, list):
        return [shuffled(one, chance) for one in value]
    if isinstance(value, dict):
        names = list(value)
        chance.shuffle(names)
        return {name: shuffled(value[name], chance) for name in names}
    return value


def written(document: dict[str, Any]) -> str:
    head = {"openapi": document["openapi"]}
    return yaml.safe_dump(head | document, sort_keys=False, allow_unicode=True)


def texts(package: Package) -> dict[str, str]:
    return {
        path.relative_to(package.folder).as_posix(): path.read_text("utf-8")
        for path in package.folder.rglob("*.py")
        if "_support" not in path.parts
    }


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def promised(package: Package) -> Any:
    return json.loads((package.folder / "fragmint.lock").read_text("utf-8"))["names"]


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_document_is_nothing_to_names(case: str) -> None:
    document = yaml.safe_load((GOLDEN / case / "spec.yaml").read_text("utf-8"))
    name = f"reordered_{case}"
    first = make_anew(written(document), name)
    before, names = texts(first), promised(first)
    for seed in range(3):
        shutil.rmtree(first.folder)  # with its promises
        again = make_anew(written(shuffled(document, random.Random(seed))), name)
        after = texts(again)
        assert promised(again) == names
        assert after.keys() == before.keys()
        for path, text in after.items():
            # Fields and methods stand in the order of the document.
            assert words(text) == words(before[path]), path


def test_the_order_of_components_is_nothing_at_all() -> None:
    document = yaml.safe_load(
        (GOLDEN / "schema_recursion/spec.yaml").read_text("utf-8")
    )
    before = texts(make_anew(written(document), "reordered"))
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = dict(reversed(schemas.items()))
    assert texts(make_anew(written(document), "reordered")) == before


def test_generating_again_changes_no_byte() -> None:
    text = (GOLDEN / "schema_recursion/spec.yaml").read_text("utf-8")
    one = make_anew(text, "one_of_two")
    files = {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in one.folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    make_anew(text + "# a comment\n", "one_of_two")
    changed = [
        path.name
        for path, (data, when) in files.items()
        if (path.read_bytes(), path.stat().st_mtime_ns) != (data, when)
    ]
    assert changed == ["fragmint.lock"]  # which has the sum of the description


# --- what is added --------------------------------------------------------------------

FEW = """
openapi: 3.1.1
info: {title: Pets, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /pets:
    get:
      operationId: list_pets
      tags: [Pets]
      parameters:
        - {name: id, in: query, schema: {type: string}}
        - {name: Start-Time, in: query, schema: {type: string}}
        - {name: where, in: query, style: deepObject, schema: {anyOf: [{type: object, properties: {city: {type: string}}}, {type: object, properties: {zip: {type: string}}}]}}
      responses: {"200": {description: All, content: {application/json: {schema: {$ref: "#/components/schemas/user_info"}}}}}
    post:
      tags: [Pets]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /jobs:
    get:
      operationId: work
      tags: [jobs]
      parameters:
        - {name: limit, in: query, schema: {type: string}}
        - {name: tail, in: query, schema: {type: string}}
      responses: {"200": {description: All, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}}}
webhooks:
  paid: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"200": {description: Thanks}}}}
components:
  schemas:
    Job: {type: object, properties: {legs: {type: string}, a_b: {type: string}, way: {$ref: "#/components/schemas/Way"}}}
    Way: {oneOf: [{type: object, required: [shoes], properties: {shoes: {type: string}}}, {type: object, required: [car], properties: {car: {type: string}}}]}
    user_info: {type: object, properties: {a-b: {type: string}, home: {type: object, properties: {a: {type: string}}}}}
    Pet: {type: object, properties: {Name: {type: string}, kind: {type: object, properties: {a: {type: string}}}}}
"""


def more() -> dict[str, Any]:
    """The same description, and whatever would like to have the names in it."""
    document: dict[str, Any] = yaml.safe_load(FEW)
    done = {"responses": {"204": {"description": "None"}}}
    text = {"type": "string"}
    record = {"type": "object", "properties": {"a": text}}
    # The newcomers stand first, where order would favour them.
    schemas = document["components"]["schemas"]
    schemas["user_info"]["properties"] = {"a_b": text, "A-B": text} | (
        schemas["user_info"]["properties"]
    )
    schemas["Pet"]["properties"] = {"name": text, "NAME": text} | (
        schemas["Pet"]["properties"]
    )
    schemas["Job"]["properties"] = {"Legs": text, "LEGS": text, "a-b": text} | (
        schemas["Job"]["properties"]
    )
    car = {"type": "object", "required": ["car", "line"], "properties": {"car": text}}
    tram = {"type": "object", "required": ["line"], "properties": {"line": text}}
    schemas["Way"]["oneOf"] = [car, tram, *schemas["Way"]["oneOf"]]
    document["components"]["schemas"] = (
        dict.fromkeys(
            (
                *("UserInfo", "user-info", "UserInfoHome", "PetKind", "pet"),
                *("PetInput", "Pets", "AsyncPets", "Jobs", "WayWithCar"),
                "ListPetsQuery",
            ),
            record,
        )
        | schemas
    )
    refs = [
        {"$ref": f"#/components/schemas/{name}"}
        for name in document["components"]["schemas"]
    ]
    content = {
        "application/json": {"schema": {"type": "array", "items": {"anyOf": refs}}}
    }
    document["paths"] = {
        "/v2/pets": {
            "get": {"operationId": "listPets", "tags": ["Pets"]} | done,
            "post": {"operationId": "create", "tags": ["pets"]} | done,
            "put": {"operationId": "list", "tags": ["Pets"]} | done,
            "patch": {"operationId": "Work", "tags": ["Jobs"]} | done,
        },
        "/all": {
            "post": {
                "operationId": "ListPets",
                "tags": ["PETS"],
                "requestBody": {"required": True, "content": content},
                "responses": {"200": {"description": "All", "content": content}},
            }
        },
    } | document["paths"]
    listing = document["paths"]["/pets"]["get"]
    near = {"type": "object", "properties": {"city": text, "near": text}}
    listing["parameters"][-1]["schema"]["anyOf"].insert(0, near)
    listing["parameters"] = [
        {"name": "id", "in": "header", "schema": text},
        {"name": "start_time", "in": "query", "schema": text},
        {"name": "startTime", "in": "query", "schema": text},
        *listing["parameters"],
    ]
    working = document["paths"]["/jobs"]["get"]
    working["parameters"] = [
        {"name": "limit", "in": "header", "schema": text},
        {"name": "limit", "in": "cookie", "schema": text},
        {"name": "Tail", "in": "query", "schema": text},
        *working["parameters"],
    ]
    return document


def names_in(package: Package) -> Iterator[str]:
    """What a user can have written: exports, methods with arguments, fields."""
    yield from package.module("").__all__
    for path, text in texts(package).items():
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                yield f"{path} {node.name}"
            if isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.AnnAssign) and isinstance(
                        part.target, ast.Name
                    ):
                        yield f"{path} {node.name}.{part.target.id}"
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
                        for argument in part.args.kwonlyargs:
                            yield f"{path} {node.name}.{part.name}({argument.arg})"
                        yield f"{path} {node.name}.{part.name}"


def wires(package: Package) -> set[tuple[str, ...]]:
    """What the names stand for: each operation, each model's wire names."""
    lock = json.loads((package.folder / "fragmint.lock").read_text("utf-8"))
    return {
        (o["method"], o["path"], o["name"], o["request"]) for o in lock["operations"]
    }


def test_what_is_added_renames_nothing() -> None:
    few = make_anew(FEW, "growing")
    before, methods = set(names_in(few)), wires(few)
    request = few.ListPets(id="1", start_time="2")
    url = few.client().prepare(request).url
    found = few.read("CreatePet", '{"Name": "a", "kind": {"a": "b"}}')
    many = make_anew(written(more()), "growing")
    assert [one.code for one in many.warnings if one.code == "broken-promise"] == []
    # The modules of the first are still loaded: ask the files.
    shutil.copytree(many.folder, many.folder.parent / "grown", dirs_exist_ok=True)
    grown = Package("grown", many.folder.parent / "grown", many.warnings)
    assert before <= set(names_in(grown))
    assert methods <= wires(grown)
    assert grown.built("ListPets", id="1", start_time="2").url == url
    again = grown.read("CreatePet", '{"Name": "a", "kind": {"a": "b"}, "NAME": "c"}')
    assert (again.name, again.kind.a) == (found.name, found.kind.a) == ("a", "b")
    # Each member of a list is who it was, wherever it is now.
    assert (
        promised(grown)["classes"]["#/components/schemas/Way/oneOf/3 in"]
        == "WayWithCar"
    )
    sent = grown.built("ListPets", id="1", header_id="2", query_start_time="3")
    assert sent.headers["id"] == "2"


def test_without_the_promises_they_would_differ() -> None:
    """Else the test above would show nothing."""
    before = set(names_in(make(FEW)))
    assert not before <= set(names_in(make(written(more()))))


def test_what_goes_and_comes_back() -> None:
    few, many = FEW, written(more())
    first = make_anew(few, "coming")
    names = promised(first)
    make_anew(many, "coming")
    after = promised(make_anew(few, "coming"))
    for kind, found in names.items():
        assert found.items() <= after[kind].items(), kind


ELSE = """
paths: {/else: {get: {operationId: nothingElse, tags: [Else], responses: {"204": {description: None}}}}}
"""


def without_few() -> dict[str, Any]:
    """What is in `more` and not in `FEW`."""
    document = more()
    few = yaml.safe_load(FEW)
    schemas = document["components"]["schemas"]
    gone = {f"#/components/schemas/{name}" for name in few["components"]["schemas"]}
    for name in few["components"]["schemas"]:
        del schemas[name]
    for path in few["paths"]:
        del document["paths"][path]
    del document["webhooks"]
    every = document["paths"]["/all"]["post"]
    refs = every["requestBody"]["content"]["application/json"]["schema"]["items"]
    refs["anyOf"] = [one for one in refs["anyOf"] if one["$ref"] not in gone]
    return document


def test_what_is_gone_gets_its_names_back_and_nothing_else_does() -> None:
    """Operations, schemas, inline ones in lists, parameters, fields."""

    def called(package: Package) -> set[str]:
        # Nobody calls the rules.
        return {one for one in names_in(package) if not one.startswith("validators/")}

    before = called(make_anew(FEW, "leaving"))
    rest = called(make_anew(ELSE, "leaving"))
    others = called(make_anew(written(without_few()), "leaving")) - rest
    # The tag is the same, and so is what it is called.
    tag = re.compile(
        r"(client|testing)\.py \w+\.pets"
        r"|(resources/pets|testing)\.py \w*Pets(\.__init__)?"
    )
    assert {one for one in others & (before - rest) if not tag.fullmatch(one)} == set()
    back = make_anew(written(more()), "leaving")
    assert [one.code for one in back.warnings if one.code == "broken-promise"] == []
    assert before | others <= called(back)
    lock = json.loads((back.folder / "fragmint.lock").read_text("utf-8"))
    assert lock["gone"].keys() == {
        "classes",
        "methods else_",
        "resource_classes",
        "resources",
    }


def test_parts_that_are_gone_get_their_names_back() -> None:
    """Parameters, fields and members of lists alone, with others in their places."""
    names = promised(make_anew(FEW, "parts"))
    document = yaml.safe_load(FEW)
    for path in document["paths"].values():
        path["get"]["parameters"] = []
    for name, kept in ("Job", "way"), ("user_info", "home"), ("Pet", "kind"):
        schema = document["components"]["schemas"][name]
        schema["properties"] = {kept: schema["properties"][kept]}
    way = document["components"]["schemas"]["Way"]
    car = way["oneOf"].pop()
    way["oneOf"] = [car]
    few = promised(make_anew(written(document), "parts"))
    assert few["classes"]["#/components/schemas/Way/oneOf/0 in"] == "WayWithCar"
    assert "fields ListPets" not in few
    way["oneOf"] = [{"type": "object", "properties": {"Shoes": {}, "Car": {}}}, car]
    make_anew(written(document), "parts")
    back = promised(make_anew(written(more()), "parts"))
    assert {*names["classes"].values()} <= {*back["classes"].values()}
    for kind, found in names.items():
        if kind not in ("classes", "validators"):
            assert found.items() <= back[kind].items()
    classes = back["classes"]
    assert classes["#/components/schemas/Way/oneOf/2 in"] == "WayWithShoes"
    assert classes["#/components/schemas/Way/oneOf/3 in"] == "WayWithCar"


def test_a_name_that_is_gone_is_free_once_it_is_struck_out() -> None:
    package = make_anew(FEW, "freed")
    make_anew(ELSE, "freed")
    path = package.folder / "fragmint.lock"
    lock = json.loads(path.read_text("utf-8"))
    assert lock["gone"]["classes"]["#/components/schemas/Job in"] == "Job"
    other = FEW.replace("Job", "job")
    assert "Job" not in promised(make_anew(other, "freed"))["classes"].values()
    make_anew(ELSE, "freed")
    lock = json.loads(path.read_text("utf-8"))
    for name in ("Job", "job"):
        del lock["gone"]["classes"][f"#/components/schemas/{name} in"]
    path.write_text(json.dumps(lock), "utf-8")
    found = promised(make_anew(other, "freed"))["classes"]
    assert found["#/components/schemas/job in"] == "Job"


def test_what_is_struck_out_takes_along_what_it_has() -> None:
    package = make_anew(FEW, "whole")
    make_anew(ELSE, "whole")
    path = package.folder / "fragmint.lock"
    lock = json.loads(path.read_text("utf-8"))
    assert lock["gone"]["fields ListPets"]["query id"] == "id"
    del lock["gone"]["classes"]["GET /pets"]
    path.write_text(json.dumps(lock), "utf-8")
    make_anew(ELSE, "whole")
    lock = json.loads(path.read_text("utf-8"))
    assert "fields ListPets" not in lock["gone"]
    assert "fields Work" in lock["gone"]


def test_credentials_and_servers_keep_their_names() -> None:
    def document(servers: str, schemes: str) -> str:
        return f"""
            openapi: 3.1.1
            info: {{title: Pets, version: "1"}}
            servers: [{servers}{{url: "https://a.example.com", description: Main}}, {{url: "https://b.example.com"}}]
            security: [{{k: []}}, {{auth: []}}]
            paths: {{/pets: {{get: {{operationId: listPets, responses: {{"204": {{description: None}}}}}}}}}}
            components: {{securitySchemes: {{{schemes}k: {{type: apiKey, in: header, name: X-Key}}}}}}
            """

    first = texts(make_anew(document("", ""), "keeping"))
    more = document(
        '{url: "https://c.example.com", description: main}, ',
        "auth: {type: http, scheme: bearer}, ",
    )
    then = texts(make_anew(more, "keeping"))
    for package in (first, then):
        assert "        auth: ApiKey" in package["client.py"]
        assert "def main() -> str:\n" in package["servers.py"]
    assert '"https://a.example.com"' in then["servers.py"].partition("def main")[2]
    assert "        auth_: BearerAuth" in then["client.py"]


def test_a_name_that_is_struck_out_is_made_anew() -> None:
    package = make_anew(FEW, "struck")
    renamed = FEW.replace("operationId: work", "operationId: toil")
    assert promised(make_anew(renamed, "struck"))["classes"]["GET /jobs"] == "Work"
    path = package.folder / "fragmint.lock"
    lock = json.loads(path.read_text("utf-8"))
    del lock["names"]["classes"]["GET /jobs"]
    path.write_text(json.dumps(lock), "utf-8")
    assert promised(make_anew(renamed, "struck"))["classes"]["GET /jobs"] == "Toil"


def test_a_name_that_is_changed_in_the_lock_is_taken() -> None:
    package = make_anew(FEW, "forced")
    path = package.folder / "fragmint.lock"
    lock = json.loads(path.read_text("utf-8"))
    names = lock["names"]
    names["classes"]["#/components/schemas/Pet in"] = "Animal"
    names["fields Animal"] = names.pop("fields Pet")
    names["fields ListPets"]["query id"] = "pet_id"
    names["fields UserInfo"]["a-b"] = "both"
    names["methods pets"]["GET /pets"] = "every"
    names["resources"]["jobs"] = "duties"
    names["methods duties"] = names.pop("methods jobs")
    path.write_text(json.dumps(lock), "utf-8")
    forced = make_anew(FEW, "forced")
    assert forced.warnings == package.warnings
    assert promised(forced) == names
    assert set(names_in(forced)) >= {
        "Animal",
        "models/animal.py Animal",
        "models/user_info.py UserInfo.both",
        "operations/list_pets.py ListPets.pet_id",
        "resources/pets.py Pets.every",
        "resources/pets.py Pets.every(pet_id)",
        "resources/duties.py Jobs.work",
    }


TAGS = ("resources", "strategies", "operations", "answers")


def test_resources_called_like_what_tests_are_given() -> None:
    paths = {
        f"/{tag}": {
            "get": {
                "tags": [tag],
                "operationId": f"get_{tag}",
                "responses": {"204": {"description": "none"}},
            }
        }
        for tag in TAGS
    }
    info = {"title": "t", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths}
    testing = make_anew(written(document), "resourceful").module("testing")
    fake = testing.FakeTransport()
    for tag in TAGS:
        getattr(fake, tag).get.returns(None)
    text = Path(testing.__file__).read_text("utf-8")
    classes = re.findall(r"^class (\w+)", text, re.MULTILINE)
    assert len(classes) == len(set(classes))
