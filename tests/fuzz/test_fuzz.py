"""The comparison with jsonschema-rs: a little of it, and what it is made of."""

from fractions import Fraction
from typing import Any

import jsonschema_rs
import pytest

from . import comparing
from .__main__ import main
from .comparing import Tally, batch, compared
from .known import explained
from .shrinking import shrunk


def test_some_comparisons() -> None:
    tally = batch(1, 0, 600)
    assert tally.comparisons == 600
    assert tally.verdicts["valid"] > 100
    assert tally.verdicts["invalid"] > 100
    assert not tally.disagreements, "\n\n".join(map(str, tally.disagreements))


def test_a_batch_is_the_same_for_the_same_seed() -> None:
    assert batch(3, 1, 300) == batch(3, 1, 300)
    assert batch(3, 1, 300) != batch(3, 2, 300)


def test_a_disagreement_is_shrunk_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(comparing, "ours", lambda _: lambda _: True)
    tally = Tally()
    schema = {"title": "A", "anyOf": [{"type": "string", "maxLength": 3}, False]}
    compared(schema, ["ab", {"a": [1, 2]}, 5], tally)
    (found,) = tally.disagreements
    assert (found.schema, found.ours, found.peer) == (False, True, False)
    assert found.first == (schema, {"a": [1, 2]})
    assert tally.untold == 1
    assert 'of        {"a": [1, 2]}' in str(found)
    monkeypatch.setattr("tests.fuzz.__main__.ProcessPoolExecutor", Here)
    assert main(["40", "--seed", "2"]) == 1
    assert "seed 2, batch 0" in capsys.readouterr().out


class Here:
    """As a pool of processes, in this one."""

    def __init__(self, _: int) -> None:
        self.map = map

    def __enter__(self) -> "Here":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def test_what_is_shrunk_still_shows_it() -> None:
    schema: Any = {"a": [{"b": 12, "c": "xy"}, 1, 2], "d": {"e": None}}
    small = shrunk(schema, [1, "long"], lambda one, _: "c" in str(one))
    assert small == ({"c": 0}, 0)


def test_a_schema_that_the_peer_refuses_is_known_by_what_it_says() -> None:
    schema: dict[str, Any] = {"$id": "b/", "$dynamicAnchor": "n"}
    within = schema | {"properties": {"c": {"$ref": "#n"}}}
    try:
        jsonschema_rs.Draft202012Validator(within)
    except ValueError:
        assert explained(within, 0)
    assert explained(schema, 1) is None
    assert explained({"$ref": "gone/gone/a.json"}, 1) is None


def test_a_deviation_is_known_by_itself_alone() -> None:
    """JSON's numbers are decimals (Core §4.2.1): 2e16 + 10 is a multiple of 2.5."""
    schema, instance = {"multipleOf": 2.5}, 1.827842362892809e16
    assert (Fraction("18278423628928090") / Fraction("2.5")).denominator == 1
    is_mended = jsonschema_rs.Draft202012Validator(schema).is_valid(instance)
    assert (explained({"not": schema}, [instance]) is None) is is_mended
    assert explained(schema, 5) is None
    assert explained({"minimum": 2.5}, instance) is None
