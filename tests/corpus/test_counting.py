"""What is found, loaded and counted."""

import json
from pathlib import Path
from typing import Any

import pytest

from .counter import compare, operations
from .descriptions import find, sample
from .library import Library, Unresolved


def written(folder: Path, **documents: Any) -> Library:
    for name, value in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(value))
    return Library(folder / "root.json")


def keys(library: Library) -> list[tuple[str, str]]:
    return [one.key for one in operations(library)]


OK: dict[str, Any] = {"responses": {"200": {}, "default": {}, "x-other": {}}}


def test_only_roots_are_descriptions(tmp_path: Path) -> None:
    texts = {
        "a.yaml": "openapi: 3.1.0\n",
        "b.json": '{"info": {}, "swagger": "2.0"}',
        "c.json": '{"properties": {"openapi": {}}}',
        "d.yml": "info:\n  openapi: 3.1.0\n",
        "e.json": '["openapi"]',
        "f.txt": "openapi: 3.1.0\n",
        "g.yaml": '"swagger" : "2.0"\n',
        "h.json": '{"openapi": ',
        "i.yaml": "---\n  swagger: '2.0'\n",
        "j.yaml": "{openapi: 3.1.0}",
        "k.yaml": "a: |\n  openapi: 3.1.0\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    assert [path.name for path in find(tmp_path)] == [
        "a.yaml",
        "b.json",
        "g.yaml",
        "h.json",
        "i.yaml",
        "j.yaml",
    ]


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    paths = [Path(f"{number:02}") for number in range(50)]
    first = sample(paths, 5, 1)
    assert first == sorted(first)
    assert len(first) == 5
    assert first == sample(paths, 5, 1)
    assert first != sample(paths, 5, 2)
    assert sample(paths, None, 1) == sample(paths, 99, 1) == paths


def test_every_method_is_counted(tmp_path: Path) -> None:
    item = {
        "get": OK,
        "head": OK,
        "trace": OK,
        "query": OK,
        "x-get": OK,
        "post": None,
        "additionalOperations": {"COPY": OK},
    }
    root = {"openapi": "3.2.0", "paths": {"/a": item, "x-paths": item}}
    library = written(tmp_path, root=root)
    methods = ["GET", "HEAD", "TRACE", "QUERY", "COPY"]
    assert keys(library) == [(method, "/a") for method in methods]
    library = written(tmp_path, root=root | {"openapi": "3.1.0"})
    assert keys(library) == [("GET", "/a"), ("HEAD", "/a"), ("TRACE", "/a")]
    library = written(tmp_path, root={"swagger": "2.0", "paths": {"/a": item}})
    assert keys(library) == [("GET", "/a"), ("HEAD", "/a")]


def test_a_path_item_may_stand_in_another_file(tmp_path: Path) -> None:
    root = {"openapi": "3.0.0", "paths": {"/a": {"$ref": "other.json#/x~1y"}}}
    library = written(tmp_path, root=root, other={"x/y": {"put": OK}})
    (found,) = operations(library)
    assert found.key == ("PUT", "/a")
    assert found.statuses == ("200", "default")
    assert found.node.file.name == "other.json"


@pytest.mark.parametrize(
    "reference", ["#/nowhere", "gone.json", "https://example.com/a", "#/paths/~1a"]
)
def test_a_reference_to_nothing_is_told(tmp_path: Path, reference: str) -> None:
    root = {"openapi": "3.0.0", "paths": {"/a": {"$ref": reference}}}
    with pytest.raises(Unresolved):
        keys(written(tmp_path, root=root))


def test_yaml_is_read_by_the_core_schema(tmp_path: Path) -> None:
    (tmp_path / "root.yaml").write_text(
        "a: [NO, on, 2010-04-01, 12:30, 0o7, 1_000, 1e3, -4, true, ~, 1.5, .5]\n"
        "200: {true: x}\n"
    )
    assert Library(tmp_path / "root.yaml").root.value == {
        "a": [
            *("NO", "on", "2010-04-01", "12:30", "0o7", "1_000"),
            *(1000.0, -4, True, None, 1.5, 0.5),
        ],
        "200": {"true": "x"},
    }


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    paths = {"/a": {"get": OK, "put": OK}, "b": {"get": OK}}
    library = written(tmp_path, root={"openapi": "3.1.0", "paths": paths})
    made: list[dict[str, object]] = [
        {"method": "GET", "path": "/a", "responses": ["200"]},
        {"method": "GET", "path": "/b", "responses": ["200", "DEFAULT"]},
        {"method": "GET", "path": "/c", "responses": []},
    ]
    missing, found, answers = compare(list(operations(library)), made)
    assert missing.operations == ("PUT /a",)
    assert missing.unknown == ("GET /c",)
    assert set(missing.responses) == {
        "GET /a DEFAULT",
        "PUT /a 200",
        "PUT /a DEFAULT",
    }
    assert (found, answers) == (2, 3)


def test_a_manifest_need_not_tell_responses(tmp_path: Path) -> None:
    root = {"openapi": "3.1.0", "paths": {"/a": {"get": OK}}}
    library = written(tmp_path, root=root)
    made: list[dict[str, object]] = [{"method": "GET", "path": "/a"}]
    missing, found, answers = compare(list(operations(library)), made)
    assert (missing.operations, missing.responses) == ((), ())
    assert (found, answers) == (1, None)
