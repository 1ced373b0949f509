"""Values of a response: what they are read as, and what is said of the others."""

from __future__ import annotations

import copy
import pickle
import warnings
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from fragmint.support.decoders import (
    as_anything,
    as_boolean,
    as_integer,
    as_null,
    as_number,
    as_text,
    decoded,
    list_of,
    map_of,
    nullable,
    value,
)
from fragmint.support.errors import ApiError, InvalidResponse
from fragmint.support.http import HttpResponse, Redirect, is_json
from fragmint.support.models import Model, model
from fragmint.support.plain import plain
from fragmint.support.readers import (
    UnreadableField,
    content,
    failure,
    json_of,
    record,
    records,
    redirect,
    text,
)
from fragmint.support.text_bodies import text_of
from fragmint.support.typed import (
    as_bytes,
    as_date,
    as_datetime,
    as_decimal,
    as_uuid,
)
from fragmint.support.unions import by_tag, one_of
from fragmint.support.unreadable import Unreadable, as_record
from hypothesis import given
from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    max_leaves=8,
)


@model
class Cat(Model):
    name: str | None = None
    kitten: Cat | None = None
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)


@model
class Dog(Model):
    name: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)


def read_cat(data: dict[str, Any]) -> Cat:
    return Cat(
        name=text(data, "name"), kitten=record(data, "kitten", read_cat), extra=data
    )


def read_dog(data: dict[str, Any]) -> Dog:
    return Dog(name=text(data, "name"), extra=data)


as_cat = as_record(read_cat)
as_dog = as_record(read_dog)

# --- scalars --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decode", "raw", "wanted"),
    [
        (as_anything, {"a": [1]}, {"a": [1]}),
        (as_text, "", ""),
        (as_integer, 5, 5),
        (as_integer, 5.0, 5),
        (as_number, 5, 5),
        (as_number, 5.5, 5.5),
        (as_boolean, False, False),
        (as_null, None, None),
        (as_date, "2022-11-18", date(2022, 11, 18)),
        (
            as_datetime,
            "2022-11-18T10:15:00Z",
            datetime(2022, 11, 18, 10, 15, tzinfo=UTC),
        ),
        (
            as_datetime,
            "2022-11-18t10:15:00z",
            datetime(2022, 11, 18, 10, 15, tzinfo=UTC),
        ),
        (
            as_datetime,
            "2022-11-18 10:15:00.123456789-05:30",
            datetime(
                2022,
                11,
                18,
                10,
                15,
                0,
                123456,
                timezone(-timedelta(hours=5, minutes=30)),
            ),
        ),
        (as_uuid, "00000000-0000-0000-0000-000000000005", UUID(int=5)),
        (as_bytes, "+/8=", b"\xfb\xff"),
        (as_bytes, "-_8", b"\xfb\xff"),
        (as_bytes, "", b""),
        (as_decimal, "1.50", Decimal("1.50")),
        (as_decimal, 1.1, Decimal("1.1")),
        (as_decimal, 3, Decimal(3)),
    ],
)
def test_scalars(decode: Callable[[Any], object], raw: Any, wanted: object) -> None:
    read = decode(raw)
    assert (type(read), read) == (type(wanted), wanted)


@pytest.mark.parametrize(
    ("decode", "raws"),
    [
        (as_text, [None, 1, True, [], {}]),
        (as_integer, [None, True, 1.5, "1", [], float("nan"), float("inf")]),
        (as_number, [None, False, "1"]),
        (as_boolean, [None, 0, 1, "true"]),
        (as_null, [0, "", False, []]),
        (
            as_date,
            [None, 20221118, "20221118", "2022-11-31", "2022-W46-5", "", "x" * 10],
        ),
        (as_datetime, [None, 0, "2022-11-18", "2022-11-18T10:15:00", "", "now"]),
        (as_uuid, [None, 5, "", "x"]),
        (as_bytes, [None, 5, "*", "a", "a b=", "é"]),
        (as_decimal, [None, True, "", "x", "NaN", "Infinity", "1_000", [1]]),
        (as_cat, [None, 5, "x", [], [{}]]),
    ],
)
def test_what_is_not_of_its_kind(
    decode: Callable[[Any], object], raws: list[Any]
) -> None:
    for raw in raws:
        with pytest.raises(Unreadable) as raised:
            decode(raw)
        assert raised.value.path == ()


