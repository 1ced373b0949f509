"""What is wrong with a description, and where."""

import socket

import pytest
from fragmint.reading.kinds import KINDS
from reading_cases import mended, problems_of, reader

OPERATION = """\
paths:
  /a/{{id}}:
    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
    get:
      operationId: a
      parameters: [{parameter}]
      responses:
        "200": {{description: Done, content: {{a/b: {{schema: {schema}}}}}}}
"""
PARAMETER = "{name: p, in: query, schema: {}}"


def found(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in problems_of(text)]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("7", "this must be a schema: an object, true or false"),
        ("{type: strin}", "type must be one of array, boolean, integer"),
        ("{type: [string, string]}", "or a list of them"),
        ("{maxLength: '5'}", "maxLength must be a whole number, 0 or more"),
        ("{maxLength: true}", "maxLength must be a whole number, 0 or more"),
        ("{multipleOf: 0}", "multipleOf must be a number above 0"),
        ("{exclusiveMinimum: true}", "exclusiveMinimum must be a number"),
        ("{required: true}", "required must be a list of names"),
        ("{properties: []}", "properties must be an object"),
        ("{properties: {a: 1}}", "this must be a schema"),
        ("{items: [{}]}", "items must be a schema: an object, true or false"),
        ("{allOf: []}", "allOf must be a list of at least one schema"),
        ("{enum: a}", "enum must be a list"),
        ("{dependentRequired: {a: b}}", "dependentRequired must be an object of lists"),
        ("{discriminator: a}", "discriminator must be an object"),
        ("{discriminator: {}}", "no propertyName"),
        ("{maxLenght: 1}", "no schema has a keyword maxLenght"),
        ("{minItems: 2, maxItems: 1}", "minItems 2 is above maxItems 1"),
        ("{exclusiveMinimum: 1, maximum: 1}", "exclusiveMinimum 1 and maximum 1 leave"),
        ("{enum: []}", "enum must be a list of at least one value"),
        ("{type: string, default: 1}", "the default is no string"),
        ("{type: string, enum: [1, a]}", "1 in the enum is no string"),
        ("{nullable: true}", "nullable has no effect in a schema"),
        ("{dependencies: {a: [b]}}", "dependencies has another name now"),
        ("{type: file}", "the type of a file is string"),
        ("{$schema: 'http://json-schema.org/draft-07/schema#'}", "the dialect http"),
    ],
)
def test_schemas(schema: str, message: str) -> None:
    text = OPERATION.format(parameter=PARAMETER, schema=schema)
    problems = found(text)
    assert any(message in said for _, said in problems), problems
    mended(text)


@pytest.mark.parametrize(
    ("schema", "hint"),
    [
        ("{type: integr}", 'it is read as "integer"'),
        ("{type: whole}", "it is left out"),
        ("{maximum: ninety}", "it is left out"),
        ("{maxLength: '5'}", "it is read as 5"),
        ("{enum: a}", 'it is read as ["a"]'),
        ("{required: true}", "the schema around this one lists the properties that it"),
        ("{if: {}, than: {}}", "did you mean then?"),
        ("{if: {}, elze: {}}", "did you mean else?"),
    ],
)
def test_what_becomes_of_it(schema: str, hint: str) -> None:
    [problem] = problems_of(OPERATION.format(parameter=PARAMETER, schema=schema))
    assert (problem.hint or "").startswith(hint)


@pytest.mark.parametrize(
    "schema",
    [
        "true",
        "{type: [string, 'null'], maxLength: 5.0, minLength: 0}",
        "{required: [a], properties: {}}",
        "{pattern: '('}",
        "{default: 1}",
        "{$id: a, $anchor: b, $dynamicAnchor: c, $defs: {d: {}}, $comment: e}",
        "{x-anything: 1}",
        "{properties: {maxLenght: {}, $id: {}, nullable: {}}}",
        "{enum: [1, true, null], examples: [], example: {maxLenght: 1}}",
        "{minimum: 1, maximum: 1}",
    ],
)
def test_schemas_that_are_fine(schema: str) -> None:
    text = OPERATION.format(parameter=PARAMETER, schema=schema)
    assert reader(text).warnings == ()


