"""What becomes of a response, construct by construct of the description."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from importlib import import_module
from ipaddress import IPv4Address, IPv4Network
from typing import Any
from uuid import UUID

import pytest

from .constructs import Package, folder, make

PETS = """
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, born: {type: string, format: date}}}
    Job: {type: object, properties: {progress: {type: number}}}
    Fault: {type: object, properties: {code: {type: integer}, message: {type: string}}}
    Problem: {type: object, properties: {title: {type: string}, detail: {type: string}}}
"""


def operation(responses: str) -> Package:
    """A package with one operation, `Fetch`, which has these responses."""
    head = f"paths: {{/pets: {{get: {{operationId: fetch, responses: {responses}}}}}}}"
    return make(head + PETS)


def content(schema: str, kind: str = "application/json") -> str:
    return f"{{description: It, content: {{{kind}: {{schema: {schema}}}}}}}"


def ref(name: str) -> str:
    return f'{{$ref: "#/components/schemas/{name}"}}'


# --- statuses -------------------------------------------------------------------------


def test_several_statuses() -> None:
    made = operation(
        f"{{'200': {content(ref('Pet'))}, '201': {content(ref('Pet'))},"
        f" 2XX: {content(ref('Job'))}, '204': {{description: None}}}}"
    )
    for status in (200, 201):
        read = made.read("Fetch", '{"name": "Rex"}', status)
        assert (type(read), read.name) == (made.Pet, "Rex")
    assert made.read("Fetch", '{"progress": 0.5}', 299) == made.Job(progress=0.5)
    assert made.read("Fetch", status=204) is None


def test_another_success_is_read_as_the_only_one_that_is_described() -> None:
    """What the request did is done, so that none has to be sent again."""
    two = f"{{'201': {content(ref('Pet'))}, '202': {content(ref('Pet'))}}}"
    for responses, told in ((two, "201, 202"), (two[:-1] + ", 404: {}}", "201, 202")):
        made = operation(responses.replace("404: {}", "'404': {description: No}"))
        with pytest.warns(made.UnreadableField, match="200 is not described") as said:
            assert made.read("Fetch", '{"name": "Rex"}', 200) == made.Pet(name="Rex")
        assert str(said[0].message).endswith(f"read as {told}")
        client = made.client(answer=made.response(204), validate_responses="off")
        with pytest.raises(made.InvalidResponse) as raised:
            client.send(made.Fetch())
        assert raised.value.response.status == 204
    for mode in ("off", "warn", "strict"):
        answer = made.response(206, b'{"name": "Rex"}')
        client = made.client(answer=answer, validate_responses=mode)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            if mode == "strict":
                with pytest.raises(made.InvalidResponse, match="should be 201, 202"):
                    client.send(made.Fetch())
            else:
                assert client.send(made.Fetch()) == made.Pet(name="Rex")
        assert len(caught) == (mode == "warn")


def test_another_success_where_several_are_described_cannot_be_read() -> None:
    made = operation(f"{{'200': {content(ref('Pet'))}, '202': {content(ref('Job'))}}}")
    with pytest.raises(
        made.InvalidResponse, match="Fetch: the answer 203 is"
    ) as raised:
        made.read("Fetch", '{"name": "Rex"}', 203)
    assert raised.value.response.body == b'{"name": "Rex"}'


def test_a_success_is_no_redirect() -> None:
    made = operation("{'302': {description: Found}}")
    with pytest.raises(made.InvalidResponse):
        made.read("Fetch", "{}", 200)


@pytest.mark.parametrize("status", [301, 404, 500])
def test_what_is_not_described_is_an_error(status: int) -> None:
    made = operation(f"{{'200': {content(ref('Pet'))}}}")
    with pytest.raises(made.ApiError) as raised:
        made.read("Fetch", "{}", status)
    assert (raised.value.status, raised.value.error) == (status, None)


def test_default_is_the_success_where_there_is_no_other() -> None:
    made = operation(f"{{default: {content(ref('Pet'))}}}")
    assert made.read("Fetch", '{"name": "Rex"}', 202) == made.Pet(name="Rex")
    with pytest.raises(made.ApiError):
        made.read("Fetch", '{"name": "Rex"}', 404)


def test_where_no_success_is_described_it_is_bytes() -> None:
    made = operation(f"{{'404': {content(ref('Problem'))}}}")
    assert made.read("Fetch", b"\xff", 203) == b"\xff"
    assert make(
        "paths: {/pets: {get: {operationId: fetch}}}",
    ).read(
        "Fetch", b"\xff"
    ) == (b"\xff")


def test_errors_by_status() -> None:
    made = operation(
        f"{{'204': {{description: None}}, '400': {content('{type: array, items: ' + ref('Fault') + '}')},"
        f" '401': {{description: Who?}}, '404': {content(ref('Problem'), 'application/problem+json')},"
        f" '410': {content('{type: string}', 'text/plain')},"
        f" 4XX: {content(ref('Fault'))}, default: {content(ref('Problem'))}}}"
    )

    def error(status: int, body: str) -> Any:
        with pytest.raises(made.ApiError) as raised:
            made.read("Fetch", body, status)
        return raised.value

    fault = made.Fault(code=1, message="no")
    assert error(400, '[{"code": 1, "message": "no"}]').error == [fault]
    assert error(401, '{"code": 1}').error == made.Fault(code=1)
    found = error(404, '{"title": "Gone", "detail": "It ran away."}')
    assert found.error == made.Problem(title="Gone", detail="It ran away.")
    assert found.message == "It ran away."
    found = error(418, '{"code": 1, "message": "no"}')
    assert (found.error, found.code, found.message) == (fault, 1, "no")
    assert error(500, '{"title": "Oh"}').error == made.Problem(title="Oh")
    for status, body in ((410, "gone"), (404, "<html>"), (404, "[]"), (400, "{}")):
        assert error(status, body).error is None
        assert error(status, body).response.body == body.encode()


def test_an_error_is_no_place_for_warnings_as_errors() -> None:
    made = operation(
        f"{{'204': {{description: None}}, default: {content(ref('Fault'))}}}"
    )
    with pytest.raises(made.ApiError), pytest.warns(made.UnreadableField):
        made.read("Fetch", '{"code": "x"}', 500)


def test_redirects() -> None:
    made = operation("{'302': {description: Elsewhere}, '404': {description: None}}")
    answer = made.response(302, location="/there")
    assert made.Fetch.read(answer) == made.Redirect(status=302, location="/there")
    assert made.read("Fetch", status=302) == made.Redirect(status=302)
    both = operation(f"{{'200': {content(ref('Pet'))}, '302': {{description: There}}}}")
    with pytest.raises(both.ApiError):
        both.read("Fetch", status=302)


def test_head_has_no_body() -> None:
    made = make("""
        paths:
          /pets:
            head:
              operationId: touch
              responses: {"200": {description: There, content: {application/json: {schema: {type: object}}}}}
        """)
    assert made.built("Touch").method == "HEAD"
    assert made.read("Touch") is None


# --- types ----------------------------------------------------------------------------

UNIONS = {
    "Tuple": "{type: array, prefixItems: [{type: integer}, {type: string, format: date}, {$ref: '#/components/schemas/Tuple'}]}",
    "MaybeTuple": "{anyOf: [{$ref: '#/components/schemas/Tuple'}, {type: 'null'}]}",
    "Odd": "{type: array, items: {oneOf: [{$ref: '#/components/schemas/Even'}, {type: integer}]}}",
    "Even": "{type: array, items: {oneOf: [{$ref: '#/components/schemas/Odd'}, {type: string}]}}",
    "When": "{oneOf: [{type: string, format: date}, {type: integer}, {type: 'null'}]}",
    "Named": "{type: object, additionalProperties: {$ref: '#/components/schemas/When'}}",
    "Words": "{type: array, items: {enum: [yes, no, null]}}",
}


def test_types_are_told_where_no_checker_finds_them_out_and_nowhere_else() -> None:
    paths = "".join(
        f"  /{name}: {{get: {{operationId: get{name}, responses: {{'200': {content(ref(name))}}}}}}}\n"
        for name in UNIONS
    )
    schemas = "".join(f"    {name}: {one}\n" for name, one in UNIONS.items())
    made = make(f"paths:\n{paths}components:\n  schemas:\n{schemas}")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", "."],
        cwd=made.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


# --- kinds of content -----------------------------------------------------------------


def test_several_kinds_of_content() -> None:
    made = operation(
        "{'200': {description: It, content: {"
        f"application/json: {{schema: {{type: array, items: {ref('Pet')}}}}},"
        f" application/vnd.pets+json: {{schema: {ref('Pet')}}},"
        " text/csv: {schema: {type: string}},"
        " application/pdf: {schema: {type: string, format: binary}}, image/*: {}}}}"
    )
    rex = made.Pet(name="Rex")
    for kind, body, read in [
        ("application/json", b'[{"name": "Rex"}]', [rex]),
        ("Application/JSON; charset=utf-8", b'[{"name": "Rex"}]', [rex]),
        ("application/vnd.pets+json; v=1", b'{"name": "Rex"}', rex),
        ("text/csv", "é".encode(), "é"),
        ("text/csv; charset=latin-1", b"\xe9", "é"),
        ("application/pdf", b"%\xff", b"%\xff"),
        ("image/png", b"\x89", b"\x89"),
    ]:
        assert made.read("Fetch", body, 200, kind) == read, kind
    accept = "application/json, application/vnd.pets+json, text/csv, application/pdf"
    assert made.built("Fetch").headers == {"Accept": f"{accept}, image/*"}
    client = made.client(answer=made.response(200, b"a", "text/csv"))
    for name in ("Accept", "accept"):  # the caller can choose one of them
        assert client.with_options(headers={name: "text/csv"}).send(made.Fetch()) == "a"
        sent = client._transport.sent.pop()
        assert sent.headers == {name: "text/csv"}


@pytest.mark.parametrize(
    ("kind", "body", "read"),
    [
        ("application/json", b"[1, null]", [1, None]),
        ("application/octet-stream", b"\xff", b"\xff"),
        ("image/png", b"\xff", b"\xff"),
        ("text/plain", b"a\xff", "a\ufffd"),
        ("application/xml", b"<a/>", "<a/>"),
        ("application/x-ndjson", b"{}\n{}\n", [{}, {}]),
        ("nonsense", b"\xff", b"\xff"),
    ],
)
def test_content_without_a_schema(kind: str, body: bytes, read: object) -> None:
    made = operation(f"{{'200': {{description: It, content: {{{kind}: {{}}}}}}}}")
    assert made.read("Fetch", body, 200, kind) == read


@pytest.mark.parametrize(
    ("schema", "body", "read"),
    [
        ("{type: string, format: date}", '"2020-01-02"', date(2020, 1, 2)),
        ("{type: [string, 'null'], format: date}", "null", None),
        ("{type: array, items: {type: integer}}", "[1, 2.0]", [1, 2]),
        ("{type: object, additionalProperties: {type: number}}", '{"a": 1}', {"a": 1}),
        ("{enum: [a, b]}", '"c"', "c"),
        ("{}", '{"a": null}', {"a": None}),
        ("{type: boolean}", "true", True),
    ],
)
def test_json_that_is_no_record(schema: str, body: str, read: object) -> None:
    assert operation(f"{{'200': {content(schema)}}}").read("Fetch", body) == read


@pytest.mark.parametrize(
    ("schema", "body"),
    [
        (ref("Pet"), ""),
        (ref("Pet"), "<"),
        (ref("Pet"), "[]"),
        (ref("Pet"), "null"),
        (f"{{type: array, items: {ref('Pet')}}}", '[{"name": "Rex"}, 5]'),
        ("{type: integer}", '"1"'),
    ],
)
def test_what_is_not_as_described_at_all(schema: str, body: str) -> None:
    made = operation(f"{{'200': {content(schema)}}}")
    with pytest.raises(made.InvalidResponse) as raised:
        made.read("Fetch", body)
    assert raised.value.response.body == body.encode()


# --- fields ---------------------------------------------------------------------------

FORMATS = """
{type: object, properties: {
  date: {type: string, format: date},
  moment: {type: string, format: date-time},
  mail: {type: string, format: date-time-rfc-2822},
  id: {type: string, format: uuid},
  data: {type: string, format: byte},
  price: {type: string, format: decimal},
  dates: {type: array, items: {type: string, format: date}},
  by_name: {type: object, additionalProperties: {type: string, format: date}},
  whole: {type: integer}, real: {type: number}, yes: {type: boolean}, text: {type: string},
  kind: {type: string, enum: [dog, cat]},
  kinds: {type: array, items: {enum: [dog, cat]}},
  constant: {const: 1},
  size: {enum: [s, 1, null]},
  owner: {type: object, properties: {firstName: {type: string}, born: {type: string, format: date}}},
  secret: {type: string, format: password}}}
