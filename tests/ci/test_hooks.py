"""`.pre-commit-hooks.yaml`, as pre-commit reads it."""

import re
import shlex
import tomllib
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from fragmint.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[Any] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=[one["id"] for one in HOOKS])
def test_a_hook_runs_a_command_that_there_is(hook: Any) -> None:
    program, command, *arguments = shlex.split(hook["entry"])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert program in project["scripts"]
    assert command in COMMANDS
    parser = ArgumentParser(exit_on_error=False)
    import_module(f"fragmint.commands.{command}").arguments(parser)
    parser.parse_args(arguments)
    assert hook["language"] == "python"
    # A command is for targets, whatever files they are made of.
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    assert hook["id"] == f"{program}-{command}"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("spec/api.yaml", True),
        ("api.yml", True),
        ("v1/openapi.json", True),
        ("fragmint.toml", True),
        ("pyproject.toml", True),
        ("templates/model.py.jinja", True),
        ("src/acme/client.py", True),
        ("src/acme/fragmint.lock", True),
        ("README.md", False),
        ("poetry.lock", False),
        ("py", False),
    ],
)
def test_a_hook_is_for_all_that_can_change_its_answer(path: str, wanted: bool) -> None:
    for hook in HOOKS:
        assert bool(re.search(hook["files"], path)) is wanted
