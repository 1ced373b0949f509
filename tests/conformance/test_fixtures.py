"""What the standard's own fixtures say must pass does, and what must fail is told."""

from pathlib import Path

import pytest
from fragmint.diagnostics import Problems
from fragmint.reading import read

from .fixtures import Fixture, fixtures, why_none

ALL = fixtures()
PASSING = [one for one in ALL if one.passes]
FAILING = [one for one in ALL if not one.passes]


def named(fixture: Fixture) -> str:
    return fixture.name


def on_disk(fixture: Fixture, folder: Path) -> Path:
    path = folder / "openapi.yaml"
    path.write_bytes(fixture.text)
    return path


# No package has the fixtures, so there may be none.
@pytest.mark.skipif(not ALL, reason=why_none())
def test_there_are_fixtures_of_both_kinds() -> None:
    assert PASSING
    assert FAILING


@pytest.mark.parametrize("fixture", PASSING, ids=named)
def test_what_must_pass_passes(fixture: Fixture, tmp_path: Path) -> None:
    read(on_disk(fixture, tmp_path))


@pytest.mark.parametrize("fixture", FAILING, ids=named)
def test_what_must_fail_is_told_with_its_place(
    fixture: Fixture, tmp_path: Path
) -> None:
    with pytest.raises(Problems) as raised:
        read(on_disk(fixture, tmp_path), strict=True)
    errors = [one for one in raised.value.problems if one.severity == "error"]
    assert errors
    assert all(one.place is not None for one in errors)
