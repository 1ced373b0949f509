"""What a request says on the wire, construct by construct of the description."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest

from .constructs import SERVER, Package, make, steps

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def url(package: Package, operation: str, **given: Any) -> str:
    return str(package.built(operation, **given).url).removeprefix(SERVER)


def body(package: Package, operation: str, **given: Any) -> str:
    sent: bytes = package.built(operation, **given).body
    return sent.decode()


# --- parameters -----------------------------------------------------------------------

QUERY = """
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: kinds, in: query, schema: {type: array, items: {type: string}}}
        - {name: names, in: query, explode: false, schema: {type: array, items: {type: string}}}
        - {name: ids, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: integer}}}
        - {name: tags, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
        - {name: page, in: query, schema: {type: object, properties: {size: {type: integer}, after: {type: string}}}}
        - {name: area, in: query, explode: false, schema: {type: object, additionalProperties: {type: number}}}
        - {name: filter, in: query, style: deepObject, schema: {type: object, properties: {owner: {type: string}, ages: {type: array, items: {type: integer}}}}}
        - {name: path, in: query, allowReserved: true, schema: {type: string}}
        - {name: all, in: query, schema: {type: boolean}}
        - {name: since, in: query, schema: {type: string, format: date}}
        - {name: where, in: query, content: {application/json: {schema: {type: object, properties: {born: {type: string, format: date}}}}}}
      responses: {"204": {description: None}}
"""


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ({}, ""),
        ({"kinds": ["a", "b&c"]}, "?kinds=a&kinds=b%26c"),
        ({"kinds": []}, ""),
        ({"kinds": ("a",)}, "?kinds=a"),
        ({"names": ["a", "b,c"]}, "?names=a,b%2Cc"),
        ({"ids": [1, 2]}, "?ids=1%202"),
        ({"tags": ["x y", "z"]}, "?tags=x%20y%7Cz"),
        ({"page": {"size": 2, "after": "z"}}, "?size=2&after=z"),
        ({"area": {"x": 1.5, "y": 2}}, "?area=x,1.5,y,2"),
        (
            {"filter": {"owner": "me", "ages": [1, 2]}},
            "?filter%5Bowner%5D=me&filter%5Bages%5D=1&filter%5Bages%5D=2",
        ),
        ({"path": "a/b?c=d&e#f%20"}, "?path=a/b?c=d%26e%23f%20"),
        ({"all": False}, "?all=false"),
        ({"since": date(2020, 1, 2)}, "?since=2020-01-02"),
        ({"since": "2020-01-02"}, "?since=2020-01-02"),
        (
            {"where": {"born": date(2020, 1, 2)}},
            "?where=%7B%22born%22%3A%222020-01-02%22%7D",
        ),
    ],
)
def test_queries(given: dict[str, Any], query: str) -> None:
    assert url(make(QUERY), "ListPets", **given) == f"/pets{query}"


def test_a_model_is_a_query_too() -> None:
    made = make(QUERY)
    page, where = made.ListPetsPage(after="z"), made.ListPetsFilter(ages=[1])
    query = "?after=z&filter%5Bages%5D=1"
    assert url(made, "ListPets", page=page, filter=where) == f"/pets{query}"


def test_paths() -> None:
    made = make("""
        paths:
          /pets/{id}/{parts}/x{label}/{matrix}/{point}.json:
            get:
              operationId: fetchPet
              parameters:
                - {name: id, in: path, required: true, schema: {type: integer}}
                - {name: parts, in: path, required: true, schema: {type: array, items: {type: string}}}
                - {name: label, in: path, required: true, style: label, schema: {type: string}}
                - {name: matrix, in: path, required: true, style: matrix, explode: true, schema: {type: array, items: {type: integer}}}
                - {name: point, in: path, required: true, explode: true, schema: {type: object, properties: {x: {type: integer}, y: {type: integer}}}}
              responses: {"204": {description: None}}
        """)
    wanted = "/pets/1/a,b%2Fc/x.l/;matrix=1;matrix=2/x=1,y=2.json"
    given: dict[str, Any] = {
        "id": 1,
        "parts": ["a", "b/c"],
        "label": "l",
        "matrix": [1, 2],
        "point": made.FetchPetPoint(x=1, y=2),
    }
    assert url(made, "FetchPet", **given) == wanted
    (violation,) = made.refused("FetchPet", **given | {"parts": []})
    assert (violation.path, violation.rule) == (("parts",), "segment")


def test_headers_and_cookies() -> None:
    made = make("""
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - {name: X-Trace, in: header, schema: {type: string}}
                - {name: X-Fields, in: header, explode: true, schema: {type: object, additionalProperties: {type: string}}}
                - {name: If-Modified-Since, in: header, required: true, schema: {type: string, format: date-time}}
                - {name: Authorization, in: header, schema: {type: string}}
                - {name: Accept, in: header, schema: {type: string}}
                - {name: session, in: cookie, required: true, schema: {type: string}}
                - {name: seen, in: cookie, explode: false, schema: {type: array, items: {type: integer}}}
              responses: {"204": {description: None}}
        """)
    given: dict[str, Any] = {
        "if_modified_since": datetime(2020, 1, 2, tzinfo=UTC),
        "session": "a b;c",
        "x_fields": {"a": "1", "b": "2"},
        "authorization": "Bearer x",
        "seen": [1, 2],
    }
    assert made.built("ListPets", **given).headers == {
        "X-Fields": "a=1,b=2",
        "If-Modified-Since": "2020-01-02T00:00:00Z",
        "Authorization": "Bearer x",
        "Cookie": "session=a%20b%3Bc; seen=1,2",
    }
    (violation,) = made.refused("ListPets", **given, x_trace="one\r\ntwo: 2")
    assert (violation.path, violation.rule) == (("x_trace",), "header")


def test_the_whole_query_and_cookies_of_3_2() -> None:
    made = make("""
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
        servers: [{url: "https://api.example.com"}]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - name: selector
                  in: querystring
                  content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {kind: {type: string}, ages: {type: array, items: {type: integer}}}}}}
                - {name: theme, in: cookie, style: cookie, schema: {type: string}}
              responses: {"204": {description: None}}
            query:
              operationId: queryPets
              parameters:
                - {name: path, in: querystring, required: true, content: {application/jsonpath: {schema: {type: string}}}}
              responses: {"204": {description: None}}
            additionalOperations:
              COPY: {operationId: copyPets, responses: {"204": {description: None}}}
        """)
    selector = made.ListPetsSelector(kind="a&b", ages=[1, 2])
    assert url(made, "ListPets", selector=selector) == "/pets?kind=a%26b&ages=1&ages=2"
    assert url(made, "ListPets") == "/pets"
    assert made.built("ListPets", theme="a b").headers == {"Cookie": "theme=a b"}
    assert made.built("QueryPets", path="$.a").method == "QUERY"
    assert url(made, "QueryPets", path="$.a[0]") == "/pets?%24.a%5B0%5D"
    assert made.built("CopyPets") == ("COPY", f"{SERVER}/pets", {}, b"")


def test_the_delimiters_of_swagger_in_every_place() -> None:
    made = make("""
        swagger: "2.0"
        info: {title: Pets, version: "1"}
        host: api.example.com
        schemes: [https]
        paths:
          /pets/{ids}:
            get:
              operationId: listPets
              parameters:
                - {name: ids, in: path, required: true, type: array, items: {type: string}, collectionFormat: pipes}
                - {name: X-Ids, in: header, type: array, items: {type: integer}, collectionFormat: ssv}
                - {name: X-Tags, in: header, type: array, items: {type: string}, collectionFormat: tsv}
                - {name: X-Names, in: header, type: array, items: {type: string}, collectionFormat: csv}
                - {name: ages, in: query, type: array, items: {type: integer}, collectionFormat: ssv}
              responses: {"204": {description: None}}
        """)
    ids, names = ["a", "b|c"], ["x", "y"]
    sent = made.built(
        "ListPets", ids=ids, x_ids=[1, 2], x_tags=names, x_names=names, ages=[1, 2]
    )
    assert sent.url == f"{SERVER}/pets/a%7Cb%7Cc?ages=1%202"
    assert sent.headers == {"X-Ids": "1 2", "X-Tags": "x\ty", "X-Names": "x,y"}


def test_encodings_of_a_form_in_the_query() -> None:
    content = """{application/x-www-form-urlencoded: {
        schema: {type: object, properties: {l: {type: array, items: {type: integer}}, o: {type: object, properties: {z: {type: integer}}}, j: {}}},
        encoding: {l: {style: pipeDelimited, explode: false}, o: {style: deepObject, explode: true}, j: {contentType: application/json}}}}"""
    made = make(f"""
        openapi: 3.2.0
        info: {{title: Pets, version: "1"}}
        servers: [{{url: "https://api.example.com"}}]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [{{name: q, in: querystring, content: {content}}}]
              responses: {{"204": {{description: None}}}}
            put:
              operationId: savePets
              parameters:
                - {{name: q, in: query, content: {content}}}
                - {{name: X-Q, in: header, content: {content}}}
              responses: {{"204": {{description: None}}}}
        """)
    given = {"l": [1, 2], "o": {"z": 1}, "j": "x"}
    written = "l=1%7C2&o%5Bz%5D=1&j=%22x%22"
    assert url(made, "ListPets", q=given) == f"/pets?{written}"
    sent = made.built("SavePets", q=given, x_q=given)
    assert sent.url == f"{SERVER}/pets?q={quote(written, safe='')}"
    assert sent.headers == {"X-Q": written}


def test_an_operation_overrides_its_path() -> None:
    made = make("""
        paths:
          /pets/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: lang, in: query, schema: {type: integer}}
            get:
              operationId: fetchPet
              parameters:
                - {name: lang, in: query, required: true, schema: {enum: [en, de]}}
              responses: {"204": {description: None}}
            delete: {operationId: deletePet, responses: {"204": {description: None}}}
        """)
    assert url(made, "FetchPet", id="1", lang="en") == "/pets/1?lang=en"
    assert url(made, "DeletePet", id="a/b", lang=3) == "/pets/a%2Fb?lang=3"
    with pytest.raises(TypeError, match="lang"):
        made.FetchPet(id="1")


def test_a_placeholder_that_nobody_declares() -> None:
    made = make("""
        paths:
          /pets/{petId}: {get: {operationId: fetchPet, responses: {"204": {description: None}}}}
        """)
    assert [one.code for one in made.warnings] == ["undeclared-placeholder"]
    assert url(made, "FetchPet", pet_id="a b") == "/pets/a%20b"


def test_one_name_in_every_place() -> None:
    made = make("""
        paths:
          /pets/{id}:
            put:
              operationId: savePet
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: id, in: query, schema: {type: string}}
                - {name: id, in: header, schema: {type: string}}
                - {name: id, in: cookie, schema: {type: string}}
                - {name: build, in: query, schema: {type: string}}
              requestBody:
                required: true
                content: {application/json: {schema: {type: object, properties: {id: {type: string}, self: {type: string}}}}}
              responses: {"204": {description: None}}
        """)
    given = {"id": "1", "query_id": "2", "header_id": "3", "cookie_id": "4"}
    sent = made.built("SavePet", **given, body_id="5", build_="6", self_="7")
    assert sent == (
        "PUT",
        f"{SERVER}/pets/1?id=2&build=6",
        JSON | {"id": "3", "Cookie": "id=4"},
        b'{"id":"5","self":"7"}',
    )


# --- bodies ---------------------------------------------------------------------------

PET = """
paths:
  /pets:
    post:
      operationId: createPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"204": {description: None}}
