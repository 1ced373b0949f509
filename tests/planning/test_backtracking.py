"""What takes Python exponential time is noticed, and what does not is left alone."""

from collections.abc import Iterator

import pytest
from fragmint.planning.backtracking import ambiguity
from fragmint.planning.characters import Property
from fragmint.planning.ecmascript import (
    Chars,
    Choice,
    Edge,
    Group,
    Literal,
    Node,
    Repeat,
    Sequence,
    parse,
)
from hypothesis import given
from hypothesis import strategies as st

SLOW = {
    r"(a+)+$": "(a+)+",
    r"(a*)*$": "(a*)*",
    r"(a|a)*b": "(a|a)*",
    r"(a|aa)+$": "(a|aa)+",
    r"(.*a){20}": "(.*a){20}",
    r"(.*,){12}$": "(.*,){12}",
    r"^([a-z]+)*a.*": "([a-z]+)*",
    r"^(\w+\s?)*$": r"(\w+\s?)*",
    r"^(\d{1,3},?)+$": r"(\d{1,3},?)+",
    r"^(.|\s)*x$": r"(.|\s)*",
    r"^(?:x(?:a?|b?))*$": "(?:x(?:a?|b?))*",
    r"^(?:x(?:a?)*)*$": "(?:x(?:a?)*)*",
    r"^((ab)*c?)*$": "((ab)*c?)*",
    r"^(a+)+.*$": "(a+)+",  # of a line end
    r"^(?=(a+)+$)": "(a+)+",
    r"^(?:(x+x+)+y|z)$": "(x+x+)+",
    r"^(\d+|\p{Nd}+)*$": r"(\d+|\p{Nd}+)*",
    r"^[A-Za-z0-9]+([-A-Za-z0-9]?[A-Za-z0-9])*$": "([-A-Za-z0-9]?[A-Za-z0-9])*",
    r"^\S+@([-_.A-Za-z0-9]+\.)+[A-Za-z]{2,}$": r"([-_.A-Za-z0-9]+\.)+",
}

HARMLESS = [
    r"",
    r"^(a+)+",  # the first way is a match
    r"(a+)+[^]*$",
    r"^(a+)*",
    r"^(?:a|[ab])*$",  # Python makes one set of them
    r"^(.|\n)*$",
    r"^[a-z]+(-[a-z]+)*$",
    r"^([a-z]+-)*[a-z]+$",
    r"^(\b\w+\b\s*)+$",
    r"^(\w{8}){4,}$",
    r"^([0-9a-f]{2}:?){20}$",
    r"^(a+){1,3}$",
    r"^\s*\w+\s*$",
    r"^.*,.*,.*$",
    r"^(([a-zA-Z0-9\-]*[a-zA-Z0-9])\.)*([A-Za-z0-9\-]*[A-Za-z0-9])$",
    r"^(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$",
    r"^((25[0-5]|(2[0-4]|1[0-9]|[1-9]|)[0-9])(\.(?!$)|$)){4}",
    r"^[a-z0-9](-*[a-z0-9])*$",
    r"^\S+( +\S+)*$",
    r"^([^&=]+=[^&]+&)*[^&=]+=[^&]+$",
    r"^(?!.*(.)\1{3})[a-z]*$",
    r"^(?:[A-Z0-9](?:[A-Z0-9][- ]?)*[A-Z0-9])?$",
]


@pytest.mark.parametrize("expression", SLOW)
def test_what_is_slow_is_reported(expression: str) -> None:
    found = ambiguity(expression)
    assert found is not None
    assert found.source == SLOW[expression]


@pytest.mark.parametrize("expression", HARMLESS)
def test_what_is_harmless_is_not(expression: str) -> None:
    assert ambiguity(expression) is None


@pytest.mark.parametrize(
    "expression",
    [
        "(?:" * 40 + "a?" + "){9}" * 40,
        "(?:" * 40 + r"\b" + "){9}" * 40,
        "(?:" * 40 + "[a-z]*x?" + ")*" * 40 + "$",
        "(?:" + "a?" * 1000 + ")*$",
        "(?:" + "|".join("ab" * (n % 30) for n in range(500)) + ")*$",
        "(?:[^a]{9}|[^b]{8}|[^c]{7}|[^d]{11}|[^e]{13}|[^f]{17}|[^g]{19})*$",
        "(?=(?:[a-z]{0,9}[0-9a-f]{0,9}){0,9}!)" * 300,
        "a" * 20_000,
    ],
)
def test_it_ends_soon(expression: str) -> None:
    ambiguity(expression)


class TooMany(Exception):
    """There are more steps than are worth counting."""


MOST = 20_000


def steps(expression: str, text: str) -> int | None:
    """How many steps Python takes to find no match; None if there is one."""
    count = 0

    def ends(node: Node, at: int) -> Iterator[int]:
        nonlocal count
        count += 1
        if count > MOST:
            raise TooMany
        match node:
            case Literal(code):
                if text[at : at + 1] == chr(code):
                    yield at + 1
            case Chars(items, negated):
                codes = [one for one in items if not isinstance(one, Property)]
                if at < len(text):
                    code = ord(text[at])
                    if any(a <= code <= b for a, b, _ in codes) != negated:
                        yield at + 1
            case Edge(kind):
                if at == (0 if kind == "^" else len(text)):
                    yield at
            case Group(body):
                yield from ends(body, at)
            case Choice(options):
                for one in options:
                    yield from ends(one, at)
            case Sequence(()):
                yield at
            case Sequence((first, *others)):
                for end in ends(first, at):
                    yield from ends(Sequence(tuple(others)), end)
            case Repeat():
                yield from rounds(node, 0, at, None)
            case _:
                raise NotImplementedError  # no pattern of these tests has it

    def rounds(node: Repeat, done: int, at: int, before: int | None) -> Iterator[int]:
        more = node.most is None or done < node.most
        if done < node.least or (more and at != before):
            for end in ends(node.body, at):
                since = at if done >= node.least else None
                yield from rounds(node, done + 1, end, since)
        if done >= node.least:
            yield at

    try:
        return None if any(True for _ in ends(parse(expression), 0)) else count
    except TooMany:
        return MOST


PIECES = st.recursive(
    st.sampled_from(["a", "b", "[ab]", ".", "c"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda o: f"(?:{'|'.join(o)})"),
        st.builds("(?:{}){}".format, inner, st.sampled_from("* + ? {2} {0,3}".split())),
    ),
    max_leaves=8,
)


@given(PIECES, st.sampled_from(["$", "c$", "c", ""]))
def test_a_report_is_no_false_alarm(piece: str, end: str) -> None:
    expression = f"^{piece}{end}"
    found = ambiguity(expression)
    if found is None:
        return
    counted = [
        steps(expression, found.before + found.again * rounds + found.after)
        for rounds in (14, 15)
    ]
    # Where the rounds are of several lengths, another way may match one of them.
    assert max(count or 0 for count in counted) >= 2**12


@given(PIECES, st.sampled_from(["ab", "a", "b"]), st.sampled_from("!c"))
def test_what_is_not_reported_is_not_slow(piece: str, again: str, end: str) -> None:
    expression = f"^(?:{piece})*$"
    if ambiguity(expression) is None:
        few, many = (steps(expression, again * n + end) or 0 for n in (6, 12))
        assert many <= max(few, 20) * 2**5