# --- compounds ------------------------------------------------------------------------


def test_lists_and_maps() -> None:
    assert list_of(as_date)(["2022-11-18"]) == [date(2022, 11, 18)]
    assert list_of(nullable(as_text))([None, "a"]) == [None, "a"]
    assert map_of(list_of(as_integer))({"a": [1], "b": []}) == {"a": [1], "b": []}
    assert list_of(as_cat)([{"name": "Tom"}]) == [Cat(name="Tom")]


@pytest.mark.parametrize(
    ("decode", "raw", "path", "said"),
    [
        (list_of(as_text), ["a", 1, 2], (1,), "[1] is not a string"),
        (list_of(as_text), {}, (), "is not a list"),
        (map_of(as_text), [], (), "is not an object"),
        (map_of(as_text), {"a": "", "b": 1}, ("b",), "['b'] is not a string"),
        (
            map_of(list_of(nullable(as_integer))),
            {"a": [None, 1, "x"]},
            ("a", 2),
            "['a'][2] is not an integer",
        ),
    ],
)
def test_where_it_cannot_be_read(
    decode: Callable[[Any], object], raw: Any, path: tuple[str | int, ...], said: str
) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(raw)
    assert (raised.value.path, str(raised.value)) == (path, said)
    assert raised.value.__context__ is None


def test_a_record_is_copied() -> None:
    raw = [{"name": "Tom", "kitten": {"name": "Tim"}}, 5]
    before = copy.deepcopy(raw)
    with pytest.raises(Unreadable):
        list_of(as_cat)(raw)
    assert raw == before


by_kind: Callable[[Any], Cat | Dog] = by_tag("kind", {"cat": as_cat, "dog": as_dog})
at_least_cat: Callable[[Any], Cat | Dog] = by_tag("kind", {"dog": as_dog}, as_cat)


def test_tags() -> None:
    assert isinstance(by_kind({"kind": "cat"}), Cat)
    assert isinstance(by_kind({"kind": "dog"}), Dog)
    for other in ({"kind": "cow"}, {}, {"kind": None}, {"kind": ["cat"]}):
        assert isinstance(at_least_cat(other), Cat)
        with pytest.raises(Unreadable, match="'kind'"):
            by_kind(other)
    for none in (None, "cat", ["cat"]):
        for decode in (by_kind, at_least_cat):
            with pytest.raises(Unreadable):
                decode(none)


either: Callable[[Any], Cat | date | int | str] = one_of(
    (lambda one: isinstance(one, dict), as_cat),
    (lambda one: isinstance(one, str), as_date),
    (lambda one: isinstance(one, str), as_text),
    (lambda one: isinstance(one, int) and one > 5, as_integer),
)


def test_the_first_that_fits() -> None:
    assert either({"name": "Tom"}) == Cat(name="Tom")
    assert either("2022-11-18") == date(2022, 11, 18)
    assert either("x") == "x"
    assert either(6) == 6


def test_where_none_fits_the_first_that_can_be_read() -> None:
    assert either(5) == 5
    with pytest.raises(Unreadable):
        either([])


# --- fields ---------------------------------------------------------------------------


def warned(read: Callable[[dict[str, Any]], object], raw: Any) -> list[str]:
    data = {"a": raw, "b": 1}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert read(data) is None
    assert data == {"a": raw, "b": 1}
    assert {one.category for one in caught} <= {UnreadableField}
    return [str(one.message) for one in caught]


def test_fields() -> None:
    data: dict[str, Any] = {
        "cat": {"name": "Tom", "x": 1},
        "cats": [{"name": "Tim"}, {}],
        "days": ["2022-11-18"],
        "rest": 1,
    }
    assert record(data, "cat", read_cat) == Cat(name="Tom", extra={"x": 1})
    assert records(data, "cats", read_cat) == [Cat(name="Tim"), Cat()]
    assert value(data, "days", list_of(as_date)) == [date(2022, 11, 18)]
    assert data == {"rest": 1}


