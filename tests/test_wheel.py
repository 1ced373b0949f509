"""The wheel, built and installed outside the tree, and what it generates, vendored."""

import os
import shutil
import subprocess
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAME = "twilio_participants"
GENERATED = ROOT / "generated" / NAME
PROGRAM = """\
from app._vendor.whatever import BasicAuth, Client, CreateParticipant, InvalidRequest

class Fake:
    def send(self, request, timeout):
        raise AssertionError("nothing is to be sent")

request = CreateParticipant(
    account_sid="AC" + "0" * 32, conference_sid="CF1", from_="+15017122661",
    to="+15558675310", label="a b", status_callback_event=["answered"],
)
with Client(auth=BasicAuth("AC", "token"), transport=Fake()) as client:
    sent = client.prepare(request)
print(sent.method, sent.url)
print(sent.body.decode())
with Client(auth=BasicAuth("AC", "token")) as client:
    try:
        client.send(CreateParticipant(conference_sid="CF1", from_="a", to="b"))
    except InvalidRequest as error:
        print([violation.name for violation in error.violations])
"""


def run(*command: object, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def environment(folder: Path, *packages: object) -> Path:
    """A new virtual environment with `packages`; the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    install = (programs / "python", "-m", "pip", "install", "--quiet")
    run(*install, "--disable-pip-version-check", *packages, cwd=folder)
    return programs


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the wheel, and nothing of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    # Of a copy, since the build leaves files; without what is no source.
    shutil.copytree(
        ROOT,
        source,
        ignore=shutil.ignore_patterns(".*", "__pycache__", "tests", "generated"),
    )
    builder = environment(folder / "builder", "hatchling")
    pip = (builder / "python", "-m", "pip", "wheel", "--quiet", "--no-deps")
    run(*pip, "--no-build-isolation", source, "--wheel-dir", folder, cwd=folder)
    shutil.rmtree(source)
    (wheel,) = folder.glob("fragmint-*.whl")
    return environment(folder / "user", wheel)


@pytest.fixture(scope="session")
def made(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package that the installed command generates from a copy of spec/."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "spec", project / "spec")
    shutil.copy(ROOT / "fragmint.toml", project)
    command = (installed / "fragmint", "generate")
    assert "generated 1 operation" in run(*command, cwd=project)
    assert "up to date" in run(*command, cwd=project)
    return project / GENERATED.relative_to(ROOT)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_generates_the_same(made: Path) -> None:
    assert contents(made) == contents(GENERATED)


def test_the_wheel_needs_no_checkout(installed: Path, tmp_path: Path) -> None:
    program = "import fragmint, pathlib; print(pathlib.Path(fragmint.__file__).parent)"
    home = Path(run(installed / "python", "-c", program, cwd=tmp_path).strip())
    assert ROOT not in home.parents
    templates = {path.name for path in (ROOT / "templates").iterdir()}
    assert {path.name for path in (home / "templates").iterdir()} == templates
    for page in (home / "docs").iterdir():
        assert page.read_bytes() == (ROOT / "docs" / page.name).read_bytes()
    listed = run(installed / "fragmint", "templates", cwd=tmp_path)
    assert len(listed.splitlines()) == len(templates) + 1
    assert not (home / "tests").exists()


def test_the_package_can_be_vendored(made: Path, tmp_path: Path) -> None:
    programs = environment(tmp_path / "venv", "httpx2")
    shutil.copytree(made, tmp_path / "app" / "_vendor" / "whatever")
    (tmp_path / "program.py").write_text(PROGRAM)
    lines = run(programs / "python", "program.py", cwd=tmp_path).splitlines()
    assert lines == [
        "POST https://api.twilio.com/2010-04-01/Accounts/AC"
        + "0" * 32
        + "/Conferences/CF1/Participants.json",
        "From=%2B15017122661&Label=a+b&StatusCallbackEvent=answered&To=%2B15558675310",
        "['account_sid']",
    ]
