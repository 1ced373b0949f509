"""What diff says beside what calls and answers show: a little of it, and its parts."""

from typing import Any

import pytest

from . import drift_lies
from .drift import main
from .drift_edits import patch_of, patched
from .drift_lies import Lies, batch
from .drift_packages import packages
from .drift_types import conforms
from .test_fuzz import Here


def described(body: Any, answer: Any = None, **schemas: Any) -> dict[str, Any]:
    """A description with an operation that is sent `body`, and gets `answer`."""
    got = {"description": "What there is"}
    operation = {
        "operationId": "addPet",
        "tags": ["pets"],
        "requestBody": {"required": True, "content": json(body)},
        "responses": {"200": got | ({"content": json(answer)} if answer else {})},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example.com"}],
        "paths": {"/pets": {"post": operation}},
        "components": {"schemas": schemas},
    }


def json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def of(name: Any, **more: Any) -> dict[str, Any]:
    """An object with a name."""
    return {"type": "object", "properties": {"name": name}, **more}


def test_some_pairs() -> None:
    tally = batch(1, 0, 5)
    assert tally.pairs == 5 * 8
    assert tally.verdicts["major"] > 10
    assert tally.verdicts["minor"] + tally.verdicts["patch"] > 3
    assert not tally.lies, "\n\n".join(map(str, tally.lies))


def test_a_batch_is_the_same_for_the_same_seed() -> None:
    assert batch(3, 1, 1) == batch(3, 1, 1)


def test_a_lie_is_shrunk_and_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(drift_lies, "compare", lambda old, new: ())
    monkeypatch.setattr(drift_lies, "_SECONDS", 1)
    monkeypatch.setattr("tests.fuzz.drift.ProcessPoolExecutor", Here)
    text, longer = {"type": "string"}, {"type": "string", "minLength": 2}
    chain = [described(of(text)), *[described(of(longer))] * 3]
    monkeypatch.setattr(drift_lies, "chained", lambda random: chain)
    assert main(["1", "--seed", "1"]) == 1
    said = capsys.readouterr().out
    assert "seed 1, batch 0\nway       refused" in said
    assert "said      none" in said


TEXT, LONGER = {"type": "string"}, {"type": "string", "minLength": 2}
CALL, ANSWER = {"given": {"body": {"name": "a"}}}, {"came": {"name": "a"}}
WAYS = [
    ("refused", CALL, of(TEXT), of(LONGER)),
    ("taken", CALL, of(LONGER), of(TEXT)),
    ("answer", ANSWER, of({"type": "integer"}), of(TEXT)),
    ("answer", ANSWER, of(TEXT), {"type": "object", "properties": {}}),
]


@pytest.mark.parametrize(("way", "value", "old", "new"), WAYS)
def test_what_is_not_told_is_shown(
    way: str, value: Any, old: Any, new: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = (
        described(one) if value is CALL else described({}, one) for one in (old, new)
    )
    lies = Lies()
    assert not [*lies.of(before, after, value)]
    monkeypatch.setattr(drift_lies, "compare", lambda old, new: ())
    assert way in {found for found, _, _ in lies.of(before, after, value)}
    lies.close()


def test_what_a_check_is_said_to_refuse_no_more_of_it_takes() -> None:
    stray = {"required": ["found"]}
    of_pet = {"not": {"$ref": "#/components/schemas/Stray"}}
    pet = {"$ref": "#/components/schemas/Pet"}
    old, new = (
        described(pet, None, Pet=of({"type": "string"}) | of_pet, Stray=one)
        for one in (stray, {})
    )
    lies = Lies()
    assert not [*lies.of(old, new, {"checked": {"name": "Rex"}})]
    lies.close()


def test_a_patch_makes_the_one_of_the_other() -> None:
    old = {"a": {"b": [1, 2], "c": 3}, "d": 4}
    new = {"a": {"b": [1, 5], "e": {}}, "d": 4}
    patch = patch_of(old, new)
    assert patched(old, patch) == new
    assert patched({"d": 4}, patch) == {"d": 4}


def test_values_conform_to_annotations() -> None:
    cat = of({"type": "string"}, required=["name"])
    with packages(described({}, cat), described({}, of({"type": "integer"}))) as made:
        old, new = made
        assert conforms(old.got({"name": "Rex"}), old.returned, old)
        assert not conforms(new.got({"name": 1}), old.returned, old)
