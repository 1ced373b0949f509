"""The JSON Schema of the configuration says what the loader says."""

import argparse
import json
import tomllib
from pathlib import Path

import pytest
from fragmint.commands.schema import run
from fragmint.config import targets_of
from fragmint.config.schema import schema
from fragmint.diagnostics import Problems
from fragmint.meaning import pagination
from jsonschema_rs import Draft7Validator, meta

ROOT = Path(__file__).resolve().parents[2]
SPEC = '[targets.a]\nspec = "a.yaml"\n'
RIGHT = [
    SPEC,
    SPEC
    + 'output = "src"\nroot = "."\npackage = "b"\nstrict = true\ntesting = false\n',
    SPEC + 'operations = ["a", "GET /a"]\n',
    SPEC + "operations = []\nassert-formats = []\n",
    SPEC + 'formats = {date = "a.b_if:C"}\ntransport = "stdlib"\n',
    SPEC + 'assert-formats = "none"\nline-length = 40\n',
    SPEC + 'assert-formats = ["uri", "date-time"]\n',
    SPEC + 'overlays = ["a.yaml", "b/c.yaml"]\n',
    SPEC + '[targets.b]\nspec = "b.yaml"\n',
    SPEC + '[targets.b-c]\nspec = "b.yaml"\npackage = "classes"\n',
    SPEC + '[targets.a.pagination]\nb = {by = "page", parameter = "c", start = 0}\n',
    (ROOT / "fragmint.toml").read_text("utf-8"),
]
WRONG = [
    "",
    "targets = 1\n",
    "[targets]\n",
    "[targets]\na = 1\n",
    "[targets.a]\n",
    SPEC.replace("targets", "target"),
    SPEC + "[other]\n",
    SPEC.replace('"a.yaml"', "1"),
    SPEC + 'outptu = "src"\n',
    SPEC + "output = 1\n",
    SPEC + 'package = "a-b"\n',
    SPEC + 'package = ""\n',
    SPEC + 'package = "1a"\n',
    SPEC + 'package = "class"\n',
    SPEC + '[targets.a-b]\nspec = "b.yaml"\n',
    SPEC + '[targets.None]\nspec = "b.yaml"\n',
    SPEC + 'operations = "a"\n',
    SPEC + "operations = [1]\n",
    SPEC + 'overlays = "a.yaml"\n',
    SPEC + 'strict = "yes"\n',
    SPEC + "testing = 0\n",
    SPEC + "line-length = 39\n",
    SPEC + "line-length = 321\n",
    SPEC + "line-length = true\n",
    SPEC + 'line-length = "88"\n',
    SPEC + "formats = []\n",
    SPEC + "formats = {date = 1}\n",
    SPEC + 'formats = {date = "datetime"}\n',
    SPEC + 'formats = {date = "1b:c"}\n',
    SPEC + 'formats = {date = "a..b:c"}\n',
    SPEC + 'formats = {date = "a.class:c"}\n',
    SPEC + 'formats = {date = "a:if"}\n',
    SPEC + 'assert-formats = "some"\n',
    SPEC + 'assert-formats = ["datetime"]\n',
    SPEC + "assert-formats = true\n",
    SPEC + 'transport = "urllib"\n',
    SPEC + "transport = 1\n",
    SPEC + "templates = true\n",
    SPEC + "pagination = {a = 1}\n",
]


def loads(text: str) -> bool:
    try:
        targets_of(Path("fragmint.toml"), text)
    except Problems:
        return False
    return True


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_right_for_both(text: str) -> None:
    assert loads(text)
    Draft7Validator(schema()).validate(tomllib.loads(text))


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_wrong_for_both(text: str) -> None:
    assert not loads(text)
    assert not Draft7Validator(schema()).is_valid(tomllib.loads(text))


def test_it_is_a_schema() -> None:
    meta.validate(schema())


def test_pagination_is_declared_by_what_there_is() -> None:
    options = schema()["properties"]["targets"]["additionalProperties"]["properties"]
    declared = options["pagination"]["additionalProperties"]["properties"]
    assert declared["by"]["enum"] == list(pagination._NEEDED)
    known = {"by"}.union(*pagination._NEEDED.values(), *pagination._POSSIBLE.values())
    assert set(declared) == known


def test_the_file_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    """`fragmint schema > docs/fragmint.schema.json` makes it so."""
    run(argparse.Namespace())
    said = capsys.readouterr().out
    assert said == (ROOT / "docs/fragmint.schema.json").read_text("utf-8")
    assert json.loads(said) == schema()
