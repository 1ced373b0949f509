"""``fragmint verify``, and what a vendored package does of the same by itself."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from fragmint.diagnostics import Problems
from fragmint.reviewing.verifying import verified
from fragmint.support.verify import main

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated" / "twilio_participants"
COUNT = len(json.loads((GENERATED / "fragmint.lock").read_bytes())["files"])

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Verify: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package as it is vendored, under another name, with nothing around it."""
    folder = tmp_path / "app" / "_vendor" / "participants"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(GENERATED, folder, ignore=ignored)
    return folder


@pytest.fixture(params=["fragmint verify", "python -m"])
def verify(request: pytest.FixtureRequest, tmp_path: Path, package: Path) -> Verify:
    """Exit code, output and errors of either; both are to be the same."""

    def run(*options: str) -> tuple[int, str, str]:
        if request.param == "python -m":
            # Without what is installed, such as httpx2.
            command = [sys.executable, "-S", "-m", "app._vendor.participants"]
            environment = {"PATH": os.environ["PATH"]}
            options = ("verify", *options)
        else:
            command = [sys.executable, "-m", "fragmint", "verify", str(package)]
            environment = dict(os.environ)
        done = subprocess.run(
            [*command, *options],
            cwd=tmp_path,
            env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout, done.stderr

    return run


def test_as_generated(verify: Verify, package: Path) -> None:
    assert verify() == (0, f"{package}: as generated ({COUNT} files)\n", "")
    assert verify("--strict")[0] == 0


def test_what_python_compiles_is_nobodys(verify: Verify, package: Path) -> None:
    (package / "models" / "__pycache__").mkdir()
    (package / "models" / "__pycache__" / "x.pyc").touch()
    assert verify("--strict")[0] == 0


def test_each_file_is_named(verify: Verify, package: Path) -> None:
    for name in ("client.py", "_support/auth.py"):
        (package / name).write_text("# mine\n")
    (package / "py.typed").unlink()
    shutil.rmtree(package / "models")
    (package / "mine").mkdir()
    (package / "mine" / "a b.py").touch()
    code, said, errors = verify()
    assert (code, errors) == (1, "")
    assert said.splitlines() == [
        "edited: _support/auth.py",
        "edited: client.py",
        "missing: models/participant.py",
        "missing: models/twilio_error.py",
        "missing: py.typed",
        "foreign: mine/a b.py",
        f"{package}: 2 edited, 3 missing, 1 foreign",
    ]


def test_no_name_of_a_file_is_obeyed_by_a_terminal(
    verify: Verify, package: Path
) -> None:
    (package / "a\x1b[2J\nall: as generated").touch()
    (package / os.fsdecode(b"f\xff.txt")).touch()
    code, said, _ = verify()
    assert code == 0
    assert sorted(said.splitlines()) == sorted(
        [
            r"foreign: a\x1b[2J\nall: as generated",
            r"foreign: f\udcff.txt",
            f"{package}: 2 foreign",
        ]
    )


def test_what_is_foreign_fails_only_if_strict(verify: Verify, package: Path) -> None:
    (package / "mine.py").touch()
    said = f"foreign: mine.py\n{package}: 1 foreign\n"
    assert verify() == (0, said, "")
    assert verify("--strict") == (1, said, "")


@pytest.mark.parametrize(
    "path",
    [
        "client/__init__.py",
        "client/__init__.pyc",
        "client.abi3.so",
        "client.cp311-win_amd64.pyd",
        "__init__.cp311-win_amd64.pyd",
        "models/participant/__init__.py",
    ],
)
def test_what_is_imported_instead_fails(
    path: str, verify: Verify, package: Path
) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert verify()[:2] == (1, f"shadowing: {path}\n{package}: 1 shadowing\n")


def test_a_link_to_what_is_imported_instead(
    verify: Verify, package: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    (package / "client").symlink_to(tmp_path / "other")
    assert verify()[:2] == (1, f"shadowing: client\n{package}: 1 shadowing\n")


@pytest.mark.parametrize(
    "path", ["client/notes.txt", "models.py", "client.pyc", "mine/__init__.py"]
)
def test_what_is_not_imported_instead_is_named(
    path: str, verify: Verify, package: Path
) -> None:
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).touch()
    assert verify()[:2] == (0, f"foreign: {path}\n{package}: 1 foreign\n")


def test_a_file_and_a_folder_in_each_others_place(
    verify: Verify, package: Path
) -> None:
    (package / "client.py").unlink()
    (package / "client.py").mkdir()
    shutil.rmtree(package / "models")
    (package / "models").touch()
    code, said, _ = verify()
    assert code == 1
    assert "missing: client.py\n" in said
    assert "missing: models/participant.py\n" in said
    assert "foreign: models\n" in said


def test_no_link_is_followed(verify: Verify, package: Path, tmp_path: Path) -> None:
    (package / "models").rename(tmp_path / "models")
    (package / "models").symlink_to(tmp_path / "models")
    (package / "client.py").rename(tmp_path / "client.py")
    (package / "client.py").symlink_to(tmp_path / "client.py")
    (package / "dangling").symlink_to(tmp_path / "nothing")
    assert verify()[1].splitlines() == [
        "edited: client.py",
        "missing: models/participant.py",
        "missing: models/twilio_error.py",
        "foreign: dangling",
        "foreign: models",
        f"{package}: 1 edited, 2 missing, 2 foreign",
    ]


# --- the manifest ---------------------------------------------------------------------


def lock(package: Path) -> Path:
    return package / "fragmint.lock"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"twilio.yaml"', '"other.yaml"'),
        ('"CreateParticipant"', '"Create"'),
        ('"method": "POST"', '"method": "PUT"'),
        ('"py.typed": "e3', '"py.typed": "e4'),
        ('"seal": "', '"seal": "0'),
    ],
)
def test_the_manifest_is_a_file_too(
    old: str, new: str, verify: Verify, package: Path
) -> None:
    text = lock(package).read_text("utf-8")
    assert old in text
    lock(package).write_text(text.replace(old, new), "utf-8")
    code, said, _ = verify()
    assert code == 1
    assert "edited: fragmint.lock\n" in said
    assert ("edited: py.typed\n" in said) == ("py.typed" in old)


