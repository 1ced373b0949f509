"""`action.yml`: its steps, run by bash with a `gh` that only takes notes."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, Any] = {one["name"]: one for one in ACTION["runs"]["steps"]}
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"

FRAGMINT = f"""\
#!/bin/bash
echo "fragmint $*" >> "$NOTES"
if [ "$1" = diff ]; then
  cat "$SAID"
  exit "$CODE"
else
  exec {sys.executable} -m fragmint "$@"
fi
"""
VENV = """\
#!/bin/bash
mkdir -p "$3/bin"
printf '#!/bin/bash\\necho "pip $*" >> "$NOTES"\\n' > "$3/bin/pip"
chmod +x "$3/bin/pip"
"""
GH = f"""\
#!{sys.executable}
import json, os, subprocess, sys
arguments = sys.argv[1:]
body = next((a.partition("@")[2] for a in arguments if a.startswith("body=@")), None)
said = {{"arguments": arguments, "body": body and open(body).read(),
        "token": os.environ["GH_TOKEN"]}}
with open(os.environ["NOTES"], "a") as notes:
    notes.write("gh " + json.dumps(said) + "\\n")
if "--jq" in arguments:
    for one in json.loads(os.environ["COMMENTS"]):
        if one["user"]["login"] == "github-actions[bot]":
            if one["body"].startswith(os.environ["MARK"]):
                print(one["id"])