@pytest.mark.parametrize(
    ("parameter", "message"),
    [
        ("{name: p, schema: {}}", "this parameter has no in"),
        ("{name: p, in: query}", "this parameter has neither schema nor content"),
        ("{name: p, in: qury, schema: {}}", "in must be one of query, header"),
        ("{name: p, in: query, schema: {}, exampel: 1}", "no parameter has a field"),
        ("{name: 1, in: query, schema: {}}", "name must be a string"),
        ("{name: p, in: path, schema: {}}", "needs required: true"),
        ("{name: p, in: path, required: false, schema: {}}", "needs required: true"),
        ("{name: p, in: path, required: true, schema: {}}", "has no {p}"),
        (f"{PARAMETER}, {PARAMETER}", "the query parameter p is repeated"),
        ("7", "this must be an object"),
    ],
)
def test_parameters(parameter: str, message: str) -> None:
    text = OPERATION.format(parameter=parameter, schema="{}")
    problems = found(text)
    assert any(message in said for _, said in problems), problems
    mended(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paths: []\n", "paths must be an object"),
        ("paths: {a: {}}\n", "the path a does not begin with a slash"),
        ("pahts: {}\n", "no description has a field pahts"),
        ("paths: {/a: {get: {responses: {}}}}\n", "responses must not be empty"),
        ("paths: {/a: {gett: {}}}\n", "no path has a field gett"),
        ("paths: {/a: {get: {responses: {200: {}}}}}\n", "this response has no desc"),
        ("paths: {}\nservers: [{}]\n", "this server has no url"),
        ("paths: {}\njsonSchemaDialect: urn:x\n", "the dialect urn:x"),
        ("paths: {/a: {get: {security: [{k: []}]}}}\n", "there is no security scheme"),
    ],
)
def test_documents(text: str, message: str) -> None:
    problems = found(text)
    assert any(message in said for _, said in problems), problems
    mended(text)


def test_what_is_shared_is_told_once() -> None:
    operations = "".join(
        f"  /{n}:\n    get: {{parameters: [{{$ref: '#/components/parameters/p'}}]}}\n"
        for n in range(5)
    )
    text = f"paths:\n{operations}components: {{parameters: {{p: {{name: p}}}}}}\n"
    problems = problems_of(text)
    assert [problem.message for problem in problems] == ["this parameter has no in"]
    assert {problem.place and problem.place.line for problem in problems} == {14}


def test_a_misspelt_field_is_not_missing_too() -> None:
    text = 'paths: {/a: {get: {responses: {"204": {descripton: Done}}}}}\n'
    (problem,) = problems_of(text)
    assert problem.hint == "did you mean description?"


def test_links_and_their_servers_are_fine() -> None:
    text = """\
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: Done
          links:
            next: {operationId: a, parameters: {page: 2}, server: {url: /}}
"""
    assert reader(text).warnings == ()


def test_no_network_and_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a description reached for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    schema = "{$ref: 'http://localhost:1/a', $schema: 'http://localhost:1/b'}"
    problems_of(OPERATION.format(parameter=PARAMETER, schema=schema))


def test_deep_callbacks_come_to_an_end() -> None:
    operation = '{responses: {"204": {description: 1}}}'
    for _ in range(40):
        operation = (
            '{responses: {"204": {description: x}}, '
            f"callbacks: {{c: {{x: {{get: {operation}}}}}}}}}"
        )
    problems = problems_of(f"paths: {{/a: {{get: {operation}}}}}\n")
    assert {problem.code for problem in problems} <= {"invalid-description", "too-deep"}


def test_the_grammar_is_closed() -> None:
    kinds = {
        field.kind
        for about in KINDS.values()
        for field in (*about.fields.values(), *([about.rest] if about.rest else []))
        if field.container != "none"
    }
    assert kinds <= set(KINDS)


def test_a_flow_has_no_addresses_of_others() -> None:
    flow = "{tokenUrl: a, authorizationUrl: b, deviceAuthorizationUrl: c, scopes: {}}"
    value, said = mended(
        "paths: {/: {get: {responses: {'204': {description: Done.}}}}}\n"
        "security: [{s: []}]\ncomponents: {securitySchemes: {s: "
        f"{{type: oauth2, flows: {{password: {flow}}}}}}}}}\n"
    )
    scheme = value["components"]["securitySchemes"]["s"]
    assert scheme["flows"]["password"] == {"tokenUrl": "a", "scopes": {}}
    assert "authorizationUrl has no effect in the flow password" in said
