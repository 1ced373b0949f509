"""What Python cannot match exactly, a library does, and that is said."""

import re
import sys
from collections.abc import Iterator

import pytest
from fragmint.planning.characters import _MORE
from fragmint.planning.ecmascript import Malformed, Untranslatable, parse
from fragmint.planning.matching import matching
from fragmint.planning.patterns import translate
from fragmint.support.ecmascript import LIBRARY, ecmascript
from hypothesis import example, given
from hypothesis import strategies as st


def found(expression: str, text: str) -> bool:
    how = matching(expression)
    assert how.keyword == "ecmascript", expression
    return ecmascript(how.expression)(text)


def codes(expression: str) -> list[str]:
    return [one.code for one in matching(expression).problems]


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library is not installed."""
    ecmascript.cache_clear()
    monkeypatch.setitem(sys.modules, LIBRARY.replace("-", "_"), None)
    yield
    ecmascript.cache_clear()


@pytest.mark.parametrize(
    ("expression", "yes", "no"),
    [
        (r"(?<=a+)b", ["ab", "aab"], ["b", "cb"]),
        (r"(?<!a*)b", [], ["b", "ab"]),
        (r"(?<!^a+)b$", ["b", "cab"], ["aab", "aab\n", "b\n"]),
        (r"(?<=x+)^\d$|^\d$", ["1"], ["٣", "a", "1\n"]),
        (r"^\p{Script=Greek}\w$", ["λa", "λ_"], ["aa", "λλ"]),
        (r"^(?<=\p{sc=Grek}*)\s$", ["\ufeff", "\u2028"], ["\x1c", "\x85"]),
        (r"^\p{Alphabetic}.$", ["a🐲", "ⓐ\ud83d"], ["1a", "a\u2028"]),
        (r"^(a)?\1$", ["", "aa"], ["a"]),
        (r"\1(a)", ["a"], ["b"]),
        (r"^(?:(a)|b)+\1$", ["ab", "abaa"], ["aba"]),  # a round resets its groups
        (r"(?<=(a)\1)b", ["ab"], ["b"]),  # from right to left: \1 is "" so far
        (r"(?<=\1(a))b", ["aab"], ["ab"]),
        (r"^(?:(?<x>a)|(?<x>b))\k<x>$", ["aa", "bb"], ["ab"]),
        (r"^(?i:k)$", ["K", "\u212a"], ["l"]),
        (r"^(?<=a*)\-\_\"[\-]\/$", ['-_"-/'], ["-_--/"]),
        ("^(?<=a*)\ud83d\\\ud83d$", ["\ud83d\ud83d"], ["\ufffd\ufffd"]),
        (r"^(?<=a*)\\-$", ["\\-"], ["-"]),
        (r"^(?<=a*)[]|[^]$", ["a", "\n"], [""]),
        ("(" * 51 + "a" + ")" * 51, ["a"], ["b"]),
        ("^a{0,9999999999}$", ["", "aa"], ["b"]),
        (r"^(?<$x>a)$", ["a"], ["b"]),
    ],
)
def test_the_library_matches(expression: str, yes: list[str], no: list[str]) -> None:
    for text in yes:
        assert found(expression, text), ascii(text)
    for text in no:
        assert not found(expression, text), ascii(text)
    assert codes(expression) == ["needs-library"]


@given(
    st.text(alphabet=r"ab1_\[](){}?*+^$.|,:=!<-dwsbB", max_size=9),
    st.text(max_size=3) | st.text(alphabet="ab1_-\n\x85\ufeff٣é🐲\ud83d", max_size=5),
)
@example(r"^\d$", "٣")
@example("a$", "a\n")
@example(r"^\s$", "\x85")
@example(r"^(a|b)\1$", "aa")
@example(r"^.$", "🐲")
def test_python_and_the_library_agree(expression: str, text: str) -> None:
    try:
        python = re.compile(translate(expression))
        library = ecmascript(expression)
    except ValueError:  # one of them has it not
        return
    assert library(text) == (python.search(text) is not None)


@pytest.mark.parametrize(
    "expression",
    [r"\p{sc=Klingon}", r"\1", r"\k<a>", r"(?<a>x)(?<a>y)", r"(?<1>a)", r"(?<=a+){b}"],
)
def test_what_the_library_refuses_too_is_not_checked(expression: str) -> None:
    how = matching(expression)
    assert how.keyword is None
    assert codes(expression) == ["unsupported-pattern"]
    assert how.problems[0].hint == (
        "nor can the library: values are not checked against it"
    )


def test_what_refers_to_a_group_takes_the_library_exponential_time() -> None:
    assert codes(r"^(a)?\1(b+)+$") == ["needs-library", "slow-pattern"]
    assert codes(r"^(a+)+\1$") == ["needs-library", "slow-pattern"]
    assert codes(r"^(a)?\1b+$") == ["needs-library"]


@pytest.mark.parametrize(
    "expression", [r"(?<=a*)^(b+)+$", r"^(?:\w*\s?)*(?<!x*)$", r"^(?=(b+)+$)(?<=a*)"]
)
def test_what_refers_to_none_takes_it_linear_time(expression: str) -> None:
    assert codes(expression) == ["needs-library"]
    assert not found(expression, "b" * 5000 + "!")


@pytest.mark.usefixtures("missing")
def test_without_the_library_it_is_an_error() -> None:
    (problem,) = matching(r"(?<=a+)b").problems
    assert (problem.code, problem.severity) == ("missing-library", "error")
    assert "pip install 'fragmint[ecmascript]'" in str(problem.hint)
    # These need none.
    assert codes("^a+$") == []
    assert codes("a{,2}") == codes(r"\p{Print}") == ["unsupported-pattern"]


@pytest.mark.usefixtures("missing")
def test_a_check_without_the_library_says_what_to_do() -> None:
    for _ in range(2):
        with pytest.raises(ImportError, match=rf"b is .*: pip install {LIBRARY}$"):
            ecmascript("(?<=a+)b")


def test_properties_are_those_that_the_library_knows() -> None:
    for name in _MORE:
        assert codes(rf"\p{{{name}}}") == ["needs-library"], name


TEXTS = st.text(alphabet=r"ab\[](){}?*+^$.|,:=!<>-dpPksuimw1_é", max_size=12)


@given(st.text(max_size=12) | TEXTS)
@example("a{,2}")
@example("(?i)a")
@example("[]a]")
@example("(?=a)*")
@example(r"\A")
@example(r"\p{Print}")
def test_what_is_no_expression_is_none_to_the_library(expression: str) -> None:
    try:
        parse(expression)
    except Malformed:
        with pytest.raises(ValueError, match="ecmaregex"):
            ecmascript(expression)
    except Untranslatable:
        return
