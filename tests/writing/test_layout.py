"""The layout is black's, whoever does it."""

import ast
import os
import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from black import Mode, format_str
from fragmint.config import Target
from fragmint.pipeline import make
from fragmint.writing import modules
from fragmint.writing.blacken import Unsure, blacken
from fragmint.writing.layout import layout
from hypothesis import example, given, settings
from hypothesis import strategies as st
from layout_programs import Programs

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "spec/twilio.yaml"
GENERATED = [
    path
    for folder in [ROOT / "generated", *ROOT.glob("tests/golden/*/expected")]
    for path in sorted(folder.rglob("*.py"))
    if "_support" not in path.parts
]
OWN = [
    path
    for folder in ["benchmarks", "generator", "tests"]
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "golden" not in path.parts
]


def black(text: str, line_length: int = 88) -> str:
    return format_str(text, mode=Mode(line_length=line_length))


def is_python(text: str) -> bool:
    try:
        compile(text, "program", "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def test_generated_files_are_laid_out_without_black() -> None:
    assert GENERATED
    for path in GENERATED:
        text = path.read_text("utf-8")
        assert blacken(text) == text, path


def test_what_people_wrote_becomes_what_black_makes_of_it() -> None:
    left = 0
    for path in OWN:
        text = path.read_text("utf-8")
        try:
            laid_out = blacken(text)
            assert laid_out == text or laid_out == black(text), path
        except Unsure:
            left += 1
    assert left < len(OWN) / 2


def joined(text: str) -> str:
    """`text` with each statement on one line, and its strings in single quotes."""
    return ast.unparse(ast.parse(text))


def scattered(text: str) -> str:
    """`text` with one token a line where there are brackets, as black can do it."""
    return format_str(text, mode=Mode(line_length=1))


def spread(text: str) -> str:
    """`text` with more blank lines."""
    random = Random(text)
    lines = text.split("\n")
    return "\n".join(line + "\n" * random.choice([0, 0, 0, 1, 2, 3]) for line in lines)


PARTICIPANTS = [path for path in GENERATED if "twilio_participants" in path.parts]


@pytest.mark.parametrize("mangle", [joined, scattered, spread])
@pytest.mark.parametrize("path", PARTICIPANTS, ids=lambda path: path.stem)
def test_mangled_files_become_what_black_makes_of_them(
    path: Path, mangle: Callable[[str], str]
) -> None:
    text = mangle(path.read_text("utf-8"))
    assert blacken(text) == black(text)


LENGTHS = [40, 60, 79, 100, 120, 320]


@pytest.mark.parametrize("line_length", LENGTHS)
@pytest.mark.parametrize("path", PARTICIPANTS, ids=lambda path: path.stem)
def test_lines_of_any_length(path: Path, line_length: int) -> None:
    text = path.read_text("utf-8")
    try:
        assert blacken(text, line_length) == black(text, line_length)
    except Unsure:
        assert line_length < 88  # where a comment is after a long statement


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from([88, *LENGTHS]))
@example(220, 88)  # what black makes of it once is not what it makes of it twice
def test_any_program_becomes_what_black_makes_of_it(
    seed: int, line_length: int
) -> None:
    text = Programs(Random(seed)).module()
    if is_python(text):
        try:
            laid_out = blacken(text, line_length)
        except Unsure:
            return
        assert laid_out == black(text, line_length)


def test_most_programs_need_no_black() -> None:
    sure = 0
    for seed in range(100):
        text = Programs(Random(seed)).module()
        if is_python(text):
            try:
                blacken(text)
                sure += 1
            except Unsure:
                pass
    assert sure > 50


UNUSUAL = [
    "x = a**-b\n",
    "x = [\n    a,  # first\n    b,\n]\n",
    "# fmt: off\nx   = 1\n# fmt: on\n",
    "if a: b\n",
    "x = 1; y = 2\n",
    "x = a + \\\n    b\n",
    "def f[T](a: T): ...\n",
    "class A():\n\tdef f(self): return 1\n",
    "print(''' a\n b ''')\n",
    "with (open('a') as b, open('c') as d): pass\n",
    "return 1\n",
    "",
    "\n\n",
    "#!/bin/sh\n",
]


@pytest.mark.parametrize("text", UNUSUAL)
def test_what_is_not_known_is_left_to_black(text: str) -> None:
    assert layout({"a.py": text}) == ({"a.py": black(text)}, [])


def test_what_is_no_python_is_a_problem() -> None:
    _, problems = layout({"a.py": "x = (\n", "b.py": "x = 1\n", "c.py": "def\n"})
    assert [problem.code for problem in problems] == ["bad-output"] * 2
    assert "a.py" in problems[0].message


def test_an_odd_escape_is_no_warning() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert layout({"a.py": "x = '\\d'\n"}) == ({"a.py": 'x = "\\d"\n'}, [])


@pytest.mark.parametrize("line_length", [40, 79, 120])
def test_a_package_in_lines_of_another_length(line_length: int) -> None:
    target = Target(spec=SPEC, output=ROOT, package="client", line_length=line_length)
    usual, _ = make(replace(target, line_length=88))
    files, _ = make(target)
    assert files.keys() == usual.keys()  # whatever of the runtime it reaches
    texts = {path: data.decode() for path, data in files.items()}
    for path, text in texts.items():
        # Of the runtime, which takes long, one module is enough.
        if path.endswith(".py") and path.count("_support") == path.count("errors"):
            assert black(text, line_length) == text, path
    words = [
        len(line)
        for line in texts["resources/participants.py"].splitlines()
        if re.fullmatch(r" {16}[A-Za-z ,.]+", line)
    ]
    narrowest = 48  # of docstrings, at their indentation
    assert line_length - 10 < max(words) <= max(line_length, narrowest)


def test_several_processes_make_what_one_makes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = Target(spec=SPEC, output=ROOT, package="client")
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    alone, _ = make(target)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(modules, "_WORTH_IT", 1)
    together, _ = make(target)
    assert together == alone
    assert list(together) == list(alone)