components:
  schemas:
    Pet:
      type: object
      required: [name, nick]
      properties:
        name: {type: string}
        nick: {type: [string, "null"]}
        age: {type: integer}
        note: {type: [string, "null"]}
        any: {}
        owner: {$ref: "#/components/schemas/Owner"}
        friends: {type: array, items: {$ref: "#/components/schemas/Owner"}}
        toys: {type: object, additionalProperties: {$ref: "#/components/schemas/Owner"}}
      additionalProperties: {type: integer}
    Owner:
      type: [object, "null"]
      properties:
        firstName: {type: string}
        phone: {type: [string, "null"]}
"""
LEAST: dict[str, Any] = {"name": "Rex", "nick": None}


NAMES = """
paths:
  /body:
    post:
      operationId: sendBody
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Free"}}
          multipart/form-data: {schema: {$ref: "#/components/schemas/Free"}}
      responses: {"204": {description: None}}
  /whole:
    post:
      operationId: sendWhole
      requestBody: {required: true, content: {application/json: {schema: {type: object, patternProperties: {"^1": {type: integer}}}}}}
      responses: {"204": {description: None}}
  /query:
    get:
      operationId: sendQuery
      parameters: [{name: free, in: query, style: deepObject, schema: {type: object, patternProperties: {"^1": {type: integer}}}}]
      responses: {"204": {description: None}}
