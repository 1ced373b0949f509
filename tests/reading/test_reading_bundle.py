"""Several files -> one document."""

from pathlib import Path
from typing import Any

import pytest
from fragmint.diagnostics import Problems
from fragmint.reading import read
from reading_cases import HEAD, document, problems_of, reader
from well_formed import complaints

OK = '{"204": {description: Done}}'


def body(schema: str) -> str:
    """A description of one operation with a body."""
    return f"""\
paths:
  /a:
    post:
      operationId: a
      requestBody:
        content: {{application/json: {{schema: {schema}}}}}
      responses: {OK}
"""


def schema_of(value: Any) -> Any:
    content = value["paths"]["/a"]["post"]["requestBody"]["content"]
    return content["application/json"]["schema"]


def codes(problems: Any) -> list[str]:
    return [problem.code for problem in problems]


def test_schemas_are_hoisted_and_all_else_is_inlined() -> None:
    description = reader(
        {
            "spec.yaml": f"""\
                paths:
                  /a:
                    summary: of the path
                    $ref: paths/a.yaml
                  /b:
                    get: {{operationId: b, responses: {OK}}}
            """,
            "paths/a.yaml": """\
                get:
                  operationId: a
                  parameters:
                    - {$ref: "../common.yaml#/page", description: Which page}
                  responses:
                    "200":
                      $ref: "#/x-ok"
                x-ok:
                  description: Fine
                  content:
                    application/json:
                      schema: {$ref: ../thing.yaml, title: This one}
            """,
            "common.yaml": """\
                page: {name: page, in: query, schema: {$ref: "#/Number"}}
                Number: {type: integer}
            """,
            "thing.yaml": "{type: object, properties: {again: {$ref: thing.yaml}}}\n",
        },
        ["a"],
    )
    value: Any = description.value
    assert list(value["paths"]) == ["/a"]
    item = value["paths"]["/a"]
    assert item["summary"] == "of the path"
    assert item["get"]["parameters"] == [
        {
            "name": "page",
            "in": "query",
            "description": "Which page",
            "schema": {"$ref": "#/components/schemas/Number"},
        }
    ]
    assert item["get"]["responses"]["200"]["content"]["application/json"] == {
        "schema": {"$ref": "#/components/schemas/thing", "title": "This one"}
    }
    assert value["components"]["schemas"] == {
        "Number": {"type": "integer"},
        "thing": {
            "type": "object",
            "properties": {"again": {"$ref": "#/components/schemas/thing"}},
        },
    }
    assert sorted(description.sources) == [
        "common.yaml",
        "paths/a.yaml",
        "spec.yaml",
        "thing.yaml",
    ]

    get = ("paths", "/a", "get")
    parameter = (*get, "parameters", 0)
    assert description.origin((*get, "operationId")) == "paths/a.yaml#/get/operationId"
    assert description.origin((*parameter, "name")) == "common.yaml#/page/name"
    assert (
        description.origin((*parameter, "description"))
        == "paths/a.yaml#/get/parameters/0/description"
    )
    assert description.origin(("paths", "/a", "summary")) == (
        "spec.yaml#/paths/~1a/summary"
    )
    again = ("components", "schemas", "thing", "properties", "again")
    assert description.origin(again) == "thing.yaml#/properties/again"
    assert description.place(again, key=True).text.startswith("{type: object")
    assert description.place(parameter).file == "common.yaml"
    assert description.place(("paths", "/a"), key=True).file == "spec.yaml"
    number = description.place(("components", "schemas", "Number"), key=True)
    assert (number.file, number.line, number.column) == ("common.yaml", 2, 1)