"""
ELSEWHERE = {"id": 1, "user": {"login": "github-actions[bot]"}, "body": "Built."}
MARK = "<!-- fragmint diff 3890202719 -->"
OTHERS = {"id": 2, "user": {"login": "somebody"}, "body": f"{MARK}\nNothing."}
OURS = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{MARK}\nOld."}


class Runner:
    """Runs the steps as GitHub does, as far as that matters here."""

    def __init__(self, project: Path, temp: Path) -> None:
        self.project = project
        self.temp = temp
        self.said: dict[str, str] = {}
        self.comments: list[Any] = []
        programs = temp / "bin"
        programs.mkdir()
        for name, text in (("fragmint", FRAGMINT), ("gh", GH)):
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        self.changes = temp / "changes.md"
        self.changes.write_text("## Major: 1 breaking\n\n- `calls.fetch` is gone.\n")
        self.code = 1

    def run(self, name: str, **said: str) -> subprocess.CompletedProcess[str]:
        """Run a step, where these are the values of expressions."""
        step = STEPS[name]
        environment = os.environ | {
            "PATH": f"{self.temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "NOTES": str(self.temp / "notes.txt"),
            "GITHUB_OUTPUT": str(self.temp / "output.txt"),
            "GITHUB_PATH": str(self.temp / "path.txt"),
            "SAID": str(self.changes),
            "CODE": str(self.code),
            "COMMENTS": json.dumps(self.comments),
        }
        for variable, expression in step["env"].items():
            assert re.fullmatch(r"(\$\{\{ (.*) \}\} ?)+", expression)
            environment[variable] = said.pop(variable)
        assert said == {}
        # As `shell: bash` is defined.
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.project,
            env=environment,
            capture_output=True,
            encoding="utf-8",
        )

    def compare(self, base: str) -> subprocess.CompletedProcess[str]:
        return self.run("Compare", BASE=base, TARGETS="", CONFIG="")

    def comment(self, where: str = ".  ") -> list[Any]:
        """What `gh` is asked for, apart from the comments that there are."""
        output = self.temp / "output.txt"
        changes = output.read_text("utf-8").strip() if output.exists() else ""
        said = {"GH_TOKEN": "t-0", "REPOSITORY": "acme/app", "NUMBER": "7"}
        said["WHERE"] = where
        done = self.run("Comment", **said, CHANGES=changes.removeprefix("changes="))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        return [one for one in self.asked() if "--jq" not in one["arguments"]]

    def asked(self) -> list[Any]:
        return [
            json.loads(line.removeprefix("gh "))
            for line in self.notes()
            if line.startswith("gh ")
        ]

    def notes(self) -> list[str]:
        path = self.temp / "notes.txt"
        return path.read_text("utf-8").splitlines() if path.exists() else []


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """One in a repository of two targets, whose packages are committed."""
    project, temp = tmp_path / "project", tmp_path / "temp"
    project.mkdir()
    temp.mkdir()
    shutil.copy(SMALL, project)
    (project / "fragmint.toml").write_text(
        '[targets.acme]\nspec = "spec.yaml"\n[targets.other]\nspec = "spec.yaml"\n'
    )
    subprocess.run(
        [sys.executable, "-m", "fragmint", "generate"],
        cwd=project,
        check=True,
        capture_output=True,
    )
    commit(project)
    return Runner(project, temp)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
    return subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()


def commit(project: Path) -> str:
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "All of it")
    return git(project, "rev-parse", "HEAD")


# --- what it says of itself -----------------------------------------------------------


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)


def test_every_input_is_described_and_used() -> None:
    used = {
        name
        for step in STEPS.values()
        for text in texts(step)
        for name in re.findall(r"\binputs\.([\w-]+)", text)
    }
    assert used == ACTION["inputs"].keys()
    for about in ACTION["inputs"].values():
        assert about["description"].endswith((".", "case."))
        assert isinstance(about["default"], str)


def test_no_value_is_part_of_a_program() -> None:
    """It could be one itself: a branch can be called `$(curl …)`."""
    for step in STEPS.values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
        assert "uses" not in step


def test_a_comment_is_of_what_is_compared() -> None:
    said = re.findall(r"inputs\.([\w-]+)", STEPS["Comment"]["env"]["WHERE"])
    # What else there is to say changes nothing in what is told.
    assert set(said) == ACTION["inputs"].keys() - {"comment", "extras"}


def test_its_inputs_stand_in_the_docs() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z-]+)` \|", page, re.M)
    assert [one for one in listed if not one.startswith("fragmint-")] == [
        *ACTION["inputs"]
    ]


# --- what it does ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extras", "asked"), [("", ""), ("ecmascript,watch", "[ecmascript,watch]")]
)
def test_extras_are_installed_with_it(extras: str, asked: str, runner: Runner) -> None:
    python = runner.temp / "bin" / "python3"
    python.write_text(VENV)
    python.chmod(0o755)
    done = runner.run("Install fragmint", FRAGMINT="/action", EXTRAS=extras)
    assert done.returncode == 0, done.stderr
    assert runner.notes()[-1].split()[-1] == f"/action{asked}"


def test_check_passes(runner: Runner) -> None:
    done = runner.run("Check", TARGETS="", CONFIG="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert runner.notes() == ["fragmint check --format github"]


def test_check_fails_and_annotates(runner: Runner) -> None:
    client = runner.project / "other" / "client.py"
    client.write_text(client.read_text("utf-8") + "::error::mine\n", "utf-8")
    assert runner.run("Check", TARGETS="acme", CONFIG="").returncode == 0
    done = runner.run("Check", TARGETS="acme\n other\n", CONFIG="fragmint.toml")
    assert done.returncode == 1
    assert {line.split()[0] for line in done.stdout.splitlines()} == {"::error"}
    asked = "fragmint check --format github acme other --config fragmint.toml"
    assert runner.notes()[-1] == asked


@pytest.mark.parametrize("targets", ["$(touch hit)", "acme; touch hit", "`touch hit`"])
def test_an_input_is_no_program(targets: str, runner: Runner) -> None:
    done = runner.run("Check", TARGETS=targets, CONFIG="$(touch hit)")
    assert done.returncode == 2
    assert not (runner.project / "hit").exists()


def test_changes_stand_in_the_summary(runner: Runner) -> None:
    base = git(runner.project, "rev-parse", "HEAD")
    done = runner.run("Compare", BASE=base, TARGETS="acme", CONFIG="fragmint.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    [asked] = runner.notes()
    assert asked.split()[1:] == [
        *("diff", "--since", base, "--format", "markdown", "--fail-on", "any"),
        *("acme", "--config", "fragmint.toml"),
    ]
    changes = runner.changes.read_text("utf-8")
    assert (runner.temp / "summary.md").read_text("utf-8") == changes
    assert (runner.temp / "fragmint.md").read_text("utf-8") == changes


@pytest.mark.parametrize("branch", [True, False])
def test_the_base_is_fetched_where_one_commit_was(branch: bool, runner: Runner) -> None:
    git(runner.project, "branch", "release")
    base = git(runner.project, "rev-parse", "HEAD")
    (runner.project / "more.txt").write_text("more")
    commit(runner.project)
    clone = runner.temp / "clone"
    url = runner.project.as_uri()
    git(runner.temp, "clone", "--quiet", "--depth=1", url, str(clone))
    git(runner.project, "config", "uploadpack.allowAnySHA1InWant", "true")
    runner.project = clone
    done = runner.compare("release" if branch else base)
    assert (done.returncode, done.stderr) == (0, "")
    assert runner.notes()[0].startswith(f"fragmint diff --since {base} --format")
    assert git(clone, "cat-file", "-t", base) == "commit"


def test_a_base_that_is_nowhere_fails(runner: Runner) -> None:
    git(runner.project, "remote", "add", "origin", runner.project.as_uri())
    for base in ("nowhere", "--upload-pack=touch hit", "$(touch hit)"):
        assert runner.compare(base).returncode != 0
    assert not (runner.project / "hit").exists()
    assert runner.notes() == []


@pytest.fixture
def compared(runner: Runner) -> Runner:
    runner.compare("HEAD")
    return runner


def test_a_comment_is_made(compared: Runner) -> None:
    compared.comments = [ELSEWHERE, OTHERS]
    [made] = compared.comment()
    *how, path = made["arguments"]
    assert how == [
        *("api", "--silent", "--method", "POST"),
        *("repos/acme/app/issues/7/comments", "--field"),
    ]
    assert path.startswith("body=@")
    assert made["body"] == f"{MARK}\n{compared.changes.read_text('utf-8')}"
    assert made["token"] == "t-0"


def test_its_own_comment_is_made_anew(compared: Runner) -> None:
    compared.comments = [ELSEWHERE, OTHERS, OURS]
    [made] = compared.comment()
    assert made["arguments"][3:5] == ["PATCH", "repos/acme/app/issues/comments/3"]
    assert made["body"].startswith(f"{MARK}\n## Major")


def test_another_use_has_a_comment_of_its_own(compared: Runner) -> None:
    compared.comments = [OURS]
    [made] = compared.comment(where="other  ")
    assert made["arguments"][3] == "POST"
    mark = made["body"].split("\n")[0]
    assert re.fullmatch("<!-- fragmint diff [0-9]+ -->", mark)
    assert mark != MARK


def test_where_nothing_changes_there_is_no_comment(runner: Runner) -> None:
    runner.changes.write_text("## None\n")
    runner.code = 0
    runner.compare("HEAD")
    assert runner.comment() == []
    runner.comments = [OURS]
    [made] = runner.comment()
    assert (made["arguments"][3], made["body"]) == ("PATCH", f"{MARK}\n## None\n")


def test_a_comment_is_not_longer_than_it_can_be(runner: Runner) -> None:
    runner.changes.write_text("- x\n" * 30_000)
    runner.compare("HEAD")
    [made] = runner.comment()
    assert len(made["body"]) <= 65_536  # what GitHub takes


def test_without_a_comparison_there_is_no_comment(runner: Runner) -> None:
    runner.code = 2
    assert runner.compare("HEAD").returncode == 2
    assert runner.comment() == []
    assert runner.asked() == []


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_only_its_own_comment_is_chosen(compared: Runner) -> None:
    """By the expression itself, which the `gh` of these tests does not read."""
    compared.comment()
    arguments = compared.asked()[0]["arguments"]
    assert arguments[:3] == ["api", "--paginate", "repos/acme/app/issues/7/comments"]
    done = subprocess.run(
        ["jq", "-r", arguments[arguments.index("--jq") + 1]],
        input=json.dumps([ELSEWHERE, OTHERS, OURS]),
        env=os.environ | {"MARK": MARK},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == "3\n"
