"""Texts that are spelled out of a regular expression."""

from __future__ import annotations

import re

import pytest
from fragmint.support.testing_patterns import python, spelled

PATTERNS = [
    "^AC[0-9a-fA-F]{32}$",
    r"^\+?[1-9]\d{1,14}$",
    r"^\w+@\w+\.(?:com|org)$",
    "^(?:a|bc?|[^xyz])+$",
    r"^(?=.*\d)(?=.*[A-Z]).{8,20}$",
    r"^(?<quote>['\"])[^'\"]*\k<quote>$",
    r"^\p{Lu}\P{L}\u{1F600}?$",
    r"^(a)(b)?\1[^]$",
    r"^\S+\s\D$",
    r"\bword\b",
    "",
    "(?!a)[ab]{2,}?",
]


@pytest.mark.parametrize("expression", PATTERNS)
def test_a_text_matches(expression: str) -> None:
    pattern = python(expression)
    texts = [spelled(pattern, seed) for seed in range(50)]
    assert all(one is not None and pattern.search(one) for one in texts)
    assert texts == [spelled(pattern, seed) for seed in range(50)]


def test_other_seeds_spell_other_texts() -> None:
    pattern = re.compile(r"^[A-Z]{3}\d*\Z")
    assert spelled(pattern, 0) == "AAA"
    assert len({spelled(pattern, seed) for seed in range(50)}) > 40


@pytest.mark.parametrize(("least", "most"), [(1, 1), (40, 41), (5, None)])
def test_a_text_is_as_long_as_is_asked_for(least: int, most: int | None) -> None:
    pattern = re.compile(r"^[a-z]+(?:[a-z0-9]{2})*\Z")
    for seed in range(50):
        text = spelled(pattern, seed, least, most)
        assert text is not None
        assert pattern.search(text)
        assert least <= len(text) <= (most or 100)


@pytest.mark.parametrize("expression", [r"a\Z^b", "^[^\x00-\U0010ffff]$", "^a{3}$"])
def test_there_need_not_be_one(expression: str) -> None:
    assert spelled(re.compile(expression), 1, 0, 2) is None
