"""A description is untrusted: its strings change no line of the code but themselves.

The same description is made of harmless and of hostile strings; the syntax trees of
what comes of both are one, once every string in them is the same.
"""

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fragmint.config import Target
from fragmint.pipeline import generate

HOSTILE = {
    "quotes": "\"'\"'",
    "triple quotes": "\"\"\" + boom() + \"\"\" ''' + boom() + '''",
    "a backslash at the end": "\\",
    "several backslashes": '\\\\\\"\\',
    "lines": "\nimport os\nos.abort()\n",
    "carriage returns": "\rimport os\r\n\r",
    "a tab and a form feed": "\t\f\v",
    "NUL": "\0x\0",
    "templates": "{{ boom() }}{% raw %}{# x #}{%- endraw -%}",
    "braces": "{}{0}{x!r}}{",
    "formats": "%s %(x)s $x ${x}",
    "line ends of Unicode": "\u2028boom()\u2029boom()\u0085boom()",
    "bidirectional controls": "\u202eboom()\u202c\u2066x\u2069\u200f",
    "invisible": "\ufeff\u200b\u00ad\x1b[31m\x7f",
    "out of the plane": "\U0001f600\U000e0001",
    "a lone surrogate": "\ud800",
    "a keyword": " import",
    "a path": "/../../../etc/passwd",
    "a comment": " # type: ignore # noqa",
    "an escape": "\\N{BULLET}\\x41\\u0041\\101",
    "markup": "</script><!-- `x` *y*",
    "long": " x" * 500,
    "one long word": "x" * 1000,
}
NAMES = {
    **HOSTILE,
    "dunder": "__class__",
    "builtins": "None True print",
    "only dots": "...",
    "nothing": "",
}


def description(text: Callable[[str], str]) -> dict[str, Any]:
    """One with a string of `text`, by what it is for, wherever it may be any."""

    def said(of: str) -> dict[str, str]:
        return {"summary": text(f"{of} summary"), "description": text(f"{of} words")}

    def schema(of: str, **more: Any) -> dict[str, Any]:
        return {"title": text(f"{of} title"), "description": text(of), **more}

    pet = schema(
        "pet",
        type="object",
        required=["name"],
        example={text("key"): text("value")},
        properties={
            "name": schema("name", type="string", default=text("default")),
            "kind": schema(
                "kind", type="string", enum=[text("one"), text("other"), "x"]
            ),
            "fixed": schema("fixed", const=text("const")),
            "not": schema("not", type="string", **{"not": {"const": text("never")}}),
            "secret": schema("secret", type="string", format="password"),
            "old": schema("old", type="string", deprecated=True, format=text("format")),
            "more": schema("more", type="object", additionalProperties=schema("map")),
        },
    )
    answer = {
        "description": text("answer"),
        "headers": {"X-Rate": {"description": text("header")}},
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/Pet"},
                "examples": {"a": {"summary": text("example"), "value": text("v")}},
            }
        },
        "links": {"l": {"operationId": "fetchPet", "description": text("link")}},
    }
    operation = {
        **said("operation"),
        "operationId": "savePet",
        "tags": ["Pets"],
        "deprecated": True,
        "externalDocs": {"url": "https://x", "description": text("docs")},
        "parameters": [
            {
                "name": name,
                "in": place,
                "required": place == "path",
                "description": text(f"{place} parameter"),
                "example": text("example"),
                "schema": schema(place, type="string", default=text("default")),
            }
            for name, place in [
                ("id", "path"),
                ("limit", "query"),
                ("X-Trace", "header"),
                ("session", "cookie"),
            ]
        ],
        "requestBody": {
            "description": text("body"),
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
            },
        },
        "responses": {"200": answer, "default": {"description": text("error")}},
        "security": [{"key": []}],
    }
    return {
        "openapi": "3.1.1",
        "info": {
            "title": text("title"),
            "version": text("version"),
            **said("info"),
            "termsOfService": text("terms"),
            "contact": {"name": text("contact")},
            "license": {"name": text("license")},
        },
        "servers": [
            {
                "url": "https://{region}.example.com",
                "description": "Real",
                "variables": {
                    "region": {
                        "default": "eu",  # with a brace it would be no URL
                        "enum": ["eu", text("region")],
                        "description": text("variable"),
                    }
                },
            }
        ],
        "tags": [{"name": "Pets", "description": text("tag")}],
        "paths": {"/pets/{id}": {**said("path"), "put": operation}},
        "components": {
            "schemas": {"Pet": pet},
            "securitySchemes": {
                "key": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-Key",
                    "description": text("scheme"),
                }
            },
        },
    }