"""


def test_formats() -> None:
    made = operation(f"{{'200': {content(FORMATS)}}}")
    raw = {
        "date": "2020-01-02",
        "moment": "2020-01-02T03:04:05.5+02:00",
        "mail": "Fri, 18 Nov 2022 10:15:00 +0000",
        "id": "00000000-0000-0000-0000-000000000001",
        "data": "//4=",
        "price": "1.10",
        "dates": ["2020-01-02"],
        "by_name": {"x": "2020-01-02"},
        "whole": 9007199254740993,
        "real": 1,
        "yes": False,
        "text": "",
        "kind": "bird",
        "kinds": ["dog", "bird"],
        "constant": 2,
        "size": "xl",
        "owner": {"firstName": "Ann", "legs": 2},
        "secret": "s3cret",
        "more": [{"a": None}],
    }
    read = made.read("Fetch", json.dumps(raw))
    east = timezone(timedelta(hours=2))
    assert read.moment == datetime(2020, 1, 2, 3, 4, 5, 500000, tzinfo=east)
    assert read.mail == datetime(2022, 11, 18, 10, 15, tzinfo=UTC)
    assert (read.date, read.dates) == (date(2020, 1, 2), [date(2020, 1, 2)])
    assert (read.id, read.data, read.price) == (
        UUID(int=1),
        b"\xff\xfe",
        Decimal("1.10"),
    )
    assert (read.kind, read.kinds) == ("bird", ["dog", "bird"])
    assert (read.constant, read.size) == (2, "xl")
    assert (read.owner.first_name, read.owner.extra) == ("Ann", {"legs": 2})
    assert read.extra == {"more": [{"a": None}]}
    assert "s3cret" not in repr(read)
    again = made.plain(read)
    mail = again.pop("mail"), raw.pop("mail")
    moment = again.pop("moment"), raw.pop("moment")
    assert again == raw
    assert moment == ("2020-01-02T03:04:05.500000+02:00", "2020-01-02T03:04:05.5+02:00")
    assert mail[0] == mail[1]


def test_what_cannot_be_read_stays_in_extra() -> None:
    made = operation(f"{{'200': {content(FORMATS)}}}")
    raw = {
        "date": "soon",
        "moment": "2020-01-02T03:04:05",
        "id": "1",
        "data": "?",
        "price": "free",
        "dates": ["2020-01-02", "soon"],
        "whole": 1.5,
        "yes": 1,
        "text": 5,
        "owner": [],
        "kinds": "dog",
    }
    with pytest.warns(made.UnreadableField) as warned:
        read = made.read("Fetch", json.dumps(raw))
    assert len(warned) == len(raw)
    assert [str(one.message).partition(":")[0] for one in warned][5] == (
        "dates[1] is not a date as in RFC 3339"
    )
    assert {getattr(read, name) for name in raw} == {None}
    assert read.extra == raw
    assert made.plain(read) == raw


def test_inside_an_inner_record_too() -> None:
    made = operation(f"{{'200': {content(FORMATS)}}}")
    with pytest.warns(made.UnreadableField, match="^born is not a date"):
        read = made.read("Fetch", '{"owner": {"firstName": "Ann", "born": "soon"}}')
    assert (read.owner.first_name, read.owner.born) == ("Ann", None)
    assert (read.owner.extra, read.extra) == ({"born": "soon"}, {})


def test_absent_and_null_are_none() -> None:
    made = operation(f"{{'200': {content(FORMATS)}}}")
    for body in ("{}", '{"date": null, "owner": null, "dates": null, "size": null}'):
        read = made.read("Fetch", body)
        assert (read.date, read.owner, read.dates, read.size) == (None,) * 4
        assert read.extra == {}


def test_constants_that_are_objects_are_read_beside_those_with_a_tag() -> None:
    kinds = [
        f"{{required: [kind], properties: {{kind: {{const: {k}}}}}}}" for k in "ab"
    ]
    schema = f"{{anyOf: [{', '.join(kinds)}, {{enum: [{{kind: c}}, [1]]}}]}}"
    made = operation(f"{{'200': {content(schema)}}}")
    assert made.read("Fetch", '{"kind": "b"}').kind == "b"
    assert made.read("Fetch", "[1]") == [1]
    # A tag that is mapped, beside an object of any names whose values are constants.
    tag = "discriminator: {propertyName: kind, mapping: {pet: Pet}}"
    others = "{type: object, additionalProperties: {enum: [{a: 1}]}}"
    schema = f"{{{tag}, oneOf: [{ref('Pet')}, {others}]}}"
    made = operation(f"{{'200': {content(schema)}}}")
    assert made.read("Fetch", '{"kind": "pet", "name": "Rex"}').name == "Rex"


def test_a_body_can_be_a_constant_that_is_an_object() -> None:
    body = "{required: true, content: {application/json: {schema: {const: {a: 1}}}}}"
    head = f"{{post: {{operationId: save, requestBody: {body}, responses: {{}}}}}}"
    assert json.loads(make(f"paths: {{/a: {head}}}").built("Save", body={"a": 1}).body)


def test_what_is_read_is_frozen_and_comparable() -> None:
    made = operation(f"{{'200': {content(ref('Pet'))}}}")
    read = made.read("Fetch", '{"name": "Rex"}')
    assert read == made.Pet(name="Rex")
    assert hash(read) == hash(made.Pet(name="Rex", extra={"a": 1}))
    with pytest.raises(AttributeError):
        read.name = "Max"


def test_what_holds_a_list_has_no_hash() -> None:
    lists = "{type: object, properties: {names: {type: array, items: {type: string}}}}"
    made = operation(f"{{'200': {content(lists)}}}")
    assert hash(made.read("Fetch", "{}")) == hash(made.read("Fetch", '{"names": null}'))
    one, same = (made.read("Fetch", '{"names": ["Rex"]}') for _ in range(2))
    assert one == same
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(one)


ADDRESSES = """
paths:
  /hosts:
    post:
      operationId: saveHost
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Host"}}}}
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Host"}}}}}
components:
  schemas:
    Host: {type: object, properties: {ip: {type: string, format: ip}, net: {type: string, format: net}, born: {type: string, format: date}}}
