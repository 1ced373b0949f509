"""What the next page is, of what an answer says."""

from __future__ import annotations

import pytest
from fragmint.support.http import HttpRequest, shown
from fragmint.support.pagination import _mark, _resolved, link_of
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("<http://e.example/2>; rel=next", "http://e.example/2"),
        ('<2>; rel="next"', "2"),
        ("<2>;rel='next'", "2"),
        ("<2> ; REL = NEXT", "2"),
        ('<2>; rel="prev next"', "2"),
        ('<1>; rel="prev", <2>; rel="next"', "2"),
        ("<1>;rel=prev,<2>;rel=next", "2"),
        ("<>; rel=next", ""),
        ("<a,b;c>; rel=next", "a,b;c"),
        ("<a, <2>; rel=next", "2"),
        ("<a<2>; rel=next, <3>; rel=next", "3"),
        ('<1>; title="x, <9>; rel=next"; rel=prev, <2>; rel=next', "2"),
        (r'<1>; title="\", <9>; rel=\"next"; rel=prev, <2>; rel=next', "2"),
        (r'<2>; rel="ne\xt"', "2"),
        ("<2>; rel*=x; title*=UTF-8''%e2%82%ac; rel=next", "2"),
        ("<2>;;; rel=next;", "2"),
        (", ,<2>; rel=next", "2"),
        ("nonsense, <2>; rel=next", "2"),
        ("<1>; rel=prev nonsense, <2>; rel=next", "2"),
        # The first `rel` counts (RFC 8288 §3.3); an anchor names another page (§3.2).
        ("<2>; rel=prev; rel=next", None),
        ('<2>; rel=next; anchor="/other"', None),
        ("<2>; rel=nextish", None),
        ("<2>; rel", None),
        ('<2>; rel="next', None),
        ("<2; rel=next", None),
        ("2; rel=next", None),
        ("<2>", None),
        ("", None),
    ],
)
def test_links(header: str, target: str | None) -> None:
    assert link_of(header, "next") == target


@pytest.mark.parametrize(
    "hostile", ["<,", ",", " ,", '<a>;"', "<a>;=\\,", '<a>;x="\\",']
)
def test_what_is_no_link_is_gone_over_once(hostile: str) -> None:
    # To go over it once for each of its parts would take minutes.
    assert link_of(hostile * 500_000, "next") is None


def test_what_was_sent_is_known_and_not_kept() -> None:
    one = HttpRequest("POST", "https://e.example/a", {}, b"1")
    marks = {_mark(one), _mark(one._replace(body=b"2")), _mark(one._replace(url="b"))}
    assert len(marks) == 3
    assert all(type(mark) is int for mark in marks)
    assert _mark(one._replace(headers={"a": "b"})) in marks


@given(st.text(alphabet='<>;,= \\"relnxt'))
def test_no_header_is_too_odd(header: str) -> None:
    target = link_of(header, "next")
    assert target is None or f"<{target}>" in header


@pytest.mark.parametrize(
    ("base", "reference", "url"),
    [
        ("https://e.example/a", "https://E.Example:443/b", "https://E.Example:443/b"),
        ("https://e.example:443/a", "https://e.example/b", "https://e.example/b"),
        ("http://[::1]:8/a", "http://[::1]:8/b?c[]=1", "http://[::1]:8/b?c[]=1"),
        ("https://e.example/a", "https://e.example./b", None),
        ("https://e.example/a", "https://e.example:80/b", None),
        ("https://e.example/a", "https://e.example.evil.example/b", None),
        (
            "https://e.example/a",
            "https:\\\\x.example/b",
            "https://e.example/%5C%5Cx.example/b",
        ),
        ("https://e.example/a", "\\\\x.example", "https://e.example/%5C%5Cx.example"),
        ("https://e.example/a", "https://u@e.example/b", None),
        ("https://u@e.example/a", "https://v@e.example/b", None),
        ("https://e.example/a", "ht\ntps:x", "https://e.example/ht%0Atps:x"),
    ],
)
def test_a_reference_stays_at_its_origin(
    base: str, reference: str, url: str | None
) -> None:
    assert _resolved(reference, base) == url


@given(st.text(alphabet="htps:/\\@.?#[]%0 evil"))
def test_no_reference_leaves_its_origin(reference: str) -> None:
    url = _resolved(reference, "https://e.example/a/b")
    assert url is None or url.startswith("https://e.example")
    if url is not None:
        assert url[len("https://e.example") :][:1] in ("", "/", "?", ":")


def test_a_place_is_told_without_what_may_be_secret() -> None:
    assert shown("https://user:pw@e.example/a?key=k") == "https://e.example"
    assert shown("https://e.example\\@x.example/") == "https://e.example"
    assert shown("mailto:somebody@e.example") == "mailto"
    assert shown("//e.example?key") == "//e.example"
    assert shown("/a?key=k&to=https://e.example") == "…"
    assert shown("") == "…"
