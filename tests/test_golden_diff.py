"""Pairs of descriptions, what `fragmint diff` says of each, and code that proves it.

A case has `old.yaml`, `new.yaml`, `expected.txt` and `caller.py`, which is right with the
package of the old description. Its head says what becomes of it with the new one: it
`fails: types`, as a type checker finds, or `fails: run`, as only running it does, both in
the lines that end in `# breaks`; or it `fails: nothing`. That is so where, and only
where, the verdict is major. `names: anew` is for what happens only where the names of
the old package are not kept.

`pytest tests/test_golden_diff.py --golden` rewrites what is expected; read the diff.
"""

import re
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest
from fragmint.comparing.formats import as_text
from fragmint.comparing.kinds import KINDS
from fragmint.comparing.report import Report, report, verdict
from fragmint.comparing.sides import Side, of_paths

GOLDEN = Path(__file__).parent / "golden_diff"
SUPPORT = Path(__file__).parents[1] / "generator" / "fragmint" / "support"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
ELSEWHERE = {"name-moved", "package-added", "inside"}
"""What no description says: `test_diff.py` has it."""


def said(name: str, word: str) -> str | None:
    """What the head of the caller says."""
    found = re.search(rf"^# {word}: (\w+)$", caller(name), re.M)
    return found[1] if found else None


def caller(name: str) -> str:
    return (GOLDEN / name / "caller.py").read_text("utf-8")


@cache
def compared(name: str) -> tuple[Side, Side, Report]:
    """Both packages, and what is said of them."""
    with chdir(GOLDEN / name):
        old, new = Path("old.yaml"), Path("new.yaml")
        sides = of_paths(old, new)
        if said(name, "names") == "anew":
            sides = sides[0], of_paths(new, new)[0]
        return *sides, report(*sides)


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, pytestconfig: pytest.Config) -> None:
    path = GOLDEN / name / "expected.txt"
    _, _, found = compared(name)
    text = as_text([found])
    if pytestconfig.getoption("--golden"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_each_kind_has_a_case_for_each_direction() -> None:
    shown = {
        (entry.kind, entry.severity)
        for name in CASES
        for entry in compared(name)[2].entries
    }
    wanted = {
        (kind, severity)
        for kind, row in KINDS.items()
        for severity in (row.sent, row.received)
        if severity is not None and kind not in ELSEWHERE
    }
    assert shown - {("inside", "fix")} == wanted


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_named_for_what_it_shows(name: str) -> None:
    kinds = {entry.kind.replace("-", "_") for entry in compared(name)[2].entries}
    assert any(name.startswith(kind) for kind in kinds)


# --- on real code ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all packages, which share a runtime, and the callers of each."""
    folder = tmp_path_factory.mktemp("diff")
    (folder / "runtime").symlink_to(SUPPORT)
    for name in CASES:
        for side, when in zip(compared(name), ("old", "new"), strict=False):
            assert isinstance(side, Side)
            package = f"{name}_{when}"
            for path, data in side.files.items():
                if not path.startswith("_support/"):
                    text = re.sub(r"\.+_support\b", "runtime", data.decode())
                    (folder / package / path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / package / path).write_text(text, "utf-8")
            text = re.sub(r"^from pets\b", f"from {package}", caller(name), flags=re.M)
            (folder / f"call_{package}.py").write_text(text, "utf-8")
    return folder


def breaking(name: str) -> list[int]:
    """The lines in which the caller is said to fail."""
    lines = caller(name).splitlines()
    return [n for n, line in enumerate(lines, 1) if line.endswith("# breaks")]


def test_what_a_case_claims_is_the_verdict() -> None:
    for name in CASES:
        fails = said(name, "fails")
        assert fails in ("types", "run", "nothing"), name
        assert (verdict([compared(name)[2]]) == "major") == (fails != "nothing"), name
        assert bool(breaking(name)) == (fails != "nothing"), name


def test_types_fail_where_the_verdict_says_so(packages: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "."],
        cwd=packages,
        capture_output=True,
        encoding="utf-8",
    )
    found: dict[str, list[int]] = {}
    for path, line in re.findall(r"^(\S+?):(\d+): error: ", done.stdout, re.M):
        found.setdefault(path, []).append(int(line))
    wanted = {
        f"call_{name}_new.py": breaking(name)
        for name in CASES
        if said(name, "fails") == "types"
    }
    assert {path: sorted({*lines}) for path, lines in found.items()} == wanted


def failed(packages: Path, name: str) -> int | None:
    """The line in which a caller fails when it runs."""
    path = packages / f"call_{name}.py"
    try:
        exec(compile(path.read_text("utf-8"), path, "exec"), {"__name__": path.stem})
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        return next(f.lineno for f in reversed(frames) if f.filename == str(path))
    return None


@pytest.fixture
def importable(packages: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(packages)
    yield packages
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("runtime", *(p.name for p in packages.iterdir())):
            del sys.modules[name]


def test_calls_fail_where_the_verdict_says_so(importable: Path) -> None:
    for name in CASES:
        assert failed(importable, f"{name}_old") is None, name
        line = failed(importable, f"{name}_new")
        match said(name, "fails"):
            case "run":
                assert line in breaking(name), name
            case "nothing":
                assert line is None, name
            case _:
                pass  # types have told already
