"""Parameter styles: every row of the tables in OAS, and the examples of RFC 6570."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest
from fragmint.support.encoding import Unwritable
from fragmint.support.parameters import (
    cookie_header,
    header_fields,
    path_segment,
    query_string,
    querystring,
)
from fragmint.support.styles import Style, escaper, expanded
from hypothesis import example, given
from hypothesis import strategies as st

# --- the tables -----------------------------------------------------------------------

BLUE = "blue"
COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}

# OAS 3.1.1 §4.8.12.6 and 3.2 §4.12.6: style, explode, and what becomes of the empty
# string, a string, an array, an object. The first of these columns is headed "empty" up
# to 3.1.0 and "undefined" since, but has what RFC 6570 makes of the empty string; what
# RFC 6570 calls undefined is left out. "n/a" is ours to choose, which is told below.
# ruff: noqa: E501  # a row of a table is a line
PATHS = """
matrix | false | ;color | ;color=blue | ;color=blue,black,brown | ;color=R,100,G,200,B,150
matrix | true | ;color | ;color=blue | ;color=blue;color=black;color=brown | ;R=100;G=200;B=150
label | false | . | .blue | .blue,black,brown | .R,100,G,200,B,150
label | true | . | .blue | .blue.black.brown | .R=100.G=200.B=150
simple | false | | blue | blue,black,brown | R,100,G,200,B,150
simple | true | | blue | blue,black,brown | R=100,G=200,B=150
"""
QUERIES = """
form | false | color= | color=blue | color=blue,black,brown | color=R,100,G,200,B,150
form | true | color= | color=blue | color=blue&color=black&color=brown | R=100&G=200&B=150
spaceDelimited | false | n/a | n/a | color=blue%20black%20brown | color=R%20100%20G%20200%20B%20150
spaceDelimited | true | n/a | n/a | n/a | n/a
pipeDelimited | false | n/a | n/a | color=blue%7Cblack%7Cbrown | color=R%7C100%7CG%7C200%7CB%7C150
pipeDelimited | true | n/a | n/a | n/a | n/a
deepObject | false | n/a | n/a | n/a | n/a
deepObject | true | n/a | n/a | n/a | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
"""
COOKIES = """
cookie | false | color= | color=blue | color=blue,black,brown | color=R,100,G,200,B,150
cookie | true | color= | color=blue | color=blue; color=black; color=brown | R=100; G=200; B=150
"""


def cells(table: str) -> list[tuple[str, bool, Any, str]]:
    rows = [[*map(str.strip, row.split("|"))] for row in table.strip().splitlines()]
    return [
        (style, explode == "true", value, wanted)
        for style, explode, *written in rows
        for value, wanted in zip(("", BLUE, COLORS, RGB), written, strict=True)
        if wanted != "n/a"
    ]


def test_the_tables_are_whole() -> None:
    assert [len(cells(rows)) for rows in (PATHS, QUERIES, COOKIES)] == [24, 13, 8]


@pytest.mark.parametrize(("style", "explode", "value", "wanted"), cells(PATHS))
def test_paths(style: str, explode: bool, value: Any, wanted: str) -> None:
    how = Style(style, explode)
    assert expanded("color", value, how) == wanted
    if wanted in ("", "."):  # in a path, that is another place
        with pytest.raises(Unwritable) as raised:
            path_segment("color", value, how)
        assert (raised.value.name, raised.value.rule) == ("color", "segment")
    else:
        assert path_segment("color", value, how) == wanted


@pytest.mark.parametrize(("style", "explode", "value", "wanted"), cells(PATHS)[-8:])
def test_headers(style: str, explode: bool, value: Any, wanted: str) -> None:
    headers = header_fields({"color": value}, {"color": Style(style, explode)})
    assert headers == {"color": wanted}


@pytest.mark.parametrize(("style", "explode", "value", "wanted"), cells(QUERIES))
def test_queries(style: str, explode: bool, value: Any, wanted: str) -> None:
    styles = {"color": Style(style, explode)}
    assert query_string({"color": value}, styles) == f"?{wanted}"
    assert query_string({"a": 1, "color": value, "z": 2}, styles) == (
        f"?a=1&{wanted}&z=2"
    )


@pytest.mark.parametrize(("style", "explode", "value", "wanted"), cells(COOKIES))
def test_cookies(style: str, explode: bool, value: Any, wanted: str) -> None:
    styles = {"color": Style(style, explode)}
    assert cookie_header({"color": value}, styles) == {"Cookie": wanted}


# What the tables leave open is written as by form, so that nothing is lost.
@pytest.mark.parametrize("style", ["spaceDelimited", "pipeDelimited", "deepObject"])
@pytest.mark.parametrize("explode", [False, True])
def test_scalars_in_a_style_for_others(style: str, explode: bool) -> None:
    styles = {"color": Style(style, explode)}
    assert query_string({"color": BLUE}, styles) == "?color=blue"
    assert query_string({"color": ""}, styles) == "?color="


@pytest.mark.parametrize("style", ["spaceDelimited", "pipeDelimited", "tabDelimited"])
def test_delimited_and_exploded(style: str) -> None:
    styles = {"color": Style(style, True)}
    wanted = "?color=blue&color=black&color=brown"
    assert query_string({"color": COLORS}, styles) == wanted
    assert query_string({"color": RGB}, styles) == "?R=100&G=200&B=150"


def test_tab_delimited() -> None:
    styles = {"color": Style("tabDelimited", False)}
    assert query_string({"color": COLORS}, styles) == "?color=blue%09black%09brown"


def test_form_cookies_stand_apart_as_cookies_do() -> None:
    # OAS 3.2 §4.12.5: "neither the & nor ? delimiters are ever correct".
    assert cookie_header({"color": COLORS, "a": "b c"}) == {
        "Cookie": "color=blue; color=black; color=brown; a=b%20c"
    }


# --- RFC 6570 -------------------------------------------------------------------------

VALUES: dict[str, Any] = {
    "count": ["one", "two", "three"],
    "dom": ["example", "com"],
    "dub": "me/too",
    "hello": "Hello World!",
    "half": "50%",
    "var": "value",
    "who": "fred",
    "base": "http://example.com/home/",
    "path": "/foo/bar",
    "list": ["red", "green", "blue"],
    "keys": {"semi": ";", "dot": ".", "comma": ","},
    "v": "6",
    "x": "1024",
    "y": "768",
    "empty": "",
    "empty_keys": {},
    "undef": None,
}

# §3.2: what is between the braces, but for prefixes (":3") and lists of variables where
# each has its own parameter; and {/x} and {#x}, which OAS has no style for.
EXAMPLES = {
    # §3.2.1, §3.2.2
    "count": "one,two,three",
    "count*": "one,two,three",
    "var": "value",
    "hello": "Hello%20World%21",
    "half": "50%25",
    "base": "http%3A%2F%2Fexample.com%2Fhome%2F",
    "empty": "",
    "undef": "",
    "list": "red,green,blue",
    "list*": "red,green,blue",
    "keys": "semi,%3B,dot,.,comma,%2C",
    "keys*": "semi=%3B,dot=.,comma=%2C",
    # §3.2.3
    "+var": "value",
    "+hello": "Hello%20World!",
    "+half": "50%25",
    "+base": "http://example.com/home/",
    "+empty": "",
    "+undef": "",
    "+path": "/foo/bar",
    "+list": "red,green,blue",
    "+list*": "red,green,blue",
    "+keys": "semi,;,dot,.,comma,,",
    "+keys*": "semi=;,dot=.,comma=,",
    # §3.2.5
    ".who": ".fred",
    ".half": ".50%25",
    ".dom*": ".example.com",
    ".var": ".value",
    ".empty": ".",
    ".undef": "",
    ".list": ".red,green,blue",
    ".list*": ".red.green.blue",
    ".keys": ".semi,%3B,dot,.,comma,%2C",
    ".keys*": ".semi=%3B.dot=..comma=%2C",
    ".empty_keys": "",
    ".empty_keys*": "",
    # §3.2.1, §3.2.7
    ";count": ";count=one,two,three",
    ";count*": ";count=one;count=two;count=three",
    ";who": ";who=fred",
    ";half": ";half=50%25",
    ";empty": ";empty",
    ";undef": "",
    ";list": ";list=red,green,blue",
    ";list*": ";list=red;list=green;list=blue",
    ";keys": ";keys=semi,%3B,dot,.,comma,%2C",
    ";keys*": ";semi=%3B;dot=.;comma=%2C",
}
OPERATORS = {"+": "simple", ".": "label", ";": "matrix"}


@pytest.mark.parametrize(("template", "wanted"), EXAMPLES.items())
def test_expansion(template: str, wanted: str) -> None:
    name = template.strip("+.;*")
    how = Style(OPERATORS.get(template[0], "simple"), template.endswith("*"))
    escape = escaper(template[0] == "+", "")
    assert expanded(name, VALUES[name], how, escape) == wanted


# §3.2.1, §3.2.8 and §3.2.9, which differ in the first character only
FORMS = {
    "count": "?count=one,two,three",
    "count*": "?count=one&count=two&count=three",
    "who": "?who=fred",
    "half": "?half=50%25",
    "x,y": "?x=1024&y=768",
    "x,y,empty": "?x=1024&y=768&empty=",
    "x,y,undef": "?x=1024&y=768",
    "list": "?list=red,green,blue",
    "list*": "?list=red&list=green&list=blue",
    "keys": "?keys=semi,%3B,dot,.,comma,%2C",
    "keys*": "?semi=%3B&dot=.&comma=%2C",
    "undef": "",
    "empty_keys": "",
    "empty_keys*": "",
}


@pytest.mark.parametrize(("template", "wanted"), FORMS.items())
def test_form_expansion(template: str, wanted: str) -> None:
    names = template.strip("*").split(",")
    how = Style("form", template.endswith("*"))
    values = {name: VALUES[name] for name in names}
    assert query_string(values, dict.fromkeys(names, how)) == wanted


@pytest.mark.parametrize("style", ["form", "spaceDelimited", "deepObject", "cookie"])
@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("value", [None, [], {}, [None], {"a": None}])
def test_what_is_undefined_is_left_out(style: str, explode: bool, value: Any) -> None:
    styles = {"color": Style(style, explode)}
    assert query_string({"color": value}, styles) == ""
    assert cookie_header({"color": value}, styles) == {}
    assert header_fields({"color": value}, {"color": Style("simple", explode)}) == {}


def test_undefined_members_are_left_out() -> None:
    assert query_string({"a": ["x", None, "y"], "b": {"c": None, "d": 1}}) == (
        "?a=x&a=y&d=1"
    )
    assert path_segment("a", ["x", None, "y"]) == "x,y"


# --- scalars --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (True, "true"),
        (False, "false"),
        (1.0, "1"),
        (1.5, "1.5"),
        (-0.0, "0"),
        (1e21, "1000000000000000000000"),
        (2**70, str(2**70)),
        ("a b+c&d=é", "a%20b%2Bc%26d%3D%C3%A9"),
    ],
)
def test_scalars(value: Any, wanted: str) -> None:
    assert query_string({"a": value}) == f"?a={wanted}"
    assert query_string({"a": [value]}) == f"?a={wanted}"
    assert path_segment("a", value) == wanted
    assert cookie_header({"a": value}) == {"Cookie": f"a={wanted}"}


def test_what_no_style_can_hold_goes_as_json() -> None:
    nested = {"a": {"b": [1, None]}, "c": [{"d": "é"}]}
    query = query_string(nested, {"a": Style("form", False)})
    assert parse_qsl(query[1:]) == [("a", "b,[1,null]"), ("c", '{"d":"é"}')]
    assert path_segment("x", [[1, 2], 3]) == "%5B1%2C2%5D,3"


def test_names_are_escaped() -> None:
    assert query_string({"a[b]&=": 1}) == "?a%5Bb%5D%26%3D=1"
    assert query_string({"x": {"a&b=c": "1"}}) == "?a%26b%3Dc=1"


# OAS 3.2, appendix C: illegal variable names as parameter names
def test_a_name_beyond_ascii() -> None:
    assert query_string({"❤️": "love!"}) == "?%E2%9D%A4%EF%B8%8F=love%21"


# OAS 3.2 §4.12.7, the examples of Parameter Objects
def test_examples_of_parameters() -> None:
    tokens = header_fields({"X-Token": [12345678, 90099]})
    assert tokens == {"X-Token": "12345678,90099"}
    said = {"greeting": "Hello%2C world!", "code": 42}
    assert cookie_header({"cookie": said}, {"cookie": Style("cookie", True)}) == {
        "Cookie": "greeting=Hello%2C world!; code=42"
    }
    assert cookie_header({"greeting": "Hello, world!"}) == {
        "Cookie": "greeting=Hello%2C%20world%21"
    }
    assert path_segment("username", "diṅnāga") == "di%E1%B9%85n%C4%81ga"
    assert query_string({"thing": ["one thing", "another thing"]}) == (
        "?thing=one%20thing&thing=another%20thing"
    )
    assert query_string({"freeForm": {"page": 4, "pageSize": 50}}) == (
        "?page=4&pageSize=50"
    )
    json = Style("form", True, media_type="application/json")
    assert query_string(
        {"coordinates": {"lat": 10, "long": 60}}, {"coordinates": json}
    ) == ("?coordinates=%7B%22lat%22%3A10%2C%22long%22%3A60%7D")


def test_examples_of_querystring() -> None:
    values = {"foo": "a + b", "bar": True}
    form = "application/x-www-form-urlencoded"
    assert querystring(values, form) == "?foo=a+%2B+b&bar=true"
    assert querystring({"numbers": [1, 2], "flag": None}, "application/json") == (
        "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"
    )
    assert querystring("$.a.b[1:1]", "application/jsonpath") == ("?%24.a.b%5B1%3A1%5D")
    assert querystring(None, form) == querystring({}, form) == ""


# --- content --------------------------------------------------------------------------


def test_content() -> None:
    json = Style("form", True, media_type="application/vnd.x+json; charset=utf-8")
    text = Style("form", True, media_type="text/plain")
    assert query_string({"a": "b"}, {"a": json}) == "?a=%22b%22"
    assert query_string({"a": "b c"}, {"a": text}) == "?a=b%20c"
    assert query_string({"a": []}, {"a": json}) == "?a=%5B%5D"
    assert query_string({"a": None}, {"a": json}) == ""
    assert path_segment("a", {"b": "/"}, json) == "%7B%22b%22%3A%22%2F%22%7D"
    assert header_fields({"a": {"b": "é"}}, {"a": json}) == {"a": '{"b":"\\u00e9"}'}
    assert cookie_header({"a": [1]}, {"a": json}) == {"Cookie": "a=%5B1%5D"}


# --- deepObject -----------------------------------------------------------------------


def deep(value: Any) -> str:
    query = query_string({"filter": value}, {"filter": Style("deepObject", True)})
    return unquote(query)


def test_deep_objects() -> None:
    assert deep({"a": 1, "b": {"c": True, "d": None}}) == (
        "?filter[a]=1&filter[b][c]=true"
    )
    assert deep({"tags": ["x", "y"]}) == "?filter[tags]=x&filter[tags]=y"
    assert deep({"items": [{"price": 1}, {"price": 2}]}) == (
        "?filter[items][0][price]=1&filter[items][1][price]=2"
    )
    assert deep(["x", "y"]) == "?filter[0]=x&filter[1]=y"


# --- allowReserved --------------------------------------------------------------------

RESERVED = ":/?#[]@!$&'()*+,;="


def reserved(style: str) -> dict[str, Style]:
    return {"a": Style(style, False, reserved=True)}


def test_reserved_characters_stay_but_for_what_ends_the_value() -> None:
    assert query_string({"a": RESERVED}, reserved("form")) == (
        "?a=:/?%23[]@!$%26'()*+,;="
    )
    assert path_segment("a", RESERVED, reserved("simple")["a"]) == (
        ":%2F%3F%23%5B%5D@!$&'()*+,;="
    )
    assert cookie_header({"a": RESERVED}, reserved("form")) == {
        "Cookie": "a=:/?#[]@!$&'()*+,%3B="
    }


def test_triplets_pass() -> None:
    assert query_string({"a": "%2F%2f%zz%"}, reserved("form")) == "?a=%2F%2f%25zz%25"
    assert query_string({"a": "%2F"}) == "?a=%252F"


# OAS 3.2, appendix C
def test_the_example_of_reserved_values() -> None:
    styles = {
        "formulas": Style("form", True, reserved=True),
        "words": Style("spaceDelimited", False),
    }
    formulas = {"a": "x%2By", "b": "x/y", "c": "x^y"}
    words = ["math", "is", "fun"]
    assert query_string({"formulas": formulas, "words": words}, styles) == (
        "?a=x%2By&b=x/y&c=x%5Ey&words=math%20is%20fun"
    )
    assert query_string(
        {"formulas": formulas | {"a": "x+y"}, "words": words},
        {"words": Style("form", False)},
    ) == ("?a=x%2By&b=x%2Fy&c=x%5Ey&words=math,is,fun")


# --- nothing breaks out ---------------------------------------------------------------

ANY = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["..", ".", "../x", "a/b", "%2e%2e", "a?b", "a#b", "a&b=c", "\r\nX: y", "a;b=c"]
)
STYLES = st.sampled_from(
    [
        Style(style, explode, reserved)
        for style in ("simple", "label", "matrix")
        for explode in (False, True)
        for reserved in (False, True)
    ]
)


@given(ANY | st.lists(ANY, max_size=3) | st.dictionaries(ANY, ANY, max_size=3), STYLES)
def test_a_segment_stays_one(value: Any, style: Style) -> None:
    try:
        written = path_segment("name", value, style)
    except Unwritable:
        return
    assert not set("/?#") & set(written)
    assert written.isascii()
    assert written not in ("", ".", "..")


@pytest.mark.parametrize("dots", ["", ".", ".."])
@pytest.mark.parametrize("reserved", [False, True])
def test_no_segment_navigates(dots: str, reserved: bool) -> None:
    for value in (dots, [dots], [dots, None]):
        with pytest.raises(Unwritable, match="segment"):
            path_segment("a", value, Style("simple", True, reserved))
    if dots != "..":
        with pytest.raises(Unwritable, match="segment"):
            path_segment("a", dots, Style("label", False, reserved))


@given(st.dictionaries(ANY, ANY, max_size=4), st.booleans())
def test_a_query_holds_what_was_given(values: dict[str, str], allow: bool) -> None:
    styles = dict.fromkeys(values, Style("form", True, reserved=allow))
    query = query_string(values, styles)
    assert "#" not in query
    read = parse_qsl(query[1:], keep_blank_values=True)
    assert [name for name, _ in read] == list(values)
    if not allow:
        assert dict(read) == values


@given(ANY, ANY)
@example("X-Y", "a\tb")
def test_a_header_adds_none(name: str, value: str) -> None:
    try:
        (header,) = header_fields({name: value}).items()
    except Unwritable:
        return
    assert not set("\r\n\0") & set("".join(header))
    assert header == (name, value.strip(" \t"))


@pytest.mark.parametrize("bad", ["a\nb", "a\r", "\0", "\x7f", "\x1b[0m", "\udc80"])
def test_bad_headers(bad: str) -> None:
    for value in (bad, [bad], {"x": bad}):
        with pytest.raises(Unwritable) as raised:
            header_fields({"ok": "1", "X-Y": value})
        assert (raised.value.name, raised.value.rule) == ("X-Y", "header")
    with pytest.raises(Unwritable, match="header"):
        header_fields({f"X{bad}": "1"})


def test_headers_that_can_be() -> None:
    assert header_fields({"A": " a\tb ", "B": "é☎", "C": ""}) == {
        "A": "a\tb",
        "B": "é☎",
        "C": "",
    }


@pytest.mark.parametrize("bad", ["a;b", "a\nb", "\0", "\udc80"])
def test_bad_cookies(bad: str) -> None:
    styles = {"a": Style("cookie", True)}
    with pytest.raises(Unwritable) as raised:
        cookie_header({"a": bad}, styles)
    assert (raised.value.name, raised.value.rule) == ("a", "cookie")
    with pytest.raises(Unwritable):
        cookie_header({"a": {f"x{bad}": "1"}}, styles)


@pytest.mark.parametrize("value", ["s3cret\udc80", ["s3cret\udc80"], float("nan")])
def test_no_error_has_the_value(value: Any) -> None:
    json = {"a": Style("form", True, media_type="application/json")}
    for write in (
        lambda: path_segment("a", value, json["a"]),
        lambda: query_string({"a": value}, json),
        lambda: header_fields({"a": value}, json if value != value else {}),
        lambda: cookie_header({"a": value}, json),
        lambda: querystring(value, "application/json"),
    ):
        with pytest.raises(Unwritable) as raised:
            write()
        error: BaseException | None = raised.value
        while error is not None:
            assert "s3cret" not in f"{error!r}{error.args}"
            error = error.__context__