components:
  schemas:
    Free:
      type: object
      properties:
        free: {type: object, patternProperties: {"^1": {type: integer}}, propertyNames: {maxLength: 5}}
      additionalProperties: true
"""


def test_names_of_a_mapping_that_are_no_strings() -> None:
    made = make(NAMES)
    assert body(made, "SendBody", free={1: 2, None: 3}) == '{"free":{"1":2,"null":3}}'
    assert body(made, "SendBody", extra={1.5: {True: 2}}) == '{"1.5":{"true":2}}'
    assert body(made, "SendWhole", body={1: 2}) == '{"1":2}'
    assert made.built("SendQuery", free={1: 2}).url.endswith("?free%5B1%5D=2")
    (violation,) = made.refused("SendBody", free={1: "x"})
    assert violation.path == ("free", "1")
    for name in ((1, 2), object(), frozenset(), made.UNSET, 10**5000):
        for operation, given in (
            ("SendBody", {"free": {name: 2}}),
            ("SendBody", {"free": {name: 2}, "content_type": "multipart/form-data"}),
            ("SendBody", {"extra": {name: 2}}),
            ("SendWhole", {"body": {"a": [{name: 2}]}}),
            ("SendQuery", {"free": {name: 2}}),
        ):
            (violation,) = made.refused(operation, **given)
            assert (violation.where, violation.rule) == ("the request", "names")
            assert violation.message.endswith("by strings, not ***")


def test_a_repr_tells_null_from_what_is_left_out() -> None:
    made = make(PET)
    for given, shown in (
        ({"age": None, "friends": None}, ""),
        ({"note": None}, ", note=None"),
        ({"owner": None, "toys": {}}, ", owner=None, toys={}"),
        ({"owner": made.Owner()}, ", owner=Owner()"),
        ({"owner": made.Owner(phone=None)}, ", owner=Owner(phone=None)"),
    ):
        pet = made.CreatePet(**LEAST, **given)
        assert repr(pet) == f"CreatePet(name='Rex', nick=None{shown})"


def test_left_out_and_null() -> None:
    made = make(PET)
    assert body(made, "CreatePet", **LEAST) == '{"name":"Rex","nick":null}'
    unset = dict.fromkeys(("note", "any", "owner"), made.UNSET)
    assert body(made, "CreatePet", **LEAST, **unset) == '{"name":"Rex","nick":null}'
    nulls = dict.fromkeys(("note", "any", "owner"))
    assert body(made, "CreatePet", **LEAST, **nulls, age=None) == (
        '{"name":"Rex","nick":null,"note":null,"any":null,"owner":null}'
    )
    assert repr(made.CreatePet(**LEAST).note) == "UNSET"


def test_models_in_a_body() -> None:
    made = make(PET)
    nobody, ann = made.Owner(), made.Owner(first_name="Ann", phone=None)
    given = {"owner": ann, "friends": [nobody, {"firstName": "Bo"}], "toys": {"x": ann}}
    assert body(made, "CreatePet", **LEAST, **given) == (
        '{"name":"Rex","nick":null,"owner":{"firstName":"Ann","phone":null},'
        '"friends":[{},{"firstName":"Bo"}],'
        '"toys":{"x":{"firstName":"Ann","phone":null}}}'
    )


def test_properties_that_are_not_described() -> None:
    made = make(PET)
    written = body(made, "CreatePet", **LEAST, extra={"legs": 4})
    assert written == '{"name":"Rex","nick":null,"legs":4}'
    (violation,) = made.refused("CreatePet", **LEAST, extra={"legs": "four"})
    assert (violation.path, violation.rule) == (("legs",), "type")


def test_the_types_of_properties_that_are_not_described() -> None:
    made = make("""
        paths:
          /days:
            post:
              operationId: saveDays
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Days"}}}}
              responses: {"204": {description: None}}
        components:
          schemas:
            Days:
              type: object
              properties:
                base: {type: string}
                counts: {type: object, properties: {a: {type: integer}}, additionalProperties: {type: integer}}
              additionalProperties: {$ref: "#/components/schemas/Day"}
            Day: {type: object, required: [d], properties: {d: {type: string, format: date}}, additionalProperties: {$ref: "#/components/schemas/Day"}}
        """)
    types = made.SaveDays.__init__.__annotations__
    assert types["extra"] == "Mapping[str, Day] | None"
    types = made.Day.__init__.__annotations__
    assert types["extra"] == "Mapping[str, Day] | None"
    types = made.module("models.days_counts").DaysCounts.__init__.__annotations__
    assert types["extra"] == "Mapping[str, int] | None"
    day = made.Day(d=date(2020, 1, 1))
    outer = made.Day(d=date(2020, 1, 2), extra={"n": day})
    assert body(made, "SaveDays", base="x", extra={"k": outer}) == (
        '{"base":"x","k":{"n":{"d":"2020-01-01"},"d":"2020-01-02"}}'
    )


def test_an_optional_body() -> None:
    made = make("""
        paths:
          /flat:
            post:
              operationId: flat
              requestBody: {content: {application/json: {schema: {type: object, properties: {kind: {type: string}}}}}}
              responses: {"204": {description: None}}
          /whole:
            post:
              operationId: whole
              requestBody: {content: {application/json: {schema: {type: object, required: [kind], properties: {kind: {type: string}}}}}}
              responses: {"204": {description: None}}
        """)
    assert made.built("Flat") == ("POST", f"{SERVER}/flat", {}, b"")
    assert made.built("Flat", kind="x")[2:] == (JSON, b'{"kind":"x"}')
    assert made.built("Whole") == ("POST", f"{SERVER}/whole", {}, b"")
    given = made.WholeBody(kind="x")
    assert made.built("Whole", body=given)[2:] == (JSON, b'{"kind":"x"}')
    (violation,) = made.refused("Whole", body={"kind": 5})
    assert (violation.name, violation.path) == ("body", ("body", "kind"))


WHOLE = """
paths:
  /list: {put: {operationId: saveList, requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}}}}, responses: {"204": {description: None}}}}
  /number: {put: {operationId: saveNumber, requestBody: {required: true, content: {application/json: {schema: {type: [number, "null"]}}}}, responses: {"204": {description: None}}}}
  /any: {put: {operationId: saveAny, requestBody: {required: true, content: {application/json: {}}}, responses: {"204": {description: None}}}}
