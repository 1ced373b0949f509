"""`fragmint init`: what it asks, what it writes, and when it writes nothing."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from fragmint.config import load_targets

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    (tmp_path / "api").mkdir()
    shutil.copy(SMALL, tmp_path / "api")
    return tmp_path


def config(project: Path) -> str:
    return (project / "fragmint.toml").read_bytes().decode()


def test_it_shows_writes_and_generates(project: Path, fragmint: Run) -> None:
    done = fragmint("init", "api/spec.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    shown, _, said = done.stdout.partition("fragmint.toml: has the target calls now")
    assert [line.split() for line in shown.splitlines()] == [
        ["GET", "/calls/{Sid}", "client.calls.fetch"],
        ["POST", "/calls/{Sid}", "client.calls.update"],
    ]
    assert "\ncalls: generated 2 operations in" in said
    assert config(project) == '[targets.calls]\nspec = "api/spec.yaml"\n'
    assert (project / "calls/client.py").is_file()
    again = fragmint("generate")
    assert "calls: up to date" in again.stdout


def test_flags_say_all_of_it(project: Path, fragmint: Run) -> None:
    done = fragmint(
        *("init", project / "api/spec.yaml", "--package", "acme", "--output", "src"),
        *("--operation", "fetchCall", "--transport", "stdlib", "--yes"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "calls.update" not in done.stdout
    assert config(project) == """\
[targets.acme]
spec = "api/spec.yaml"
output = "src"
operations = ["fetchCall"]
transport = "stdlib"
"""
    assert (project / "src/acme/_support/stdlib").is_dir()


def test_what_is_there_is_kept(project: Path, fragmint: Run) -> None:
    before = '# Ours.\r\n[targets.b]  # first\r\nspec = "api/spec.yaml"'
    (project / "fragmint.toml").write_bytes(before.encode())
    both = ("--operation", "fetchCall", "--operation", "POST /calls/{Sid}")
    assert fragmint("init", "api/spec.yaml", *both).returncode == 0
    lines = [
        *("", "", "[targets.calls]", 'spec = "api/spec.yaml"', "operations = ["),
        *('    "fetchCall",', '    "POST /calls/{Sid}",', "]", ""),
    ]
    assert config(project) == before + "\r\n".join(lines)
    targets = load_targets(project / "fragmint.toml")
    assert [target.name for target in targets] == ["b", "calls"]
    assert targets[1].operations == ("fetchCall", "POST /calls/{Sid}")


@pytest.mark.parametrize(
    "text", ["", "#:schema ./fragmint.schema.json\n", "[targets]\n"]
)
def test_a_configuration_without_targets(
    text: str, project: Path, fragmint: Run
) -> None:
    (project / "fragmint.toml").write_text(text)
    assert fragmint("init", "api/spec.yaml").returncode == 0
    table = '[targets.calls]\nspec = "api/spec.yaml"\n'
    assert config(project) == (f"{text}\n{table}" if text else table)


def test_the_table_of_a_project(project: Path, fragmint: Run) -> None:
    own = project / "pyproject.toml"
    own.write_text('[tool.fragmint.targets.b]\nspec = "api/spec.yaml"\n\n[project]\n')
    assert fragmint("init", "api/spec.yaml").returncode == 0
    assert not (project / "fragmint.toml").exists()
    said = tomllib.loads(own.read_text("utf-8"))
    assert said["tool"]["fragmint"]["targets"]["calls"] == {"spec": "api/spec.yaml"}
    own.write_text("[tool.fragmint]\n")
    assert fragmint("init", "api/spec.yaml").returncode == 0
    assert own.read_text("utf-8").startswith("[tool.fragmint]\n\n[tool.fragmint.tar")
    # One that says nothing of fragmint is left alone.
    own.write_text("[project]\n")
    assert fragmint("init", "api/spec.yaml", "--package", "c").returncode == 0
    assert own.read_text("utf-8") == "[project]\n"
    assert tomllib.loads(config(project))["targets"].keys() == {"c"}


def test_what_names_can_have_in_them(project: Path, fragmint: Run) -> None:
    name = 'a "b"\\\x7fü.yaml'
    shutil.copy(SMALL, project / name)
    done = fragmint("init", name, "--package", "é")
    assert (done.returncode, done.stderr) == (0, "")
    [target] = load_targets(project / "fragmint.toml")
    assert (target.spec.name, target.package) == (name, "é")


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Acme (Orders) API", "acme_orders_api"),
        ("class", "class_"),
        ("Calendar", "calendar_"),
        ("注文", "spec"),
        ("3 things", "spec"),
    ],
)
def test_what_a_package_is_called(
    title: str, package: str, project: Path, fragmint: Run
) -> None:
    spec = project / "api/spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("title: Calls", f"title: {title}"))
    assert fragmint("init", "api/spec.yaml").returncode == 0
    assert (project / package / "client.py").exists()


def test_a_package_called_as_a_module_of_python(project: Path, fragmint: Run) -> None:
    done = fragmint("init", "api/spec.yaml", "--package", "json")
    assert done.returncode == 0
    assert "warning: bad-option: json is the name of a module of Python" in done.stderr
    assert (project / "json" / "client.py").exists()


# --- nothing is written ---------------------------------------------------------------


def test_a_bad_description(project: Path, fragmint: Run) -> None:
    spec = project / "api/spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("schemas/Call", "schemas/Cal"))
    done = fragmint("init", "api/spec.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean #/components/schemas/Call?" in done.stderr
    assert [path.name for path in project.iterdir()] == ["api"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("api/spce.yaml",), "did you mean api/spec.yaml?"),
        (("api/spec.yaml", "--package", "class"), "'class' cannot be the name"),
        (("api/spec.yaml", "--package", "class"), "keyword of Python: write class_"),
        (("api/spec.yaml", "--transport", "sdtlib"), "did you mean stdlib?"),
        (("api/spec.yaml", "--operation", "fetchCal"), "did you mean fetchCall?"),
    ],
)
def test_wrong_flags(
    arguments: tuple[str, ...], message: str, project: Path, fragmint: Run
) -> None:
    done = fragmint("init", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert [path.name for path in project.iterdir()] == ["api"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[targets.calls]\nspec = "a"\n', "has a target calls"),
        ("[targets.calls]\n", "the target calls has no spec"),
        ('targets = {b = {spec = "a"}}\n', "no target can be added to fragmint.toml"),
        ("[targets.b\n", "fragmint.toml:1:"),
        ("[other]\n", "unknown table or option 'other'"),
    ],
)
def test_a_configuration_that_takes_none(
    text: str, message: str, project: Path, fragmint: Run
) -> None:
    (project / "fragmint.toml").write_text(text)
    done = fragmint("init", "api/spec.yaml")
    assert done.returncode == 2
    assert message in done.stderr
    assert config(project) == text
    assert not (project / "calls").exists()


@pytest.mark.parametrize("flags", [(), ("--package", "calls")])
def test_a_target_that_is_there_is_told_first(
    flags: tuple[str, ...], project: Path, fragmint: Run
) -> None:
    assert fragmint("init", "api/spec.yaml").returncode == 0
    done = fragmint("init", "api/spec.yaml", *flags)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fragmint generate calls makes it anew" in done.stderr
    assert "--package NAME" in done.stderr


def test_a_package_that_cannot_be_made(project: Path, fragmint: Run) -> None:
    (project / "calls").mkdir()
    (project / "calls/client.py").write_text("mine = 1\n")
    done = fragmint("init", "api/spec.yaml")
    assert done.returncode == 2
    assert "foreign-file" in done.stderr
    assert not (project / "fragmint.toml").exists()


FULL = """\
import errno, pathlib, sys
def fail(self, data):
    was(self, data[:3] if "project" in str(self) else data)
    if "project" in str(self):
        raise OSError(errno.ENOSPC, "No space left on device")
