"""Templates that take the place of ours, and the contract that they are written for."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from fragmint.diagnostics import show
from fragmint.writing.contract import CHANGES, judged

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
TEMPLATES = sorted(path.name for path in (ROOT / "templates").iterdir())
FLAGS = ("--spec", "spec.yaml", "--package", "acme")

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


def test_templates_are_listed(fragmint: Run) -> None:
    head, *lines = fragmint("templates").stdout.splitlines()
    assert head.split() == ["template", "makes", "sees"]
    assert sorted(line.split()[0] for line in lines) == TEMPLATES
    assert "client.py.jinja     client.py  " in "\n".join(lines)


def test_copies_make_the_same(tmp_path: Path, fragmint: Run, files: Files) -> None:
    shutil.copy(SMALL, tmp_path)
    assert fragmint("generate", *FLAGS).returncode == 0
    before = files(tmp_path / "acme")
    for name in TEMPLATES:
        assert fragmint("templates", "copy", name, "--to", "a/b").returncode == 0
    made = fragmint("generate", *FLAGS, "--templates", "a/b")
    assert (made.returncode, made.stderr) == (0, "")
    after = files(tmp_path / "acme")
    assert {path for path in after if after[path] != before.get(path)} == {
        "fragmint.lock"
    }


def test_a_copy_is_what_it_is_a_copy_of(tmp_path: Path, fragmint: Run) -> None:
    done = fragmint("templates", "copy", "client.py.jinja")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("templates/client.py.jinja: ")
    line = f"{{# fragmint template contract {max(CHANGES)} #}}\n"
    ours = (ROOT / "templates" / "client.py.jinja").read_text("utf-8")
    copy = tmp_path / "templates" / "client.py.jinja"
    assert copy.read_bytes().decode() == line + ours


def test_a_copy_never_overwrites(tmp_path: Path, fragmint: Run) -> None:
    mine = tmp_path / "templates" / "client.py.jinja"
    mine.parent.mkdir()
    mine.write_text("mine")
    done = fragmint("templates", "copy", "client.py.jinja")
    assert (done.returncode, done.stdout) == (2, "")
    assert "foreign-file: templates/client.py.jinja is there already" in done.stderr
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("clients.py.jinja", "did you mean client.py.jinja?"),
        ("../pyproject.toml", "bad-template: there is no template ../pyproject.toml"),
    ],
)
def test_a_copy_of_nothing(name: str, said: str, tmp_path: Path, fragmint: Run) -> None:
    done = fragmint("templates", "copy", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "templates").exists()


def test_a_copy_that_cannot_be_written(tmp_path: Path, fragmint: Run) -> None:
    (tmp_path / "file").touch()
    done = fragmint("templates", "copy", "client.py.jinja", "--to", "file")
    assert done.returncode == 2
    assert "foreign-file" in done.stderr or "cannot-write" in done.stderr
    done = fragmint("templates", "copy", "client.py.jinja", "--to", "file/below")
    assert done.returncode == 2
    assert "cannot-write: Not a directory" in done.stderr


# --- the version ----------------------------------------------------------------------

LATER = {1: "it is the first", 2: "`Field.old` went", 3: "`Field.new` came"}


def said(text: str, folder: Path) -> str:
    """What is said of a template with this text."""
    path = folder / "client.py.jinja"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return show(judged(folder, LATER)).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    "line",
    ["{# fragmint template contract 3 #}", "{#- fragmint template contract 3 -#}"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_contract_in_force(line: str, end: str, tmp_path: Path) -> None:
    assert said(f"{line}{end}", tmp_path) == ""


def test_an_older_contract(tmp_path: Path) -> None:
    text = "{# fragmint template contract 1 #}\nx = 1\n"
    assert said(text, tmp_path) == (
        "client.py.jinja:1:1: template-contract: this template was written for"
        " contract 1, and 3 is in force\n"
        "    1 | {# fragmint template contract 1 #}\n"
        "      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "      hint: since then: `Field.old` went; `Field.new` came\n"
    )
    assert "hint: since then: `Field.new` came\n" in said(
        text.replace("1 #", "2 #"), tmp_path
    )


def test_a_later_contract(tmp_path: Path) -> None:
    shown = said("{# fragmint template contract 12 #}\n", tmp_path)
    assert "contract 12, and 3 is in force" in shown
    assert "hint: a later release of fragmint has that one" in shown


@pytest.mark.parametrize(
    "text",
    ["", "x = 1\n", "{# contract 3 #}\n", "\n{# fragmint template contract 3 #}"],
)
def test_no_contract(text: str, tmp_path: Path) -> None:
    shown = said(text, tmp_path)
    assert "client.py.jinja:1:1: warning: template-contract: " in shown
    assert "begin it with {# fragmint template contract 3 #}" in shown


def test_what_is_no_text_is_told_by_who_renders_it(tmp_path: Path) -> None:
    assert said("\udcff", tmp_path) == ""
    assert judged(None) == []


@pytest.mark.parametrize(
    ("line", "strict", "code"),
    [
        ("{# fragmint template contract 999 #}\n", (), 2),
        ("", (), 0),
        ("", ("--strict",), 2),
    ],
)
def test_generating_by_another_contract(
    line: str, strict: tuple[str, ...], code: int, tmp_path: Path, fragmint: Run
) -> None:
    shutil.copy(SMALL, tmp_path)
    (tmp_path / "mine").mkdir()
    theirs = (ROOT / "templates" / "model.py.jinja").read_text("utf-8")
    (tmp_path / "mine" / "model.py.jinja").write_text(line + theirs)
    done = fragmint("generate", *FLAGS, "--templates", "mine", *strict)
    assert done.returncode == code
    assert "mine/model.py.jinja:1:1: " in done.stderr
    assert "template-contract" in done.stderr
    assert (tmp_path / "acme").exists() == (code == 0)


# --- what else is in the folder -------------------------------------------------------


@pytest.fixture
def mine(tmp_path: Path, fragmint: Run) -> Path:
    """A folder with a template, of which a package is made."""
    shutil.copy(SMALL, tmp_path)
    fragmint("templates", "copy", "model.py.jinja", "--to", "mine")
    assert fragmint("generate", *FLAGS, "--templates", "mine").returncode == 0
    return tmp_path / "mine"


def test_what_is_no_template_counts_for_nothing(mine: Path, fragmint: Run) -> None:
    for name in ("README.md", ".DS_Store", "model.py.jinja~", ".old.py.jinja"):
        (mine / name).write_text("what is no template")
    (mine / ".#model.py.jinja").symlink_to("who@where.12345:1")  # while Emacs edits it
    (mine / ".git").mkdir()
    (mine / ".git/x.jinja").write_text("")
    for command in ("check", "generate"):
        done = fragmint(command, *FLAGS, "--templates", "mine")
        assert (done.returncode, done.stderr) == (0, "")
        assert "up to date" in done.stdout
    done = fragmint("generate", *FLAGS, "--templates", "mine", "--force")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_template_reads_no_other_file(mine: Path, fragmint: Run) -> None:
    """Nobody would know that the package is not up to date when that changes."""
    (mine / "header.txt").write_text("# ours")
    with (mine / "model.py.jinja").open("a") as template:
        template.write("{% include 'header.txt' %}")
    done = fragmint("generate", *FLAGS, "--templates", "mine")
    assert done.returncode == 2
    assert "there is no template header.txt" in done.stderr


@pytest.mark.parametrize("name", ["modle.py.jinja", "more/model.py.jinja"])
def test_a_template_that_takes_no_place(name: str, mine: Path, fragmint: Run) -> None:
    (mine / name).parent.mkdir(exist_ok=True)
    (mine / name).write_text("")
    for command in ("check", "generate"):
        done = fragmint(command, *FLAGS, "--templates", "mine")
        assert done.returncode == 2
        assert (
            f"bad-template: mine/{name} takes the place of no template" in done.stderr
        )
        assert "did you mean model.py.jinja?" in done.stderr


def _is_a_folder(template: Path) -> None:
    template.unlink()
    template.mkdir()


def _leads_nowhere(template: Path) -> None:
    template.unlink()
    template.symlink_to("nowhere")


@pytest.mark.parametrize("spoil", [_is_a_folder, _leads_nowhere])
def test_a_template_that_cannot_be_read(
    spoil: Callable[[Path], None], mine: Path, fragmint: Run
) -> None:
    spoil(mine / "model.py.jinja")
    for command in ("check", "generate"):
        done = fragmint(command, *FLAGS, "--templates", "mine")
        assert done.returncode == 2
        assert "cannot-read: mine/model.py.jinja cannot be read: " in done.stderr
