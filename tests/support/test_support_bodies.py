"""Bodies, byte for byte, and what an independent reader makes of them."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

import pytest
from fragmint.support import bodies
from fragmint.support.bodies import (
    File,
    file_body,
    form_body,
    raw_body,
)
from fragmint.support.encoding import Unwritable
from fragmint.support.json_bodies import json_body
from fragmint.support.styles import Part, Style
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def multipart_body(*given: Any) -> tuple[bytes, str]:
    """A form that is not sent as it is read."""
    body, content_type = bodies.multipart_body(*given)
    assert isinstance(body, bytes)
    return body, content_type


def chain(error: BaseException | None) -> str:
    """All that hangs on an error."""
    told = ""
    while error is not None:
        told += f"{error!r} {error} {error.args} {vars(error)}"
        error = error.__context__
    return told


# --- JSON -----------------------------------------------------------------------------


def test_json() -> None:
    value = {"a": [1, 1.5, None, True, "é☎"], "b": {}}
    assert json_body(value) == '{"a":[1,1.5,null,true,"é☎"],"b":{}}'.encode()
    assert json_body("x") == b'"x"'
    assert json_body(None) == b"null"


@pytest.mark.parametrize(
    ("value", "limit"),
    [
        ("s3cret\udc80", "UTF-8"),
        (float("nan"), "JSON"),
        (float("inf"), "JSON"),
        ({"s3cret"}, "JSON"),
    ],
)
def test_what_json_cannot_write(value: Any, limit: str) -> None:
    for body, name in ((value, ""), ({"a": 1, "b": [value]}, "b"), ([value], "")):
        with pytest.raises(Unwritable) as raised:
            json_body(body)
        assert (raised.value.name, raised.value.limit) == (name, limit)
        assert "s3cret" not in chain(raised.value)


def test_bytes_in_json() -> None:
    values = [b"\xff", memoryview(b"\xff"), File(content=b"\xff")]
    assert json_body({"a": values}) == b'{"a":["/w==","/w==","/w=="]}'


def test_a_loop_is_no_json() -> None:
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(Unwritable):
        json_body({"a": loop})


# --- as it is -------------------------------------------------------------------------


def test_raw() -> None:
    assert raw_body("é") == "é".encode()
    assert raw_body(b"\xff") == b"\xff"
    assert raw_body(File(content=b"x", filename="y")) == b"x"
    with pytest.raises(Unwritable):
        raw_body("\udc80")


def test_raw_files() -> None:
    gif = File(content=b"x", content_type="image/gif")
    assert file_body(gif, "image/png") == (b"x", "image/gif")
    for value in (File(content=b"x"), File(content=b"x", content_type=""), b"x", "x"):
        assert file_body(value, "image/png") == (b"x", "image/png")
    for kind in ("a/b\r\nx: y", "\udc80"):
        with pytest.raises(Unwritable) as raised:
            file_body(File(content=b"", content_type=kind), "image/png")
        assert raised.value.rule == "header"


# --- forms ----------------------------------------------------------------------------

# OAS 3.2 §4.15.3.1
ADDRESS = {
    "streetAddress": "123 Example Dr.",
    "city": "Somewhere",
    "state": "CA",
    "zip": "99999+1234",
}
ID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"


def test_the_example_with_json_values() -> None:
    written = (
        b"id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22"
        b"123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C"
        b"%22zip%22%3A%2299999%2B1234%22%7D"
    )
    assert form_body({"id": ID, "address": ADDRESS}) == written
    assert form_body({"id": ID, "address": ADDRESS}, {"x": Part()}) == written
    as_json = {"id": Part(content_type="application/json")}
    assert form_body({"id": ID}, as_json) == (
        b"id=%22f81d4fae-7dec-11d0-a765-00a0c91e6bf6%22"
    )


# OAS 3.2 §4.15.3.2
def test_the_example_with_binary_values() -> None:
    icon = urlsafe_b64encode(b"\xff\xfe").decode()
    image = {"icon": Part(content_type="image/png")}
    assert form_body({"name": "example", "icon": icon}, image) == (
        b"name=example&icon=__4%3D"
    )


@pytest.mark.parametrize("encodings", [{}, {"other": Part()}])
def test_forms(encodings: dict[str, Part]) -> None:
    assert form_body(
        {"a": ["x y", None, 1.0], "b": None, "c": [], "d": [{"e": 1}], "f": "é"},
        encodings,
    ) == (b"a=x+y&a=1&d=%7B%22e%22%3A1%7D&f=%C3%A9")
    assert form_body({}, encodings) == b""


@pytest.mark.parametrize("encodings", [{}, {"other": Part()}])
def test_bytes_in_forms(encodings: dict[str, Part]) -> None:
    values = {"a": b"\xff b", "b": [File(content=b"&"), "é", bytearray(b"c")]}
    assert form_body(values, encodings) == b"a=%FF+b&b=%26&b=%C3%A9&b=c"
    # Not as Python shows them.
    styled = {"a": Part(style=Style("form", False))}
    assert form_body({"a": [b"\xff", "b"]}, styled) == b"a=%2Fw%3D%3D,b"


def test_forms_with_styles() -> None:
    def written(value: Any, style: str, explode: bool, reserved: bool = False) -> str:
        part = Part(style=Style(style, explode, reserved))
        return form_body({"a": value, "z": "1 2"}, {"a": part}).decode()

    assert written({"b": "c d"}, "form", True) == "b=c%20d&z=1+2"
    assert written({"b": "c d"}, "form", False) == "a=b,c%20d&z=1+2"
    assert written(["b", "c"], "spaceDelimited", False) == "a=b%20c&z=1+2"
    assert written({"b": {"c": 1}}, "deepObject", True) == "a%5Bb%5D%5Bc%5D=1&z=1+2"
    assert written("/?&=#", "form", True, True) == "a=/?%26=%23&z=1+2"
    assert written([], "form", True) == "z=1+2"


def test_lists_of_json() -> None:
    # OAS 3.2 §4.14.5.1: one value per item, "each with the same name".
    part = {"a": Part(content_type="application/json")}
    assert parse_qsl(form_body({"a": ["x", 1, {"b": None}]}, part).decode()) == [
        ("a", '"x"'),
        ("a", "1"),
        ("a", '{"b":null}'),
    ]


@pytest.mark.parametrize(
    "part", [Part(), Part("application/json"), Part(style=Style("form", True))]
)
def test_what_a_form_cannot_write(part: Part) -> None:
    with pytest.raises(Unwritable) as raised:
        form_body({"a": 1, "b": ["s3cret\udc80"]}, {"b": part})
    assert (raised.value.name, raised.value.limit) == ("b", "UTF-8")
    assert "s3cret" not in chain(raised.value)
    with pytest.raises(Unwritable):
        form_body({"\udc80": "a"})


@pytest.mark.parametrize("value", ["s3cret", 5, ["s3cret"], None])
def test_what_has_no_fields_is_no_form(value: Any) -> None:
    with pytest.raises(Unwritable) as raised:
        form_body(value)
    assert raised.value.limit == "fields"
    assert "s3cret" not in chain(raised.value)


@given(st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=3), max_size=4))
def test_a_form_is_the_same_either_way(values: dict[str, Any]) -> None:
    assert form_body(values, {"\0": Part()}) == form_body(values)


# --- multipart ------------------------------------------------------------------------


def parsed(body: bytes, content_type: str) -> list[Message]:
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    whole = message_from_bytes(head + body)
    assert whole.is_multipart()
    assert not whole.defects
    parts = whole.get_payload()
    assert isinstance(parts, list)
    return [part for part in parts if isinstance(part, Message)]


def test_multipart_to_the_byte() -> None:
    body, content_type = multipart_body(
        {
            "text": "é",
            "number": 1.0,
            "flag": True,
            "left": None,
            "list": ["a", None, "b"],
            "json": {"a": [1]},
            "bytes": b"\0",
            "file": File(content=b"x", filename='a".png', content_type="image/png"),
        }
    )
    kind, _, boundary = content_type.partition("; boundary=")
    assert kind == "multipart/form-data"
    assert len(boundary) <= 70  # RFC 2046 §5.1.1
    wanted = """\