was, pathlib.Path.write_bytes = pathlib.Path.write_bytes, fail
from fragmint.cli import main
sys.exit(main(["init", "api/spec.yaml"]))
"""


def test_a_full_disk(project: Path) -> None:
    """The configuration says what it said, and no package is left behind."""
    text = '[project]\nname = "ours"\n[tool.fragmint.targets.a]\nspec = "a"\n'
    (project / "pyproject.toml").write_text(text)
    done = subprocess.run(
        [sys.executable, "-c", FULL],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2, done.stderr
    assert "cannot-write: No space left on device: pyproject.toml" in done.stderr
    assert (project / "pyproject.toml").read_text("utf-8") == text
    assert {one.name for one in project.iterdir()} == {"api", "pyproject.toml"}


KILLED = """\
import os
from fragmint.commands import init
def killed(target):
    os._exit(9)
init.generate = killed
from fragmint.cli import main
main(["init", "api/spec.yaml"])
"""


def test_root_takes_no_configuration_away_from_its_owner(
    project: Path, fragmint: Run
) -> None:
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root can write what belongs to another user")
    file = project / "fragmint.toml"
    file.write_text("")
    file.chmod(0o640)
    os.chown(file, 65534, 65534)
    assert fragmint("init", "api/spec.yaml").returncode == 0
    found = file.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (65534, 65534, 0o640)


def test_what_a_killed_run_leaves_is_ignored_and_goes(
    project: Path, fragmint: Run
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=project)
    assert done.returncode == 9
    assert len([*project.iterdir()]) == 2
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    listed = ["git", "ls-files", "--others", "--exclude-standard"]
    found = subprocess.run(listed, cwd=project, capture_output=True, check=True)
    assert found.stdout == b"api/spec.yaml\n"
    assert fragmint("init", "api/spec.yaml").returncode == 0
    left = {one.name for one in project.iterdir()}
    assert left == {".git", "api", "calls", "fragmint.toml"}


def test_a_configuration_that_may_not_be_written(project: Path, fragmint: Run) -> None:
    (project / "fragmint.toml").write_text("")
    (project / "fragmint.toml").chmod(0o444)
    if os.access(project / "fragmint.toml", os.W_OK):
        pytest.skip("whoever runs this may write anything")
    done = fragmint("init", "api/spec.yaml")
    assert done.returncode == 2
    assert "cannot-write: Permission denied: fragmint.toml" in done.stderr
    assert not (project / "calls").exists()


def test_a_name_that_no_configuration_has(project: Path, fragmint: Run) -> None:
    """A name of a file is bytes, those of TOML are UTF-8."""
    name = os.fsdecode(b"\xff.yaml")
    try:
        (project / "api/spec.yaml").rename(project / name)
    except OSError:
        pytest.skip("the disk has names of UTF-8 alone")
    done = fragmint("init", name)
    assert done.returncode == 2
    assert "is no UTF-8, which a configuration is written in" in done.stderr
    assert {one.name for one in project.iterdir()} == {"api", name}
    flags = ("--spec", name, "--package", "calls", "--format", "sarif")
    [run] = json.loads(fragmint("check", *flags).stdout)["runs"]
    assert "%FF.yaml" in str(run["results"])


@pytest.mark.parametrize(
    "command", [("init",), ("generate", "--package", "calls", "--spec")]
)
def test_an_address_is_no_file(
    project: Path, command: tuple[str, ...], fragmint: Run
) -> None:
    done = fragmint(*command, "https://example.com/api/openapi.yaml")
    assert done.returncode == 2
    assert "https://example.com/api/openapi.yaml is no file" in done.stderr
    assert "hint: download it" in done.stderr


# --- what it asks ---------------------------------------------------------------------


def asked(project: Path, answers: str, *arguments: str) -> tuple[int, str]:
    """The exit code, and what a terminal shows on which this is answered."""
    pty = pytest.importorskip("pty")  # of POSIX alone
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "fragmint", "init", "api/spec.yaml", *arguments],
        cwd=project,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=os.environ | {"NO_COLOR": "1"},
    )
    os.close(slave)
    os.write(master, answers.encode())
    said = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # of Linux, where nobody has the other side any more
            break
        if not part:
            break
        said += part
    os.close(master)
    return process.wait(), said.decode()


def test_it_asks_for_all(project: Path) -> None:
    code, said = asked(project, "acme\nsrc\nfetch*\nstdlib\n")
    assert code == 0, said
    assert "name of the package (calls): " in said
    assert "POST /calls/{Sid}  client.calls.update" in said
    assert "operations, as they are shown or by operationId, with commas" in said
    assert config(project) == """\
