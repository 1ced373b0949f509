"""Bytes -> values and places."""

import json
from hashlib import sha256
from typing import Any

import pytest
import yaml
from fragmint.diagnostics import Problem, Problems
from fragmint.reading.load import Source, load


def value_of(text: str, name: str = "a.yaml") -> Any:
    return load(name, name, text.encode()).value


def only_problem(content: bytes, name: str = "a.yaml") -> Problem:
    (problem,) = all_problems(content, name)
    return problem


def all_problems(content: bytes, name: str = "a.yaml") -> tuple[Problem, ...]:
    """What is said of a file, whether it can be read for all that or not."""
    try:
        problems = load(name, name, content).problems
    except Problems as error:
        return error.problems
    assert {problem.severity for problem in problems} <= {"warning"}
    return problems


def found(content: bytes, name: str = "a.yaml") -> tuple[str, int, int]:
    problem = only_problem(content, name)
    assert problem.place is not None
    return problem.code, problem.place.line, problem.place.column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("yes", "yes"),
        ("y", "y"),
        ("2010-04-01", "2010-04-01"),
        ("2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("0777", 777),
        ("0o17", 15),
        ("0xFf", 255),
        ("+12", 12),
        ("-0", 0),
        ("18446744073709551617", 18446744073709551617),
        ("123456789012345678901234567890", 123456789012345678901234567890),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        ("3.1.1", "3.1.1"),
        ("-", None),
        ("~", None),
        ("null", None),
        ("", None),
        ("nil", "nil"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!str", ""),
        ("!!int '12'", 12),
        ("!!float 12", 12.0),
        ("!!bool true", True),
        ("!!null ''", None),
        ("! 12", "12"),
        ("!!map {}", {}),
        ("!!seq []", []),
        ("=", "="),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    if text == "-":
        assert value_of("a: [~]") == {"a": [None]}
        return
    read = value_of(f"a: {text}\n")["a"]
    assert read == value
    assert type(read) is type(value)


def test_keys_are_their_source_text() -> None:
    text = "200: a\nnull: b\ntrue: c\n1.0: d\non: e\n'': f\n!!int 3: g\n"
    assert list(value_of(text)) == ["200", "null", "true", "1.0", "on", "", "3"]


def test_merge_keys() -> None:
    text = """
base: &base {x: 1, y: 2}
one: {<<: *base, y: 3}
many:
  <<: [*base, {y: 4, z: 5}]
quoted: {"<<": 1}
"""
    value = value_of(text)
    assert value["one"] == {"x": 1, "y": 3}
    assert value["many"] == {"x": 1, "y": 2, "z": 5}
    assert value["quoted"] == {"<<": 1}


def test_tabs_may_stand_where_nothing_else_does() -> None:
    text = "a:\n\t\r\n  - b\n\t\t# c\n  - d\n \t# e\nf: |\n  x\n  \t# y\n"
    assert value_of(text) == {"a": ["b", "d"], "f": "x\n\t# y\n"}
    place = only_problem(b"a:\n  - b\n\t# c\n\t- d\n").place
    assert place is not None
    assert (place.line, place.column, place.text) == (4, 1, "\t- d")


def test_aliases_repeat_values_and_keys() -> None:
    assert value_of("a: &x [1]\nb: *x\n") == {"a": [1], "b": [1]}
    assert value_of("a: &x k\n*x : 1\n") == {"a": "k", "k": 1}
    assert value_of("a: &x 1\nb: &x 2\nc: *x\n")["c"] == 2


BOMB = b"a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter, letter, b", ".join([b"*%c" % (letter - 1)] * 10))
    for letter in range(ord("b"), ord("k"))
)


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        (b"a: *b\n", "unknown-anchor", 1, 4),
        (b"a: &a [*a]\n", "recursive-alias", 1, 8),
        (b"a: &a\n  b: *a\n", "recursive-alias", 2, 6),
        (b"a:\n\tb: 1\n", "tab", 2, 1),
        (b"a: 1\nb: x\0y\n", "bad-character", 2, 5),
        (b"a: x\x1by\n", "bad-character", 1, 5),
        ("é: x".encode("latin-1"), "bad-encoding", 1, 1),
        (b"a: \xc3\xa9\xff\n", "bad-encoding", 1, 5),
        (b"a: 1\n---\nb: 1\n", "many-documents", 2, 1),
        (b"", "empty-file", 1, 1),
        (b"# nothing\n", "empty-file", 1, 1),
        (b"[" * 100_000, "too-deep", 1, 201),
        (b"- " * 100_000, "too-deep", 1, 401),
        (b"{a: " * 100_000, "too-deep", 1, 801),
        (b"? " * 100_000, "bad-key", 1, 3),
        (BOMB, "too-large", 6, 36),
        (b"a: !!binary eA==\n", "unknown-tag", 1, 4),
        (b"a: !mine x\n", "unknown-tag", 1, 4),
        (b"a: !!set {x}\n", "unknown-tag", 1, 4),
        (b"a: !!int x\n", "bad-scalar", 1, 4),
        (b"a: .inf\n", "bad-scalar", 1, 4),
        (b"a: 1e999\n", "bad-scalar", 1, 4),
        (b"a: " + b"9" * 5000 + b"\n", "bad-scalar", 1, 4),
        (b"? [a]\n: 1\n", "bad-key", 1, 3),
        (b"a: 1\n<<: 2\n", "bad-merge", 2, 5),
        (b"a: b: c\n", "broken-yaml", 1, 5),
        (b"a: 'x\nb: 1\n", "broken-yaml", 1, 4),
        (b"a: [1, 2\n", "broken-yaml", 1, 4),
        (b"a: @x\n", "broken-yaml", 1, 4),
    ],
)
def test_broken_yaml(content: bytes, code: str, line: int, column: int) -> None:
    assert found(content) == (code, line, column)


