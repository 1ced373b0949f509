"""ECMA-262 expressions mean in Python what they mean there."""

import unicodedata
import warnings

import pytest
from fragmint.planning.patterns import Untranslatable, translate
from fragmint.support.formats import patterns
from hypothesis import example, given
from hypothesis import strategies as st

SPACES = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""All that \\s matches (ECMA-262 §22.2.2.9)."""

ANY = st.characters() | st.sampled_from(f"{SPACES}\x1c\x1d\x85\u200b09٣_azAZéK-]^")


def found(expression: str, text: str) -> bool:
    return patterns[translate(expression)].search(text) is not None


@given(ANY)
@example("٣")
def test_digits_are_ascii(char: str) -> None:
    digit = char in set("0123456789")
    assert found(r"^\d$", char) == found(r"^[\d]$", char) == digit
    assert found(r"^\D$", char) == found(r"^[\D]$", char) != digit


@given(ANY)
@example("é")
@example("K")  # the Kelvin sign
def test_word_characters_are_ascii(char: str) -> None:
    word = char.isascii() and (char.isalnum() or char == "_")
    assert found(r"^\w$", char) == found(r"^[\w]$", char) == word
    assert found(r"^\W$", char) == found(r"^[\W]$", char) != word
    assert found(r"^[\W\w]$", char)
    assert found(r"\b", char) == word
    assert found(r"\B", char) != word


@given(ANY)
@example("\x1c")
@example("\x85")
@example("\ufeff")
def test_white_space_is_that_of_ecma(char: str) -> None:
    assert found(r"^\s$", char) == found(r"^[\s]$", char) == (char in SPACES)
    assert found(r"^\S$", char) == found(r"^[\S]$", char) != (char in SPACES)


@given(ANY, st.sampled_from("Lu Ll Lt Lm Lo Mn Nd Nl Pd Sc Zs Cc Cn".split()))
@example("\U0001d7ce", "Nd")
@example("\u0378", "Cn")
def test_categories_are_those_of_unicode(char: str, name: str) -> None:
    category = unicodedata.category(char)
    for expression in (
        rf"^\p{{{name}}}$",
        rf"^[\p{{{name}}}]$",
        rf"^[^\P{{gc={name}}}]$",
    ):
        assert found(expression, char) == (category == name)
    assert found(rf"^\P{{{name}}}$", char) == (category != name)
    assert found(rf"^[\P{{{name}}}]$", char) == (category != name)
    assert found(rf"^\p{{{name[0]}}}$", char) == (category[0] == name[0])


@given(ANY)
@example("\u01c5")  # a capital with a small letter
@example("\u2160")  # a Roman number
@example("\x85")
@example("\u0378")
def test_properties(char: str) -> None:
    category = unicodedata.category(char)
    assert found(r"^\p{Uppercase}$", char) == char.isupper()
    assert found(r"^\p{Lower}$", char) == char.islower()
    assert found(r"^\p{Cased_Letter}$", char) == (category in ("Lu", "Ll", "Lt"))
    assert found(r"^\p{Assigned}$", char) == (category != "Cn")
    assert found(r"^\p{ASCII}$", char) == char.isascii()
    assert found(r"^\p{Any}$", char) != found(r"^\P{Any}$", char)
    spaces = {*SPACES, "\x85"} - {"\ufeff"}
    assert found(r"^\p{White_Space}$", char) == (char in spaces)


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
        (r"^{a}{2}}]$", ["{a}}}]"], ["aa"]),
        (r"^(\[.*])$", ["[]"], ["[}"]),
        (r"^[a-c-]$", ["-", "b"], ["d"]),
        (r"^\0$", ["\0"], ["0"]),
        (r"^[^]$", ["a", "\n"], ["", "ab"]),
        (r"[]", [], ["", "a"]),
        (r"^a[]?$", ["a"], ["", "aa"]),
        (r"^[\w-.]+$", ["a-.", "_"], ["`", "/"]),  # no range: \w is no character
        (r"^[+--]$", ["+", ",", "-"], ["."]),
        (r"^[\-^]\_\@$", ["-_@", "^_@"], ["\\_@"]),
        (r"^\uD83D\uDC32$", ["\U0001f432"], ["\ud83d"]),
        (r"^[\uD83D\uDC32]$", ["\U0001f432"], ["\ud83d", "\udc32"]),
        (r"^.$", ["\U0001f432", "\ud83d"], ["ab"]),
        (r"^[^\ud800-\udfff]$", ["\U0001f432"], ["\ud83d"]),
        (r"\B", ["", "aa", "."], ["a"]),
        (r"^\p{Letter}\p{digit}+$", ["é4", "b٣"], ["4", "bb"]),
        (r"^[^\p{L}\P{ASCII}]$", ["1", "-"], ["a", "é", "٣"]),
        (r"^[\\p{Lu}\p{Nd}]+$", ["\\p{Lu}1"], ["A"]),  # a backslash, no property
        (r"(?<!a|bc)d", ["xd", "d", "cd"], ["ad", "bcd"]),
        (r"(?<=\$|EUR )\d", ["$1", "EUR 1"], ["1"]),
        (r"^(a|b)\1$", ["aa", "bb"], ["ab", "a"]),
        (r"^(?<x>a|b)\k<x>0$", ["aa0"], ["ab0"]),
        (r"^(a)\1[0]$", ["aa0"], ["a0"]),
        (r"^(a)\1\x30$", ["aa0"], ["a0"]),
        (r"^(?:(a|b)\1)+$", ["aabb"], ["aab"]),
        (r"^(?=(a+))\1b$", ["aab"], ["ab b", "bb"]),
        (r"^(?!.*(.)\1{2})", ["aab", ""], ["aaa"]),
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
        r"\p{Script=Greek}",
        r"\p{Alphabetic}",  # str.isalpha is something else
        r"\p{letter}",  # names are case-sensitive
        r"\p{gc=ASCII}",
        r"\p{=Lu}",
        r"\pL",
        r"[\p{Greek}]",
        r"\k<a>",
        r"[\B]",
        r"[\1]",
        r"\u{110000}",
        r"\u12",
        r"\x1",
        r"\c1",
        r"\01",
        r"\1(a)",
        r"(?<=(?<a>x))\k<a>",
        r"(?<=(a)\1)",  # ECMA-262 looks behind from right to left
        # Of a group that took no part: "" there, no match in Python.
        r"(a)?\1",
        r"(?:(a)|b)\1",
        r"(a\1)",
        r"(?:\1(a))+",
        r"(?:(a)x)+\1",
        r"(?!(a))\1",
        r"[]a]",  # plainly meant in another dialect
        r"(?<=a+)b",
        r"(?<a>x)|(?<a>y)",
        r"a{,2}",  # Python has it, and ECMA-262 has not
        r"a{2,1}",
        r"{2}",
        r"(?=a)*",
        r"\b+",
        r"^*",
        r"[b-a]",
        r"(?i:a)",
        r"(?s-i:a)",
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
        "(" * 51 + ")" * 51,
        "a{9999999999}",
        "a{4294967295}",
        "[a",
        "a)",
        "a\\",
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
    assert patterns[translated]
    assert translated.isprintable()


@given(st.text(alphabet="ab[]&|~-^\\é\n", min_size=1, max_size=6))
@example("--")
@example("[&&]")
def test_what_is_in_a_class_is_in_it(text: str) -> None:
    escaped = "".join(rf"\u{ord(char):04x}" for char in text)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # of what may be a set operation one day
        for char in {*text, "c"}:
            assert found(f"^[{escaped}]$", char) == (char in text)
            assert found(f"^[^{escaped}]$", char) != (char in text)
