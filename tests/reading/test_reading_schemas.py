"""References between schemas, by whatever name."""

from typing import Any

import pytest
from reading_cases import mended, problems_of, reader

HEAD = """\
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: Done
          content: {{a/b: {{schema: {{$ref: "{ref}"}}}}}}
components:
  schemas:
"""


def schemas(ref: str, text: str) -> Any:
    value, said = mended(HEAD.format(ref=ref) + text)
    assert said == []
    return value["components"]["schemas"]


TREE = """\
    Tree:
      $id: https://example.com/tree
      $dynamicAnchor: node
      properties:
        self: {$ref: "#"}
        up: {$dynamicRef: "#node"}
        name: {$ref: "#name"}
        deep: {$ref: "#/$defs/inner"}
        other: {$ref: leaf}
      $defs:
        text: {$anchor: name, type: string}
        inner: {type: integer}
        leaf: {$id: leaf, type: boolean}
"""


@pytest.mark.parametrize(
    "ref", ["#/components/schemas/Tree", "https://example.com/tree", "#node"]
)
def test_names_of_their_own(ref: str) -> None:
    found = schemas(ref, TREE)
    where = "#/components/schemas/"
    refs = {name: each["$ref"] for name, each in found["Tree"]["properties"].items()}
    assert refs == {
        "self": f"{where}Tree",
        "up": f"{where}Tree",
        "name": f"{where}text",
        "deep": f"{where}inner",
        "other": f"{where}leaf",
    }
    assert found["leaf"] == {"type": "boolean"}


def test_references_to_anywhere() -> None:
    text = """\
paths:
  /a/{x}:
    $ref: "#/components/pathItems/a"
  /b:
    get:
      responses:
        "200":
          description: Done
          content:
            a/b:
              schema:
                $ref: "#/paths/~1a~1%7Bx%7D/get/responses/200/content/a~1b/schema"
components:
  pathItems:
    a:
      parameters: [{name: x, in: path, required: true, schema: {}}]
      get:
        responses:
          "200":
            description: Done
            content: {a/b: {schema: {type: string}}}
"""
    value, said = mended(text)
    assert said == []
    content = value["paths"]["/b"]["get"]["responses"]["200"]["content"]
    name = content["a/b"]["schema"]["$ref"].rpartition("/")[2]
    assert value["components"]["schemas"] == {name: {"type": "string"}}


@pytest.mark.parametrize(
    ("ref", "code"),
    [
        ("https://example.com/x.json#/X", "remote-ref"),
        ("#", "bad-ref"),
        ("#/paths/~1a", "bad-ref"),
        ("#/paths/~1a/get", "bad-ref"),
        ("#/components/parameters/P", "bad-ref"),
    ],
)
def test_schemas_that_say_nothing(ref: str, code: str) -> None:
    parameter = "{name: p, in: query, schema: {}}"
    text = HEAD.format(ref=ref) + f"    S: {{}}\n  parameters: {{P: {parameter}}}\n"
    [warning] = reader(text).warnings
    assert warning.code == code
    assert warning.place is not None
    assert "$ref" in warning.place.text
    assert problems_of(text)[0].code == code


@pytest.mark.parametrize("place", ["paths/Size", "components/parameters/Size"])
def test_a_file_of_schemas_calls_them_as_it_likes(place: str) -> None:
    top, *rest = place.split("/")
    text = "{type: integer}"
    for name in reversed(rest):
        text = f"{{{name}: {text}}}"
    files = {
        "spec.yaml": HEAD.format(ref=f"sizes.yaml#/{place}") + "    S: {}\n",
        "sizes.yaml": f"{top}: {text}\n",
    }
    value, said = mended(files)
    assert said == []
    assert value["components"]["schemas"]["Size"] == {"type": "integer"}


@pytest.mark.parametrize("keyword", ["unevaluatedProperties", "properties"])
def test_a_condition_alone_can_say_what_is_evaluated(keyword: str) -> None:
    asked = "{properties: {b: {type: string}}}"
    said = "false" if keyword.startswith("un") else "{c: {}}"
    text = f"    S: {{allOf: [{{if: {asked}}}], {keyword}: {said}}}\n"
    warned = [
        one.code
        for one in reader(HEAD.format(ref="#/components/schemas/S") + text).warnings
    ]
    assert warned == ([] if said == "false" else ["idle-condition"])


def test_containers_that_are_references() -> None:
    files = {
        "spec.yaml": """\
            paths: {$ref: paths.yaml}
            components: {schemas: {$ref: s.yaml}}
        """,
        "paths.yaml": """\
            /a:
              get:
                operationId: a
                parameters: {$ref: "#/x-parameters"}
                responses:
                  "200":
                    description: Done
                    content:
                      a/b: {schema: {$ref: "spec.yaml#/components/schemas/S"}}
            x-parameters: [{name: q, in: query, schema: {}}]
        """,
        "s.yaml": "S: {properties: {$ref: '#/P'}}\nP: {a: {type: string}}\n",
    }
    value, said = mended(files)
    assert {message[:10] for message in said} == {"no $ref ca"}
    assert value["paths"]["/a"]["get"]["parameters"][0]["name"] == "q"
    schema = value["components"]["schemas"]["S"]
    assert schema == {"properties": {"a": {"type": "string"}}}


def test_children_that_only_refer_to_their_parent() -> None:
    text = """\
    Pet: {type: object, discriminator: {propertyName: kind, mapping: {c: Cat}}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}], x-ms-discriminator-value: dog}
    Puppy: {allOf: [{$ref: "#/components/schemas/Dog"}]}
    Stone: {type: object}
"""
    found = schemas("#/components/schemas/Pet", text)
    where = "#/components/schemas/"
    assert found["Pet"]["discriminator"]["mapping"] == {
        "c": f"{where}Cat",
        "dog": f"{where}Dog",
        "Puppy": f"{where}Puppy",
    }
    assert "Stone" not in found


def test_a_choice_that_its_members_refer_back_to() -> None:
    text = """\
    Pet:
      type: object
      required: [kind]
      oneOf: [{$ref: "#/components/schemas/Cat"}]
      discriminator: {propertyName: kind}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {minProperties: 2}]}
"""
    value, said = mended(HEAD.format(ref="#/components/schemas/Pet") + text)
    assert len(said) == 1
    found = value["components"]["schemas"]
    assert found["Pet"]["oneOf"] == [{"$ref": "#/components/schemas/Cat"}]
    assert found["Cat"]["allOf"] == [
        {"type": "object", "required": ["kind"]},
        {"minProperties": 2},
    ]


def test_webhooks_are_there_only_with_everything() -> None:
    text = HEAD.format(ref="#/components/schemas/S") + "    S: {}\n"
    text += 'webhooks: {w: {post: {responses: {"200": {description: Done}}}}}\n'
    assert "webhooks" in reader(text).value
    assert "webhooks" not in reader(text, ["a"]).value
