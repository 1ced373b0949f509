"""Older versions -> the one dialect, with the places of what was written."""

import json
from pathlib import Path
from typing import Any

import pytest
from fragmint.reading import read
from reading_cases import mended, reader
from valid_documents import DOCUMENTS
from well_formed import complaints

SWAGGER = """\
swagger: "2.0"
info: {{title: T, version: "1"}}
consumes: [application/json]
produces: [application/json]
paths:
  /a:
    post:
      {consumes}
      parameters:
        {parameters}
      responses: {{"200": {{description: Done, schema: {{type: string}}}}}}
"""
OPENAPI_30 = """\
openapi: 3.0.3
info: {{title: T, version: "1"}}
paths:
  /a:
    get:
      responses:
        "200":
          description: Done
          content: {{application/json: {{schema: {schema}}}}}
components: {{schemas: {{S: {{type: object}}}}}}
"""


def operation(parameters: str, consumes: str = "") -> Any:
    text = SWAGGER.format(parameters=parameters, consumes=consumes)
    value, said = mended(text)
    assert said == []
    return value["paths"]["/a"]["post"]


def schema_30(schema: str) -> tuple[Any, list[str]]:
    value, said = mended(OPENAPI_30.format(schema=schema))
    response = value["paths"]["/a"]["get"]["responses"]["200"]
    return response["content"]["application/json"]["schema"], said


@pytest.mark.parametrize("version", DOCUMENTS)
def test_every_version_is_read_without_a_word(version: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(DOCUMENTS[version]))
    description = read(tmp_path / "a.json", strict=True)
    assert description.warnings == ()
    assert complaints(description.value) == []


@pytest.mark.parametrize(
    ("layout", "where", "style"),
    [
        ("csv", "query", ("form", False)),
        ("csv", "header", ("simple", False)),
        ("ssv", "query", ("spaceDelimited", False)),
        ("pipes", "query", ("pipeDelimited", False)),
        ("tsv", "query", ("tabDelimited", False)),
        ("multi", "query", ("form", True)),
    ],
)
def test_collection_formats(layout: str, where: str, style: tuple[str, bool]) -> None:
    text = SWAGGER.format(
        parameters=f"- {{name: p, in: {where}, type: array, items: {{type: string}}, "
        f"collectionFormat: {layout}}}",
        consumes="",
    )
    value: Any = reader(text).value
    (parameter,) = value["paths"]["/a"]["post"]["parameters"]
    assert (parameter["style"], parameter["explode"]) == style
    assert parameter["schema"] == {"type": "array", "items": {"type": "string"}}


def test_a_body() -> None:
    parameter = "- {name: b, in: body, required: true, schema: {type: integer}}"
    body = operation(parameter)["requestBody"]
    content = {"application/json": {"schema": {"type": "integer"}}}
    assert body == {"required": True, "content": content}
    body = operation(parameter, "consumes: [text/xml, application/json]")["requestBody"]
    assert list(body["content"]) == ["text/xml", "application/json"]


def test_a_form() -> None:
    parameters = """\
- {name: a, in: formData, type: string, required: true, description: The a}
        - {name: l, in: formData, type: array, items: {type: string}}
"""
    body = operation(parameters)["requestBody"]
    assert body == {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "a": {"type": "string", "description": "The a"},
                        "l": {"type": "array", "items": {"type": "string"}},
                    },
                    "required": ["a"],
                },
                "encoding": {"l": {"style": "form", "explode": False}},
            }
        },
    }
    body = operation("- {name: f, in: formData, type: file}")["requestBody"]
    schema = body["content"]["multipart/form-data"]["schema"]
    assert schema["properties"] == {"f": {"type": "string", "format": "binary"}}


def test_what_a_path_has_for_all_of_its_operations() -> None:
    value, said = mended("""\
swagger: "2.0"
info: {title: T, version: "1"}
paths:
  /a:
    parameters:
      - {name: b, in: body, schema: {type: string}}
      - {name: q, in: query, type: string}
    put: {responses: {"204": {description: Done}}}
    post:
      parameters: [{name: own, in: body, schema: {type: integer}}]
      responses: {"204": {description: Done}}
""")
    assert said == []
    item = value["paths"]["/a"]
    assert [parameter["name"] for parameter in item["parameters"]] == ["q"]
    types = [
        item[method]["requestBody"]["content"]["application/json"]["schema"]["type"]
        for method in ("put", "post")
    ]
    assert types == ["string", "integer"]


def test_servers() -> None:
    text = 'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n'
    rest = "host: example.com\nbasePath: /v1/\nschemes: [http, https]\n"
    value, _ = mended(text + rest)
    urls = [server["url"] for server in value["servers"]]
    assert urls == ["https://example.com/v1", "http://example.com/v1"]
    assert mended(text + "basePath: /v1\n")[0]["servers"] == [{"url": "/v1"}]
    assert "servers" not in mended(text)[0]