def test_what_is_no_reference_stays() -> None:
    schema = (
        "{type: object, default: {$ref: x}, enum: [{$ref: x}], const: {$ref: x}, "
        "example: {$ref: x}, examples: [{$ref: x}], x-more: {$ref: x}, "
        "properties: {$ref: {type: string}, default: {$ref: '#/components/schemas/S'}}}"
    )
    value = document(body(schema) + "components: {schemas: {S: {type: string}}}\n")
    read_schema = schema_of(value)
    for keyword in ("default", "const", "example", "x-more"):
        assert read_schema[keyword] == {"$ref": "x"}
    assert read_schema["enum"] == read_schema["examples"] == [{"$ref": "x"}]
    assert read_schema["properties"]["$ref"] == {"type": "string"}
    assert read_schema["properties"]["default"] == {"$ref": "#/components/schemas/S"}
    assert list(value["components"]["schemas"]) == ["S"]


def test_selection() -> None:
    text = f"""\
paths:
  /a:
    get: {{operationId: getA, tags: [t], responses: {OK}}}
    put: {{operationId: putA, responses: {OK}, security: [{{key: []}}]}}
  /b:
    get: {{operationId: getB, responses: {OK}}}
    parameters: [{{$ref: "#/nowhere"}}]
tags: [{{name: s}}, {{name: t, description: kept}}]
security: [{{other: []}}]
components:
  securitySchemes:
    key: {{$ref: "#/components/securitySchemes/real"}}
    real: {{type: apiKey, in: header, name: K}}
    other: {{type: http, scheme: basic}}
"""
    one = document(text, ["putA"])
    assert list(one["paths"]["/a"]) == ["put"]
    assert "tags" not in one
    assert "security" not in one
    assert list(one["components"]["securitySchemes"]) == ["key"]
    other = reader(text, ["get /a"])
    value: Any = other.value
    assert list(value["paths"]["/a"]) == ["get"]
    assert value["tags"] == [{"name": "t", "description": "kept"}]
    assert other.place(("tags", 0, "name")).column == 26
    assert list(value["components"]["securitySchemes"]) == ["other"]
    assert codes(problems_of(text)) == ["unknown-ref"]
    unknown = problems_of(text, ["getC", "PUT /b", "getA"])
    assert [(p.code, p.place) for p in unknown] == [("unknown-operation", None)] * 2
    assert unknown[0].hint == "did you mean PUT /a?"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("list*", ["listA", "listB"]),
        ("*A", ["listA", "putA"]),
        ("get *", ["listA", "listB"]),
        ("* /a", ["listA", "putA"]),
        ("PUT  /a", ["putA"]),
        ("* /b/{*}", ["listB", "Its name"]),
        ("Its name", ["Its name"]),
        ("*", ["listA", "putA", "listB", "Its name"]),
    ],
)
def test_selection_by_patterns(name: str, wanted: list[str]) -> None:
    text = f"""\
paths:
  /a:
    get: {{operationId: listA, responses: {OK}}}
    put: {{operationId: putA, responses: {OK}}}
  /b/{{id}}:
    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
    get: {{operationId: listB, responses: {OK}}}
    head: {{operationId: Its name, responses: {OK}}}
"""
    paths = document(text, [name])["paths"]
    found = [
        one["operationId"]
        for item in paths.values()
        for key, one in item.items()
        if key != "parameters"
    ]
    assert found == wanted
    [unknown] = problems_of(text, ["orders.create"])
    assert unknown.hint == "write an operationId or METHOD /path; * stands for anything"


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("other.yaml#/components/schemas/Thing", "Thing"),
        ("other.yaml#/components/schemas/Thing/properties/part", "part"),
        ("other.yaml#/components/schemas/Thing/properties/list/items", "list_items"),
        ("other.yaml#/components/schemas/Thing/allOf/0", "Thing_allOf_0"),
        ("other.yaml#/a~1b/c%20d", "c_d"),
        ("whole.yaml", "whole"),
        ("./sub/../whole.yaml#", "whole"),
        ("with%20space.yaml", "with_space"),
    ],
)
def test_names(ref: str, name: str) -> None:
    other = """\
        components:
          schemas:
            Thing:
              allOf: [{type: object}]
              properties: {part: {type: string}, list: {type: array, items: {}}}
        a/b: {"c d": {type: string}}
    """
    files = {
        "spec.yaml": body(f'{{$ref: "{ref}"}}'),
        "other.yaml": other,
        "whole.yaml": "type: string\n",
        "with space.yaml": "type: string\n",
    }
    value = document(files)
    assert list(value["components"]["schemas"]) == [name]
    assert schema_of(value) == {"$ref": f"#/components/schemas/{name}"}