def generated(value: dict[str, Any], folder: Path) -> dict[str, str]:
    """The modules made of a description, by path; nothing but these is written."""
    home = folder / "home"
    home.mkdir(parents=True)
    (home / "spec.json").write_text(json.dumps(value), "utf-8")
    generate(Target(spec=home / "spec.json", output=home, package="made"))
    assert {path.name for path in folder.iterdir()} == {"home"}
    assert {path.name for path in home.iterdir()} == {"spec.json", "made"}
    made = home / "made"
    return {
        path.relative_to(made).as_posix(): path.read_text("utf-8")
        for path in made.rglob("*.py")
        if "_support" not in path.parts
    }


def tree(text: str) -> str:
    """The syntax tree of `text`, every string in it the same."""
    node = ast.parse(text)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            inner.value = "text"
    return ast.dump(node)


SAMPLES = re.compile(
    r"^SAMPLES.*? = (\{.*?^\})\n\"\"\".*?\"\"\"\n", re.MULTILINE | re.DOTALL
)


def trees(modules: dict[str, str]) -> dict[str, str]:
    return {path: tree(text) for path, text in modules.items()}


def without_samples(modules: dict[str, str]) -> dict[str, str]:
    """`modules` without samples, which are no code, and left out if they are long."""
    text = modules["testing.py"]
    samples = SAMPLES.search(text)
    assert samples is None or isinstance(ast.literal_eval(samples[1]), dict)
    return modules | {"testing.py": SAMPLES.sub("", text)}


@pytest.fixture(scope="module")
def benign(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("benign")
    return generated(description(lambda of: f"the {of}"), folder)


@pytest.mark.parametrize("what", HOSTILE)
def test_texts(what: str, benign: dict[str, str], tmp_path: Path) -> None:
    made = generated(description(lambda of: f"the {of}{HOSTILE[what]}"), tmp_path)
    is_long = len(HOSTILE[what]) > 100
    rest = without_samples if is_long else dict[str, str]
    found, wanted = trees(rest(made)), trees(rest(benign))
    assert found.keys() == wanted.keys()
    for path, one in found.items():
        assert one == wanted[path], path
    for path, text in made.items():
        # Nothing that a reader cannot see, or that turns what he sees.
        assert text.replace("\n", "").isprintable(), path
        compile(text, path, "exec")


def renamed(name: str) -> dict[str, Any]:
    """A description in which everything that has a name is called `name`, or so."""
    value = description(lambda of: of)
    (item,) = value["paths"].values()
    operation = item["put"]
    operation["operationId"] = name
    operation["tags"] = [name]
    value["tags"][0]["name"] = name
    for parameter in operation["parameters"]:
        if parameter["in"] != "path":
            parameter["name"] += name
    schemas = value["components"]["schemas"]
    schemas[name] = schemas.pop("Pet")
    properties = schemas[name]["properties"]
    properties |= {name + key: one for key, one in properties.items()}
    schemas[name]["required"] = ["name", name + "name"]
    pointer = "#/components/schemas/" + name.replace("~", "~0").replace("/", "~1")
    schemes = value["components"]["securitySchemes"]
    schemes[name] = schemes.pop("key")
    operation["security"] = [{name: []}]
    text = json.dumps(value)
    return dict(
        json.loads(text.replace('"#/components/schemas/Pet"', json.dumps(pointer)))
    )


@pytest.mark.parametrize("what", NAMES)
def test_names(what: str, tmp_path: Path) -> None:
    """They become names and strings: no code, and no path elsewhere."""
    made = generated(renamed(NAMES[what]), tmp_path)
    known = {
        type(node)
        for text in generated(renamed("Plain"), tmp_path / "plain").values()
        for node in ast.walk(ast.parse(text))
    }
    for path, text in made.items():
        assert len(Path(path).name) < 100
        nodes = [*ast.walk(ast.parse(text))]
        assert {*map(type, nodes)} <= known
        called = {
            node.func.id
            for node in nodes
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"boom", "exec", "eval", "abort", "__import__"}, path
        assert text.replace("\n", "").isprintable(), path
        compile(text, path, "exec")