@pytest.mark.parametrize(
    ("content", "line", "column", "hint"),
    [
        (
            b'a:\n  b: "Is.\n  c: 1\n  d: "x: y"\n',
            *(4, 7),
            "the quotes that open in line 2 close here: is one missing there?",
        ),
        (
            b"a:\n  b: {c: 'one, d: 2}\n  e: 'two'\n",
            *(3, 7),
            "the quotes that open in line 2 close here: is one missing there?",
        ),
        (b"a: 'it's'\n", 1, 8, "within single quotes, a quote is written twice"),
        (b'a: "b "c""\n', 1, 8, 'within double quotes, a quote is written \\"'),
        (
            b"a:\n  b: [1, 2\n  c: 3\n",
            *(3, 4),
            "is the list that begins in line 2 closed, and are there commas in it?",
        ),
        (
            b"a: 1\nb: {c: 2\n",
            *(2, 4),
            "is the mapping that begins in line 2 closed, and are there commas in it?",
        ),
        (
            b"a:\n  b: 1\n c: 2\n",
            *(3, 2),
            "do the keys of the mapping that begins in line 1 stand in one column?",
        ),
        (
            b"a:\n  - b\n  c: 1\n",
            *(3, 3),
            "do the items of the list that begins in line 2 stand in one column?",
        ),
    ],
)
def test_where_broken_yaml_begins(
    content: bytes, line: int, column: int, hint: str
) -> None:
    assert found(content) == ("broken-yaml", line, column)
    assert only_problem(content).hint == hint


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b'{"a": 1,\n "a": 2}', "duplicate-key", 2, 2),
        (b'{"a": NaN}', "bad-scalar", 1, 7),
        (b'{"a": [-Infinity]}', "bad-scalar", 1, 8),
        (b'{"a": NaN]}', "broken-json", 1, 10),
        (b'{"a": [' + b"9" * 400 + b", NaN]}", "bad-scalar", 1, 410),
        (b'{"a": 1e999}', "bad-scalar", 1, 7),
        (b'{"a": ' + b"9" * 5000 + b"}", "bad-scalar", 1, 7),
        (b'{"a": "\\ud83d"}', "bad-character", 1, 8),
        (b'{"a": "\\\\\\ude00"}', "bad-character", 1, 10),
        (b'{"a": 1,}', "broken-json", 1, 8),
        (b'{"a" 1}', "broken-json", 1, 6),
        (b"{a: 1}", "broken-json", 1, 2),
        (b" ", "empty-file", 1, 1),
        (b"[" * 100_000, "too-deep", 1, 201),
        (b'{"a":' * 100_000, "too-deep", 1, 1001),
        (b"[" * 300 + b"]" * 300, "too-deep", 1, 201),
    ],
)
def test_broken_json(content: bytes, code: str, line: int, column: int) -> None:
    assert found(content, "a.json") == (code, line, column)


