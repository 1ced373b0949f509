"""`fragmint watch`: what makes it work, what it says, and how it ends."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fragmint.config import Target, load_targets
from fragmint.diagnostics import Problems
from fragmint.pipeline import Outcome
from fragmint.several import Made
from fragmint.watching import Session
from fragmint.writing.contract import CHANGES

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
SID = "        sid: {type: string}\n"
CONFIG = """\
[targets.acme]
spec = "api/spec.yaml"
output = "out"

[targets.other]
spec = "other/spec.yaml"
output = "out"
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two targets, each with a description; it is the current one."""
    for name in ("api", "other"):
        (tmp_path / name).mkdir()
        shutil.copy(SMALL, tmp_path / name)
    (tmp_path / "fragmint.toml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    """Change a file as most editors do: another one takes its place."""
    text = path.read_text("utf-8")
    assert old in text
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text.replace(old, new), "utf-8")
    beside.replace(path)


# --- what it looks at -----------------------------------------------------------------


class Watched:
    """A session, and what it has told since it was last asked."""

    def __init__(self, *configured: Path) -> None:
        self._told: list[str] = []
        self.session = Session(load_targets, configured, self.tell, self.configure)

    def tell(self, target: Target, made: Made, was_whole: bool) -> None:
        if isinstance(made, Outcome):
            what = "changed" if made.changes else "same"
        else:
            what = made[0].code
        again = "" if was_whole else "again "
        self._told.append(f"{target.name}: {again}{what}")

    def configure(self, error: Problems | None) -> None:
        self._told.append("whole" if error is None else error.problems[0].code)

    def look(self) -> list[str]:
        """Look; what it tells of."""
        self._told.clear()
        self.session.look()
        return self._told


@pytest.fixture
def watched() -> Watched:
    found = Watched(Path("fragmint.toml"), Path("pyproject.toml"))
    assert found.look() == ["acme: changed", "other: changed"]
    assert found.look() == []
    return found


def test_only_what_depends_on_a_change_is_made(watched: Watched, project: Path) -> None:
    edit(project / "api/spec.yaml", "A new name", "Its name")
    assert watched.look() == ["acme: changed"]
    edit(project / "other/spec.yaml", "A new name", "Its name now")
    assert watched.look() == ["other: changed"]
    edit(project / "other/spec.yaml", "title: ", "# no more than this\n  title: ")
    assert watched.look() == ["other: changed"]  # the sum of the file, in its manifest
    (project / "api/other.yaml").write_text("not referred to")
    (project / "out/acme/mine.py").write_text("mine = 1\n")
    assert watched.look() == []


def test_files_that_are_referred_to(watched: Watched, project: Path) -> None:
    ref = '{$ref: "parts/name.yaml"}'
    edit(
        project / "api/spec.yaml",
        "  schemas:\n",
        f"  schemas:\n    Name: {ref}\n",
    )
    assert watched.look() == ["acme: changed"]  # nobody needs it
    edit(project / "api/spec.yaml", SID, f"{SID}        a: {ref}\n")
    assert watched.look() == ["acme: missing-file"]
    parts = project / "api/parts"
    assert "api" in watched.session.folders
    parts.mkdir()
    watched.look()
    assert "api/parts" in watched.session.folders
    (parts / "name.yaml").write_text("type: string\n")
    assert watched.look() == ["acme: again changed"]
    edit(parts / "name.yaml", "string", "integer")
    assert watched.look() == ["acme: changed"]
    edit(project / "api/spec.yaml", f"        a: {ref}\n", "")
    assert watched.look() == ["acme: changed"]
    edit(parts / "name.yaml", "integer", "boolean")
    assert watched.look() == []


def test_what_is_broken_is_told_and_what_is_whole_again(
    watched: Watched, project: Path
) -> None:
    edit(project / "api/spec.yaml", "schemas/Call", "schemas/Cal")
    assert watched.look() == ["acme: unknown-ref"]
    edit(project / "api/spec.yaml", "title: ", "title: 1")
    assert watched.look() == ["acme: again unknown-ref"]
    edit(project / "other/spec.yaml", "A new name", "Its name")
    assert watched.look() == ["other: changed"]
    edit(project / "api/spec.yaml", "title: 1", "title: ")
    edit(project / "api/spec.yaml", "schemas/Cal", "schemas/Call")
    assert watched.look() == ["acme: again same"]
    (project / "api/spec.yaml").rename(project / "spec.yaml")
    assert watched.look() == ["acme: missing-file"]
    (project / "spec.yaml").rename(project / "api/spec.yaml")
    assert watched.look() == ["acme: again same"]


def test_the_configuration(watched: Watched, project: Path) -> None:
    config = project / "fragmint.toml"
    edit(config, "[targets.other]", "[targets.third]")
    assert watched.look() == ["third: changed"]
    assert watched.session.inputs == {
        *map(Path, ("fragmint.toml", "pyproject.toml")),
        *map(Path, ("api/spec.yaml", "other/spec.yaml")),
    }
    edit(config, "spec =", "spek =")
    assert watched.look() == ["bad-config"]
    edit(project / "api/spec.yaml", "A new name", "Its name")
    assert watched.look() == ["acme: changed"]  # by the last one that was whole
    edit(config, "spek =", "spec =")
    assert watched.look() == ["whole"]
    edit(config, 'output = "out"', 'output = "out"\nline-length = 100')
    assert watched.look() == ["acme: changed", "third: changed"]


def test_a_configuration_that_is_wrong_from_the_first(project: Path) -> None:
    (project / "fragmint.toml").unlink()
    watched = Watched(Path("fragmint.toml"), Path("pyproject.toml"))
    assert watched.look() == ["no-config"]
    assert watched.session.folders == {"."}
    table = CONFIG.replace("[targets", "[tool.fragmint.targets")
    (project / "pyproject.toml").write_text(table)
    assert watched.look() == ["whole", "acme: changed", "other: changed"]


def test_templates_and_overlays(watched: Watched, project: Path) -> None:
    (project / "mine").mkdir()
    overlay = project / "overlays" / "more.yaml"
    overlay.parent.mkdir()
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: More, version: '1'}\n"
        "actions: [{target: $.info, update: {title: More}}]\n"
    )
    edit(
        project / "fragmint.toml",
        'output = "out"\n\n',
        'output = "out"\ntemplates = "mine"\noverlays = ["overlays/more.yaml"]\n\n',
    )
    assert watched.look() == ["acme: changed"]
    edit(overlay, "title: More}}", "title: Less}}")
    assert watched.look() == ["acme: changed"]
    template = project / "mine" / "model.py.jinja"
    theirs = (ROOT / "templates" / "model.py.jinja").read_text("utf-8")
    template.write_text(
        f"{{# fragmint template contract {max(CHANGES)} #}}\n# Ours.\n{theirs}"
    )
    assert watched.look() == ["acme: changed"]
    edit(template, "# Ours.\n", "# Ours, and nobody's.\n")
    assert watched.look() == ["acme: changed"]
    edit(overlay, "actions", "acts")
    assert watched.look()[0].startswith("acme: ")
    edit(overlay, "acts", "actions")
    assert watched.look() == ["acme: again same"]


def test_templates_that_go_and_come_back(watched: Watched, project: Path) -> None:
    mine = project / "mine"
    mine.mkdir()
    edit(
        project / "fragmint.toml",
        'output = "out"\n\n',
        'output = "out"\ntemplates = "mine"\n\n',
    )
    assert watched.look() == ["acme: changed"]
    mine.rename(project / "away")
    assert watched.look() == ["acme: cannot-read"]
    assert watched.session.folders >= {".", "api"}
    (project / "away").rename(mine)
    assert watched.look() == ["acme: again same"]
    (mine / ".#model.py.jinja").symlink_to("who@where.12345:1")
    assert watched.look() == ["acme: same"]


def test_what_was_made_does_not_count(project: Path) -> None:
    """Though it may be in the very folder of the description."""
    shutil.copy(SMALL, project)
    (project / "fragmint.toml").write_text('[targets.acme]\nspec = "spec.yaml"\n')
    watched = Watched(Path("fragmint.toml"))
    assert watched.look() == ["acme: changed"]
    assert watched.session.folders == {"."}
    assert watched.look() == []


# --- as a process ---------------------------------------------------------------------


class Process:
    """A running `fragmint watch`, and the lines that it prints."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.running = subprocess.Popen(
            [sys.executable, "-m", "fragmint", "watch", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"NO_COLOR": "1"},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self.said: list[str] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.running.stdout is not None
        with self.running.stdout:
            for line in self.running.stdout:
                self._lines.put(line.rstrip("\n"))

    def until(self, part: str) -> str:
        """Wait for a line that has `part` in it."""
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                line = self._lines.get(timeout=0.2)
            except queue.Empty:
                assert self.running.poll() is None, self.said
                continue
            self.said.append(line)
            if part in line:
                return line
        raise AssertionError(f"no {part!r} in {self.said}")

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        self.running.send_signal(how)
        code = self.running.wait(60)
        self._reader.join()
        self.said += self._lines.queue
        return code


