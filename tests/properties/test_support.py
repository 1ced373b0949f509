"""The runtime of a generated package agrees with the standard library."""

import warnings
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import quote, unquote, urlencode

import pytest
from fragmint.support.encoding import form, segment
from fragmint.support.format_uris import valid_uri_reference
from fragmint.support.mail_dates import rfc_2822
from fragmint.support.readers import UnreadableField
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
OFFSETS = st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))


@given(st.dictionaries(TEXT, TEXT | st.lists(TEXT, max_size=4) | st.integers()))
@example({"~": "~ *-._/&=+%", "é": ["a b", ""], "": ""})
def test_form(fields: dict[str, object]) -> None:
    assert form(fields) == urlencode(fields, doseq=True).encode()


@given(TEXT)
@example("../a?b#c%2F é;")
def test_segment(text: str) -> None:
    assert segment(text) == quote(text, safe="")
    assert unquote(segment(text)) == text


def test_other_scalars() -> None:
    assert form({"a": True, "b": [False, 1.0, 1.5]}) == b"a=true&b=false&b=1&b=1.5"


@given(st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 30), timezones=OFFSETS))
@example(datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC))
def test_rfc_2822(when: datetime) -> None:
    written = format_datetime(when)
    data: dict[str, object] = {"at": written}
    read = rfc_2822(data, "at")
    assert read is not None
    assert read == parsedate_to_datetime(written)
    assert read == when.replace(microsecond=0)
    assert read.utcoffset() == when.utcoffset()
    assert data == {}


@pytest.mark.parametrize(
    "written",
    [
        "18 Nov 2022 10:15:00 +0000",
        "Fri, 18 Nov 2022 10:15:00 GMT",
        "Fri, 18 Nov 2022 10:15 -0500",
        "Fri,  8 Nov 2022 10:15:00 +0000",
        "Fri, 8 Nov 2022 10:15:00 +0530",
        "Fri, 18 Nov 2022 10:15:00 EST",
        "Fri, 18 Nov 2022 10:15:00 -0000",
    ],
)
def test_rfc_2822_in_other_forms(written: str) -> None:
    read = rfc_2822({"at": written}, "at")
    assert read is not None
    expected = parsedate_to_datetime(written)
    # RFC 2822 §3.3: -0000 says nothing of the place, and the time is UTC all the same.
    assert read == (expected if expected.tzinfo else expected.replace(tzinfo=UTC))


@given(st.text(max_size=40) | st.integers() | st.booleans())
@example("Fri, 18 Nov 2022 10:15:00")
@example("2022-11-18T10:15:00Z")
@example("Fri, 31 Feb 2022 10:15:00 +0000")
@example("Fri, 18 Nov 2022 10:15:00 +9999")
def test_a_date_is_aware_or_kept_as_it_came(value: object) -> None:
    data = {"at": value}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        read = rfc_2822(data, "at")
    if read is None:
        assert [one.category for one in caught] == [UnreadableField]
        assert data == {"at": value}
    else:
        # A date without its offset would be hours off as soon as it is compared.
        assert read.utcoffset() is not None
        assert (caught, data) == ([], {})


PLAIN = st.text(alphabet="abcXYZ019-._~", min_size=1, max_size=8)
PARTS = st.lists(TEXT.map(lambda text: quote(text, safe="")), max_size=4)


@given(
    st.sampled_from(["https", "http", "sip+x"]),
    PLAIN,
    st.none() | st.integers(1, 65535),
    PARTS,
    st.none() | st.dictionaries(TEXT, TEXT, max_size=3).map(urlencode),
    st.none() | PLAIN,
)
def test_uris(
    scheme: str,
    host: str,
    port: int | None,
    path: list[str],
    query: str | None,
    fragment: str | None,
) -> None:
    rest = "".join(f"/{part}" for part in path)
    rest += f"?{query}" if query is not None else ""
    rest += f"#{fragment}" if fragment is not None else ""
    authority = host if port is None else f"{host}:{port}"
    assert valid_uri_reference(f"{scheme}://{authority}{rest}")
    assert valid_uri_reference(f"//{authority}{rest}")
    assert valid_uri_reference(f"/x{rest}")
    assert valid_uri_reference(f"x{rest}")


@given(TEXT, st.sampled_from('"<>\\^`{|} \n\r\t\0é\u2028'), TEXT)
def test_no_uri_has_such_a_character(before: str, char: str, after: str) -> None:
    assert not valid_uri_reference(f"https://example.com/{before}{char}{after}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://user:pw@[2001:db8::1]:8080/a;b/c?d=e%20f#g",
        "mailto:a@b.example",
        "../up?x",
        "#here",
        "?only",
        "a/b:c",
        "urn:isbn:0451450523",
        "file:///etc",
    ],
)
def test_what_is_a_uri_reference(text: str) -> None:
    assert valid_uri_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/a b",
        "https://example.com/%zz",
        "https://example.com/%2",
        "1http://example.com",
        "://example.com",
        "https://[::1",
        "https://example.com:80a/",
        "a#b#c",
        "https://exa mple.com",
        "https://example.com/\n",
    ],
)
def test_what_is_no_uri_reference(text: str) -> None:
    assert not valid_uri_reference(text)
