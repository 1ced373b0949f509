"""What runs others: what breaks there is told, and nothing else is disturbed."""

import subprocess
import sys
from pathlib import Path

import pytest

from . import checkers, report
from .importing import main as import_package
from .lane import ROOT, Lane
from .trial import Failure, Row

WORK = """
import os, sys, time
def work(how):
    if how == "dies": os.kill(os.getpid(), 11)
    if how == "exits": sys.exit(3)
    if how == "raises": raise ValueError("no")
    if how == "hangs": time.sleep(60)
    if how == "grows": b"x" * 300_000_000
    return {"seed": os.environ["PYTHONHASHSEED"]}
"""


def test_a_task_that_breaks_breaks_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "some_work.py").write_text(WORK)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Lane("some_work", 7) as lane:
        assert "status" in lane.do(9, how="dies")["crash"]
        assert "SystemExit: 3" in lane.do(9, how="exits")["traceback"]
        assert "ValueError: no" in lane.do(9, how="raises")["traceback"]
        assert lane.do(0.2, how="hangs")["crash"] == "took more than 0.2 s"
        small, large = lane.do(9, how="works"), lane.do(9, how="grows")
        assert small["seed"] == "7"
        assert large["peak"] > small["peak"] + 200_000


def test_a_lane_that_cannot_start_is_told() -> None:
    with Lane("no_such_module", 1) as lane:
        assert "died" in lane.do(9)["crash"]


def test_every_module_that_cannot_be_imported_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    package = tmp_path / "some_package"
    package.mkdir()
    texts = {"__init__": "", "good": "", "bad": "import gone", "worse": "def"}
    for name, text in texts.items():
        (package / f"{name}.py").write_text(text)
    told = import_package(tmp_path, "some_package")
    assert told["modules"] == 4
    errors = told["errors"]
    assert isinstance(errors, dict)
    modules = {where.partition(",")[0] for where in errors}
    assert modules == {"some_package.bad", "some_package.worse"}


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    texts = {
        "clean": "A: int = 1\n",
        "typed": 'A: int = "1"\n',
        "broken": "def\n",
        "crooked": "A = {  1:2 }\n",
        "same": "A = {  1:2 }\n",
    }
    for name, text in texts.items():
        (tmp_path / "packages" / name).mkdir(parents=True)
        (tmp_path / "packages" / name / "__init__.py").write_text(text)
    return tmp_path / "packages"


ALL = ("broken", "clean", "crooked", "same", "typed")


def test_the_type_checkers_find_the_package(packages: Path, tmp_path: Path) -> None:
    found = checkers.mypy(packages, ALL, tmp_path)
    assert {package for package, _ in found} == {"broken", "typed"}
    found = checkers.pyright(packages, ALL, tmp_path, "standard")
    assert {package for package, _ in found} == {"broken", "typed"}


def test_black_finds_the_packages(packages: Path, tmp_path: Path) -> None:
    found = checkers.black(packages, ALL, tmp_path)
    causes = {package: failure.cause for package, failure in found}
    assert causes.keys() == {"broken", "crooked", "same"}
    assert causes["crooked"] == causes["same"] == "black would change it"


def test_batches_are_of_like_size() -> None:
    sizes = {"large": 5000, "middle": 2900, "small": 90, "tiny": 20}
    found = checkers.batches(sizes)
    assert found == [("large",), ("middle", "small"), ("tiny",)]


def row(name: str, *failures: Failure, generated: bool = True) -> Row:
    found = Row(Path(name), Path(), name, name, operations=2, operations_found=2)
    found.generated = generated
    found.failures = [*failures]
    return found


def test_causes_are_told_apart_and_counted() -> None:
    rows = [
        row("a/1", Failure("mypy", 'no "x" at line 12', "m.py:1")),
        row("a/2", Failure("mypy", 'no "yy" at line 9', "n.py:2")),
        row("a/3", Failure("mypy", "something else")),
    ]
    lines = [*report.by_cause(rows)]
    assert lines[0] == "mypy: no … at line 0: 2 in 2"
    assert "    a/1: m.py:1" in lines
    assert "mypy: something else: 1 in 1" in lines


def test_the_table_counts_descriptions() -> None:
    failed = row("a/2", Failure("generated", "x"), generated=False)
    rows = [row("a/1"), failed, row("b/3", Failure("pyright", "y"))]
    text = report.table(rows, [])
    last = text.splitlines()[-1].split()
    assert last[:2] == ["all", "3"]
    assert "2 (66.7 %)" in text
    assert "6/6" in last
    assert not report.is_whole(rows)
    assert report.is_whole([row("a"), row("b", Failure("disputed", "z"))])
    assert not report.is_whole([])


def test_the_command_ends_with_2_where_there_is_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.corpus", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert "no description" in done.stderr


DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://api.example.com}]
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, minLength: 2}}
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 5}}
      responses:
        "200":
          description: A pet
          content:
            application/json:
              schema: {type: object, properties: {name: {type: string}}}
              example: {name: Tom, more: [1]}
        default: {description: An error}
"""


def test_the_command_tries_everything_of_a_description(tmp_path: Path) -> None:
    (tmp_path / "pets.yaml").write_text(DOCUMENT)
    skips = [f"--skip={name}" for name in ("mypy", "pyright", "black")]
    command = [sys.executable, "-m", "tests.corpus", str(tmp_path), *skips]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "requests that openapi-core accepts" in done.stdout
    assert "response examples read and written again" in done.stdout