def test_rivals_are_all_qualified_whatever_their_order() -> None:
    refs = ["one.yaml#/A", "two.yaml#/A", "#/x/B", "#/y/B", "#/x/C"]
    rest = "x-x: 1\nx: {B: {}, C: {}}\ny: {B: {type: string}}\n"
    names = set()
    for order in (refs, refs[::-1]):
        branches = ", ".join(f'{{$ref: "spec2.yaml{r}"}}' for r in order if r[0] == "#")
        branches += ", " + ", ".join(f"{{$ref: '{r}'}}" for r in order if r[0] != "#")
        files = {
            "spec.yaml": body(f"{{anyOf: [{branches}]}}"),
            "spec2.yaml": rest,
            "one.yaml": "A: {}\n",
            "two.yaml": "A: {}\n",
        }
        names.add(tuple(document(files)["components"]["schemas"]))
    assert names == {("C", "one_A", "two_A", "x_B", "y_B")}


def test_a_schema_that_is_only_a_reference_is_its_target() -> None:
    files = {
        "spec.yaml": body('{$ref: "#/components/schemas/Thing"}')
        + "components: {schemas: {Thing: {$ref: thing.yaml#/Thing}}}\n",
        "thing.yaml": "Thing: {type: string}\n",
    }
    description = reader(files)
    value: Any = description.value
    assert value["components"]["schemas"] == {"Thing": {"type": "string"}}
    assert description.origin(("components", "schemas", "Thing")) == "thing.yaml#/Thing"


def test_discriminators_keep_their_values() -> None:
    files = {
        "spec.yaml": body('{$ref: "#/components/schemas/Pet"}')
        + """\
components:
  schemas:
    Pet:
      oneOf:
        - {$ref: "#/components/schemas/Cat"}
        - {$ref: "dog.yaml#/Cat"}
      discriminator:
        propertyName: kind
        mapping: {dog: "dog.yaml#/Cat", bird: Bird}
    Cat: {type: object}
    Bird: {type: object}
""",
        "dog.yaml": "Cat: {type: object}\n",
    }
    schemas = document(files)["components"]["schemas"]
    assert sorted(schemas) == ["Bird", "Pet", "dog_Cat", "spec_Cat"]
    mapping = schemas["Pet"]["discriminator"]["mapping"]
    assert mapping["dog"] == "#/components/schemas/dog_Cat"
    assert mapping["bird"] == "#/components/schemas/Bird"
    assert mapping["Cat"] in [branch["$ref"] for branch in schemas["Pet"]["oneOf"]]


