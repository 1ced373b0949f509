"""`fragmint rename`: what it takes, what it says, and its exit codes."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, fragmint: Run) -> Path:
    shutil.copy(SMALL, tmp_path)
    (tmp_path / "fragmint.toml").write_text('[targets.acme]\nspec = "spec.yaml"\n')
    assert fragmint("generate").returncode == 0
    return tmp_path


def aliases(project: Path) -> Any:
    return json.loads((project / "acme/fragmint.lock").read_bytes())["aliases"]


def test_a_method_is_renamed_and_dropped(project: Path, fragmint: Run) -> None:
    done = fragmint("rename", "calls.fetch", "calls.get")
    assert (done.returncode, done.stderr) == (0, "")
    renamed, _, made = done.stdout.partition("; ")
    assert renamed == "acme: calls.fetch is calls.get now, and works as an alias"
    assert made.startswith("generated 2 operations in ")
    assert aliases(project) == {"methods calls": {"fetch": "get"}}
    assert "up to date" in fragmint("generate").stdout
    assert fragmint("check").returncode == 0
    done = fragmint("rename", "--drop", "calls.fetch")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("acme: calls.fetch is no alias any more; generated ")
    assert aliases(project) == {}
    made = (project / "acme/resources/calls.py").read_text("utf-8")
    assert "fetch(" not in made
    assert not (project / "acme/_support/renames.py").exists()
    assert "up to date" in fragmint("generate").stdout


def test_a_name_in_the_lock_that_another_has(project: Path, fragmint: Run) -> None:
    lock = project / "acme" / "fragmint.lock"
    names = json.loads(lock.read_text("utf-8"))["names"]["methods calls"]
    [key] = [key for key, name in names.items() if name == "update"]
    text = lock.read_text("utf-8")
    lock.write_text(text.replace(f'"{key}": "update"', f'"{key}": "fetch"'))
    done = fragmint("generate")
    assert done.returncode == 0
    said = f"{key} is fetch in fragmint.lock, and has to be update now"
    assert f"warning: broken-promise: {said}" in done.stderr
    assert fragmint("check").stderr == ""  # it is so no longer


def test_what_has_no_alias_is_told(project: Path, fragmint: Run) -> None:
    done = fragmint("rename", "FetchCall.sid", "call_sid")
    assert done.returncode == 0
    assert "warning: no-alias: FetchCall.sid is FetchCall.call_sid now" in done.stderr
    assert done.stdout.startswith("acme: generated ")
    assert aliases(project) == {}
    # It is said once, and is no problem of the description.
    again = fragmint("check")
    assert (again.returncode, again.stderr) == (0, "")
    assert fragmint("generate", "--strict", "--force").stderr == ""


def test_several_are_renamed_at_once(project: Path, fragmint: Run) -> None:
    pairs = ["calls", "phone", "phone.fetch", "get", "FetchCall.sid", "call_sid"]
    done = fragmint("rename", *pairs)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "acme: calls is phone now, and works as an alias; phone.fetch is phone.get now,"
        " and works as an alias; generated "
    )
    assert "FetchCall.sid is FetchCall.call_sid now, and its old" in done.stderr
    names = json.loads((project / "acme/fragmint.lock").read_bytes())["names"]
    assert names["methods phone"]["GET /calls/{Sid}"] == "get"
    assert "call_sid" in names["fields FetchCall"].values()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("calls.fetch",), "give OLD and NEW"),
        (("calls.fetch", "calls.get", "Call"), "give OLD and NEW"),
        (("calls.fetch", "calls.get", "Cal", "PhoneCall"), "did you mean Call?"),
        (("--drop", "calls.fetch", "calls.get"), "give OLD and NEW"),
        (("calls.fech", "calls.get"), "did you mean calls.fetch?"),
        (("--drop", "calls.fetch"), "there is no alias calls.fetch"),
        (("Call", "Call.get"), "Call.get would be in another place"),
        (("calls.fetch", "get", "--target", "acne"), "did you mean acme?"),
    ],
)
def test_what_is_refused(
    arguments: tuple[str, ...], message: str, project: Path, fragmint: Run
) -> None:
    before = (project / "acme/fragmint.lock").read_bytes()
    done = fragmint("rename", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert (project / "acme/fragmint.lock").read_bytes() == before


def test_of_several_targets_one_is_named(project: Path, fragmint: Run) -> None:
    with (project / "fragmint.toml").open("a") as config:
        config.write('[targets.other]\nspec = "spec.yaml"\n')
    done = fragmint("rename", "calls.fetch", "get")
    assert done.returncode == 2
    assert "--target acme or other" in done.stderr
    done = fragmint("rename", "calls.fetch", "get", "--target", "other")
    assert (done.returncode, done.stderr) == (0, "")
    assert aliases(project) == {}
    lock = json.loads((project / "other/fragmint.lock").read_bytes())
    assert lock["aliases"] == {"methods calls": {"fetch": "get"}}


@pytest.mark.parametrize("command", [("rename", "a", "b"), ("diff", "--since", "HEAD")])
def test_no_flag_is_advised_that_the_command_lacks(
    command: tuple[str, ...], project: Path, fragmint: Run
) -> None:
    (project / "fragmint.toml").unlink()
    done = fragmint(*command)
    assert done.returncode == 2
    assert "hint: write one: fragmint init SPEC" in done.stderr
    assert "--spec" not in done.stderr
    assert "give --spec" in fragmint("generate").stderr


def test_an_edited_file_is_kept(project: Path, fragmint: Run) -> None:
    edited = project / "acme/resources/calls.py"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    done = fragmint("rename", "calls.fetch", "get")
    assert done.returncode == 2
    assert "edited-file" in done.stderr
    assert aliases(project) == {}
