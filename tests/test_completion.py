"""What shells complete: commands, flags, and what these take."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from fragmint.commands import COMMANDS

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Complete: TypeAlias = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    """A folder with two targets, and one elsewhere."""
    (tmp_path / "fragmint.toml").write_text(
        '[targets.acme]\nspec = "api.yaml"\n[targets.narrow]\nspec = "api.yaml"\n'
    )
    (tmp_path / "other.toml").write_text('[targets.other]\nspec = "api.yaml"\n')
    (tmp_path / "wrong.toml").write_text("[targets]\nacme = 1\n")
    return tmp_path


@pytest.fixture
def complete(fragmint: Run) -> Complete:
    """What the last of some words could be."""

    def run(*words: str) -> list[str]:
        done = fragmint("completion", "bash", "--", *words)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    return run


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([""], list(COMMANDS)),
        (["ch"], ["check"]),
        (["--v"], ["--version"]),
        (["--"], ["--help", "--version"]),
        (["chck", ""], list(COMMANDS)),
        (["check", "--form"], ["--format"]),
        (["check", "--format", "s"], ["sarif"]),
        (["check", "--format", "=", "s"], ["sarif"]),
        (["check", "--format", "="], ["text", "json", "sarif", "github"]),
        (["check", "--format=s"], ["--format=sarif"]),
        (["check", ""], ["acme", "narrow"]),
        (["check", "acme", "n"], ["narrow"]),
        (["check", "--strict", "n"], ["narrow"]),
        (["check", "--format", "json", "n"], ["narrow"]),
        (["check", "--config", "other.toml", ""], ["other"]),
        (["check", "--config", "wrong.toml", ""], []),
        (["check", "--config", "nowhere.toml", ""], []),
        (["check", "--config", ""], []),  # the shell completes files
        (["check", "--unknown", ""], ["acme", "narrow"]),
        (["explain", ""], []),
        (["verify", "some", ""], []),
        (["templates", ""], ["copy"]),
        (["templates", "copy", "client"], ["client.py.jinja"]),
        (["templates", "copy", "--t"], ["--to"]),
        (["templates", "copy", "client.py.jinja", ""], []),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["completion", "bash", ""], []),
    ],
)
def test_what_could_come_next(
    words: list[str], found: list[str], complete: Complete
) -> None:
    assert complete(*words) == found


def test_every_flag_of_a_command(complete: Complete, fragmint: Run) -> None:
    for command in COMMANDS:
        said = fragmint(command, "--help").stdout
        flags = set(re.findall(r"(?<![\w-])--[a-z-]+", said.partition("options:")[2]))
        assert set(complete(command, "--")) == flags


def test_each_shell_is_told_in_its_way(fragmint: Run) -> None:
    words = ("--", "templates", "")
    about = "start a template that takes the place of fragmint's"
    assert fragmint("completion", "bash", *words).stdout == "copy\n"
    assert fragmint("completion", "zsh", *words).stdout == f"copy:{about}\n"
    assert fragmint("completion", "fish", *words).stdout == f"copy\t{about}\n"


def test_no_other_shell(fragmint: Run) -> None:
    done = fragmint("completion", "csh")
    assert (done.returncode, done.stdout) == (2, "")
    assert "invalid choice: 'csh'" in done.stderr


# --- in the shells themselves ---------------------------------------------------------


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return found


@pytest.fixture
def ask(tmp_path: Path, fragmint: Run) -> Callable[..., str]:
    """Have a shell run a program, with the command on its path and its script there."""
    programs = tmp_path / "bin"
    programs.mkdir()
    command = programs / "fragmint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m fragmint "$@"\n')
    command.chmod(0o755)

    def run(*arguments: str) -> str:
        [name, *options] = arguments
        (tmp_path / "script").write_text(fragmint("completion", name).stdout)
        path = os.pathsep.join([str(programs), os.environ["PATH"]])
        done = subprocess.run(
            [shell(name), *options],
            cwd=tmp_path,
            env=os.environ | {"PATH": path, "HOME": str(tmp_path)},
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


IN_BASH = """\
source ./script
complete -p fragmint
COMP_WORDS=({words}) COMP_CWORD={last}
_fragmint {command} "" ""
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["fragmint", "gen"], "generate\n"),
        (["fragmint", "check", "''"], "acme\nnarrow\n"),
        (["fragmint", "check", "--format", "=", "js"], "json\n"),
        (["bin/fragmint", "check", "--config", "other.toml", "o"], "other\n"),
        (["fragmint", "check", "--config", "''"], "\n"),
    ],
)
def test_bash(words: list[str], found: str, ask: Callable[..., str]) -> None:
    program = IN_BASH.format(
        words=" ".join(words), last=len(words) - 1, command=words[0]
    )
    head, _, said = ask("bash", "-c", program).partition("\n")
    assert head == "complete -o default -F _fragmint fragmint"
    assert said == found


def test_zsh_reads_its_script(ask: Callable[..., str]) -> None:
    assert ask("zsh", "-n", "script") == ""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("fragmint gen", ["generate"]),
        ("fragmint check ", ["acme", "narrow"]),
        ("fragmint check --format=js", ["--format=json"]),
        ("fragmint check --config oth", ["other.toml"]),
    ],
)
def test_fish(line: str, found: list[str], ask: Callable[..., str]) -> None:
    program = f"source ./script; complete -C '{line}'"
    said = ask("fish", "--no-config", "-c", program)
    assert [one.partition("\t")[0] for one in said.splitlines()] == found


def test_what_is_missing_is_the_shell(fragmint: Run) -> None:
    done = fragmint("completion")
    assert done.returncode == 2
    assert "the following arguments are required: SHELL\n" in done.stderr