"""
TYPES = (
    ("ip", "ipaddress:IPv4Address"),
    ("net", "ipaddress:IPv4Network"),
    ("date", "builtins:str"),
)


def test_the_configuration_adds_formats() -> None:
    made = make(ADDRESSES, formats=TYPES)
    read = made.read(
        "SaveHost", '{"ip": "10.0.0.1", "net": "10.0.0.0/30", "born": "x"}'
    )
    assert read.ip == IPv4Address("10.0.0.1")
    assert read.net == IPv4Network("10.0.0.0/30")
    assert read.born == "x"
    with pytest.warns(made.UnreadableField, match="ip is not text that IPv4Address"):
        assert made.read("SaveHost", '{"ip": "x"}').extra == {"ip": "x"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("ip", IPv4Address("10.0.0.1")), ("net", IPv4Network("10.0.0.0/30"))],
)
def test_a_type_of_the_configuration_is_sent_as_its_text(name: str, value: Any) -> None:
    sent = make(ADDRESSES, formats=TYPES).built("SaveHost", **{name: value}).body
    assert json.loads(sent) == {name: str(value)}


STRANGE = """
class Text:
    def __init__(self, text: str) -> None:
        self.text = text
    def __str__(self) -> str:
        return self.text
class Model(Text): ...
class value(Text): ...
class Any(Text): ...
class Host(Text): ...
class Hosts(Text): ...
class Texts(Text): ...
class list(Text): ...
class datetime(Text): ...
"""


def test_a_type_of_the_configuration_can_have_any_name() -> None:
    for name in ("strange_types", "stranger_types"):
        (folder() / f"{name}.py").write_text(STRANGE)
    names = re.findall(r"class (\w+)\(", STRANGE)
    types = {name: f"strange_types:{name}" for name in names}
    types["other"] = "stranger_types:Model"
    properties = ", ".join(
        f"a_{name}: {{type: string, format: {name}}}" for name in types
    )
    body = content('{$ref: "#/components/schemas/Host"}')
    made = make(
        f"""
        paths:
          /hosts:
            post:
              operationId: saveHost
              tags: [Hosts]
              requestBody: {body}
              responses: {{"200": {body}}}
        components:
          schemas:
            Host: {{type: object, properties: {{{properties}, a: {{}}}}}}
        """,
        formats=tuple(types.items()),
    )
    given = {f"a_{name}": name for name in types}
    read = made.read("SaveHost", json.dumps(given))
    for name, path in types.items():
        module, _, known = path.partition(":")
        found = getattr(read, f"a_{name.lower()}")
        assert type(found) is getattr(import_module(module), known)
        assert str(found) == name
    kept = {f"a_{name.lower()}": getattr(read, f"a_{name.lower()}") for name in types}
    assert json.loads(made.built("SaveHost", **kept).body) == given
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", made.name],
        cwd=folder(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