[targets.acme]
spec = "api/spec.yaml"
output = "src"
operations = ["fetch*"]
transport = "stdlib"
"""


def test_what_is_not_answered_is_usual(project: Path) -> None:
    code, said = asked(project, "\n\n\n\n")
    assert code == 0, said
    assert config(project) == '[targets.calls]\nspec = "api/spec.yaml"\n'


@pytest.mark.parametrize("name", ["calls.update", "client.calls.update"])
def test_an_operation_can_be_called_as_it_is_shown(name: str, project: Path) -> None:
    code, said = asked(project, f"\n\n{name}, fetchCall\n\n")
    assert code == 0, said
    [target] = load_targets(project / "fragmint.toml")
    assert target.operations == ("POST /calls/{Sid}", "fetchCall")


def test_it_asks_again(project: Path) -> None:
    answers = "a-b\nacme\n\nfetchCal, calls.x\nPOST /calls/{Sid}, get *\nhttp\n\n"
    code, said = asked(project, answers)
    assert code == 0, said
    assert "'a-b' cannot be the name of a package" in said
    assert "there is no operation fetchCal" in said
    assert "did you mean fetchCall?" in said
    assert "there is no operation calls.x" in said
    assert "write an operationId or METHOD /path; * stands for anything" in said
    assert "'http' is no transport" in said
    [target] = load_targets(project / "fragmint.toml")
    assert target.operations == ("POST /calls/{Sid}", "get *")


def test_a_target_that_is_there_is_not_the_answer(project: Path, fragmint: Run) -> None:
    assert fragmint("init", "api/spec.yaml").returncode == 0
    code, said = asked(project, "\nother\n\n\n\n")
    assert code == 0, said
    assert said.count("fragmint generate calls makes it anew") == 1
    targets = load_targets(project / "fragmint.toml")
    assert [one.name for one in targets] == ["calls", "other"]


def test_it_asks_for_what_is_missing_alone(project: Path) -> None:
    flags = ("--package", "acme", "--operation", "fetchCall", "--output", ".")
    code, said = asked(project, "\n", *flags)
    assert code == 0, said
    assert said.count("): ") == 1
    code, said = asked(project, "", "--yes")
    assert (code, "): " in said) == (0, False)


def test_who_answers_no_more_gets_nothing(project: Path) -> None:
    code, said = asked(project, "acme\n\x04")
    assert code == 130, said
    assert [path.name for path in project.iterdir()] == ["api"]