@pytest.mark.parametrize(
    ("ref", "code", "hint"),
    [
        ("https://example.com/a.yaml", "remote-ref", "save it"),
        ("//example.com/a.yaml", "remote-ref", "save it"),
        ("file:///etc/passwd", "remote-ref", "save it"),
        ("../a.yaml", "ref-outside", "or --root"),
        ("x/../../a.yaml", "ref-outside", "or --root"),
        ("%2e%2e/a.yaml", "ref-outside", "or --root"),
        ("/etc/passwd", "ref-outside", "or --root"),
        ("escape.yaml", "ref-outside", None),
        ("folder/escape.yaml", "ref-outside", None),
        ("thingy.yaml", "missing-file", "did you mean thing.yaml?"),
        ("%00", "bad-ref", None),
        ("%ff.yaml", "bad-ref", None),
        (".", "missing-file", None),
        ("x" * 5000, "missing-file", "File name too long"),
        ("loop.yaml", "missing-file", None),
        ("#/components/schemas/Thng", "unknown-ref", "schemas/Thing?"),
        ("#/componens/schemas/Thing", "unknown-ref", "#/components/schemas/Thing?"),
        ("#/servers/01", "unknown-ref", None),
        ("thing.yaml#/properties/na", "unknown-ref", None),
        ("#/a~2", "bad-ref", None),
        ("#anchor", "unknown-ref", None),
        ("thing.yaml#anchor", "unknown-ref", None),
    ],
)
def test_references_that_lead_nowhere(
    tmp_path: Path, ref: str, code: str, hint: str | None
) -> None:
    outside = tmp_path.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "escape.yaml").write_text("type: string\n")
    (tmp_path / "escape.yaml").symlink_to(outside / "escape.yaml")
    (tmp_path / "folder").symlink_to(outside)
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    files = {
        "spec.yaml": body(f'{{$ref: "{ref}"}}')
        + "servers: [{url: /}]\ncomponents: {schemas: {Thing: {}}}\n",
        "thing.yaml": "type: object\nproperties: {name: {}}\n",
    }
    (problem,) = problems_of(files, folder=tmp_path)
    assert problem.code == code
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (8, 53)
    if hint is not None:
        assert hint in (problem.hint or "")


def test_a_schema_that_is_elsewhere_refuses_nothing() -> None:
    ref = '{$ref: "https://else.example/left.json"}'
    thing = {"type": "integer"}
    for schema, now in (
        (f"{{oneOf: [{{type: integer}}, {ref}]}}", {"anyOf": [thing, {}]}),
        (f"{{oneOf: [{ref}], anyOf: [{{type: integer}}]}}", {"anyOf": [thing]}),
        (f"{{type: integer, not: {ref}}}", thing),
        (f"{{type: integer, if: {ref}, then: false, else: false}}", thing),
    ):
        assert schema_of(reader(body(schema)).value) == now


def test_a_recursive_reference_is_to_the_schema_around_it() -> None:
    text = body('{$ref: "#/components/schemas/All"}') + """\
components:
  schemas:
    One: {type: object}
    All:
      $recursiveAnchor: true
      properties:
        of: {items: {oneOf: [{$ref: "#/components/schemas/One"}, {$recursiveRef: "#"}]}}
"""
    found = reader(text)
    schemas: Any = found.value["components"]
    one, other = schemas["schemas"]["All"]["properties"]["of"]["items"]["oneOf"]
    assert one == {"$ref": "#/components/schemas/One"}
    assert other == {"$ref": "#/components/schemas/All"}
    (problem,) = found.warnings
    assert (
        problem.message == "$recursiveRef has no effect in a schema, but is understood"
    )
    nowhere = reader(text.replace("      $recursiveAnchor: true\n", ""))
    assert [one.message for one in nowhere.warnings] == [
        "$recursiveRef has no effect in a schema"
    ]


def test_recursion_through_schemas_is_fine() -> None:
    text = body('{$ref: "#/components/schemas/A"}') + (
        "components: {schemas: {A: {properties: {b: {$ref: '#/components/schemas/B'}}},"
        " B: {items: {$ref: '#/components/schemas/A'}}}}\n"
    )
    assert list(document(text)["components"]["schemas"]) == ["A", "B"]


@pytest.mark.parametrize(
    "schemas",
    [
        "A: {$ref: '#/components/schemas/A'}",
        "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}",
        "A: {title: a, $ref: '#/components/schemas/A'}",
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}, "
        "B: {anyOf: [{}, {not: {$ref: '#/components/schemas/A'}}]}",
    ],
)
def test_schemas_that_only_lead_to_themselves(schemas: str) -> None:
    text = body('{$ref: "#/components/schemas/A"}')
    description = reader(text + f"components: {{schemas: {{{schemas}}}}}\n")
    assert codes(description.warnings) == ["ref-cycle"]
    assert complaints(description.value) == []