"""


def test_a_body_that_is_no_object() -> None:
    made = make(WHOLE)
    item = made.module("models.save_list_item").SaveListItem(id=1)
    assert body(made, "SaveList", body=[item, {"id": 2}]) == '[{"id":1},{"id":2}]'
    assert body(made, "SaveNumber", body=1.5) == "1.5"
    assert (
        body(made, "SaveAny", body={"a": [date(2020, 1, 1)]}) == '{"a":["2020-01-01"]}'
    )


@pytest.mark.parametrize("operation", ["SaveNumber", "SaveAny"])
def test_a_body_that_is_null(operation: str) -> None:
    assert body(make(WHOLE), operation, body=None) == "null"


def test_a_body_that_can_be_left_out_or_null() -> None:
    made = make(WHOLE.replace("required: true, ", ""))
    for operation in ("SaveNumber", "SaveAny"):
        assert body(made, operation) == ""
        assert body(made, operation, body=None) == "null"
    assert body(made, "SaveList", body=None) == ""


def test_a_body_that_has_to_be_given() -> None:
    (violation,) = make(WHOLE).refused("SaveList", body=None)
    assert (violation.path, violation.rule) == (("body",), "type")


def test_an_object_or_null() -> None:
    """Arguments for its properties could not say null."""
    made = make("""
        openapi: 3.0.3
        info: {title: Pets, version: "1"}
        servers: [{url: "https://api.example.com"}]
        paths:
          /own:
            put:
              operationId: saveOwn
              requestBody: {required: true, content: {application/json: {schema: {type: object, nullable: true, properties: {kind: {type: string}}}}}}
              responses: {"204": {description: None}}
          /composed:
            put:
              operationId: saveComposed
              requestBody: {required: true, content: {application/json: {schema: {nullable: true, type: object, allOf: [{$ref: "#/components/schemas/Pet"}]}}}}
              responses: {"204": {description: None}}
          /optional:
            put:
              operationId: saveOptional
              requestBody: {content: {application/json: {schema: {type: object, nullable: true, properties: {kind: {type: string}}}}}}
              responses: {"204": {description: None}}
          /form:
            put:
              operationId: saveForm
              requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, nullable: true, properties: {kind: {type: string}}}}}}
              responses: {"204": {description: None}}
        components:
          schemas:
            Pet: {type: object, nullable: true, properties: {kind: {type: string}}}
        """)
    for operation in ("SaveOwn", "SaveComposed", "SaveOptional"):
        assert body(made, operation, body=None) == "null"
        assert body(made, operation, body={"kind": "x"}) == '{"kind":"x"}'
    assert body(made, "SaveOptional") == ""
    assert body(made, "SaveForm", kind="x") == "kind=x"


def test_several_media_types() -> None:
    made = make("""
        paths:
          /alike:
            post:
              operationId: addPet
              requestBody:
                required: true
                content:
                  application/json: {schema: {$ref: "#/components/schemas/Pet"}}
                  application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Pet"}}
              responses: {"204": {description: None}}
          /unlike:
            post:
              operationId: importPets
              requestBody:
                required: true
                content:
                  application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
                  text/csv: {schema: {type: string}}
              responses: {"204": {description: None}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}, tags: {type: array, items: {type: string}}}}
        """)
    given: dict[str, Any] = {"name": "a b", "tags": ["x", "y"]}
    assert made.built("AddPet", **given)[2:] == (
        JSON,
        b'{"name":"a b","tags":["x","y"]}',
    )
    sent = made.built("AddPet", **given, content_type=FORM["Content-Type"])
    assert sent[2:] == (FORM, b"name=a+b&tags=x&tags=y")
    sent = made.built("ImportPets", body=[made.Pet(name="a")])
    assert sent[2:] == (JSON, b'[{"name":"a"}]')
    sent = made.built("ImportPets", body="name\na", content_type="text/csv")
    assert sent[2:] == ({"Content-Type": "text/csv"}, b"name\na")


@pytest.mark.parametrize("value", [5, [1, 2], {"a": 1}, 1.5, True])
def test_raw_content_is_text_or_bytes(value: object) -> None:
    """`bytes(5)` would be five zeros, and `bytes([1, 2])` two control characters."""
    made = make("""
        paths:
          /pets:
            put:
              operationId: savePets
              requestBody: {required: true, content: {application/octet-stream: {}}}
              responses: {"204": {description: None}}
        """)
    assert made.built("SavePets", body=bytearray(b"\0")).body == b"\0"
    assert made.built("SavePets", body="é").body == "é".encode()
    with pytest.raises((made.InvalidRequest, TypeError)):
        made.built("SavePets", body=value)


def test_bytes_where_any_type_is_taken() -> None:
    made = make("""
        paths:
          /pets:
            put:
              operationId: savePets
              requestBody: {required: true, content: {"*/*": {schema: {type: string, format: binary}}}}
              responses: {"204": {description: None}}
        """)
    assert made.built("SavePets", body=b"\xff").body == b"\xff"


@pytest.mark.parametrize(
    ("kind", "usual"),
    [("image/*", "application/octet-stream"), ("image/png", "image/png")],
)
def test_a_file_knows_its_type(kind: str, usual: str) -> None:
    made = make(f"""
        paths:
          /pets:
            put:
              operationId: savePets
              requestBody: {{content: {{{kind}: {{schema: {{type: string, format: binary}}}}}}}}
              responses: {{"204": {{description: None}}}}
        """)
    file = made.File(content=b"\xff", content_type="image/gif")
    assert made.built("SavePets", body=file)[2:] == (
        {"Content-Type": "image/gif"},
        b"\xff",
    )
    (violation,) = made.refused(
        "SavePets", body=made.File(content=b"", content_type="a/b\r\nX-Evil: 1")
    )
    assert violation.rule == "header"
    sent = made.built("SavePets", body=made.File(content=b"x"))
    assert sent.headers == {"Content-Type": usual}


def test_forms() -> None:
    made = make("""
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema: {type: object, properties: {name: {type: string}, many: {type: array, items: {type: string}}, joined: {type: array, items: {type: string}}, deep: {type: object, additionalProperties: {type: string}}, json: {type: object, properties: {born: {type: string, format: date}}}, nick: {type: [string, "null"]}}}
                    encoding:
                      joined: {style: pipeDelimited, explode: false}
                      deep: {style: deepObject, explode: true}
                      json: {contentType: application/json}
              responses: {"204": {description: None}}
        """)
    given: dict[str, Any] = {
        "name": "a b&c",
        "many": ["1", "2"],
        "joined": ["1", "2"],
        "deep": {"x": "y"},
        "json": made.CreatePetJson(born=date(2020, 1, 1)),
        "nick": None,
    }
    assert made.built("CreatePet", **given)[2:] == (
        FORM,
        b"name=a+b%26c&many=1&many=2&joined=1%7C2&deep%5Bx%5D=y"
        b"&json=%7B%22born%22%3A%222020-01-01%22%7D",
    )


def test_encodings_of_each_media_type() -> None:
    schema = "{type: object, properties: {l: {type: array, items: {type: string}}}}"
    made = make(f"""
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded: {{schema: {schema}, encoding: {{l: {{style: pipeDelimited, explode: false}}}}}}
                  multipart/form-data: {{schema: {schema}, encoding: {{l: {{contentType: text/x-foo}}}}}}
                  multipart/mixed: {{schema: {schema}}}
              responses: {{"204": {{description: None}}}}
        """)
    given = {"l": ["a", "b"]}
    assert body(made, "CreatePet", **given) == "l=a%7Cb"
    sent = body(made, "CreatePet", **given, content_type="multipart/form-data")
    assert sent.count("Content-Type: text/x-foo") == 2
    sent = body(made, "CreatePet", **given, content_type="multipart/mixed")
    assert "Content-Type" not in sent


MULTIPART = """
paths:
  /photos:
    post:
      operationId: uploadPhoto
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [photo]
              properties:
                photo: {type: string, format: binary}
                more: {type: array, maxItems: 2, items: {type: string, format: binary}}
                caption: {type: string, maxLength: 5}
                about: {type: object, properties: {taken: {type: string, format: date}}}
                scan: {contentMediaType: image/tiff}
            encoding:
              photo: {contentType: "image/png, image/jpeg"}
              about: {contentType: application/json}
      responses: {"204": {description: None}}
