"""How problems are printed."""

import pytest
from fragmint.diagnostics import (
    Place,
    Problem,
    Problems,
    did_you_mean,
    shortened,
    show,
)


def problem(text: str, column: int, length: int = 1, line: int = 41) -> Problem:
    place = Place("spec/a.yaml", line, column, "", text, length)
    return Problem("code", "message", place)


def test_the_format() -> None:
    place = Place("spec/a.yaml", 41, 9, "/a", '  $ref: "#/x"', 5)
    shown = show([Problem("unknown-ref", "nothing is at #/x", place, "#/y?")])
    assert shown == (
        "spec/a.yaml:41:9: unknown-ref: nothing is at #/x\n"
        '   41 |   $ref: "#/x"\n'
        "      |         ^^^^^\n"
        "      hint: #/y?\n"
    )


def test_without_a_place_and_a_warning() -> None:
    assert show([Problem("a", "b", None, "c")]) == "fragmint: a: b\n      hint: c\n"
    assert show([Problem("a", "b", None, severity="warning")]) == (
        "fragmint: warning: a: b\n"
    )
    assert show([]) == ""


def test_long_line_numbers_keep_their_margin() -> None:
    assert show([problem("x", 1, line=1234567)]).splitlines()[1:] == [
        "1234567 | x",
        "        | ^",
    ]


@pytest.mark.parametrize("column", [1, 50, 500, 999, 1000])
def test_long_lines_are_clipped_around_the_column(column: int) -> None:
    text = "a" * (column - 1) + "!" + "b" * (1000 - column)
    _, line, carets = show([problem(text, column)]).splitlines()
    assert len(line) < 115
    assert line[carets.index("^")] == "!"


def test_of_a_line_that_is_not_shown_whole_the_pointer_is_told() -> None:
    place = Place("a.json", 1, 500, "/paths/~1a/50%", "x" * 1000, 1)
    *_, at, hint = show([Problem("code", "m", place, "h")]).splitlines()
    assert at == "      at: a.json#/paths/~1a/50%25"
    assert hint == "      hint: h"
    short = Place("a.json", 1, 50, "/paths/~1a", "x" * 100, 1)
    assert "at:" not in show([Problem("code", "m", short)])


@pytest.mark.parametrize("before", ["\t", "\x1b[31m", "日本", "e\u0301", "\u202e", "é"])
def test_carets_stay_aligned(before: str) -> None:
    _, line, carets = show([problem(before + "!x", len(before) + 1)]).splitlines()
    width = sum(2 if c in "日本" else 0 if c == "\u0301" else 1 for c in before)
    assert carets == "      | " + " " * width + "^"
    assert not set(line) & set("\t\x1b\u202e")


def test_nothing_reaches_the_terminal() -> None:
    place = Place("a\x1b.yaml", 1, 1, "", "x", 1)
    shown = show([Problem("code", "a\nb\x07" + "c" * 9999, place, "d\re")])
    assert len(shown.splitlines()) == 4
    assert not set(shown) & set("\x1b\x07\r")
    assert len(shown) < 600


def test_problems_are_sorted_and_each_is_there_once() -> None:
    first, second = problem("x", 1), problem("x", 2)
    nowhere = Problem("code", "message", None)
    assert Problems([second, first, second, nowhere]).problems == (
        nowhere,
        first,
        second,
    )


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("maxLenght", "maxLength"),
        ("tpye", "type"),
        ("than", "then"),
        ("READONLY", "readOnly"),
        ("readonly", "read_only"),
        ("createdAt", "created_at"),
        ("created-at", "created_at"),
        ("ship_to_adress", "ship_to_address"),
        ("Participnt", "Participant"),
        ("discription", "description"),
        ("Pet", "Pets"),
        ("category", "categories"),
        ("thingy.yaml", "thing.yaml"),
        ("openapi.yaml", "openapi.yml"),
        ("ID", "id"),
    ],
)
def test_did_you_mean(word: str, name: str) -> None:
    assert did_you_mean(word, ["zzz", name, "other"]) == name
    assert did_you_mean(name, ["zzz", word, "other"]) == word


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("created_at", "negotiated_rate"),
        ("created_at", "updated_at"),
        ("shipment_id", "ship_date"),
        ("start_date", "start_time"),
        ("first_name", "last_name"),
        ("nope.yaml", "shop.yaml"),
        ("a.yaml", "b.yaml"),
        ("nope", "type"),
        ("get", "put"),
        ("v1", "v2"),
        ("", "x"),
        ("x" * 100_000, "x" * 99_999),
    ],
)
def test_what_is_too_far_was_not_meant(word: str, name: str) -> None:
    assert did_you_mean(word, ["zzz", name]) is None
    assert did_you_mean(name, ["zzz", word]) is None


def test_the_nearest_is_meant() -> None:
    names = ["labels", "tables", "label_id", "Label"]
    assert did_you_mean("lable", names) == "Label"
    assert did_you_mean("labelId", names) == "label_id"


def warnings(
    count: int, code: str, message: str, hint: str | None = None
) -> list[Problem]:
    return [
        Problem(code, message.format(i), None, hint, "warning") for i in range(count)
    ]


def test_of_warnings_that_are_alike_a_few_are_shown() -> None:
    quoted = warnings(6, "a", "'{}' is odd")
    hinted = warnings(9, "b", "{} is odd", "mend it")
    few = warnings(5, "c", "'{}' is odd")
    each = warnings(7, "d", "{} is odd")
    kept, said = shortened([*hinted, *quoted, *few, *each])
    assert kept[:2] == tuple(hinted[:2])
    assert kept[2].details == ("… and 6 more like it: check --all-warnings tells them",)
    assert kept[5].details == ("… and 3 more like it: check --all-warnings tells them",)
    assert kept[6:] == (*few, *each)
    assert said == "fragmint: 27 warnings: 9 b, 7 d, 6 a, 5 c\n"


def test_errors_and_what_is_not_alike_are_all_shown() -> None:
    errors = [Problem("a", f"'{i}' is odd", None) for i in range(9)]
    others = warnings(5, "a", "'{}' is odd") + warnings(5, "b", "'{}' is odd")
    assert shortened([*errors, *others]) == ((*errors, *others), "")