def test_cycles_among_what_is_inlined() -> None:
    text = """\
paths:
  /a: {$ref: "#/components/pathItems/a"}
  /b:
    get:
      operationId: b
      responses: {"204": {$ref: "#/components/responses/x"}}
components:
  pathItems:
    a:
      post:
        operationId: a
        responses: {"204": {description: Done}}
        callbacks: {again: {$ref: "#/components/callbacks/again"}}
  callbacks:
    again: {"{$url}": {$ref: "#/components/pathItems/a"}}
  responses:
    x: {$ref: "#/components/responses/y"}
    y: {$ref: "#/components/responses/x"}
"""
    problems = problems_of(text, strict=False)
    cycles = {(p.severity, p.place and p.place.line) for p in problems}
    assert {("warning", 17), ("error", 20)} <= cycles


def test_references_that_multiply_come_to_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("fragmint.reading.walk.MAX_OBJECTS", 10_000)
    callbacks = "".join(
        f"    c{n}: {{x: {{post: {{responses: {OK}, callbacks: {{"
        f"a: {{$ref: '#/components/callbacks/c{n + 1}'}}, "
        f"b: {{$ref: '#/components/callbacks/c{n + 1}'}}}}}}}}}}\n"
        for n in range(30)
    )
    text = f"""\
paths:
  /a:
    get:
      operationId: a
      responses: {OK}
      callbacks: {{x: {{$ref: "#/components/callbacks/c0"}}}}
components:
  callbacks:
{callbacks}    c30: {{}}
"""
    assert "too-large" in codes(problems_of(text))


def test_every_broken_file_is_told_once() -> None:
    files = {
        "spec.yaml": body(
            '{anyOf: [{$ref: a.yaml}, {$ref: "a.yaml#/x"}, {$ref: b.json}]}'
        ),
        "a.yaml": "a: [\n",
        "b.json": "{",
    }
    assert codes(problems_of(files)) == ["broken-yaml", "broken-json"]


def test_what_stands_beside_a_reference_without_effect() -> None:
    text = f"""\
paths:
  /a:
    get:
      operationId: a
      parameters:
        - $ref: "#/components/parameters/p"
          required: true
          x-note: no field
      responses: {OK}
components: {{parameters: {{p: {{name: p, in: query, schema: {{}}}}}}}}
"""
    description = reader(text)
    assert codes(description.warnings) == ["ignored-field"]
    assert "required" not in str(description.value["paths"])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("spec.yml", "openapi: 3.1.1\n", "missing-file"),
        ("spec.yaml", "[]\n", "not-openapi"),
        ("spec.yaml", "a: 1\n", "not-openapi"),
        ("spec.yaml", 'swagger: "1.2"\n', "unsupported-version"),
        ("spec.yaml", "openapi: 3.3.0\n", "unsupported-version"),
        ("spec.yaml", "openapi: {}\n", "unsupported-version"),
        ("spec.yaml", "", "empty-file"),
    ],
)
def test_roots_that_are_none(
    tmp_path: Path, name: str, content: str, code: str
) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(Problems) as raised:
        read(tmp_path / "spec.yaml", shown="api/spec.yaml")
    (problem,) = raised.value.problems
    assert problem.code == code
    if problem.place is None:
        assert problem.message == "there is no file api/spec.yaml"
        assert problem.hint == "did you mean api/spec.yml?"
    else:
        assert problem.place.file == "api/spec.yaml"


def test_references_may_be_let_out_into_a_folder(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    root = tmp_path / "api" / "spec.yaml"
    root.write_text(HEAD + body("{$ref: ../common/thing.yaml}"), encoding="utf-8")
    (tmp_path / "common").mkdir()
    (tmp_path / "common" / "thing.yaml").write_text("type: string\n")
    description = read(root, shown="a/api/spec.yaml", folder=tmp_path)
    assert list(description.sources) == ["api/spec.yaml", "common/thing.yaml"]
    thing = description.place(("components", "schemas", "thing"))
    assert thing.file == "a/common/thing.yaml"
    with pytest.raises(Problems) as raised:
        read(root, folder=tmp_path / "common")
    assert codes(raised.value.problems) == ["bad-option"]