def test_the_lines_of_the_manifest_may_end_otherwise(
    verify: Verify, package: Path
) -> None:
    lock(package).write_bytes(lock(package).read_bytes().replace(b"\n", b"\r\n"))
    assert verify()[0] == 0


def test_without_a_manifest(verify: Verify, package: Path) -> None:
    lock(package).unlink()
    code, said, errors = verify()
    assert (code, said) == (2, "")
    assert f"{package} has no fragmint.lock" in errors


SUM = "0" * 64


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "[]",
        "{}",
        "[" * 100_000,
        '{"files": []}',
        '{"files": {"client.py": 1}}',
        '{"files": {"client.py": "0"}}',
        "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n",
        *(
            json.dumps({"files": {path: SUM}})
            for path in (
                "../client.py",
                "/etc/passwd",
                "models/../../x",
                "models//x",
                "",
                "C:/x",
                "..\\x",
            )
        ),
    ],
)
def test_a_damaged_manifest(text: str, verify: Verify, package: Path) -> None:
    lock(package).write_text(text, "utf-8")
    code, said, errors = verify()
    assert (code, said) == (2, "")
    assert f"{lock(package)} is damaged: generate it again" in errors


# --- a package alone ------------------------------------------------------------------

IMPORTED = """\
import runpy, sys
sys.argv = ["participants", "verify"]
try:
    runpy.run_module("app._vendor.participants", run_name="__main__", alter_sys=True)
except SystemExit as error:
    assert error.code == 0
print(sorted(name for name in sys.modules if name.startswith("app.")))
"""


def test_a_package_imports_nothing_else_of_itself(
    package: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-S", "-c", IMPORTED]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    name = "app._vendor.participants"
    imported = ["app._vendor", name, f"{name}._support", f"{name}._support.verify"]
    assert done.stderr == ""
    assert done.stdout.splitlines()[1] == str(imported)


@pytest.mark.parametrize("arguments", [(), ("vrify",), ("verify", "--strct")])
def test_a_package_says_how_it_is_used(
    arguments: tuple[str, ...], package: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "app._vendor.participants", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m app._vendor.participants")


def test_a_package_in_an_archive_says_so(package: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "all"), "zip", tmp_path, "app")
    command = [sys.executable, "-m", "app._vendor.participants", "verify"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": archive},
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "python -m app._vendor.participants:"
        f" {Path(archive) / 'app' / '_vendor' / 'participants'} is no folder;"
        " an archive has to be unpacked\n"
    )


def test_all_folders_are_told_of(package: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fragmint", "verify", "nowhere", str(package)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stdout == f"{package}: as generated ({COUNT} files)\n"
    assert done.stderr == "fragmint: missing-file: there is no folder nowhere\n"


def test_a_folder_above_packages_names_them(package: Path, tmp_path: Path) -> None:
    other = shutil.copytree(package, package.with_name("other"))
    shutil.copytree(package, tmp_path / ".cache" / "old")
    for folder in (tmp_path, package.parent):
        with pytest.raises(Problems, match=r"has no fragmint\.lock") as raised:
            verified(folder)
        [problem] = raised.value.problems
        assert problem.hint == f"did you mean {other} or {package}?"
    with pytest.raises(Problems, match="give the folder of a package"):
        verified(package / "models")


def test_a_file_that_cannot_be_read(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: Path) -> bytes:
        if path.name == "py.typed":
            raise PermissionError(13, "Permission denied", str(path))
        with path.open("rb") as stream:
            return stream.read()

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = f"Permission denied: {str(package / 'py.typed')!r}"
    assert main(package, "fragmint.lock", "app.acme", ["verify"]) == 2
    assert said in capsys.readouterr().err
    with pytest.raises(Problems, match=r"missing-file: Permission denied: .*py\.typed"):
        verified(package)


def test_what_generate_counts_is_what_verify_counts(
    tmp_path: Path, fragmint: Run
) -> None:
    small = ROOT / "tests/golden/two_operations_one_resource/spec.yaml"
    made = fragmint("generate", "--spec", small, "--package", "acme").stdout
    count = made.partition(" files")[0].rpartition(" ")[2]
    said = fragmint("verify", tmp_path / "acme").stdout
    assert said.endswith(f"acme: as generated ({count} files)\n")
