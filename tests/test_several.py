"""Several targets at once: what becomes of them, in which order, and who does it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

import pytest
from fragmint import cli
from fragmint.config import Target
from fragmint.diagnostics import Problem, Problems
from fragmint.pipeline import Outcome
from fragmint.several import each
from fragmint.writing.modules import workers
from fragmint.writing.render import Style

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


def work(target: Target) -> Outcome:
    """Say in which process; the first ones take longest."""
    if target.package.startswith("bad"):
        raise Problems([Problem("bad-option", target.package, None)])
    time.sleep(0.2 if target.package == "a" else 0)
    return Outcome(target=target, changes=(), operations=os.getpid(), files=1)


def targets(*packages: str, spec: Path = SMALL) -> list[Target]:
    return [Target(spec=spec, output=Path("out"), package=name) for name in packages]


def test_the_order_is_that_of_the_targets() -> None:
    wanted = targets("a", "bad1", "b", "c", "bad2")
    made = list(each(work, wanted))
    assert [target for target, _ in made] == wanted
    told = [one if isinstance(one, tuple) else one.target.package for _, one in made]
    assert [one[0].message for one in told if isinstance(one, tuple)] == [
        "bad1",
        "bad2",
    ]
    assert [one for one in told if isinstance(one, str)] == ["a", "b", "c"]


def processes(wanted: list[Target]) -> set[int]:
    outcomes = [made for _, made in each(work, wanted) if isinstance(made, Outcome)]
    assert len(outcomes) == len(wanted)
    return {made.operations for made in outcomes}


def test_small_ones_are_made_by_other_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert len(processes(targets("a", "b", "c", "d")) - {os.getpid()}) == 2
    assert processes(targets("a")) == {os.getpid()}
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert processes(targets("a", "b")) == {os.getpid()}


def test_large_ones_are_made_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    large = tmp_path / "large.yaml"
    large.write_text(SMALL.read_text("utf-8") + "#" * 600_000, "utf-8")
    assert processes(targets("a", "b", spec=large)) == {os.getpid()}
    mixed = [*targets("a", spec=large), *targets("b", "c")]
    assert os.getpid() in processes(mixed)
    assert len(processes(mixed)) > 1


def test_where_there_can_be_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("fragmint.processes._Pool", fail)
    assert processes(targets("a", "b")) == {os.getpid()}
    assert not starts_processes()


def test_an_error_of_the_work_is_none_of_the_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is not done again here, where it may go well."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(OSError, match="elsewhere"):
        list(each(partial(fails_elsewhere, os.getpid()), targets("a", "b")))


def fails_elsewhere(here: int, target: Target) -> Outcome:
    if os.getpid() != here:
        raise OSError(5, "elsewhere")
    return work(target)


def test_how_many_are_done_is_known() -> None:
    done: list[None] = []
    assert (
        len(list(each(work, targets("a", "b", "bad"), lambda: done.append(None)))) == 3
    )
    assert len(done) == 3


def starts_processes() -> bool:
    with workers(Style()) as pool:
        return pool is not None


def test_what_works_for_others_starts_no_processes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert starts_processes()
    with ProcessPoolExecutor(1) as pool:
        assert not pool.submit(starts_processes).result()


# --- how it ends ----------------------------------------------------------------------

ENDING = """\
import os, sys, time
from pathlib import Path
from fragmint.config import Target
from fragmint.pipeline import Outcome
from fragmint.several import each

def work(target):
    Path(target.package).touch()
    while not Path("go").exists():
        time.sleep(0.01)
    return Outcome(target=target, changes=(), operations=1, files=1)

os.cpu_count = lambda: 2
wanted = [Target(spec=Path("no"), package=one) for one in "abcdefghij"]
try:
    list(each(work, wanted))
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals to a group are those of POSIX")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_no_process_goes_on_after_the_end(number: str, tmp_path: Path) -> None:
    """By Ctrl-C, which all of a group get, they end what they are at; else at once."""
    with subprocess.Popen(
        [sys.executable, "-c", ENDING],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as run:
        try:
            while len([*tmp_path.iterdir()]) < 2:
                assert run.poll() is None
                time.sleep(0.01)
            if number == "SIGINT":
                os.killpg(run.pid, signal.SIGINT)
                (tmp_path / "go").touch()
            else:
                os.kill(run.pid, getattr(signal, number))
            # There is an end of it once the last of them has gone.
            assert run.communicate(timeout=60)[0] == b""
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)
    usual = {"SIGINT": 130}.get(number, -getattr(signal, number))
    assert run.returncode == usual
    assert {one.name for one in tmp_path.iterdir()} - {"go"} == {"a", "b"}