def test_absent_and_null_are_none() -> None:
    for data in ({}, {"a": None}):
        for read in (
            lambda data: record(data, "a", read_cat),
            lambda data: records(data, "a", read_cat),
            lambda data: value(data, "a", as_text),
        ):
            assert read(dict(data)) is None


def test_fields_that_cannot_be_read() -> None:
    raws: list[Any] = [[], "x", 5]
    for raw in raws:
        assert warned(lambda data: record(data, "a", read_cat), raw) == [
            "a is not an object: see extra['a']"
        ]
    raws = [{}, [{"name": "x"}, None], [1]]
    for raw in raws:
        assert warned(lambda data: records(data, "a", read_cat), raw) == [
            "a is not a list of objects: see extra['a']"
        ]
    read = list_of(map_of(as_date))
    assert warned(lambda data: value(data, "a", read), [{}, {"x": "s3cret"}]) == [
        "a[1]['x'] is not a date as in RFC 3339: see extra['a']"
    ]


@given(JSON)
def test_what_is_read_is_written_again(raw: Any) -> None:
    """A tolerant reader loses nothing but what was null."""
    data = {"name": raw, "kitten": {"name": raw, "other": raw}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cat = read_cat(copy.deepcopy(data))
    written = plain(cat)
    if raw is None:
        assert written == {"kitten": {"other": None}}
    else:
        assert repr(written["name"]) == repr(raw)
        assert repr(written["kitten"]["other"]) == repr(raw)


# --- whole responses ------------------------------------------------------------------


def answer(body: str | bytes, kind: str = "application/json") -> HttpResponse:
    raw = body.encode() if isinstance(body, str) else body
    return HttpResponse(status=200, headers={"content-type": kind}, body=raw)


def test_json_of_a_response() -> None:
    assert json_of(answer("[1]")) == [1]
    assert json_of(answer("null")) is None
    assert content(answer("{}"), read_cat) == Cat()
    for body, why in (
        (b"", "empty"),
        (b"{", "cannot be read as JSON"),
        (b'"\xff"', "cannot be read as JSON"),
        (b"[" * 100_000, "cannot be read as JSON"),
    ):
        for read in (json_of, lambda response: content(response, read_cat)):
            with pytest.raises(InvalidResponse, match=why) as raised:
                read(answer(body))
            assert raised.value.response.body == body
            assert raised.value.__context__ is None


def test_decoded() -> None:
    assert decoded(answer('["2022-11-18"]'), list_of(as_date)) == [date(2022, 11, 18)]
    assert decoded(answer("null"), nullable(as_cat)) is None
    with pytest.raises(InvalidResponse) as raised:
        decoded(answer('[{}, {"a": ["s3cret"]}]'), list_of(map_of(list_of(as_date))))
    assert str(raised.value) == (
        "the body of the answer 200 should be as described: [1]['a'][0] is not a date"
        " as in RFC 3339 (application/json, 23 bytes)"
    )
    assert raised.value.__context__ is None
    with pytest.raises(InvalidResponse, match="it is not an object"):
        decoded(answer("5"), as_cat)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


@pytest.mark.parametrize(
    ("body", "kind", "wanted"),
    [
        ("é".encode(), "text/plain", "é"),
        ("é".encode("latin-1"), "text/plain; charset=ISO-8859-1", "é"),
        ("é".encode("utf-16"), 'text/plain;x=y; CHARSET = "utf-16"', "é"),
        (b"a\xffb", "text/plain; charset=utf-8", "a\ufffdb"),
        (b"a\xff", "text/plain; charset=ascii", "a\ufffd"),
        ("é".encode(), "text/plain; charset=klingon", "é"),
        ("é".encode(), "text/plain; charset=hex", "é"),
        ("é".encode(), "text/plain; charset=undefined", "é"),
        ("\ufeffé".encode(), "text/plain", "é"),
        ("\ufeffé".encode(), "text/plain; charset=utf-8", "é"),
        (b"", "", ""),
    ],
)
def test_texts(body: bytes, kind: str, wanted: str) -> None:
    assert text_of(answer(body, kind)) == wanted


@given(st.binary(max_size=20), st.text(max_size=20))
def test_a_text_can_always_be_had(body: bytes, charset: str) -> None:
    assert isinstance(text_of(answer(body, f"text/plain; charset={charset}")), str)


def test_what_is_json() -> None:
    for kind in ("application/json", "Application/Problem+JSON; a=b", "text/json"):
        assert is_json(kind)
    for kind in ("", "text/html", "application/json-seq", "application/jsonl", "json"):
        assert not is_json(kind)


def test_redirects() -> None:
    response = HttpResponse(status=303, headers={"location": "/x"}, body=b"")
    assert redirect(response) == Redirect(status=303, location="/x")
    assert repr(redirect(response)) == "Redirect(status=303, location='/x')"


# --- errors ---------------------------------------------------------------------------


def failed(body: object, read: Callable[[Any], object] | None) -> ApiError:
    import json

    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"content-type": "application/json"}
    error = failure("X", HttpResponse(status=400, headers=headers, body=raw), read)
    assert isinstance(error, ApiError)
    return error