def test_all_duplicate_keys_are_told_with_the_first() -> None:
    problems = all_problems(b"a: 1\nb: {c: 1, c: 2}\na: 2\n")
    assert [(p.message, p.hint) for p in problems] == [
        ("the key 'c' is repeated", "it stands in line 2 already"),
        ("the key 'a' is repeated", "it stands in line 1 already"),
    ]


def test_the_pure_parser_does_as_the_c_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [1, NO, {b: 'c'}]\nd: *x\ne:\n  - |\n    text\n"
    fast = value_of(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert value_of(text) == fast
    assert found(b"[" * 100_000) == ("too-deep", 1, 201)
    assert found(b"a: b: c\n") == ("broken-yaml", 1, 5)


def test_json_that_is_yaml() -> None:
    assert value_of("{a: NO, 'b': [1]}") == {"a": "NO", "b": [1]}
    assert value_of('{"a": "\\ud83d\\ude00 \\/ \\\\ud800"}') == {"a": "😀 / \\ud800"}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source = load("a.yaml", "a.yaml", b"\xef\xbb\xbfa: 1\n")
    assert source.value == {"a": 1}
    assert source.place(("a",)).column == 4


YAML = """\
a:
  b: [1, {c: "é"}]
  d:
base: &base
  x: 1
all:
  <<: *base
  y: |
    text
"""


def spot(source: Source, *pointer: str | int, key: bool = False) -> tuple[int, ...]:
    place = source.place(pointer, key=key)
    return place.line, place.column, place.length


def test_places_in_yaml() -> None:
    source = load("a.yaml", "dir/a.yaml", YAML.encode())
    assert source.place(("a", "b")).file == "dir/a.yaml"
    assert source.place(("a", "b", 1, "c")).pointer == "/a/b/1/c"
    assert spot(source) == (1, 1, 2)
    assert spot(source, "a") == (2, 3, 16)
    assert spot(source, "a", key=True) == (1, 1, 1)
    assert spot(source, "a", "b", 0) == (2, 7, 1)
    assert spot(source, "a", "b", 1, "c") == (2, 14, 3)
    assert spot(source, "a", "b", 1, "c", key=True) == (2, 11, 1)
    assert spot(source, "a", "d") == (3, 3, 1)
    assert spot(source, "all", "x") == (5, 6, 1)
    assert spot(source, "all", "y") == (8, 6, 1)
    assert spot(source, "a", "b", 7, "nothing") == (2, 6, 13)


def test_places_in_json() -> None:
    text = json.dumps({"a": {"b": [1, {'c"': "x"}]}, "d": "é"}, indent=1)
    source = load("a.json", "a.json", text.encode())
    assert spot(source) == (1, 1, 1)
    assert spot(source, "a", "b", 0) == (4, 4, 1)
    assert spot(source, "a", "b", 1, 'c"') == (6, 12, 3)
    assert spot(source, "a", "b", 1, 'c"', key=True) == (6, 5, 5)
    assert spot(source, "d", key=True) == (10, 2, 3)
    assert spot(source, "a", "nothing") == (2, 7, 1)


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_what_line_ends_a_file_has_makes_no_difference(name: str) -> None:
    text = b'{"a": "b",\n "c": "d"}\n' if name == "a.json" else b"a: |\n  b\n\n  c\n"
    one, other = (load(name, name, it) for it in (text, text.replace(b"\n", b"\r\n")))
    assert (one.value, one.sha256, one.text) == (other.value, other.sha256, other.text)
    assert one.sha256 == sha256(text).hexdigest()


def test_windows_line_ends() -> None:
    place = load("a.yaml", "a.yaml", b"a: 1\r\nb: x\r\n").place(("b",))
    assert (place.line, place.column, place.text) == (2, 4, "b: x")