def test_places_lead_to_what_was_written() -> None:
    text = SWAGGER.format(
        parameters="- {in: body, name: b, schema: {items: {type: string}}}",
        consumes="",
    )
    description = reader(text)
    body = ("paths", "/a", "post", "requestBody", "content", "application/json")
    written = "spec.yaml#/paths/~1a/post/parameters/0/schema"
    assert description.origin((*body, "schema")) == written
    assert description.origin((*body, "schema", "items")) == f"{written}/items"
    assert description.place((*body, "schema", "items", "type")).column == 54
    response = ("paths", "/a", "post", "responses", "200", "content")
    assert description.place((*response, "application/json", "schema")).line == 11


@pytest.mark.parametrize(
    ("schema", "now"),
    [
        ("{type: string, nullable: true}", {"type": ["string", "null"]}),
        ("{nullable: true}", {}),
        ("{type: string, nullable: false}", {"type": "string"}),
        (
            "{type: string, enum: [a], nullable: true}",
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            "{$ref: '#/components/schemas/S', nullable: true, description: D}",
            {
                "description": "D",
                "anyOf": [{"$ref": "#/components/schemas/S"}, {"type": "null"}],
            },
        ),
        (
            "{anyOf: [{type: string}], nullable: true}",
            {"anyOf": [{"type": "string"}, {"type": "null"}]},
        ),
        (
            "{minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false}",
            {"exclusiveMinimum": 1, "maximum": 2},
        ),
    ],
)
def test_schemas_of_3_0(schema: str, now: Any) -> None:
    found, said = schema_30(schema)
    assert (found, said) == (now, [])


@pytest.mark.parametrize(
    ("schema", "now", "warning"),
    [
        ("{type: file}", {"type": "string", "format": "binary"}, "the type of a file"),
        ("{type: array}", {"type": "array"}, "this array has no items"),
        ("{items: [{}, {}]}", {"prefixItems": [{}, {}]}, "items must be a schema"),
        (
            "{$ref: '#/components/schemas/S', minLength: 1}",
            {"$ref": "#/components/schemas/S"},
            "minLength has no effect beside $ref",
        ),
        (
            "{properties: {a: {}, required: true, b: false}}",
            {"properties": {"a": {}, "b": {}}},
            "this must be a schema",
        ),
        (
            "{dependencies: {a: [b], c: {type: object}}}",
            {"dependentRequired": {"a": ["b"]}, "dependentSchemas": {"c": {}}},
            "dependencies has another name",
        ),
        ("{type: Integer}", {"type": "integer"}, "type must be"),
        ("{type: date}", {"type": "string"}, "type must be"),
        ("{type: any}", {}, "type must be"),
        ("{type: [string, int]}", {"type": ["string", "integer"]}, "type must be"),
        ("{required: true}", {}, "required must be"),
        ("{required: a}", {"required": ["a"]}, "required must be"),
        ("{enum: [a, a, true, 1]}", {"enum": ["a", True, 1]}, "enum must be"),
        ("{type: string, enum: [1]}", {"type": "string", "enum": ["1"]}, "in the enum"),
        (
            "{type: string, enum: [08, TRUE, 1.10, !!int 07, a]}",
            {"type": "string", "enum": ["08", "TRUE", "1.10", "7", "a"]},
            "8 in the enum is no string",
        ),
        ("{type: string, default: 007}", {"type": "string", "default": "007"}, "no st"),
        ("{type: string, const: 2.0}", {"type": "string", "const": "2.0"}, "the const"),
        ("{type: string, const: {}}", {"type": "string", "const": {}}, "the const is"),
        (
            "{type: integer, enum: ['1']}",
            {"type": "integer", "enum": [1]},
            '"1" in the',
        ),
        ("{type: integer, default: '1'}", {"type": "integer", "default": 1}, "default"),
        ("{type: integer, default: []}", {"type": "integer"}, "the default is no"),
        ("{minLength: '1'}", {"minLength": 1}, "minLength must be"),
        ("{minLength: -1}", {}, "minLength must be"),
        ("{minimum: 3, maximum: 2, type: number}", {"type": "number"}, "is above"),
        ("{description: 7}", {"description": "7"}, "description must be a string"),
        ("{allOf: {type: string}}", {"allOf": [{"type": "string"}]}, "allOf must be"),
        ("{discriminator: kind}", {"discriminator": {"propertyName": "kind"}}, "must"),
    ],
)
def test_slips(schema: str, now: Any, warning: str) -> None:
    found, said = schema_30(schema)
    if "dependentSchemas" in now:
        now["dependentSchemas"] = {"c": {"type": "object"}}
    assert found == now
    assert any(warning in message for message in said), said


def test_what_stands_behind_a_media_type_is_no_part_of_it() -> None:
    schema = {"schema": {"type": "string"}}
    names = ["text/plain:", "text/html", "a/b; c=d", "*/*", "json", "text/html;"]
    content = json.dumps(dict.fromkeys(names, schema))
    value, said = mended(
        "paths: {/a: {post: {operationId: a, requestBody: {content: "
        f"{content}}}, responses: {{'204': {{description: Done}}}}}}}}}}\n"
    )
    found = value["paths"]["/a"]["post"]["requestBody"]["content"]
    assert found == {
        **dict.fromkeys(("text/plain", "text/html", "a/b; c=d", "*/*"), schema),
        **dict.fromkeys(("json", "text/html;"), schema),
    }
    assert said == [f"{name} is no media type" for name in ("text/plain:", "json")]