STARTING = """\
import os, signal, sys
from multiprocessing.process import BaseProcess
from fragmint.processes import processes

def start(process):
    was(process)
    os.kill(os.getpid(), signal.SIGINT)

was, BaseProcess.start = BaseProcess.start, start
try:
    with processes(2) as pool:
        pool.submit(os.getpid)
except KeyboardInterrupt:
    sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_no_process_stays_that_was_started_when_it_ended() -> None:
    command = [sys.executable, "-c", STARTING]
    done = subprocess.run(
        command, capture_output=True, timeout=60, start_new_session=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_ctrl_c_while_a_command_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("fragmint.cli.parser_for", interrupted)
    assert cli.main(["generate"]) == 130


# --- by the command -------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Four targets, of which the second and the last are wrong."""
    for name in ("good", "bad"):
        shutil.copy(SMALL, tmp_path / f"{name}.yaml")
    bad = tmp_path / "bad.yaml"
    bad.write_text(bad.read_text("utf-8").replace("schemas/Call", "schemas/Cal"))
    config = "".join(
        f'[targets.{name}]\nspec = "{name.rstrip("12")}.yaml"\n'
        for name in ("good2", "bad1", "good1", "bad2")
    )
    (tmp_path / "fragmint.toml").write_text(config, "utf-8")
    return tmp_path


def test_good_ones_are_made_and_all_problems_told(project: Path, fragmint: Run) -> None:
    done = fragmint("generate")
    assert done.returncode == 2
    lines = [line.partition(":")[0] for line in done.stdout.splitlines()]
    assert lines == ["good2", "good1"]
    assert done.stderr.count("unknown-ref: nothing is defined") == 1  # of two targets
    assert (project / "good1/client.py").exists()
    again = fragmint("generate", "good1", "bad2")
    assert (again.returncode, again.stdout) == (
        2,
        "good1: up to date (2 operations in "
        + again.stdout.rpartition("operations in ")[2],
    )
    assert "unknown-ref" in again.stderr


def test_each_target_says_what_is_its_own(project: Path, fragmint: Run) -> None:
    other = project / "bad.yaml"
    (project / "worse.yaml").write_text(other.read_text("utf-8") + "x: [\n", "utf-8")
    with (project / "fragmint.toml").open("a") as config:
        config.write('[targets.worse]\nspec = "worse.yaml"\n')
    for command in ("generate", "check"):
        done = fragmint(command)
        assert done.returncode == 2
        assert "bad.yaml:" in done.stderr
        assert "worse.yaml:" in done.stderr


def test_check_of_several(project: Path, fragmint: Run) -> None:
    fragmint("generate")
    (project / "good2/client.py").write_text("# mine\n")
    done = fragmint("check", "good2", "good1")
    assert done.returncode == 1
    assert done.stdout.startswith("--- good2/client.py\tedited")
    assert "\ngood1: up to date" in done.stdout


def test_quiet(project: Path, fragmint: Run) -> None:
    done = fragmint("generate", "good1", "good2", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = fragmint("check", "good1", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (project / "good1/client.py").write_text("# mine\n")
    done = fragmint("check", "good1", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    done = fragmint("generate", "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    assert "edited-file" in done.stderr
    assert "unknown-ref" in done.stderr


def test_from_within_a_package(project: Path, fragmint: Run, files: Files) -> None:
    """The current folder is replaced on the way, and is what paths are seen from."""
    (project / "fragmint.toml").write_text(
        "".join(f'[targets.good{n}]\nspec = "good.yaml"\n' for n in (1, 2))
    )
    assert fragmint("generate").returncode == 0
    within = project / "good1"
    for count, command in enumerate((("generate", "--depfile", "x.d"), ("check",))):
        spec = project / "good.yaml"
        spec.write_text(spec.read_text("utf-8").replace("/calls", "/v1/calls"))
        done = fragmint(*command, "--config", "../fragmint.toml", cwd=within)
        assert done.returncode == count, done.stderr
    assert "good1/fragmint.lock: " in (within / "x.d").read_text("utf-8")
    assert fragmint("generate").returncode == 0
    before = files(within)
    (within / "client.py").write_text("edited = 1\n")
    flags = ("--spec", "../good.yaml", "--package", "good1", "--output", "..")
    done = fragmint("generate", *flags, "--force", "--depfile", "x.d", cwd=within)
    assert done.returncode == 0, done.stderr
    assert "up to date" in fragmint("generate", "good1").stdout
    assert {**files(within), "x.d": b""} == {**before, "x.d": b""}
    told = ("rename", "calls.fetch", "calls.get", "--target", "good1")
    done = fragmint(*told, "--config", "../fragmint.toml", cwd=within)
    assert done.returncode == 0, done.stderr
    assert "up to date" in fragmint("generate").stdout