@pytest.fixture
def started() -> Iterator[Callable[..., Process]]:
    running: list[Process] = []

    def start(*arguments: object) -> Process:
        running.append(Process(*arguments))  # type: ignore[arg-type]  # as it has them
        return running[-1]

    yield start
    for one in running:
        one.end(signal.SIGKILL)


def test_a_save_is_seen_and_told(
    project: Path, started: Callable[..., Process]
) -> None:
    watch = started(project, "acme")
    assert watch.until("acme").startswith("out/acme: generated 2 operations in")
    spec = project / "api" / "spec.yaml"
    edit(spec, "operationId: fetchCall", "operationId: getCall")
    edit(spec, "/calls/{Sid}:", "/call/{Sid}:")
    watch.until("out/acme: generated 2 operations in")
    watch.until("    breaking: ")
    # In place, as others save.
    spec.write_text(spec.read_text("utf-8").replace("schemas/Call", "schemas/Cal"))
    watch.until("api/spec.yaml:")
    watch.until("did you mean #/components/schemas/Call?")
    watch.until("out/acme: left as it was")
    spec.write_text(spec.read_text("utf-8").replace("schemas/Cal", "schemas/Call"))
    watch.until("out/acme: whole again, up to date (2 operations in")
    assert watch.end() == 130
    assert not any("Traceback" in line for line in watch.said)
    assert not (project / "out" / "other").exists()


