"""`.pre-commit-hooks.yaml`, as pre-commit reads it."""

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
    # Of files that are deleted, pre-commit says nothing to those that ask for files.
    assert hook["always_run"] is True
    assert "files" not in hook
    assert hook["id"] == f"{program}-{command}"
