"""The examples of docs/ci.md, as far as they can be run here."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"


def block(language: str, having: str = "") -> str:
    [found] = (
        one
        for one in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
        if having in one
    )
    return str(found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One with a target `acme`, and `fragmint` on the path of programs."""
    (tmp_path / "spec").mkdir()
    # A reference from file to file, as folders of links may get in its way.
    text = SMALL.read_text("utf-8")
    head, schemas = text.split("components:\n")
    head = head.replace('"#/components', '"schemas.yaml#/components')
    (tmp_path / "spec" / "api.yaml").write_text(head, "utf-8")
    (tmp_path / "spec" / "schemas.yaml").write_text(f"components:\n{schemas}", "utf-8")
    (tmp_path / "fragmint.toml").write_text(
        '[targets.acme]\nspec = "spec/api.yaml"\noutput = "src"\n'
    )
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "fragmint"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m fragmint "$@"\n')
    program.chmod(0o755)
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
    )


def test_make(project: Path) -> None:
    (project / "Makefile").write_text(block("make"))
    assert run(project, "make", "check").returncode != 0
    assert "generated 2 operations" in run(project, "make", "generate").stdout
    assert "up to date" in run(project, "make", "generate").stdout
    assert run(project, "make", "check").returncode == 0


def test_pre_commit_has_the_hooks_that_are_shown() -> None:
    shown: Any = yaml.safe_load(block("yaml", "repos:"))
    hooks: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    known = [one["id"] for one in hooks]
    # No tag is named that may not be there.
    assert shown["repos"][0]["rev"] == "REVISION"
    assert shown["repos"][0]["hooks"][0]["id"] in known
    assert re.findall(r"^\| `(fragmint-[a-z]+)` \|", PAGE, re.M) == known


def test_the_action_takes_the_inputs_that_are_shown() -> None:
    shown: Any = yaml.safe_load(block("yaml", "jobs:"))
    action: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    *_, step = shown["jobs"]["fragmint"]["steps"]
    assert step["uses"].endswith("/fragmint@REVISION")
    assert step["with"].keys() <= action["inputs"].keys()
    assert shown["permissions"]["pull-requests"] == "write"


def test_bazel(project: Path) -> None:
    """In a folder whose files are links to where they are, apart from one another."""
    assert run(project, "fragmint", "generate").returncode == 0
    build = ast.parse(block("starlark"))  # which is Python, as far as this goes
    calls = [one.value for one in build.body if isinstance(one, ast.Expr)]
    [test] = (c for c in calls if ast.unparse(c).startswith("py_test"))
    patterns = re.findall(r"'([^']*[*.][^']*)'", ast.unparse(test))
    assert {"fragmint.toml", "spec/**", "src/acme/**"} <= {*patterns}
    runfiles = project / "runfiles"
    for index, path in enumerate(
        path
        for pattern in patterns
        for path in project.glob(pattern + "/*" * pattern.endswith("**"))
        if path.is_file()
    ):
        real = project / "store" / str(index) / path.name
        link = runfiles / path.relative_to(project)
        real.parent.mkdir(parents=True)
        link.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, real)
        link.symlink_to(real)
    (runfiles / "acme_is_up_to_date.py").write_text(block("python"))
    command = (sys.executable, "acme_is_up_to_date.py")
    done = run(runfiles, *command)
    assert (done.returncode, done.stderr) == (0, "")
    assert "up to date" in done.stdout
    spec = (runfiles / "spec" / "schemas.yaml").resolve()
    spec.write_text(spec.read_text("utf-8").replace("type: string", "type: integer"))
    done = run(runfiles, *command)
    assert (done.returncode, "would change" in done.stderr) == (1, True)


def test_what_hooks_need_besides_is_what_the_extra_brings() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [hook] = yaml.safe_load(block("yaml", "additional_dependencies"))
    assert hook["additional_dependencies"] == (
        project["optional-dependencies"]["ecmascript"]
    )