"""


def parts(package: Package, **given: Any) -> list[str]:
    sent = package.built("UploadPhoto", **given)
    kind, _, boundary = sent.headers["Content-Type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    start, *found, end = sent.body.decode().split(f"--{boundary}")
    assert (start, end) == ("", "--\r\n")
    return [one.strip("\r\n").replace("\r\n", "\n") for one in found]


def test_files_and_other_parts() -> None:
    made = make(MULTIPART)
    scan = made.File(content=b"3", filename="a.tif", headers={"X-Angle": "90"})
    about = made.UploadPhotoAbout(taken=date(2020, 1, 1))
    found = parts(
        made, photo=b"1", more=[b"2", scan], caption="é", about=about, scan=scan
    )
    disposition = "Content-Disposition: form-data"
    assert found == [
        f'{disposition}; name="photo"; filename="photo"\nContent-Type: image/png\n\n1',
        f'{disposition}; name="more"; filename="more"\n'
        "Content-Type: application/octet-stream\n\n2",
        f'{disposition}; name="more"; filename="a.tif"\n'
        "Content-Type: application/octet-stream\nX-Angle: 90\n\n3",
        f'{disposition}; name="caption"\n\né',
        f'{disposition}; name="about"\nContent-Type: application/json\n\n'
        '{"taken":"2020-01-01"}',
        f'{disposition}; name="scan"; filename="a.tif"\n'
        "Content-Type: application/octet-stream\nX-Angle: 90\n\n3",
    ]


def test_rules_of_a_multipart_body() -> None:
    made = make(MULTIPART)
    violations = made.refused("UploadPhoto", photo=5, more=[b""] * 3, caption="123456")
    assert [(one.path, one.rule) for one in violations] == [
        (("photo",), "type"),
        (("more",), "maxItems"),
        (("caption",), "maxLength"),
    ]


def test_a_binary_part_that_is_described_elsewhere() -> None:
    made = make("""
        paths:
          /photos:
            post:
              operationId: uploadPhoto
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      properties:
                        photo: {$ref: "#/components/schemas/Photo"}
                        either: {anyOf: [{$ref: "#/components/schemas/Photo"}, {type: integer}]}
              responses: {"204": {description: None}}
        components:
          schemas:
            Photo: {type: string, format: binary, maxLength: 1}
        """)
    assert len(parts(made, photo=b"123", either=b"123")) == 2
    violations = made.refused("UploadPhoto", photo=5, either=[])
    assert steps(violations) == {("photo",): "type", ("either",): "anyOf"}
    assert violations[0].message == "must be a File, bytes or text, not 5"
    [violation] = made.refused("UploadPhoto", photo=BytesIO(b"1"))
    assert violation.message.endswith(">: write File(content=…) with it")
    field = made.UploadPhoto.__dataclass_fields__["photo"]
    assert field.type == "File | bytes | str | None"


BYTES = """
paths:
  /photos:
    post:
      operationId: uploadPhoto
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: "#/components/schemas/Photo"}}}
      responses: {"204": {description: None}}
