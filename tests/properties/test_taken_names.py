"""A name of the description never takes the place of one that the package needs."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fragmint.config import Target
from fragmint.diagnostics import Problems
from fragmint.pipeline import make
from fragmint.support.client import BaseClient


def generated(
    folder: Path, *, schema: str = "Call", operation: str = "fetchCall", tag: str = "T"
) -> dict[str, str]:
    """The modules of a package with these names; none if they are refused."""
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    response = {"description": "It", "content": {"application/json": content}}
    described = {
        "operationId": operation,
        "tags": [tag],
        "responses": {"200": response},
    }
    spec = folder / "spec.json"
    document = {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/it": {"get": described}},
        "components": {
            "schemas": {
                schema: {"type": "object", "properties": {"a": {"type": "string"}}}
            }
        },
    }
    spec.write_text(json.dumps(document))
    try:
        files, _ = make(Target(spec=spec, output=folder, package="acme"))
    except Problems as error:
        if any(problem.code == "bad-output" for problem in error.problems):
            raise  # it is luck that what was made is no Python
        return {}
    return {
        path: data.decode()
        for path, data in files.items()
        if path.endswith(".py") and not path.startswith("_support/")
    }


def bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that a module or a class gives a meaning to."""
    for node in body:
        match node:
            case ast.ImportFrom(names=names) if node.module != "__future__":
                yield from (alias.asname or alias.name for alias in names)
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
                if isinstance(node, ast.ClassDef):
                    yield from (f"{name}.{one}" for one in bound(node.body))
            case ast.If(body=inner):
                yield from bound(inner)
            case _:
                pass


def assert_distinct(modules: dict[str, str]) -> None:
    for path, text in modules.items():
        names = list(bound(ast.parse(text).body))
        assert len(set(names)) == len(names), (path, names)


@pytest.mark.parametrize(
    "name", ["Client", "AsyncClient", "Request", "ApiError", "Model", "Mapping", "Any"]
)
def test_schemas(name: str, tmp_path: Path) -> None:
    modules = generated(tmp_path, schema=name)
    assert_distinct(modules)
    if modules:
        assert '"Client": ".client"' in modules["__init__.py"]
        assert '"ApiError": "._support.errors"' in modules["__init__.py"]


@pytest.mark.parametrize("name", ["None", "class", "import"])
def test_schemas_that_are_keywords(name: str, tmp_path: Path) -> None:
    assert_distinct(generated(tmp_path, schema=name))


@pytest.mark.parametrize(
    "name", ["client", "request", "model", "call", "found", "class", "true", "1"]
)
def test_operations(name: str, tmp_path: Path) -> None:
    modules = generated(tmp_path, operation=name)
    assert_distinct(modules)
    if modules:
        assert '"Client": ".client"' in modules["__init__.py"]


@pytest.mark.parametrize(
    "name", ["send", "close", "prepare", "class", "BaseClient", "FetchCall", "1", " "]
)
def test_tags(name: str, tmp_path: Path) -> None:
    modules = generated(tmp_path, tag=name)
    assert_distinct(modules)
    if modules:
        names = bound(ast.parse(modules["client.py"]).body)
        inside = {one.partition(".")[2] for one in names if one.startswith("Client.")}
        assert inside & set(vars(BaseClient)) <= {"__init__"}
