"""Pairs of descriptions, what `fragmint diff` says of each, and code that proves it.

A case has `old.yaml`, `new.yaml`, `expected.txt` and `caller.py`, which is right with
the package of the old description. Its head says what becomes of it with the new one:
it `fails: types`, as a type checker finds, or `fails: run`, as only running it does,
both in the lines that end in `# breaks`; or it `fails: nothing`. It fails where, and
only where, the verdict is major. `names: anew` is for what happens only where the names
of the old package are not kept, `before: rename OLD NEW` and `after: drop OLD` for what
`fragmint rename` has done to one of them.

`pytest tests/test_golden_diff.py --golden` rewrites what is expected; read the diff.
"""

import re
import shutil
import subprocess
import sys
import traceback
import warnings
from contextlib import chdir
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fragmint.comparing.formats import as_text
from fragmint.comparing.kinds import KINDS
from fragmint.comparing.places import in_package
from fragmint.comparing.report import Report, report, verdict
from fragmint.comparing.sides import Side, of_paths
from fragmint.config import Target
from fragmint.pipeline import generate

GOLDEN = Path(__file__).parent / "golden_diff"
SUPPORT = Path(__file__).parents[1] / "generator" / "fragmint" / "support"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
ELSEWHERE = {
    *("name-moved", "order-changed", "runtime-changed", "unexplained"),
    *("package-added", "package-moved", "package-removed", "made-otherwise"),
}
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
        if renames := re.findall(r"^# (before|after): (\w+) (.+)$", caller(name), re.M):
            with TemporaryDirectory() as folder:
                sides = renamed(Path(folder), renames)
        return *sides, report(*sides)


def renamed(folder: Path, renames: list[tuple[str, str, str]]) -> tuple[Side, Side]:
    """Both packages, once names are changed in one of them."""
    for when, spec in (("before", "old.yaml"), ("after", "new.yaml")):
        target = Target(spec=Path(spec), output=folder, package="pets")
        generate(target, force=True)
        for step, what, names in renames:
            old, _, new = names.partition(" ")
            if step == when:
                generate(target, renames=[(old, new if what == "rename" else None)])
        shutil.copytree(folder / "pets", folder / when)
    before, after = of_paths(folder / "before", folder / "after")
    return (
        replace(before, where=lambda spot: in_package("old", spot)),
        replace(after, where=lambda spot: in_package("new", spot)),
    )


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
    assert shown == wanted


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_named_for_what_it_shows(name: str) -> None:
    kinds = {entry.kind.replace("-", "_") for entry in compared(name)[2].entries}
    assert any(name.startswith(kind) for kind in kinds)


# --- on real code ---------------------------------------------------------------------


def written(folder: Path, *, shared: bool) -> Path:
    """A folder with all packages, and the callers of each.

    If the runtime is `shared`, there is one for all: type checkers look at it once.
    """
    if shared:
        (folder / "runtime").symlink_to(SUPPORT)
    for name in CASES:
        for side, when in zip(compared(name), ("old", "new"), strict=False):
            assert isinstance(side, Side)
            package = f"{name}_{when}"
            for path, data in side.files.items():
                if not path.startswith("_support/"):
                    text = data.decode()
                    if shared:
                        text = re.sub(r"\.+_support\b", "runtime", text)
                    (folder / package / path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / package / path).write_text(text, "utf-8")
            if not shared:
                (folder / package / "_support").symlink_to(SUPPORT)
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


def test_types_fail_where_the_verdict_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "."],
        cwd=written(tmp_path, shared=True),
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


def failed(folder: Path, name: str) -> int | None:
    """The line in which a caller fails when it runs."""
    path = folder / f"call_{name}.py"
    try:
        with warnings.catch_warnings(action="ignore"):  # what is advised is no matter
            code = compile(path.read_text("utf-8"), path, "exec")
            exec(code, {"__name__": path.stem})
    except Exception as error:  # noqa: BLE001  # whatever it is, only where counts
        frames = traceback.extract_tb(error.__traceback__)
        return next(f.lineno for f in reversed(frames) if f.filename == str(path))
    return None


def test_calls_fail_where_the_verdict_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(written(tmp_path, shared=False))
    for name in CASES:
        assert failed(tmp_path, f"{name}_old") is None, name
        match said(name, "fails"):
            case "run":
                assert failed(tmp_path, f"{name}_new") in breaking(name), name
            case "nothing":
                assert failed(tmp_path, f"{name}_new") is None, name
            case _:
                pass  # types have told already