--|
Content-Disposition: form-data; name="text"

é
--|
Content-Disposition: form-data; name="number"

1
--|
Content-Disposition: form-data; name="flag"

true
--|
Content-Disposition: form-data; name="list"

a
--|
Content-Disposition: form-data; name="list"

b
--|
Content-Disposition: form-data; name="json"
Content-Type: application/json

{"a":[1]}
--|
Content-Disposition: form-data; name="bytes"; filename="bytes"
Content-Type: application/octet-stream

\0
--|
Content-Disposition: form-data; name="file"; filename="a%22.png"
Content-Type: image/png

x
--|--
"""
    assert body == wanted.replace("|", boundary).replace("\n", "\r\n").encode()


def test_multipart_is_the_same_each_time() -> None:
    values = {"a": b"x", "b": "y"}
    assert multipart_body(values) == multipart_body(dict(values))
    assert multipart_body(values) != multipart_body({"a": b"x", "b": "z"})


def test_encodings_of_parts() -> None:
    encodings = {
        "meta": Part(content_type="application/json"),
        "image": Part(content_type="image/png", headers={"X-Rate": "5"}),
        "xml": Part(content_type="application/xml; charset=utf-8"),
        "filter": Part(style=Style("deepObject", True)),
        "words": Part(style=Style("spaceDelimited", False)),
    }
    image = File(
        content=b"",
        filename="",
        headers={"X-Other": "ü", "content-type": "no", "X-Rate": "6"},
    )
    body, content_type = multipart_body(
        {
            "meta": "x",
            "image": [image, b"y"],
            "xml": "<a/>",
            "filter": {"a": {"b": "&/"}},
            "words": ["a b", "c"],
        },
        encodings,
    )
    lines = body.replace(b"\r\n", b"\n").decode().split(content_type[-64:])
    heads = [part.strip("-\n").split("\n\n")[0] for part in lines]
    assert heads[1:-1] == [
        'Content-Disposition: form-data; name="meta"\nContent-Type: application/json',
        'Content-Disposition: form-data; name="image"\nContent-Type: image/png\n'
        "X-Rate: 6\nX-Other: ü",
        'Content-Disposition: form-data; name="image"; filename="image"\n'
        "Content-Type: image/png\nX-Rate: 5",
        'Content-Disposition: form-data; name="xml"\n'
        "Content-Type: application/xml; charset=utf-8",
        'Content-Disposition: form-data; name="filter[a][b]"',
        'Content-Disposition: form-data; name="words"',
    ]
    # OAS 3.2 §4.15.1.2: no percent-encoding.
    texts = [part.get_payload() for part in parsed(body, content_type)]
    assert texts == ['"x"', "", "y", "<a/>", "&/", "a b c"]


def test_parts_without_names() -> None:
    body, content_type = multipart_body(
        [{"a": 1}, b"x"], {"": Part(headers={"X-A": "1"})}, "multipart/mixed"
    )
    assert content_type.startswith("multipart/mixed; boundary=")
    first, second = parsed(body, content_type)
    assert [*first.items()] == [("Content-Type", "application/json"), ("X-A", "1")]
    assert second.get_content_type() == "application/octet-stream"
    assert b"Content-Disposition" not in body


NASTY = 'a"\r\nContent-Type: text/evil\r\n\r\n--'


@given(
    st.dictionaries(TEXT, TEXT | st.binary(max_size=8), min_size=1, max_size=4), TEXT
)
@example({NASTY: NASTY}, NASTY)
def test_a_part_stays_one(values: dict[str, Any], filename: str) -> None:
    values["file"] = File(content=b"x", filename=filename)
    try:
        body, content_type = multipart_body(values)
    except Unwritable:  # a control character in a name, which no header can have
        assert any(
            set(map(ord, one)) & {*range(32), 127} for one in (*values, filename)
        )
        return
    boundary = content_type.partition("boundary=")[2].encode()
    assert body.count(b"--" + boundary) == len(values) + 1
    for (name, value), part in zip(
        values.items(), body.split(b"--" + boundary)[1:], strict=False
    ):
        head, _, content = part.partition(b"\r\n\r\n")
        assert head.count(b"\r\n") <= 2
        quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        assert f'name="{quoted}"'.encode() in head
        wanted = value.encode() if isinstance(value, str) else value
        wanted = wanted.content if isinstance(wanted, File) else wanted
        assert isinstance(wanted, bytes)
        assert content == wanted + b"\r\n"


def test_the_boundary_is_in_no_part() -> None:
    _, content_type = multipart_body({"a": "x"})
    boundary = content_type.partition("boundary=")[2]
    body, other = multipart_body({"a": "x", "b": boundary, "c": f"--{boundary}--"})
    assert len(parsed(body, other)) == 3


def test_a_boundary_that_comes_up_in_the_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Digest:
        made: int = 0

        def __init__(self, _: bytes) -> None:
            Digest.made += 1

        def hexdigest(self) -> str:
            return "known" if Digest.made == 1 else "other"

    monkeypatch.setattr("hashlib.sha256", Digest)
    _, content_type = multipart_body({"a": "an unknown one"})
    assert content_type == "multipart/form-data; boundary=other"


@pytest.mark.parametrize(
    ("value", "part", "rule"),
    [
        ("s3cret\udc80", Part(), "encoding"),
        (File(content=b"", headers={"X": "s3cret\r\nY: 1"}), Part(), "header"),
        (File(content=b"", headers={"X\r\nY": "s3cret"}), Part(), "header"),
        (File(content=b"", headers={"X: Y": "s3cret"}), Part(), "header"),
        (File(content=b"", headers={"": "s3cret"}), Part(), "header"),
        (File(content=b"", content_type="a/b\r\nX: s3cret"), Part(), "header"),
        (File(content=b"", filename="s3cret\udc80"), Part(), "encoding"),
        (File(content=b"", filename="s3cret\0"), Part(), "header"),
        ("s3cret", Part(headers={"X": "\n"}), "header"),
    ],
)
def test_what_a_part_cannot_have(value: Any, part: Part, rule: str) -> None:
    with pytest.raises(Unwritable) as raised:
        multipart_body({"a": "1", "b": value}, {"b": part})
    assert (raised.value.name, raised.value.rule) == ("b", rule)
    assert "s3cret" not in chain(raised.value)


def test_a_file_shows_no_content() -> None:
    assert repr(File(content=b"s3cret", filename="a")) == "<File 'a', 6 bytes>"
    assert json.dumps(File(content=b"a") == File(content=b"a")) == "true"