def test_errors_of_any_kind() -> None:
    assert failed([1], list_of(as_integer)).error == [1]
    assert failed("no", as_text).error == "no"
    error = failed({"name": "Tom"}, as_cat)
    assert (error.error, error.message) == (Cat(name="Tom"), None)


def test_errors_that_say_something() -> None:
    said = {"message": "no", "code": "bad_card", "more_info": "https://x"}
    for body in (said, {"error": said}, said | {"error": "x"}):
        error = failed(body, as_anything)
        assert (error.message, error.code) == ("no", "bad_card")
        assert error.more_info == "https://x"
        assert str(error) == (
            "X: the server answered 400: no (code bad_card); see https://x"
        )
    problem = {"title": "t", "detail": "d", "status": 400}
    assert failed(problem, as_anything).message == "d"
    assert failed({"message": {"a": 1}, "code": [1]}, as_anything).code is None


def test_what_is_no_success_and_not_described() -> None:
    answer = HttpResponse(status=304, headers={}, body=b"{}")
    said = "X: the server answered 304, which is not described as a success"
    assert str(failure("X", answer)) == said
    assert str(failure("X", answer, read_cat)) == said


def test_a_success_that_is_not_described_is_no_error() -> None:
    answer = HttpResponse(status=200, headers={}, body=b"{}")
    found = failure("X", answer, as_anything)
    assert type(found) is InvalidResponse
    assert str(found) == (
        "X: the answer 200 is a success that is not described: see response"
    )


def test_errors_that_are_none_of_this_api() -> None:
    for body, read in (
        (b"<html>", as_anything),
        ([1], as_cat),
        ([1], read_cat),
        ("x", read_cat),
        (5, read_cat),
    ):
        error = failed(body, read)
        assert (error.error, error.status) == (None, 400)
        assert "no error message of this API" in str(error)
        assert error.__context__ is None


def test_a_byte_order_mark_is_ignored() -> None:
    assert content(answer("\ufeff{}"), read_cat) == Cat()
    assert decoded(answer("\ufeff[1]"), list_of(as_integer)) == [1]
    with pytest.raises(InvalidResponse):
        json_of(answer("\ufeff\ufeff{}"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"),
        ("2016-12-31t15:59:60.25-08:00", "2016-12-31T16:00:00.250000-08:00"),
    ],
)
def test_a_leap_second(text: str, after: str) -> None:
    assert as_datetime(text) == datetime.fromisoformat(after)


@pytest.mark.parametrize("text", ["2016-12-31T23:58:60Z", "9999-12-31T23:59:60Z"])
def test_no_leap_second(text: str) -> None:
    with pytest.raises(Unreadable):
        as_datetime(text)
