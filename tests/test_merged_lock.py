"""A fragmint.lock with the marks of a merge: what both sides promise is kept."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from fragmint.planning.names import Promises, united

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

LISTED = """\
  /calls:
    get:
      tags: [Calls]
      responses:
        "200": {$ref: "#/components/responses/Call"}
"""
MADE = """\
  /calls:
    post:
      tags: [Calls]
      responses:
        "200": {$ref: "#/components/responses/Call"}
"""
BOTH = LISTED + MADE.partition("\n")[2]
FIELD = "        sid: {type: string}\n"
MORE = FIELD + "        fromNumber: {type: string}\n"


@pytest.fixture
def project(tmp_path: Path, fragmint: Run) -> Path:
    shutil.copy(SMALL, tmp_path)
    (tmp_path / "fragmint.toml").write_text('[targets.acme]\nspec = "spec.yaml"\n')
    assert fragmint("generate").returncode == 0
    return tmp_path


def described(project: Path, paths: str = "", fields: str = FIELD) -> None:
    text = SMALL.read_text("utf-8").replace("paths:\n", f"paths:\n{paths}")
    (project / "spec.yaml").write_text(text.replace(FIELD, fields), "utf-8")


def merged(
    project: Path, ours: Callable[[], object], theirs: Callable[[], object]
) -> None:
    """Have the package as one side makes it, and its lock as git merges both."""
    shutil.copytree(project / "acme", project / "base")
    theirs()
    shutil.move(project / "acme", project / "theirs")
    shutil.copytree(project / "base", project / "acme")
    ours()
    locks = [str(project / one / "fragmint.lock") for one in ("acme", "base", "theirs")]
    done = subprocess.run(["git", "merge-file", *locks], check=False)
    assert done.returncode > 0  # how many conflicts there are
    assert "<<<<<<<" in Path(locks[0]).read_text("utf-8")


def lock(project: Path) -> Any:
    return json.loads((project / "acme/fragmint.lock").read_bytes())


def test_the_names_of_both_sides_last(project: Path, fragmint: Run) -> None:
    def ours() -> None:
        described(project, LISTED)
        for old, new in (("calls.fetch", "show"), ("Call", "PhoneCall")):
            assert fragmint("rename", old, new).returncode == 0
        assert fragmint("rename", "calls.list", "every").returncode == 0

    def theirs() -> None:
        described(project, MADE, MORE)
        assert fragmint("rename", "calls.create", "place").returncode == 0
        assert fragmint("rename", "Call.from_number", "caller").returncode == 0

    merged(project, ours, theirs)
    described(project, BOTH, MORE)
    done = fragmint("check")
    assert done.returncode == 1
    assert "-<<<<<<< " in done.stdout
    assert not re.search(r"py\": \"[0-9a-f]{64}", done.stdout)  # sums of files
    done = fragmint("verify", "acme")
    assert done.returncode == 2
    assert "acme/fragmint.lock has two sides that a merge has left" in done.stderr
    assert "hint: fragmint generate makes one of them" in done.stderr
    done = fragmint("generate")
    assert (done.returncode, done.stderr) == (0, "")
    said = lock(project)
    assert said["names"]["methods calls"] == {
        "GET /calls": "every",
        "GET /calls/{Sid}": "show",
        "POST /calls": "place",
        "POST /calls/{Sid}": "update",
    }
    assert said["aliases"] == {
        "classes": {"Call": "PhoneCall"},
        "fields PhoneCall": {"from_number": "caller"},
        "methods calls": {"create": "place", "fetch": "show", "list": "every"},
    }
    assert said["names"]["fields PhoneCall"]["fromNumber"] == "caller"
    assert "up to date" in fragmint("generate").stdout


def test_what_contradicts_is_named(project: Path, fragmint: Run) -> None:
    def renamed(new: str) -> Callable[[], object]:
        return lambda: fragmint("rename", "calls.fetch", new)

    merged(project, renamed("show"), renamed("look_up"))
    path = project / "acme/fragmint.lock"
    before = path.read_bytes()
    for command in ("check", "generate"):
        done = fragmint(command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "contradict each other" in done.stderr
        assert "methods calls: GET /calls/{Sid}: look_up or show\n" in done.stderr
    assert path.read_bytes() == before
    # Both say one name then, as the hint says.
    path.write_bytes(before.replace(b"look_up", b"show"))
    assert fragmint("generate", "--force").returncode == 0
    assert lock(project)["names"]["methods calls"]["GET /calls/{Sid}"] == "show"


def test_a_name_given_back_contradicts() -> None:
    ours = Promises({"classes": {"a": "Cat"}}, aliases={"classes": {"Pet": "Cat"}})
    theirs = Promises({"classes": {"a": "Pet"}}, aliases={"classes": {"Cat": "Pet"}})
    _, wrong = united(ours, theirs)
    assert wrong[0] == "classes: a: Cat or Pet"


def test_an_alias_leads_to_the_last_name() -> None:
    ours = Promises({"classes": {"a": "Cat"}}, aliases={"classes": {"Pet": "Cat"}})
    theirs = Promises(
        {"classes": {"a": "Tom"}, "fields Tom": {"x-y": "x"}},
        gone={"fields Cat": {"z-z": "z"}},
        aliases={"classes": {"Cat": "Tom", "Pet": "Tom"}},
    )
    for one, other in ((ours, theirs), (theirs, ours)):
        both, wrong = united(one, other)
        assert wrong == ()
        assert both.names == {"classes": {"a": "Tom"}, "fields Tom": {"x-y": "x"}}
        assert both.gone == {"fields Tom": {"z-z": "z"}}
        assert both.aliases == {"classes": {"Cat": "Tom", "Pet": "Tom"}}


def test_members_of_lists_are_told_apart() -> None:
    """Each side has put another one first, and lost one that said the same before."""
    ours = Promises(
        {"classes": {"#/x/0 in": "New", "#/x/1 in": "Old"}},
        {"#/x/0": "new a", "#/x/1": "old"},
        {"classes": {"#/x/-1 in": "Lost"}},
    )
    ours.members["#/x/-1"] = "lost a"
    theirs = Promises(
        {"classes": {"#/x/0 in": "Other", "#/x/1 in": "Old"}},
        {"#/x/0": "other a", "#/x/1": "old", "#/x/-1": "away a"},
        {"classes": {"#/x/-1 in": "Away"}},
    )
    both, wrong = united(ours, theirs)
    assert wrong == ()
    now = both.moved_to(
        {"#/x/0": "other a", "#/x/1": "new a", "#/x/2": "old", "#/x/3": "away a"}
    )
    assert now.names["classes"] == {
        "#/x/0 in": "Other",
        "#/x/1 in": "New",
        "#/x/2 in": "Old",
    }
    assert now.gone["classes"]["#/x/3 in"] == "Away"
    assert {*now.gone["classes"].values()} == {"Away", "Lost"}
