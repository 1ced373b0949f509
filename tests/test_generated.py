"""The package of this repository, and what happens to files when one is generated."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from fragmint.config import load_targets
from fragmint.pipeline import make

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "spec" / "twilio.yaml"
GENERATED = ROOT / "generated" / "twilio_participants"
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
PATH = "/2010-04-01/Accounts/{AccountSid}/Conferences/{ConferenceSid}/Participants.json"

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def package(tmp_path: Path, fragmint: Run) -> Path:
    """A package of two operations; its description is `spec.yaml` beside it."""
    shutil.copy(SMALL, tmp_path)
    assert fragmint("generate", *FLAGS).returncode == 0
    return tmp_path / "acme"


FLAGS = ("--spec", "spec.yaml", "--package", "acme")


def on_disk(folder: Path) -> dict[Path, tuple[int, int, bytes]]:
    """What tells whether any file below `folder` was touched, but for caches."""
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_regenerating_changes_nothing(files: Files) -> None:
    [target] = load_targets(ROOT / "fragmint.toml")
    made, warnings = make(replace(target, output=ROOT))  # where no name is promised
    assert warnings == ()
    assert made == files(GENERATED)


def test_black_would_change_nothing() -> None:
    # By its command, with which a user would check.
    command = [sys.executable, "-m", "black", "--check", "--diff", str(GENERATED)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")


def test_generating_again_touches_no_file(package: Path, fragmint: Run) -> None:
    before = on_disk(package)
    done = fragmint("generate", *FLAGS)
    assert done.returncode == 0
    assert "up to date" in done.stdout
    assert on_disk(package) == before


def test_what_did_not_change_is_not_touched(package: Path, fragmint: Run) -> None:
    before = on_disk(package)
    spec = package.parent / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("A new name", "Its name"), "utf-8")
    done = fragmint("generate", *FLAGS)
    after = on_disk(package)
    touched = {path.name for path in after if after[path] != before[path]}
    assert touched == {
        "calls.py",
        "fragmint.lock",
        "update_call.py",
        "update_call_body.py",
    }
    assert "3 changed" in done.stdout


def test_manifest(files: Files) -> None:
    lock = json.loads((GENERATED / "fragmint.lock").read_bytes())
    described = yaml.safe_load(SPEC.read_bytes())["paths"]
    assert {one["path"] for one in lock["operations"]} == {*described}
    [operation] = [
        one
        for one in lock["operations"]
        if (one["method"], one["path"]) == ("POST", PATH)
    ]
    assert operation == {
        "method": "POST",
        "path": PATH,
        "name": "participants.create",
        "request": "operations.create_participant.CreateParticipant",
        "responses": ["201", "default"],
    }
    assert lock["files"] == {
        path: sha256(data).hexdigest()
        for path, data in files(GENERATED).items()
        if path != "fragmint.lock"
    }


def test_nothing_but_the_description_decides(
    tmp_path: Path, fragmint: Run, files: Files
) -> None:
    one, other = tmp_path / "one", tmp_path / "deep" / "other"
    one.mkdir()
    other.mkdir(parents=True)
    shutil.copytree(SPEC.parent, other / "spec")
    name = ("--package", "twilio_participants")
    fragmint("generate", "--spec", SPEC, *name, cwd=one, PYTHONHASHSEED="1")
    relative = ("--spec", "../other/spec/twilio.yaml", "--output", "out")
    fragmint("generate", *relative, *name, cwd=other, PYTHONHASHSEED="2")
    made = files(one / "twilio_participants")
    assert "client.py" in made
    assert made == files(other / "out" / "twilio_participants")


def test_nothing_but_the_project_decides(
    tmp_path: Path, fragmint: Run, files: Files
) -> None:
    """Two checkouts make the same, wherever they are and however they are named."""
    for folder, config in (
        (tmp_path / "one", "fragmint.toml"),
        (tmp_path / "deep" / "other", tmp_path / "deep" / "other" / "fragmint.toml"),
    ):
        shutil.copytree(SPEC.parent, folder / "spec")
        shutil.copy(ROOT / "fragmint.toml", folder)
        fragmint("generate", "--config", config, cwd=tmp_path / "one")
        made = files(folder / "generated" / "twilio_participants")
        assert made == files(GENERATED)


def test_an_edited_file_is_named_and_kept(package: Path, fragmint: Run) -> None:
    edited = package / "client.py"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    before = on_disk(package)
    done = fragmint("generate", *FLAGS)
    assert (done.returncode, done.stdout) == (2, "")
    assert "edited-file: acme/client.py" in done.stderr
    assert "--force" in done.stderr
    assert "\n      +# mine\n" in done.stderr
    assert on_disk(package) == before


def test_force_overwrites_an_edited_file(
    package: Path, fragmint: Run, files: Files
) -> None:
    before = files(package)
    (package / "client.py").write_text("# mine\n", "utf-8")
    assert fragmint("generate", *FLAGS, "--force").returncode == 0
    assert files(package) == before


def test_a_deleted_file_comes_back(package: Path, fragmint: Run, files: Files) -> None:
    before = files(package)
    (package / "_support" / "auth.py").unlink()
    done = fragmint("generate", *FLAGS)
    assert (done.returncode, "1 new" in done.stdout) == (0, True)
    assert files(package) == before


def test_a_foreign_file_stays(package: Path, fragmint: Run) -> None:
    mine = package / "operations" / "mine.py"
    mine.write_text("mine = 1\n", "utf-8")
    before = on_disk(mine.parent)[mine]
    done = fragmint("generate", *FLAGS, "--operation", "fetchCall")
    assert done.returncode == 0
    assert on_disk(mine.parent)[mine] == before


def test_a_foreign_file_in_the_way_is_named_and_kept(
    tmp_path: Path, fragmint: Run
) -> None:
    shutil.copy(SMALL, tmp_path)
    mine = tmp_path / "acme" / "client.py"
    mine.parent.mkdir()
    mine.write_text("mine = 1\n", "utf-8")
    done = fragmint("generate", *FLAGS)
    assert done.returncode == 2
    assert "foreign-file: acme/client.py" in done.stderr
    assert list(on_disk(mine.parent)) == [mine]
    assert mine.read_text("utf-8") == "mine = 1\n"


def test_a_stale_file_is_removed(package: Path, fragmint: Run, files: Files) -> None:
    before = set(files(package))
    done = fragmint("generate", *FLAGS, "--operation", "fetchCall")
    assert done.returncode == 0
    assert before - set(files(package)) == {
        "operations/update_call.py",
        "validators/update_call_body.py",
        "validators/update_call_path.py",
    }
    assert "3 removed" in done.stdout


def test_an_edited_stale_file_is_kept(package: Path, fragmint: Run) -> None:
    (package / "operations" / "update_call.py").write_text("# mine\n", "utf-8")
    before = on_disk(package)
    done = fragmint("generate", *FLAGS, "--operation", "fetchCall")
    assert done.returncode == 2
    assert "edited-file: acme/operations/update_call.py" in done.stderr
    assert on_disk(package) == before


def test_a_wrong_description_leaves_the_package_whole(
    package: Path, fragmint: Run
) -> None:
    before = on_disk(package)
    spec = package.parent / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("schemas/Call", "schemas/Cal"))
    done = fragmint("generate", *FLAGS)
    assert (done.returncode, done.stdout) == (2, "")
    assert on_disk(package) == before


def test_a_link_to_the_package_stays_one(package: Path, fragmint: Run) -> None:
    real = package.rename(package.with_name("elsewhere"))
    package.symlink_to(real)
    (real / "client.py").unlink()
    done = fragmint("generate", *FLAGS)
    assert done.returncode == 0
    assert package.is_symlink()
    assert (real / "client.py").is_file()


def test_no_link_leads_out_of_the_package(
    package: Path, fragmint: Run, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    (package / "models").rename(outside)
    (package / "models").symlink_to(outside)
    mine = on_disk(outside)
    (outside / "call.py").write_text("# mine\n", "utf-8")
    done = fragmint("generate", *FLAGS, "--force")
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert set(on_disk(outside)) == set(mine)
    assert (outside / "call.py").read_text("utf-8") == "# mine\n"


def test_a_manifest_that_says_something_else_is_made_anew(
    package: Path, fragmint: Run, files: Files
) -> None:
    before = files(package)
    lock = package / "fragmint.lock"
    lock.write_text(
        lock.read_text("utf-8").replace('"method": "GET"', '"method": "PUT"')
    )
    assert fragmint("check", *FLAGS).returncode == 1
    assert ": fragmint.lock alone\n" in fragmint("generate", *FLAGS).stdout
    assert files(package) == before


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[]",
        "{}",
        "[" * 100_000,
        '{"files": [1]}',
        '{"operations": 5, "files": {}, "inputs": {}}',
        '{"operations": [], "files": {}, "inputs": {"description": [1]}}',
        '{"operations": [], "files": {"a": 1}, "inputs": {}}',
    ],
)
def test_a_manifest_that_is_none(text: str, package: Path, fragmint: Run) -> None:
    """Its names would be lost, if nobody was told."""
    lock = package / "fragmint.lock"
    lock.write_text(text, "utf-8")
    for words in (["check"], ["generate"], ["generate", "--force"]):
        done = fragmint(*words, *FLAGS)
        assert (done.returncode, done.stdout) == (2, "")
        assert "bad-lock" in done.stderr
        assert "remove it" in done.stderr
    assert lock.read_text("utf-8") == text
    lock.unlink()
    assert fragmint("generate", *FLAGS).returncode == 0


def test_a_slip_in_a_manifest_is_told_with_its_place(
    package: Path, fragmint: Run
) -> None:
    lock = package / "fragmint.lock"
    lines = lock.read_text("utf-8").splitlines()
    assert lines[1] == '  "aliases": {},'
    lock.write_text("\n".join([lines[0], '  "aliases": {,},', *lines[2:]]), "utf-8")
    done = fragmint("generate", *FLAGS, "--force")
    assert done.returncode == 2
    assert f"{lock.name}:2:15: bad-lock: this is no JSON: " in done.stderr


@pytest.mark.parametrize("name", ["client.py", "operations"])
def test_what_is_a_link_is_not_up_to_date(
    name: str, package: Path, fragmint: Run, tmp_path: Path
) -> None:
    """It says the same, and is none of the package's all the same."""
    outside = tmp_path / "outside"
    (package / name).rename(outside)
    (package / name).symlink_to(outside)
    for words in (["generate"], ["generate", "--force"]):
        done = fragmint(*words, *FLAGS)
        assert done.returncode == 2
        assert f"{name} is a link" in done.stderr
    assert fragmint("check", *FLAGS).returncode == 1