def test_a_new_folder_is_watched_too(
    project: Path, started: Callable[..., Process]
) -> None:
    watch = started(project)
    watch.until("out/other: generated")
    edit(
        project / "api/spec.yaml",
        SID,
        f'{SID}        a: {{$ref: "new/name.yaml"}}\n',
    )
    watch.until("out/acme: left as it was")
    (project / "api/new").mkdir()
    (project / "api/new/name.yaml").write_text("type: string\n")
    watch.until("out/acme: whole again, generated")
    edit(project / "api/new/name.yaml", "string", "integer")
    watch.until("out/acme: generated")
    assert watch.end() == 130


def test_flags_alone(project: Path, started: Callable[..., Process]) -> None:
    flags = ("--spec", "api/spec.yaml", "--package", "mine", "--quiet")
    watch = started(project, *flags)
    spec = project / "api" / "spec.yaml"
    edit(spec, "schemas/Call", "schemas/Cal")
    watch.until("did you mean #/components/schemas/Call?")
    assert watch.end() == 130
    assert not any("left as it was" in line for line in watch.said)


def test_it_waits_for_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "fragmint", "watch"],
        cwd=tmp_path / "empty",
        timeout=60,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "no-config: no fragmint.toml here" in done.stderr


def test_ctrl_c_is_quiet(project: Path, started: Callable[..., Process]) -> None:
    watch = started(project)
    watch.until("out/other: generated")
    assert watch.end() == 130
    assert len(watch.said) == 2


def test_without_the_library_it_says_what_to_do(project: Path) -> None:
    program = (
        "import sys; sys.modules['watchfiles'] = None;"
        " from fragmint.cli import main; sys.exit(main(['watch']))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert "missing-extra" in done.stderr
    assert 'pip install "fragmint[watch]"' in done.stderr
    assert not (project / "out").exists()
