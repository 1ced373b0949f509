"""What the tools say of our code and of the code that we generate."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
GENERATED = ROOT / "generated" / "twilio_participants"
SUPPORT = ROOT / "generator" / "fragmint" / "support"


def tool(*command: object, cwd: Path = ROOT, **environment: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def passes(*command: object, cwd: Path = ROOT) -> None:
    code, said = tool(*command, cwd=cwd)
    assert code == 0, said


def pyright(folder: Path, **settings: object) -> tuple[int, str]:
    """What pyright says of `folder` in its strict mode."""
    config = folder / "pyrightconfig.json"
    config.write_text(json.dumps({"typeCheckingMode": "strict", **settings}))
    return tool("pyright", "--pythonpath", sys.executable, "-p", config, cwd=folder)


def golden(folder: Path) -> Iterator[Path]:
    """All golden packages in `folder`, each under the name of its case."""
    cases = sorted(GOLDEN.glob("*/expected"))
    assert cases
    for case in cases:
        yield shutil.copytree(case, folder / case.parent.name)


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden packages, for type checkers, who are to read the runtime only once."""
    folder = tmp_path_factory.mktemp("golden")
    shared = folder / "support"
    shutil.copytree(SUPPORT, shared, ignore=shutil.ignore_patterns("__pycache__"))
    for package in golden(folder):
        for path in shared.rglob("*.py"):
            module = path.relative_to(shared)
            stand_in = package / "_support" / module
            stand_in.parent.mkdir(parents=True, exist_ok=True)
            name = ".".join(module.with_suffix("").parts).removesuffix("__init__")
            stand_in.write_text(f"from support.{name} import *\n".replace(". ", " "))
    return folder


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """A folder for a program of a user, with the generated package beside it."""
    shutil.copytree(
        GENERATED,
        tmp_path / GENERATED.name,
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    return tmp_path


# --- our own code ---------------------------------------------------------------------


def test_mypy() -> None:
    passes("mypy")


def test_pyright() -> None:
    passes("pyright", "--pythonpath", sys.executable)


def test_ruff() -> None:
    passes("ruff", "check", ".")


def test_black() -> None:
    passes("black", "--check", "generator", "generated", "tests", "benchmarks")


# --- generated code -------------------------------------------------------------------


def test_generated_package_under_pyright_strict(user: Path) -> None:
    # What another package would have in the place of httpx2.
    shutil.copytree(SUPPORT / "stdlib", user / GENERATED.name / "_support" / "stdlib")
    code, said = pyright(user, include=[GENERATED.name])
    assert code == 0, said


def test_golden_packages_under_mypy(typed: Path) -> None:
    passes("mypy", "--strict", "--config-file", os.devnull, ".", cwd=typed)


def test_golden_packages_under_pyright(typed: Path) -> None:
    # The runtime is judged in the package of this repository.
    code, said = pyright(typed, ignore=["support", "**/_support"])
    assert code == 0, said


def test_golden_packages_under_black() -> None:
    passes("black", "--check", *sorted(GOLDEN.glob("*/expected")))


def test_golden_packages_can_be_imported(tmp_path: Path) -> None:
    for package in golden(tmp_path):
        shutil.copytree(SUPPORT, package / "_support")
    modules = [
        ".".join(path.relative_to(tmp_path).with_suffix("").parts)
        for path in sorted(tmp_path.rglob("*.py"))
        if path.stem != "__init__"
    ]
    program = (
        "import importlib, sys, traceback\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n"
        "        importlib.import_module(name)\n"
        "    except Exception:\n"
        "        traceback.print_exc(limit=-1)\n"
        "        print('in', name)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *modules],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (0, "")


# --- what a user's editor says --------------------------------------------------------

MISTAKEN = """\
from twilio_participants import BasicAuth, Client, CreateParticipant

client = Client(auth=BasicAuth("AC", "token"))
"""
MISTAKES = (
    'client.participants.create(conference_sid="CF", from_="a", to="b",'
    ' max_participants="ten")',
    'CreateParticipant(conference_sid="CF", from_="a", to="b", beep="loud")',
    'CreateParticipant(conference_sid="CF", from_="a")',
    'CreateParticipant("CF", from_="a", to="b")',
    'CreateParticipant(conference_sid="CF", from_="a", to="b", lable="x")',
    'CreateParticipant(conference_sid="CF", from_="a", to="b").to = "c"',
)
ASKED = """\
from twilio_participants import AsyncClient, BasicAuth, Client, CreateParticipant

auth = BasicAuth("AC", "token")
client = Client(auth=auth)
request = CreateParticipant(conference_sid="CF", from_="a", to="b", beep=True)
reveal_type(client.send(request))
reveal_type(client.participants.create(conference_sid="CF", from_="a", to="b"))

async def later() -> None:
    async with AsyncClient(auth=auth) as other:
        reveal_type(await other.send(request))
        reveal_type(
            await other.participants.create(conference_sid="CF", from_="a", to="b")
        )
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_users_mistakes_are_type_errors(checker: str, user: Path) -> None:
    program = user / "program.py"
    program.write_text(MISTAKEN + "\n".join(MISTAKES) + "\n")
    if checker == "mypy":
        _, said = tool("mypy", "--strict", "program.py", cwd=user)
    else:
        _, said = pyright(user, include=["program.py"])
    first = MISTAKEN.count("\n") + 1
    for line, mistake in enumerate(MISTAKES, start=first):
        assert f"program.py:{line}:" in said, f"{mistake}\n{said}"
    for line in range(1, first):
        assert f"program.py:{line}:" not in said


def test_mypy_knows_what_comes_back(user: Path) -> None:
    (user / "program.py").write_text(ASKED)
    code, said = tool("mypy", "--strict", "program.py", cwd=user)
    revealed = 'Revealed type is "twilio_participants.models.participant.Participant"'
    assert (code, said.count(revealed)) == (0, 4), said


def test_pyright_knows_what_comes_back(user: Path) -> None:
    (user / "program.py").write_text(ASKED)
    code, said = pyright(user, include=["program.py"])
    assert (code, said.count('is "Participant"')) == (0, 4), said


OWN = """\
from collections.abc import AsyncIterator
from typing import Unpack

from twilio_participants import (
    AsyncClient,
    AsyncIncoming,
    AsyncTransport,
    BasicAuth,
    Client,
    CreateParticipant,
    HttpRequest,
    HttpResponse,
    Incoming,
    Options,
    Signer,
    Timeout,
    Transport,
)

class Own:
    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse | Incoming:
        return Incoming(200, {}, iter([request.url.encode()]), lambda: None)

class AsyncOwn:
    async def send(self, request: HttpRequest, timeout: Timeout) -> AsyncIncoming:
        async def chunks() -> AsyncIterator[bytes]:
            yield request.url.encode()
        async def close() -> None: ...
        return AsyncIncoming(200, {}, chunks(), close)

def signed(request: HttpRequest) -> HttpRequest:
    return request._replace(headers={**request.headers, "X-Key": "k"})

signer: Signer = signed
transport: Transport = Own()
async_transport: AsyncTransport = AsyncOwn()

def client_with(**options: Unpack[Options]) -> Client:
    return Client(auth=BasicAuth("AC", "t"), transport=transport, **options)

client_with(signer=signer, retries=2)
AsyncClient(auth=BasicAuth("AC", "t"), transport=async_transport, signer=signer)

async def told(client: AsyncClient, request: CreateParticipant) -> None:
    print(await client.send(request))
    print(await client.exchange(request))
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_users_can_annotate_what_they_write_themselves(
    checker: str, user: Path
) -> None:
    program = user / "program.py"
    program.write_text(OWN)
    if checker == "mypy":
        code, said = tool("mypy", "--strict", "program.py", cwd=user)
    else:
        code, said = pyright(user, include=["program.py"])
    assert code == 0, said
    subprocess.run([sys.executable, program], cwd=user, check=True)
