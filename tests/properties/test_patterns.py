"""ECMA-262 expressions mean in Python what they mean there."""

import re

import pytest
from fragmint.planning.patterns import Untranslatable, translate
from hypothesis import example, given
from hypothesis import strategies as st

SPACES = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""All that \\s matches (ECMA-262 §22.2.2.9)."""

ANY = st.characters() | st.sampled_from(f"{SPACES}\x1c\x1d\x85\u200b09٣_azAZéK-]^")


def found(expression: str, text: str) -> bool:
    return re.search(translate(expression), text) is not None


@given(ANY)
@example("٣")
def test_digits_are_ascii(char: str) -> None:
    digit = char in set("0123456789")
    assert found(r"^\d$", char) == found(r"^[\d]$", char) == digit
    assert found(r"^\D$", char) != digit


@given(ANY)
@example("é")
@example("K")  # the Kelvin sign
def test_word_characters_are_ascii(char: str) -> None:
    word = char.isascii() and (char.isalnum() or char == "_")
    assert found(r"^\w$", char) == found(r"^[\w]$", char) == word
    assert found(r"^\W$", char) != word
    assert found(r"\b", char) == word
    assert found(r"\B", char) != word


@given(ANY)
@example("\x1c")
@example("\x85")
@example("\ufeff")
def test_white_space_is_that_of_ecma(char: str) -> None:
    assert found(r"^\s$", char) == found(r"^[\s]$", char) == (char in SPACES)
    assert found(r"^\S$", char) != (char in SPACES)


@given(ANY)
def test_a_dot_is_anything_but_a_line_end(char: str) -> None:
    assert found("^.$", char) == (char not in "\n\r\u2028\u2029")
    assert found("^[.]$", char) == (char == ".")


@given(st.text(max_size=3))
@example("a\n")
def test_the_end_is_the_very_end(text: str) -> None:
    assert found("^a$", text) == (text == "a")


@given(st.text(alphabet="ab[]&|~-^\\.$?*+(){}/ #\n", max_size=8))
@example("[[&&]]")
@example("--")
def test_escaped_text_matches_itself(text: str) -> None:
    escaped = "".join(rf"\u{ord(char):04x}" for char in text)
    assert found(f"^{escaped}$", text)
    assert not found(f"^{escaped}$", f"{text}\n")
    in_classes = "".join(rf"[\u{ord(char):04x}]" for char in text)
    assert found(f"^{in_classes}$", text)


@given(st.integers(0, 3), st.integers(0, 3), st.text(alphabet="ab", max_size=5))
def test_quantifiers(least: int, more: int, text: str) -> None:
    count = len(text) if set(text) <= {"a"} else -1
    assert found(f"^a{{{least},{least + more}}}$", text) == (
        least <= count <= least + more
    )
    assert found(f"^a{{{least},}}?$", text) == (count >= least)
    assert found(f"^(?:a{{{least}}})$", text) == (count == least)


@pytest.mark.parametrize(
    ("expression", "yes", "no"),
    [
        (r"^[0-9a-fA-F]{32}$", ["0" * 32], ["0" * 31, "0" * 32 + "\n"]),
        (r"^\+[1-9][0-9]{1,14}$", ["+15"], ["15", "+0"]),
        (r"^(sips?|client):", ["sip:a", "sips:"], ["tel:", "xsip:"]),
        (r"a|b$", ["ac", "xb"], ["b\n"]),
        (r"^(?<year>\d{4})-\d\d$", ["2024-01"], ["24-01"]),
        (r"^(?=.*\d)(?!x).+$", ["a1"], ["a", "x1"]),
        (r"^\/\-\.\cJ\x41\u0042\u{43}$", ["/-.\nABC"], ["/-.\nABD"]),
        (r"^[\b]$", ["\x08"], ["b"]),
        (r"^[^\d\s]$", ["a"], ["1", " "]),
        (r"^[[a&&b||c~~d]$", ["[", "&", "~"], ["]", "x"]),
        (r"^a{,2}$", ["a{,2}"], ["a", "aa"]),
        (r"^[a-c-]$", ["-", "b"], ["d"]),
        (r"^\0$", ["\0"], ["0"]),
    ],
)
def test_what_matches(expression: str, yes: list[str], no: list[str]) -> None:
    for text in yes:
        assert found(expression, text), text
    for text in no:
        assert not found(expression, text), text


@pytest.mark.parametrize(
    "expression",
    [
        r"\p{L}",
        r"[^]",
        r"[]",
        r"\k<a>",
        r"[\D]",
        r"\ud800",
        r"\u{110000}",
        r"(?<=(?<a>x))\k<a>",
        r"(a)\1",  # of a group that took no part: "" there, no match in Python
        r"a**",
        r"(",
        r"(?i)a",  # Python's own, which ECMA-262 does not have
        r"(?P<a>b)",
        r"(?#no)",
        r"(?>a)",
        r"\Z",
        r"\A",
        r"a*+",  # possessive in Python, an error there
        r"a{1}+",
    ],
)
def test_what_has_no_exact_translation(expression: str) -> None:
    with pytest.raises(Untranslatable):
        translate(expression)


@given(
    st.text(max_size=12) | st.text(alphabet=r"ab\[](){}?*+^$.|,:=!<>-dsw1", max_size=12)
)
def test_it_is_translated_or_refused(expression: str) -> None:
    try:
        translated = translate(expression)
    except Untranslatable:
        return
    re.compile(translated)
