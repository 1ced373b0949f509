"""What is known of a package is not made again, and changes nothing in what comes."""

import json
import os
import shutil
import subprocess
from collections import abc
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import (
    Any,
    Literal,
    TypeAlias,
    get_args,
    get_origin,
    get_type_hints,
)

import pytest
from fragmint.config import Target
from fragmint.diagnostics import Problems
from fragmint.pipeline import generate
from fragmint.planning.plan import (
    Field,
    Import,
    Model,
    Operation,
    Payload,
    Resource,
    Validator,
)
from fragmint.writing import layout, modules
from fragmint.writing.known import CACHE

Description: TypeAlias = dict[str, Any]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


def a_reference(name: str) -> Description:
    return {"$ref": f"#/components/schemas/{name}"}


def answering(name: str, **more: Any) -> Description:
    content = {"application/json": {"schema": a_reference(name)}}
    return {"responses": {"200": {"description": "", "content": content}}, **more}


def description() -> Description:
    """Pets have owners, and shops have nothing to do with either."""
    body = {"content": {"application/json": {"schema": a_reference("Pet")}}}
    size = {"name": "size", "in": "query", "schema": {"type": "integer", "maximum": 9}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {
            "/pets": {
                "post": answering("Pet", operationId="createPet", requestBody=body)
            },
            "/owners": {
                "get": answering("Owner", operationId="getOwner", tags=["owners"])
            },
            "/shops": {
                "get": answering(
                    "Shop", operationId="getShop", tags=["shops"], parameters=[size]
                )
            },
        },
        "components": {
            "schemas": {
                "Pet": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string", "minLength": 1},
                        "owner": a_reference("Owner"),
                    },
                },
                "Owner": {
                    "type": "object",
                    "description": "Who has a pet.",
                    "properties": {
                        "name": {"type": "string", "description": "As it is said."},
                        "age": {"type": "integer", "minimum": 0},
                    },
                },
                "Shop": {
                    "type": "object",
                    "properties": {"town": {"type": "string", "maxLength": 80}},
                },
            }
        },
    }


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target(spec=tmp_path / "api.json", output=tmp_path / "out", package="pets")


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that are laid out from now on."""
    found: list[str] = []

    def noted(texts: Mapping[str, str], line_length: int) -> Any:
        found.extend(texts)
        return layout.layout(texts, line_length)

    monkeypatch.setattr(modules, "layout", noted)
    return found


def describe(target: Target, said: Description) -> None:
    target.spec.write_text(json.dumps(said), "utf-8")


@pytest.fixture(autouse=True)
def made(target: Target) -> Description:
    """The description of a package that is there."""
    said = description()
    describe(target, said)
    generate(target)
    return said


Edit: TypeAlias = Callable[[Description], Any]


def schema(said: Description, name: str) -> Description:
    found: Description = said["components"]["schemas"][name]
    return found


def call(said: Description, path: str) -> Description:
    found: Description = said["paths"][path]
    return next(iter(found.values()))


def new_words(said: Description) -> None:
    schema(said, "Owner")["properties"]["name"]["description"] = "In full."


def new_rule(said: Description) -> None:
    schema(said, "Owner")["properties"]["age"]["maximum"] = 150


def new_property(said: Description) -> None:
    schema(said, "Owner")["properties"]["phone"] = {"type": "string"}


def property_that_is_gone(said: Description) -> None:
    del schema(said, "Owner")["properties"]["age"]


def new_type(said: Description) -> None:
    schema(said, "Owner")["properties"]["age"] = {"type": "string", "format": "date"}


def new_name_of_a_schema(said: Description) -> None:
    said["components"]["schemas"]["Keeper"] = said["components"]["schemas"].pop("Owner")
    text = json.dumps(said).replace("schemas/Owner", "schemas/Keeper")
    said.update(json.loads(text))


def other_order(said: Description) -> None:
    said["paths"] = dict(reversed(said["paths"].items()))
    schemas = said["components"]["schemas"]
    said["components"]["schemas"] = dict(reversed(schemas.items()))


def new_operation(said: Description) -> None:
    said["paths"]["/shops/{id}"] = {
        "get": answering(
            "Shop",
            tags=["shops"],
            parameters=[
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                }
            ],
        )
    }


def operation_that_is_gone(said: Description) -> None:
    del said["paths"]["/owners"]


def new_parameter(said: Description) -> None:
    one = {"name": "since", "in": "query", "schema": {"type": "string"}}
    call(said, "/shops")["parameters"].append(one)


def new_server(said: Description) -> None:
    said["servers"] = [
        {"url": "https://{at}.example", "variables": {"at": {"default": "x"}}}
    ]


def new_security(said: Description) -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}
    said["components"]["securitySchemes"] = schemes
    said["security"] = [{"key": []}]


def nothing_that_shows(said: Description) -> None:
    said["info"]["x-nobody"] = 1


EDITS: tuple[Edit, ...] = (
    new_words,
    new_rule,
    new_property,
    property_that_is_gone,
    new_type,
    new_name_of_a_schema,
    other_order,
    new_operation,
    operation_that_is_gone,
    new_parameter,
    new_server,
    new_security,
    nothing_that_shows,
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_comes_is_what_comes_of_making_everything(
    edit: Edit, target: Target, made: Description, laid_out: list[str], files: Files
) -> None:
    other = replace(target, output=target.output.with_name("all"))
    shutil.copytree(target.output, other.output)
    shutil.rmtree(other.folder / "__pycache__")
    edit(made)
    describe(target, made)
    generate(target)
    again = [*laid_out]
    generate(other)
    assert files(target.folder) == files(other.folder)
    assert len(again) < len(laid_out) - len(again)


def test_only_what_depends_on_a_schema_is_laid_out(
    target: Target, made: Description, laid_out: list[str]
) -> None:
    new_words(made)
    describe(target, made)
    generate(target)
    assert sorted(laid_out) == [
        "models/owner.py",
        "models/owner_input.py",
        "validators/owner.py",
    ]


def test_nothing_is_laid_out_where_nothing_shows(
    target: Target, made: Description, laid_out: list[str]
) -> None:
    nothing_that_shows(made)
    describe(target, made)
    assert [path for path, _, _ in generate(target).changes] == ["fragmint.lock"]
    assert laid_out == []


def test_force_makes_everything(
    target: Target, made: Description, laid_out: list[str]
) -> None:
    nothing_that_shows(made)
    describe(target, made)
    generate(target, force=True)
    assert "operations/get_shop.py" in laid_out


def test_a_package_of_another_time_beside_the_cache(
    target: Target, made: Description, files: Files
) -> None:
    """A branch is switched: the package is the old one, and the cache is not."""
    old = files(target.folder)
    new_property(made)
    describe(target, made)
    generate(target)
    new = files(target.folder)
    assert new != old
    for path in new:
        (target.folder / path).unlink()
    for path, data in old.items():
        (target.folder / path).write_bytes(data)
    generate(target)
    assert files(target.folder) == new


def test_an_edited_file_is_not_taken(target: Target, made: Description) -> None:
    edited = target.folder / "operations" / "get_shop.py"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    nothing_that_shows(made)
    describe(target, made)
    with pytest.raises(Problems, match=r"get_shop\.py was edited"):
        generate(target)


def test_other_templates_make_everything(
    target: Target, made: Description, laid_out: list[str], tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "model.py.jinja").write_text("x = 1\n")
    target = replace(target, templates=tmp_path / "mine")
    generate(target)
    assert "operations/get_shop.py" in laid_out
    assert (target.folder / "models" / "owner.py").read_text() == "x = 1\n"
    (tmp_path / "mine" / "model.py.jinja").write_text("x = 2\n")
    generate(target)
    assert (target.folder / "models" / "owner.py").read_text() == "x = 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[]",
        "{}",
        "null",
        '{"tool": 1, "pages": 2}',
        '{"tool": "TOOL", "pages": 2}',
        '{"tool": "TOOL", "pages": ["operations/get_shop.py"]}',
        '{"tool": "TOOL", "pages": {"operations/get_shop.py": ""}}',
        '{"tool": "TOOL", "pages": {"operations/get_shop.py": 1}}',
        "[" * 100_000,
    ],
)
def test_a_cache_that_is_none(
    text: str, target: Target, made: Description, laid_out: list[str]
) -> None:
    cache = target.folder / CACHE
    cache.write_text(text.replace("TOOL", json.loads(cache.read_bytes())["tool"]))
    nothing_that_shows(made)
    describe(target, made)
    generate(target)
    assert "operations/get_shop.py" in laid_out


def test_git_does_not_see_the_cache(target: Target) -> None:
    def git(*arguments: str) -> list[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=target.output,
            env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout.splitlines()

    assert (target.folder / CACHE).is_file()
    git("init", "--quiet")
    git("add", "--all")
    known = git("ls-files")
    assert "pets/fragmint.lock" in known
    assert [path for path in known if "__pycache__" in path] == []


def test_other_processors_know_a_page_by_the_same(
    target: Target,
    made: Description,
    monkeypatch: pytest.MonkeyPatch,
    laid_out: list[str],
) -> None:
    monkeypatch.setattr(modules, "_WORTH_IT", 1)
    cache = (target.folder / CACHE).read_bytes()
    nothing_that_shows(made)
    describe(target, made)
    generate(target, force=True)
    assert (target.folder / CACHE).read_bytes() == cache


# --- what a page is known by ----------------------------------------------------------

TOLD = {str, int, float, bool, type(None), tuple, abc.Mapping}
"""What `repr` tells all of."""


def types_in(hint: Any, found: set[Any]) -> set[Any]:
    """All types that a value may consist of, `hint` for one."""
    kind = get_origin(hint) or hint
    inner = [] if kind is Literal else [*get_args(hint)]
    if isinstance(kind, type) and kind is not UnionType and kind not in found:
        found.add(kind)
        inner += get_type_hints(kind).values()
    for one in inner:
        types_in(one, found)
    return found


def test_a_page_tells_all_of_its_plan() -> None:
    """Two that differ anywhere are told apart by what `repr` says."""
    found: set[Any] = set()
    for subject in (Resource, Operation, Model, Payload, Validator):
        types_in(subject, found)
    assert {Import, Field} <= found
    planned = found - TOLD
    assert [one for one in planned if not is_dataclass(one)] == []
    for one in planned:
        assert all(field.repr for field in fields(one)), one
        assert hasattr(one.__repr__, "__wrapped__"), "one that dataclass has made"
    assert len({one.__qualname__ for one in planned}) == len(planned)