components:
  schemas:
    Photo:
      type: object
      properties:
        raw: {type: string, format: binary}
        b64: {type: string, format: byte}
        also: {type: string, contentEncoding: base64}
        many: {type: array, items: {type: string, format: byte}}
        meta: {type: object, properties: {sig: {type: string, format: byte}, raw: {type: string, format: binary}}}
        any: {}
"""


def test_bytes_that_are_text() -> None:
    made = make(BYTES)
    meta = made.module("models.photo_meta").PhotoMeta(sig=b"\xff", raw=b"\xfe")
    head = 'Content-Disposition: form-data; name="'
    file = "Content-Type: application/octet-stream\n\n"
    json_ = "Content-Type: application/json\n\n"
    assert parts(made, raw=b"r", b64=b"\xff", also=b"\xfe", many=[b"x", "eQ=="]) == [
        f'{head}raw"; filename="raw"\n{file}r',
        f'{head}b64"\n\n/w==',
        f'{head}also"\n\n/g==',
        f'{head}many"\n\neA==',
        f'{head}many"\n\neQ==',
    ]
    written = f'{head}meta"\n{json_}{{"sig":"/w==","raw":"/g=="}}'
    assert parts(made, meta=meta, any=b"a") == [
        written,
        f'{head}any"; filename="any"\n{file}a',
    ]
    assert parts(made, meta={"sig": b"\xff", "raw": b"\xfe"}) == [written]


def test_bytes_that_are_text_in_a_body_of_one_argument() -> None:
    made = make(
        BYTES.replace("required: true", "description: Or not").replace(
            "properties:", "required: [b64]\n      properties:", 1
        )
    )
    sent = parts(made, body=made.Photo(raw=b"r", b64=b"\xff"))
    assert [one.partition("\n\n")[2] for one in sent] == ["/w==", "r"]


def test_bytes_in_each_media_type() -> None:
    schema = "{schema: {type: object, properties: {f: {type: string, format: binary}, fs: {type: array, items: {type: string, format: binary}}, g: {anyOf: [{type: string, format: binary}, {type: integer}]}}}}"
    kinds = [*FORM.values(), "multipart/form-data", *JSON.values()]
    described = ", ".join(f"{kind}: {schema}" for kind in kinds)
    made = make(f"""
        paths:
          /both: {{post: {{operationId: both, requestBody: {{required: true, content: {{{described}}}}}, responses: {{"204": {{description: None}}}}}}}}
          /form: {{post: {{operationId: form, requestBody: {{required: true, content: {{{kinds[0]}: {schema}}}}}, responses: {{"204": {{description: None}}}}}}}}
        """)
    file = made.File(content=b"\xfe", filename="a.png")
    given: dict[str, Any] = {"f": b"\xff", "fs": [file, "é"], "g": b"\xfd"}
    form = "f=%FF&fs=%FE&fs=%C3%A9&g=%FD"
    assert body(made, "Form", **given) == form
    assert body(made, "Both", **given, content_type=kinds[0]) == form
    written = '{"f":"/w==","fs":["/g==","é"],"g":"/Q=="}'
    assert body(made, "Both", **given, content_type=kinds[2]) == written
    sent = made.built("Both", **given, content_type=kinds[1])
    assert b'filename="a.png"' in sent.body


def test_files_that_a_form_does_not_describe() -> None:
    made = make("""
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {any: {}}, additionalProperties: true}}}}
              responses: {"204": {description: None}}
          /whole:
            post:
              operationId: sendAny
              requestBody: {content: {application/x-www-form-urlencoded: {}}}
              responses: {"204": {description: None}}
          /closed:
            post:
              operationId: createClosed
              requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {any: {}}}}}}
              responses: {"204": {description: None}}
        """)
    file = made.File(content=b"\xff")
    assert body(made, "CreatePet", any=file, extra={"b": b"\xfe"}) == "any=%FF&b=%FE"
    assert body(made, "CreateClosed", any=[file, "x"]) == "any=%FF&any=x"
    assert body(made, "SendAny", body={"a": file, "b": b"\xff"}) == "a=%FF&b=%2Fw%3D%3D"


def test_a_multipart_of_items() -> None:
    made = make("""
        openapi: 3.2.0
        info: {title: Pets, version: "1"}
        servers: [{url: "https://api.example.com"}]
        paths:
          /pets:
            post:
              operationId: sendPets
              requestBody:
                required: true
                content: {multipart/mixed: {itemSchema: {$ref: "#/components/schemas/Pet"}, itemEncoding: {contentType: application/vnd.pet+json}}}
              responses:
                "200": {description: Parts, content: {multipart/mixed: {itemSchema: {type: object}}}}
          /photos:
            post:
              operationId: sendPhotos
              requestBody: {content: {multipart/related: {itemSchema: {type: string, format: binary}}}}
              responses: {"204": {description: None}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}, born: {type: string, format: date}}}
        """)
    pets = (made.Pet(name="a", born=date(2020, 1, 2)), {"name": "b"})
    sent = made.built("SendPets", body=pets)
    kind, _, boundary = sent.headers["Content-Type"].partition("; boundary=")
    assert kind == "multipart/mixed"
    type_ = "Content-Type: application/vnd.pet+json\r\n\r\n"
    assert sent.body.decode().replace(boundary, "") == (
        f'--\r\n{type_}{{"name":"a","born":"2020-01-02"}}\r\n'
        f'--\r\n{type_}{{"name":"b"}}\r\n----\r\n'
    )
    file = made.File(content=b"\xfe", content_type="image/gif")
    sent = made.built("SendPhotos", body=[b"\xff", file])
    assert sent.headers["Content-Type"].startswith("multipart/related; boundary=")
    assert b"\r\nContent-Type: image/gif\r\n\r\n\xfe\r\n" in sent.body
    types = made.SendPets.__dataclass_fields__, made.SendPhotos.__dataclass_fields__
    assert [one["body"].type for one in types] == [
        "Sequence[Pet]",
        "Sequence[File | bytes | str] | None",
    ]
    assert made.read("SendPets", b"\xff", kind="multipart/mixed") == b"\xff"


# --- formats --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("date", date(2020, 1, 2), "2020-01-02"),
        ("date_time", datetime(2020, 1, 2, 3, tzinfo=UTC), "2020-01-02T03:00:00Z"),
        ("date_time_rfc_2822", "Fri, 18 Nov 2022 10:15:00 +0000", None),
        (
            "date_time_rfc_2822",
            datetime(2022, 11, 18, 10, 15, tzinfo=UTC),
            "Fri, 18 Nov 2022 10:15:00 +0000",
        ),
        ("uuid", UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ("byte", b"\xff\xfe", "//4="),
        ("byte", "//4=", "//4="),
        ("decimal", Decimal("1.10"), "1.10"),
        ("password", "secret", "secret"),
        ("no_such_format", "x", "x"),
    ],
)
def test_formats(name: str, value: Any, written: str | None) -> None:
    formats = (
        "date date-time date-time-rfc-2822 uuid byte decimal password no-such-format"
    )
    properties = ", ".join(
        f"{one.replace('-', '_')}: {{type: string, format: {one}}}"
        for one in formats.split()
    )
    made = make(f"""
        paths:
          /pets:
            post:
              operationId: createPet
              requestBody: {{required: true, content: {{application/json: {{schema: {{type: object, properties: {{{properties}}}}}}}}}}}
              responses: {{"204": {{description: None}}}}
        """)
    assert (
        body(made, "CreatePet", **{name: value}) == f'{{"{name}":"{written or value}"}}'
    )


def test_two_formats_of_one_type() -> None:
    """A `datetime` is written as its place has it: in lists, models, parameters too."""
    mail, moment = "Fri, 18 Nov 2022 10:15:00 +0000", "2022-11-18T10:15:00Z"
    made = make("""
        paths:
          /pets/{at}:
            post:
              operationId: createPet
              parameters:
                - {name: at, in: path, required: true, schema: {$ref: "#/components/schemas/Mail"}, x-fragmint-client: true}
                - {name: since, in: query, schema: {type: array, items: {$ref: "#/components/schemas/Mail"}}}
              requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}
              responses: {"204": {description: None}}
          /dates:
            put:
              operationId: saveDates
              requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Mail"}}}}}
              responses: {"204": {description: None}}
        components:
          schemas:
            Mail: {type: string, format: date-time-rfc-2822}
            Moment: {type: string, format: date-time}
            Pet:
              type: object
              properties:
                mail: {$ref: "#/components/schemas/Mail"}
                moment: {$ref: "#/components/schemas/Moment"}
                mails: {type: object, additionalProperties: {$ref: "#/components/schemas/Mail"}}
        """)
    at = datetime(2022, 11, 18, 10, 15, tzinfo=UTC)
    pet = made.Pet(mail=at, moment=at, mails={"x": at})
    request = made.CreatePet(since=[at], body=[pet])
    sent = made.sent(request, at=at)
    written = quote(mail, safe="")
    assert sent.url == f"{SERVER}/pets/{written}?since={written}"
    assert json.loads(sent.body) == [
        {"mail": mail, "moment": moment, "mails": {"x": mail}}
    ]
    assert json.loads(body(made, "SaveDates", body=(at, mail))) == [mail, mail]


def test_a_body_can_consist_of_one_part_alone() -> None:
    made = make("""
        paths:
          /pets:
            put:
              operationId: savePets
              requestBody: {required: true, content: {application/json: {schema: {allOf: [{type: integer, minimum: 2}]}}}}
              responses: {"204": {description: None}}
        webhooks:
          counted:
            post:
              operationId: counted
              requestBody: {content: {application/json: {schema: {allOf: [{type: integer, minimum: 2}]}}}}
              responses: {"204": {description: None}}
        """)
    assert [one.rule for one in made.refused("SavePets", body=1)] == ["minimum"]
    assert made.parse_counted(b"2") == 2
    with pytest.raises(made.InvalidPayload):
        made.parse_counted(b"1")
