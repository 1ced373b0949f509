"""The documentation says what the code says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from fragmint.meaning.keywords import ANNOTATIONS, KEYWORDS
from fragmint.planning import plan
from fragmint.support.violations import MESSAGES

ROOT = Path(__file__).resolve().parents[1]
CODE = re.compile(r"[a-z]+(?:-[a-z]+)+|tab|unsupported")
MAKERS = {"Problem", "Fault", "Finding", "_note", "_stop", "_complain", "problem"}
# Kinds of objects and names of extensions are spelt alike, and are no codes.
NOT_CODES = {"x-fragmint-client", "x-fragmint-severity"}


def codes() -> Iterator[str]:
    """What the code calls its problems: the first string that makes one."""
    for path in (ROOT / "generator/fragmint").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            maker = getattr(node.func, "attr", getattr(node.func, "id", None))
            first = node.args[0]
            if maker in MAKERS and isinstance(first, ast.Constant):
                yield str(first.value)


def test_every_problem_is_explained() -> None:
    text = (ROOT / "docs/problems.md").read_text("utf-8")
    explained = set(re.findall(r"`([a-z-]+)`", text))
    used = {code for code in codes() if CODE.fullmatch(code)} - NOT_CODES
    printed = {
        line.split(": ")[1]
        for path in (ROOT / "tests/golden").glob("*/problems.txt")
        for line in path.read_text("utf-8").splitlines()
        if re.match(r"\S+:\d+:\d+: [a-z-]+: ", line)
    }
    assert len(used) > 30
    assert (used | printed) - {"warning"} <= explained


def test_every_keyword_is_listed() -> None:
    text = (ROOT / "docs/support.md").read_text("utf-8")
    listed = set(re.findall(r"`([$\w]+)`", text))
    assert set(KEYWORDS) <= listed
    assert listed >= ANNOTATIONS


def test_every_keyword_that_refuses_has_its_words() -> None:
    template = (ROOT / "templates/_rules.jinja").read_text("utf-8")
    tested = set(re.findall(r'"(\w+)": \w+,', template))
    assert tested >= {"enum", "pattern", "maximum"}
    assert tested - {"among", "is"} <= set(MESSAGES)


def test_templates_and_what_they_see() -> None:
    text = (ROOT / "docs/templates.md").read_text("utf-8")
    named = set(re.findall(r"`([\w.]+)`", text))
    assert {path.name for path in (ROOT / "templates").iterdir()} <= named
    for name in plan.__all__:
        value = getattr(plan, name)
        if isinstance(value, type) and is_dataclass(value):
            assert name in named, name
            for field in fields(value):
                assert re.search(rf"\b{name}\b.*`{field.name}`", text), (
                    name,
                    field.name,
                )


def test_no_text_is_unfinished() -> None:
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    assert len(texts) > 8
    for path in texts:
        assert not re.search(r"@@|\bTODO\b|FIXME|FIG\d", path.read_text("utf-8")), path
