"""What formats assert, and that what the runtime writes is right by it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from uuid import UUID

import pytest
from fragmint.meaning.build import build
from fragmint.meaning.rules import Assertion
from fragmint.planning.formats import FORMATS, LENIENT, as_configured
from fragmint.planning.formats import Format as Row
from fragmint.reading.schema import read_schema
from fragmint.schemas import compile_schema
from fragmint.support.encoding import base64_text
from fragmint.support.format_addresses import valid_ipv4, valid_ipv6
from fragmint.support.format_iris import valid_iri_reference
from fragmint.support.format_numbers import valid_decimal
from fragmint.support.format_regex import valid_regex
from fragmint.support.format_texts import (
    valid_base64,
    valid_base64_of_any_kind,
    valid_base64url,
    valid_uuid,
)
from fragmint.support.format_times import (
    valid_date,
    valid_date_time,
    valid_rfc_2822,
    valid_time,
)
from fragmint.support.format_uris import valid_uri, valid_uri_reference
from fragmint.support.mail_dates import rfc_2822_text
from fragmint.support.plain import plain
from hypothesis import given
from hypothesis import strategies as st

OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)


def check_of(row: Row) -> Callable[[object], bool]:
    found = row.function()
    return lambda value: bool(found(value))


GOOD: dict[str, list[object]] = {
    "date": ["2024-02-29", "0000-01-01", "2000-02-29"],
    "date-time": ["2016-12-31T23:59:60Z", "2017-01-01t00:59:60.5+01:00"],
    "time": ["00:00:00-00:00", "23:59:60z"],
    "date-time-local": ["2026-01-31T12:00:00.5"],
    "time-local": ["12:00:00"],
    "duration": ["P1Y2M3DT4H5M6S", "PT0S", "P3W", "P1MT1M", "p1d"],
    "date-time-rfc-2822": [
        "Sat, 31 Jan 2026 12:00:00 +0000",
        "1 Feb 26 09:05 GMT",
    ],
    "email": [
        "a@b",
        "a.b+c@example.com",
        r'"a\" b"@example.com',
        '""@example.com',
        "a@[192.0.2.1]",
        "a@[IPv6:2001:db8::1]",
        "a@[x-y:z]",
        f"{'a' * 64}@example.com",
    ],
    "idn-email": ["é@exämple.com"],
    "hostname": ["a", "xn--bcher-kva.example", "XN--BCHER-KVA.example", "1.2.3.4"],
    "ipv4": ["0.0.0.0", "255.255.255.255"],
    "ipv6": ["::", "1::", "::1.2.3.4", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8"],
    "uri": ["urn:a", "https://[v1.a:b]/", "http://", "a:", "file:///etc", "HTTP://a"],
    "uri-reference": ["", "#", "?a:b", "a/b:c", "//a", "../x"],
    "iri": ["https://exämple.com/é?\ue000"],
    "iri-reference": ["é", "/\U0001f600"],
    "uri-template": ["", "{+a,b*}", "{?x.y:12}", "/é/%20", "{%41}"],
    "uuid": ["123E4567-e89b-12d3-a456-426614174000"],
    "json-pointer": ["", "/", "/a\nb/~0~1"],
    "relative-json-pointer": ["0", "12/a", "1#", "0+1/a"],
    "regex": [
        "",
        r"^\p{L}+\u{1F600}\cA\x41\u0041\0\/\-\@$",
        "(?<year>[0-9]{4})-\\k<year>",
        "(?<=a+)b(?<!c*)",
        "[^]|[]",
        r"[\d-z\w]",
        "a{,2}b{x",
        r"[\]\[-]",
        "[[a&&b]",
    ],
    "byte": ["", "YQ==", "YWI=", "YWJj", "+/+/"],
    "base64": ["YQ=="],
    "base64url": ["", "YQ", "YQ==", "YWI", "YWI=", "-_-_"],
    "char": ["a", "😀"],
    "decimal": ["1", "-1.50", "1E+5", ".5"],
    "int8": [-128, 127, 1.0],
    "int16": [32767],
    "int32": [-(2**31), 2**31 - 1, 3e5],
    "int64": [2**63 - 1, -(2**63), "9223372036854775807", "-1"],
    "uint8": [0, 255],
    "uint16": [65535],
    "uint32": [2**32 - 1],
    "uint64": [2**64 - 1, "18446744073709551615"],
    "double-int": [2**53 - 1],
    "float": [3.4028235e38, 0.1, -3],
    "double": [1.7976931348623157e308, 10**308],
}
BAD: dict[str, list[object]] = {
    "date": ["2023-02-29", "1900-02-29", "2024-04-31", "2024-2-1", "2024-01-01\n", ""],
    "date-time": [
        "2020-01-01 10:00:00Z",
        "2020-01-01T10:00:00",
        "2020-01-01T10:00Z",
        "2020-01-01T24:00:00Z",
        "2016-12-31T23:59:60+01:00",
        "2020-01-01T10:00:00+00:19:32",
    ],
    "time": ["12:00:00", "12:00Z", "23:58:60Z"],
    "date-time-local": ["2026-01-31T12:00:00Z"],
    "time-local": ["12:00:00Z"],
    "duration": ["P", "PT", "P1Y1D", "PT1H1S", "PT1.5S", "P1DT", "P1WT1H", "PT1\u017f"],
    "date-time-rfc-2822": ["2026-01-31", "Sat, 31 Jan 2026", "32 Jan 2026 12:00 GMT"],
    "email": [
        "a",
        "a@",
        "@b",
        "a b@c.de",
        "a@b_c.de",
        "a@-b.de",
        "a@b..de",
        f"{'a' * 65}@example.com",
        "a@[IPv6:1]",
        "é@example.com",
        "a@example.com\n",
    ],
    "idn-email": ["é", "a b@c.de"],
    "hostname": [
        "a.",
        "a..b",
        "xn--",
        "xn--a-",
        "a_b",
        "é.com",
        ".".join(["a" * 63] * 4),
    ],
    "ipv4": ["1.2.3", "01.2.3.4", "1.2.3.4\n", "\u0661.2.3.4"],
    "ipv6": ["", ":::", "1::2::3", "1:2:3:4:5:6:7:8::", "fe80::1%eth0", "::1.2.3"],
    "uri": ["/a", "", "a", "1a:b", "http://a b", "http://[::g]", "http://a:b/", "é:a"],
    "uri-reference": ["a b", "1:2", ":a", "%2", "//[::1"],
    "iri": ["é", "http://a/\ue000", "http://a b"],
    "iri-reference": ["\\a", "a b"],
    "uri-template": ["{", "}", "{}", "{a:0}", "{a:12345}", "{a*:1}", "a b", "<a>"],
    "uuid": ["123e4567e89b12d3a456426614174000", "urn:uuid:123e4567"],
    "json-pointer": ["a", "#/a", "/~", "/~2"],
    "relative-json-pointer": ["", "/a", "01", "-1", "1##"],
    "regex": ["(", "[", r"\a", "[b-a]", "(?P<a>b)", "(?i)a", "a*+", "*", r"a\Z", "\\"],
    "byte": ["YQ", "YQ=", "Y===", "YQ==YQ==", "-_-_", "YW Jj"],
    "base64": ["a"],
    "base64url": ["Y", "YQ=", "+/+/", "YQ==="],
    "char": ["", "ab"],
    "decimal": ["", ".", "1,5", "NaN", "1e"],
    "int8": [128, -129, 1.5],
    "int16": [32768],
    "int32": [2**31, 0.5],
    "int64": [2**63, "9223372036854775808", "1.0", "", " 1", "1" * 50],
    "uint8": [-1, 256],
    "uint16": [65536],
    "uint32": [2**32],
    "uint64": [-1, "-1"],
    "double-int": [2**53],
    "float": [3.5e38],
    "double": [10**309],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, one) for name, all_ in GOOD.items() for one in all_]
)
def test_what_is_of_a_format(name: str, value: object) -> None:
    assert check_of(FORMATS[name])(value)


@pytest.mark.parametrize(
    ("name", "value"), [(name, one) for name, all_ in BAD.items() for one in all_]
)
def test_what_is_not_of_a_format(name: str, value: object) -> None:
    assert not check_of(FORMATS[name])(value)


def test_every_format_is_tried() -> None:
    assert GOOD.keys() == BAD.keys() == FORMATS.keys()


# --- what the runtime writes ----------------------------------------------------------


@given(st.datetimes(timezones=OFFSETS))
def test_written_moments(value: datetime) -> None:
    assert valid_date_time(plain(value))
    assert valid_rfc_2822(rfc_2822_text(value))


@given(st.datetimes())
def test_moments_without_an_offset_are_refused(value: datetime) -> None:
    assert not valid_date_time(plain(value))
    assert valid_date_time(plain(value.replace(tzinfo=UTC)))


@given(st.dates(), st.uuids(), st.decimals(allow_nan=False, allow_infinity=False))
def test_other_values_that_are_written(day: date, uuid: UUID, number: Decimal) -> None:
    assert valid_date(plain(day))
    assert valid_uuid(plain(uuid))
    assert valid_decimal(plain(number))


@given(st.times(timezones=OFFSETS))
def test_written_times(value: time) -> None:
    assert valid_time(plain(value))


@given(st.binary())
def test_written_bytes(value: bytes) -> None:
    text = base64_text(value)
    assert valid_base64(text)
    assert valid_base64_of_any_kind(text)
    url = text.replace("+", "-").replace("/", "_")
    assert valid_base64url(url)
    assert valid_base64url(url.rstrip("="))
    assert valid_base64_of_any_kind(url.rstrip("="))


# --- against what else knows ----------------------------------------------------------


@given(st.text("0123456789-", max_size=11) | st.dates().map(str))
def test_dates_are_those_of_the_calendar(text: str) -> None:
    try:
        known = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and date.fromisoformat(
            text
        )
    except ValueError:
        known = False
    if not text.startswith("0000"):
        assert bool(valid_date(text)) == bool(known)


@given(
    st.ip_addresses(v=4)
    | st.ip_addresses(v=6)
    | st.text("0123456789abf:.", max_size=20)
)
def test_addresses(address: object) -> None:
    for valid, kind in ((valid_ipv4, IPv4Address), (valid_ipv6, IPv6Address)):
        try:
            kind(str(address))
            known = True
        except ValueError:
            known = False
        assert bool(valid(str(address))) == known


@given(st.text("ab:/?#[]@%1é \\.", max_size=12))
def test_references_hold_all_that_is_narrower(text: str) -> None:
    assert valid_uri_reference(text) or not valid_uri(text)
    assert valid_iri_reference(text) or not valid_uri_reference(text)


@given(st.text("ab()[]{}^*+?|\\1,-.<>=!:d", max_size=14))
def test_any_text_is_a_regex_or_none(text: str) -> None:
    assert valid_regex(text) in (True, False)


@pytest.mark.parametrize(
    "char", ["a", "%41", ".", "-", "é", "(", "\\", "/", "~", '"', "1D"]
)
@pytest.mark.parametrize(
    "name", [name for name, row in FORMATS.items() if row.of == ("string",)]
)
def test_long_texts_take_no_long_time(name: str, char: str) -> None:
    check_of(FORMATS[name])(char * 20_000 + "\0")  # quadratic would be minutes


# --- which ones are asserted ----------------------------------------------------------


def test_a_format_looks_at_its_own_type_only() -> None:
    for name in FORMATS:
        validate = compile_schema({"format": name}, formats=True)
        others: tuple[object, ...] = (None, True, [], {})
        assert not any(map(validate, others))
        assert bool(validate("{(")) == ("string" in FORMATS[name].of)
        assert bool(validate(10**400)) == ("number" in FORMATS[name].of)


def test_formats_are_asserted_where_that_is_said() -> None:
    schema = {"format": "date"}
    assert not compile_schema(schema)("x")
    [violation] = compile_schema(schema, formats=True)("x")
    assert violation.message == "must be a valid date, such as 2026-01-31, not 'x'"
    [violation] = compile_schema({"format": "uint8"}, formats=True)(256)
    assert (
        violation.message == "must be a valid uint8, an integer from 0 to 255, not 256"
    )


def test_an_unknown_format_asserts_nothing() -> None:
    assert not compile_schema({"format": "idn-hostname"}, formats=True)("\0")


def test_a_schema_alone_is_taken_by_the_letter() -> None:
    assert compile_schema({"format": "uri"}, formats=True)("/a")
    assert compile_schema({"enum": ["x"], "format": "date"}, formats=True)("x")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_configured(name: str) -> None:
    read = read_schema({"format": name}, {})
    schema = build(read.description)[0].schemas[read.name]
    [rule] = schema.rules
    assert isinstance(rule, Assertion)

    def chosen(wanted: str | tuple[str, ...], *types: str) -> Row | None:
        return as_configured(wanted, [(one, "ids:Id") for one in types])(rule, schema)

    exact = FORMATS[name]
    assert chosen("default") == LENIENT.get(name, exact)
    assert chosen("default", name) is None
    assert chosen("all") == chosen((name,)) == chosen((name,), name) == exact
    assert chosen("none") is chosen(()) is None
