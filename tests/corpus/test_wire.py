"""The judges: right bytes are right, and wrong bytes are wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from .calling import Body, Call, Given, Parameter
from .counter import Operation, operations
from .judges import Judge
from .library import Library, Node
from .loopback import Loopback, Recorded
from .wire import faults

RGB = {"R": 100, "G": 200}
BLUE = ["blue", "black"]
# Location, style, explode, value: how it goes out, and how it must not.
STYLES: list[tuple[str, str, bool, Any, str, str]] = [
    ("path", "simple", False, "a/b c", "a%2Fb%20c", "a%2Fb+c"),
    ("path", "simple", False, BLUE, "blue,black", "blue%2Cblack"),
    ("path", "simple", False, RGB, "R,100,G,200", "R=100,G=200"),
    ("path", "simple", True, RGB, "R=100,G=200", "R,100,G,200"),
    ("path", "label", False, "blue", ".blue", "blue"),
    ("path", "label", False, BLUE, ".blue,black", ".blue.black"),
    ("path", "label", True, BLUE, ".blue.black", ".blue,black"),
    ("path", "label", True, RGB, ".R=100.G=200", ".R=100,G=200"),
    ("path", "matrix", False, "blue", ";it=blue", ";blue"),
    ("path", "matrix", False, BLUE, ";it=blue,black", ";it=blue;it=black"),
    ("path", "matrix", True, BLUE, ";it=blue;it=black", ";it=blue,black"),
    ("path", "matrix", False, RGB, ";it=R,100,G,200", ";R=100;G=200"),
    ("path", "matrix", True, RGB, ";R=100;G=200", ";it=R,100,G,200"),
    ("query", "form", True, True, "it=true", "it=True"),
    ("query", "form", True, 5, "it=5", "it=6"),
    ("query", "form", True, "a&b=+", "it=a%26b%3D%2B", "it=a&b=+"),
    ("query", "form", True, BLUE, "it=blue&it=black", "it=blue,black"),
    ("query", "form", False, BLUE, "it=blue,black", "it=blue&it=black"),
    ("query", "form", True, RGB, "R=100&G=200", "it=R,100,G,200"),
    ("query", "form", False, RGB, "it=R,100,G,200", "R=100&G=200"),
    ("query", "spaceDelimited", False, BLUE, "it=blue%20black", "it=blue,black"),
    ("query", "pipeDelimited", False, BLUE, "it=blue%7Cblack", "it=blue,black"),
    ("query", "deepObject", True, RGB, "it[R]=100&it%5BG%5D=200", "R=100&G=200"),
    ("header", "simple", False, BLUE, "blue,black", "blue;black"),
    ("header", "simple", True, RGB, "R=100,G=200", "R,100,G,200"),
    ("cookie", "form", True, "blue", "it=blue", "other=blue"),
    ("cookie", "form", False, BLUE, "a=b; it=blue,black", "it=blue"),
]


def call(*parameters: Parameter, body: Body | None = None) -> Call:
    path = "/x/{it}" if any(one.location == "path" for one in parameters) else "/x"
    nothing = Node({}, Path())
    return Call(Operation("GET", path, (), nothing, nothing), parameters, body)


def came(location: str, text: str) -> Recorded:
    target = {"path": f"/x/{text}", "query": f"/x?{text}"}.get(location, "/x")
    name = {"header": "It", "cookie": "Cookie"}.get(location, "X")
    return Recorded("GET", target, ((name, text),), b"")


@pytest.mark.parametrize("row", STYLES, ids=str)
def test_a_style_is_read_as_the_standard_says(
    row: tuple[str, str, bool, Any, str, str],
) -> None:
    location, style, explode, value, right, wrong = row
    parameter = Parameter("it", location, True, True, style, explode)
    given = Given({(location, "it"): value})
    assert [*faults(call(parameter), given, came(location, right))] == []
    assert [*faults(call(parameter), given, came(location, wrong))] != []


JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=b"
HEAD = b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n'
BODIES: list[tuple[str, Any, bytes, bytes]] = [
    (JSON, {"a": 1}, b'{"a": 1.0}', b'{"a": true}'),
    (JSON, [None], b"[null]", b"[]"),
    (FORM, {"a": "b c", "d": True}, b"a=b+c&d=true", b"a=b+c"),
    (FORM, {"a": [1, 2]}, b"a=1&a=2", b"a=1"),
    (FORM, {"a": {"b": 1}}, b"a=%7B%22b%22%3A1%7D", b"a=b"),
    (FORM, {"a": {"b": 1}}, b"a%5Bb%5D=1", b"a%5Bc%5D=1"),
    (PARTS, {"a": b"\xff"}, HEAD + b"\xff\r\n--b--\r\n", HEAD + b"f\r\n--b--\r\n"),
    (PARTS, {"a": {"b": 1}}, HEAD + b'{"b":1}\r\n--b--\r\n', b"--b--\r\n"),
    ("text/plain", "é", "é".encode(), b"e"),
    ("image/png", b"\x00", b"\x00", b""),
]


@pytest.mark.parametrize("row", BODIES, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_body_is_read_by_its_type(row: tuple[str, Any, bytes, bytes]) -> None:
    kind, value, right, wrong = row
    described = call(body=Body(kind, True, True, {}))
    given = Given(body=value, has_body=True)
    headers = (("Content-Type", kind),)
    assert [*faults(described, given, Recorded("GET", "/x", headers, right))] == []
    assert [*faults(described, given, Recorded("GET", "/x", headers, wrong))] != []
    other = (("Content-Type", "application/zip+x"),)
    assert [*faults(described, given, Recorded("GET", "/x", other, right))] != []


def test_another_path_method_or_body_is_a_fault() -> None:
    given = Given()
    for request in (
        Recorded("POST", "/x", (), b""),
        Recorded("GET", "/y", (), b""),
        Recorded("GET", "/x", (), b"more"),
    ):
        assert [*faults(call(), given, request)] != []


def test_openapi_core_judges_one_operation_of_the_original(tmp_path: Path) -> None:
    size = {"name": "size", "in": "query", "schema": {"type": "integer", "maximum": 5}}
    name = {"name": "it", "in": "path", "required": True, "schema": {"type": "string"}}
    get = {
        "parameters": [size, name],
        "servers": [{"url": "https://elsewhere.example"}],
        "security": [{"key": []}],
        "responses": {},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {"/x/{it}": {"get": get}, "/x/{other}": {}},
    }
    (tmp_path / "root.json").write_text(json.dumps(document))
    library = Library(tmp_path / "root.json")
    (operation,) = operations(library)
    judge = Judge(library)
    assert judge.can_judge(operation)
    url = "http://127.0.0.1:1"
    right = Recorded("GET", "/x/a%2Fb%3A?size=5", (), b"")
    assert judge.objection(operation, right, url) is None
    wrong = Recorded("GET", "/x/a?size=6", (), b"")
    assert "maximum" in (judge.objection(operation, wrong, url) or "")


def test_the_server_keeps_what_comes() -> None:
    import http.client

    with Loopback() as server:
        port = int(server.url.rpartition(":")[2])
        client = http.client.HTTPConnection("127.0.0.1", port)
        for method in ("POST", "COPY"):
            client.request(method, "/a%2Fb?c=%20", body=b"body", headers={"X-Y": "z"})
            assert client.getresponse().read() == b""
            request = server.take()
            assert request is not None
            assert (request.method, request.target) == (method, "/a%2Fb?c=%20")
            assert request.header("x-y") == "z"
            assert request.body == b"body"
        assert server.take() is None
        client.close()
