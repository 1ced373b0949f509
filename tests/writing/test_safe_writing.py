"""The old package or the new one, whole, and what is not fragmint's: come what may."""

import json
import os
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import endings
import pytest
from endings import PACKAGES, package, which
from fragmint import pipeline
from fragmint.config import Target
from fragmint.diagnostics import Problem, Problems, show
from fragmint.writing import files as writing
from fragmint.writing import manifest, swap
from fragmint.writing.files import write
from fragmint.writing.turns import turn

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
FLAGS = ("--spec", "spec.yaml", "--package", "acme")

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """The package A, and files in it that are not fragmint's."""
    folder = tmp_path / "out" / "acme"
    endings.start_over(folder)
    return folder


def generate(folder: Path, letter: str = "B", *, force: bool = False) -> None:
    with turn(folder) as aside:
        write(folder, package(letter), aside, endings.CACHE, force=force)


def refused(folder: Path, letter: str = "B", *, force: bool = False) -> str:
    """What is said of a run that has to leave everything as it is."""
    before = endings.contents(folder.parent)
    with pytest.raises(Problems) as caught:
        generate(folder, letter, force=force)
    assert endings.contents(folder.parent) == before
    return show(caught.value.problems)


# --- runs that end badly --------------------------------------------------------------


@pytest.mark.parametrize("how", endings.HOW)
def test_runs_that_end_badly(how: str, tmp_path: Path) -> None:
    command = [sys.executable, endings.__file__, how, str(tmp_path / "out" / "acme")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_a_file_that_gets_too_large(acme: Path) -> None:
    """The disk takes the beginning of it, as a full one does."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, hard))
    try:
        said = refused(acme)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert "cannot-write" in said
    assert f"{acme} cannot be written: File too large" in said
    assert "hint: make room; nothing has changed" in said


@pytest.mark.parametrize("there", [True, False])
def test_an_end_right_after_the_packages_changed_places(
    there: bool, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is heard when the system is done with what it was at."""
    if not there:
        shutil.rmtree(acme)
    before = endings.contents(acme.parent)
    interrupts = [KeyboardInterrupt]

    def interrupted(ready: Path, folder: Path) -> None:
        swap.change_places(ready, folder)
        if interrupts:
            raise interrupts.pop()

    monkeypatch.setattr(writing, "change_places", interrupted)
    with pytest.raises(KeyboardInterrupt):
        generate(acme)
    assert endings.contents(acme.parent) == before
    assert endings.left(acme) == []
    generate(acme)
    assert (acme / "B" / "only.py").is_file()


@pytest.mark.parametrize("there", [True, False])
def test_an_error_after_the_packages_changed_places(
    there: bool, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not there:
        shutil.rmtree(acme)

    def fails(left: Path, folder: Path, but: object) -> None:
        raise PermissionError(13, "Permission denied", left)

    monkeypatch.setattr(writing, "rescue", fails)
    said = refused(acme)
    assert "acme cannot be written: Permission denied" in said
    assert "nothing has changed" in said


def test_what_cannot_be_undone_is_told(
    acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes the old package away, and nothing after that."""
    renames: list[Path] = []
    rename = Path.rename

    def once(path: Path, target: Path) -> Path:
        renames.append(path)
        if len(renames) > 2:  # `new` is `ready`, and the old one away
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", once)
    with pytest.raises(Problems) as caught:
        generate(acme)
    said = show(caught.value.problems)
    assert f"the old one is in {acme.with_name('.acme.fragmint')}" in said
    assert not acme.exists()
    monkeypatch.undo()
    generate(acme)
    assert which(acme) == "B"
    assert endings.left(acme) == []


@pytest.fixture
def stuck(acme: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that nobody can remove, as one of another user, or in use on Windows."""
    file = acme / "__pycache__" / "stuck.pyc"
    file.parent.mkdir()
    file.write_bytes(b"")
    unlink = os.unlink

    def unlinked(path: str | Path, **more: int) -> None:
        if Path(path).name == file.name:
            raise PermissionError(13, "Permission denied", path)
        unlink(path, **more)

    monkeypatch.setattr(os, "unlink", unlinked)
    return file


def test_what_cannot_be_removed_is_in_nobodys_way(
    acme: Path, stuck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = acme.with_name(".acme.fragmint")
    for letter in "BAB":
        notes: list[Problem] = []
        with turn(acme, notes.append) as made:
            write(acme, package(letter), made, endings.CACHE)
        assert which(acme) == letter
        (note,) = notes
        assert (note.code, note.severity) == ("cannot-remove", "warning")
        assert note.message == f"{aside / 'gone-0'} cannot be removed"
        assert note.hint is not None
        assert "remove it as one who may" in note.hint
        assert sorted(os.listdir(aside)) == [".gitignore", "gone-0"]
    assert not stuck.exists()
    monkeypatch.undo()
    generate(acme)
    assert endings.left(acme) == []


def test_a_command_tells_what_it_cannot_remove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = Target(spec=SMALL, output=tmp_path, package="acme")
    pipeline.generate(target)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        (tmp_path / "acme" / "client.py").unlink()
        told = pipeline.generate(target)
        assert [one.code for one in told.warnings] == ["cannot-remove"]
        patch.setattr(pipeline, "_made", None)  # nothing is to be made
        assert pipeline.check(target).changes == ()
        told = pipeline.generate(target)  # which tries it, too
        assert told.changes == ()
        assert [one.code for one in told.warnings] == ["cannot-remove"]
    assert pipeline.generate(target).warnings == ()
    assert [one.name for one in tmp_path.iterdir()] == ["acme"]


def test_what_is_in_the_way_beside_is_named(acme: Path) -> None:
    aside = acme.with_name(".acme.fragmint")
    aside.write_text("mine")
    said = refused(acme, force=True)
    assert f"{acme} cannot be written: File exists: {aside}" in said
    assert "move away what stands where a folder is to be" in said


def test_git_takes_nothing_of_what_a_killed_run_leaves(acme: Path) -> None:
    project = acme.parents[1]
    git = ("git", "-C", str(project))
    subprocess.run([*git, "init", "--quiet"], check=True)
    with turn(acme) as aside:
        swap.build(aside, acme, package("B"))
        listed = [*git, "ls-files", "--others", "--exclude-standard"]
        found = subprocess.run(listed, capture_output=True, check=True).stdout.decode()
    assert "out/acme/A/only.py" in found
    assert aside.name not in found
    assert endings.left(acme) == []


def test_what_renders_ends_with_its_run() -> None:
    """Else it would wait for work for ever."""
    program = (
        "import os, signal\n"
        "from fragmint.writing.modules import workers\n"
        "from fragmint.writing.render import Style\n"
        "os.cpu_count = lambda: 3\n"
        "with workers(Style()) as made:\n"
        "    made[1].result()\n"
        "    print(*made[0]._processes, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program]
    run = subprocess.Popen(command, stdout=subprocess.PIPE)
    out, _ = run.communicate(timeout=60)  # what they could print, too
    assert run.returncode == -signal.SIGKILL
    assert len(out.split()) == 2


# --- two at once ----------------------------------------------------------------------


def test_twenty_commands_at_once(tmp_path: Path) -> None:
    shutil.copy(SMALL, tmp_path)
    command = [sys.executable, "-m", "fragmint", "generate", *FLAGS]
    runs = [
        subprocess.Popen(
            command,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(20)
    ]
    told = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0] * 20
    assert sum("generated 2 operations" in out for out, _ in told) == 1
    assert sum("up to date" in out for out, _ in told) == 19
    said = {line for _, err in told for line in err.splitlines()}
    assert all("acme: waiting for" in line for line in said)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acme", "spec.yaml"]
    again = subprocess.run(command, cwd=tmp_path, capture_output=True)
    assert b"up to date" in again.stdout


def test_the_second_says_for_whom_it_waits(tmp_path: Path) -> None:
    shutil.copy(SMALL, tmp_path)
    with turn(tmp_path / "acme"):
        run = subprocess.Popen(
            [sys.executable, "-m", "fragmint", "generate", *FLAGS],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert run.stderr is not None
        said = run.stderr.readline()
        who = f"process {os.getpid()}, which generates it"
        assert said == f"fragmint: acme: waiting for {who}\n"
        assert not (tmp_path / "acme").exists()
    out, err = run.communicate()
    assert (run.returncode, err) == (0, "")
    assert out.startswith("acme: generated")


def test_a_run_that_is_refused_leaves_nothing(tmp_path: Path, fragmint: Run) -> None:
    done = fragmint("generate", "--output", "a/b", *FLAGS)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_run_with_nothing_to_do_clears_up_too(tmp_path: Path, fragmint: Run) -> None:
    shutil.copy(SMALL, tmp_path)
    fragmint("generate", *FLAGS)
    aside = tmp_path / ".acme.fragmint"
    (aside / "new" / "models").mkdir(parents=True)
    (aside / "lock").write_text("1")
    assert "up to date" in fragmint("generate", *FLAGS).stdout
    assert not aside.exists()


# --- what others do meanwhile ---------------------------------------------------------


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Have something done when the new package is made, and not yet in its place."""

    def does(act: Callable[[], None]) -> None:
        acts = [act]

        def late(ready: Path, folder: Path) -> None:
            if acts:
                acts.pop()()
            swap.change_places(ready, folder)

        monkeypatch.setattr(writing, "change_places", late)

    return does


Meanwhile: TypeAlias = Callable[[Callable[[], None]], None]


def test_a_file_that_somebody_adds_meanwhile(acme: Path, meanwhile: Meanwhile) -> None:
    def act() -> None:
        (acme / "added").mkdir()
        (acme / "added" / "new.py").write_text("new = 1\n")
        (acme / "mine.py.new").write_text("mine = 2\n")
        (acme / "mine.py.new").rename(acme / "mine.py")  # as editors save

    meanwhile(act)
    generate(acme)
    added = {"added/new.py": b"new = 1\n", "mine.py": b"mine = 2\n"}
    assert endings.contents(acme) == PACKAGES["B"] | added
    assert endings.left(acme) == []


def test_a_file_that_somebody_edits_meanwhile(acme: Path, meanwhile: Meanwhile) -> None:
    edited = acme / "operations" / "o1.py"

    def act() -> None:
        edited.write_text("# mine\n")

    meanwhile(act)
    with pytest.raises(Problems, match=r"o1.py was changed while it was generated"):
        generate(acme)
    assert edited.read_text() == "# mine\n"
    expected = PACKAGES["A"] | {"operations/o1.py": b"# mine\n"}
    assert endings.contents(acme) == expected
    assert endings.left(acme) == []


def test_an_edit_of_what_does_not_change_stays(
    acme: Path, meanwhile: Meanwhile
) -> None:
    def act() -> None:
        (acme / "new").write_text("# mine\n")
        (acme / "new").rename(acme / "models" / "m1.py")

    meanwhile(act)
    generate(acme)
    expected = PACKAGES["B"] | {"models/m1.py": b"# mine\n"}
    assert endings.contents(acme) == expected


def test_what_a_killed_run_has_kept_comes_back(acme: Path) -> None:
    """Somebody added a file, the packages changed places, and the run was killed."""
    aside = acme.with_name(".acme.fragmint")
    aside.mkdir()
    shutil.copytree(acme, aside / "ready")
    (aside / "ready" / "added.py").write_text("added = 1\n")
    generate(acme)
    assert endings.contents(acme) == PACKAGES["B"] | {"added.py": b"added = 1\n"}
    assert endings.left(acme) == []


def test_an_empty_folder_of_somebody_else_stays(acme: Path) -> None:
    (acme / "own" / "empty").mkdir()
    generate(acme)
    assert (acme / "own" / "empty").is_dir()
    assert not (acme / "A").exists()
    assert which(acme) == "B"


# --- what stands in the way -----------------------------------------------------------


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_not_followed(force: bool, acme: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.py"
    outside.write_text("# theirs\n")
    file = acme / "operations" / "o1.py"
    file.unlink()
    file.symlink_to(outside)
    said = refused(acme, force=force)
    assert f"foreign-file: {file} is a link, which could lead anywhere" in said
    assert outside.read_text() == "# theirs\n"
    assert file.is_symlink()


@pytest.mark.parametrize("link", ["src", "src/acme"])
@pytest.mark.parametrize("force", [False, True])
def test_a_link_out_of_the_project_is_not_followed(
    force: bool, link: str, tmp_path: Path, fragmint: Run
) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    (outside / "acme").mkdir(parents=True)
    (project / link).parent.mkdir(parents=True)
    shutil.copy(SMALL, project)
    (project / link).symlink_to(outside / link.removeprefix("src").strip("/"))
    flags = [*FLAGS, "--output", "src", *["--force"] * force]
    done = fragmint("generate", *flags, cwd=project)
    assert done.returncode == 2
    assert f"foreign-file: {link} is a link out of the project, to /" in done.stderr
    assert "name the place itself as the output" in done.stderr
    assert [path.name for path in outside.rglob("*")] == ["acme"]
    flags = [*FLAGS, "--output", "../outside"]
    assert fragmint("generate", *flags, cwd=project).returncode == 0
    assert (outside / "acme" / "client.py").is_file()


def test_a_link_within_the_project_is_followed(tmp_path: Path, fragmint: Run) -> None:
    """Also where the project is reached by one."""
    project = tmp_path / "project"
    (project / "real" / "acme").mkdir(parents=True)
    shutil.copy(SMALL, project)
    (project / "src").symlink_to("real")
    (tmp_path / "link").symlink_to("project")
    (project / "fragmint.toml").write_text(
        '[targets.acme]\nspec = "spec.yaml"\noutput = "src"\n'
    )
    for config in ("project/fragmint.toml", "link/fragmint.toml"):
        done = fragmint("generate", "--config", config, "--force")
        assert (done.returncode, done.stderr) == (0, "")
    assert (project / "real" / "acme" / "client.py").is_file()
    assert (project / "src").is_symlink()


@pytest.mark.parametrize("there", ["new", "ready", "old", ""])
def test_a_link_beside_is_not_followed(there: str, acme: Path, tmp_path: Path) -> None:
    """A repository that was cloned can hold anything."""
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o755)
    (outside / "x").write_text("")
    link = acme.with_name(".acme.fragmint") / there
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(outside)
    if there:
        generate(acme)
        assert which(acme) == "B"
        assert endings.left(acme) == []
    else:
        assert "is a link, which could lead anywhere" in refused(acme)
    assert [path.name for path in outside.iterdir()] == ["x"]
    assert stat.S_IMODE(outside.stat().st_mode) == 0o755


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_where_a_file_is_to_be(force: bool, acme: Path) -> None:
    file = acme / "B" / "only.py"
    file.mkdir(parents=True)
    (file / "mine.txt").write_text("mine")
    said = refused(acme, force=force)
    assert f"foreign-file: {file} is no file, and in the way" in said


@pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="the system has no pipes in folders"
)
@pytest.mark.parametrize("force", [False, True])
def test_a_pipe_where_a_file_was(force: bool, acme: Path) -> None:
    """To read it would be to wait for somebody to write."""
    generate(acme)
    file = acme / "B" / "only.py"
    file.unlink()
    os.mkfifo(file)
    said = refused(acme, force=force)
    assert f"foreign-file: {file} is no file, and in the way" in said


@pytest.mark.parametrize("force", [False, True])
def test_a_file_where_a_folder_is_to_be(force: bool, acme: Path) -> None:
    (acme / "B").write_text("mine")
    said = refused(acme, force=force)
    assert f"foreign-file: {acme / 'B'} is a file, and has to be a folder" in said


def test_a_file_where_the_package_is_to_be(tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    folder.write_text("mine")
    said = refused(folder, force=True)
    assert f"foreign-file: {folder} is a file, and has to be a folder" in said


def test_a_file_where_the_output_is_to_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    said = refused(tmp_path / "out" / "acme")
    assert "out/acme cannot be written: Not a directory" in said
    assert "move away what stands where a folder is to be; nothing has changed" in said


def test_a_folder_that_is_read_only(
    acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mkdir(path: Path, mode: int = 0o777) -> None:  # root may write anywhere
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "mkdir", mkdir)
    said = refused(acme)
    assert f"cannot-write: {acme} cannot be written: Permission denied" in said
    assert "it must be allowed to write there" in said


def test_a_link_that_leads_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "acme").symlink_to(tmp_path / "acme")
    assert "cannot-write" in refused(tmp_path / "acme")


# --- what was edited ------------------------------------------------------------------


def test_an_edit_is_shown(acme: Path) -> None:
    generate(acme)
    file = acme / "operations" / "o1.py"
    file.write_text(file.read_text() + "# mine\n")
    said = refused(acme)
    assert said == f"""\
fragmint: edited-file: {file} was edited since it was generated
      hint: undo the edit, or overwrite it: fragmint generate --force
      --- {file}, as generated
      +++ {file}, as it is
      @@ -100 +100,2 @@
       B_1 = 1
      +# mine
"""


def test_an_edit_is_shown_where_other_text_comes(acme: Path) -> None:
    (acme / "operations" / "o1.py").write_text("# mine\n")
    said = refused(acme)
    assert "o1.py, as it would be generated now\n" in said
    assert "lines more" in said
    assert len(said.splitlines()) < 50


def test_an_edit_is_shown_whatever_else_changes(acme: Path) -> None:
    file = acme / "operations" / "o1.py"
    ends, middle = b"keep = 1\n" * 3, b"A_1 = 1\n" * 50
    made = package("A") | {"operations/o1.py": ends + middle + ends}
    lock = json.loads(made["fragmint.lock"])
    lock["files"]["operations/o1.py"] = manifest.digest(made["operations/o1.py"])
    (acme / "fragmint.lock").write_text(json.dumps(lock))
    file.write_bytes(made["operations/o1.py"] + b"MY_EDIT = 1\n")
    wanted = package("B") | {"operations/o1.py": ends + b"B_1 = 1\n" * 50 + ends}
    with pytest.raises(Problems) as caught, turn(acme) as aside:
        write(acme, wanted, aside, endings.CACHE)
    said = show(caught.value.problems)
    assert "      +MY_EDIT = 1\n" in said
    assert "; the diff has what else changes, too, which git diff has not\n" in said
    assert re.search(
        r"\n      @@ -3,52 \+3,52 @@\n(      .*\n){9}      … and 83 ", said
    )


def test_an_edit_of_what_nothing_makes_any_more(acme: Path) -> None:
    """Nobody knows what was generated, so that there is nothing to compare with."""
    generate(acme)
    file = acme / "B" / "only.py"
    file.write_text("# mine\n")
    said = refused(acme, "A")
    assert f"{file} was edited since it was generated, and nothing makes it" in said
    assert (
        "hint: the text that was generated is nowhere, so that no diff can be shown:"
        " git diff may have it; take what is yours out of the file, and remove it:"
        " fragmint generate --force\n"
    ) in said


def test_git_leaves_line_ends_where_it_is_told_to(tmp_path: Path) -> None:
    """By the very line that the hint has, in the file that it names."""
    folder = tmp_path / "src" / "acme"
    endings.start_over(folder)
    git = ("git", "-C", str(tmp_path), "-c", "core.autocrlf=true")
    subprocess.run([*git, "init", "--quiet"], check=True)
    (tmp_path / "src" / ".gitattributes").write_text("acme/** -text\n")
    subprocess.run([*git, "add", "."], check=True, capture_output=True)
    shutil.rmtree(folder)
    subprocess.run([*git, "checkout", "--quiet", "."], check=True)
    assert which(folder) == "A"


def test_only_line_ends_were_changed(acme: Path) -> None:
    file = acme / "operations" / "o1.py"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    said = refused(acme)
    assert f"edited-file: {file} has other line ends than it was generated with" in said
    assert f"'acme/** -text' in {acme.parent / '.gitattributes'};" in said
    generate(acme, force=True)
    assert which(acme) == "B"


# --- line ends and permissions --------------------------------------------------------


def modes(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in [folder, *folder.rglob("*")]
    }


def test_what_is_there_keeps_its_permissions(acme: Path) -> None:
    (acme / "operations" / "o1.py").chmod(0o640)
    (acme / "operations").chmod(0o750)
    (acme / "own").chmod(0o555)
    acme.chmod(0o711)
    before = modes(acme)
    mask = os.umask(0o077)
    try:
        generate(acme)
    finally:
        os.umask(mask)
    after = modes(acme)
    assert {path: after[path] for path in before if path in after} == {
        path: mode for path, mode in before.items() if path[0] != "A"
    }
    assert (after["B"], after["B/only.py"]) == (0o700, 0o600)


NOBODY = 65534


@pytest.fixture
def project(acme: Path) -> Iterator[Path]:
    """The package A in a project of another user, which is not below one of ours."""
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("only root can be another user")
    generate(acme)  # imports what it needs, where that can be read
    folder = Path(tempfile.mkdtemp())
    endings.start_over(folder / "out" / "acme")
    for one in (folder, *folder.rglob("*")):
        os.chown(one, NOBODY, NOBODY)
    yield folder
    os.seteuid(0)
    shutil.rmtree(folder)


def owners(folder: Path) -> dict[Path, tuple[int, ...]]:
    """Whose each of the files and folders is, with its permissions."""
    found = {one: one.lstat() for one in (folder, *folder.rglob("*"))}
    return {
        one: (found[one].st_uid, found[one].st_gid, found[one].st_mode) for one in found
    }


def test_root_takes_no_package_away_from_its_owner(project: Path) -> None:
    (project / "out" / "acme" / "operations").chmod(0o750)
    before = owners(project)
    generate(project / "out" / "acme")
    after = owners(project)
    generate(project / "out" / "acme", "A")
    assert {owner[:2] for owner in owners(project).values()} == {(NOBODY, NOBODY)}
    generate(project / "out" / "acme")
    assert {one: after[one] for one in before if one in after} == {
        one: owner for one, owner in before.items() if "A" not in one.parts
    }
    assert {owner[:2] for owner in after.values()} == {(NOBODY, NOBODY)}
    assert which(project / "out" / "acme") == "B"


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_file_of_another_user_stays_his(mode: int, project: Path) -> None:
    acme = project / "out" / "acme"
    files = {acme / "theirs.py", acme / "own" / "theirs.py", acme / "A" / "theirs.py"}
    for file in files:
        file.write_text("theirs = 1\n")
        file.chmod(mode)
    before = {file: file.stat() for file in files}
    os.seteuid(NOBODY)
    generate(acme)
    os.seteuid(0)
    for file in files:
        now = file.stat()
        assert (now.st_ino, now.st_uid) == (before[file].st_ino, 0)
        assert now.st_mode == before[file].st_mode
        file.unlink()
    (acme / "A").rmdir()
    assert which(acme) == "B"
    assert endings.left(acme) == []


def test_a_folder_of_another_user_stays_his(project: Path) -> None:
    """Where it may be moved; where not, nothing is done, and what there is, is said."""
    acme = project / "out" / "acme"
    theirs = acme / "theirs"
    theirs.mkdir()
    theirs.chmod(0o755)
    (theirs / "a.py").write_text("a = 1\n")
    (acme / "moved.py").write_text("theirs = 1\n")
    before, all_before = theirs.stat(), owners(project)
    os.seteuid(NOBODY)
    said = refused(acme)
    assert f"{acme} cannot be written: Permission denied: {theirs}" in said
    assert owners(project) == all_before
    os.seteuid(0)
    theirs.chmod(0o777)
    os.seteuid(NOBODY)
    generate(acme)
    now = theirs.stat()
    assert (now.st_ino, now.st_uid) == (before.st_ino, 0)
    assert (theirs / "a.py").stat().st_uid == 0
    assert (acme / "B" / "only.py").is_file()
    assert endings.left(acme) == []


@pytest.mark.parametrize(
    ("mask", "folder", "file"), [(0o022, 0o755, 0o644), (0, 0o777, 0o666)]
)
def test_what_is_new_has_the_permissions_that_new_files_have(
    mask: int, folder: int, file: int, tmp_path: Path
) -> None:
    before = os.umask(mask)
    try:
        generate(tmp_path / "out" / "acme")
    finally:
        os.umask(before)
    found = modes(tmp_path / "out")
    assert {mode for path, mode in found.items() if Path(path).suffix} == {file}
    assert {mode for path, mode in found.items() if not Path(path).suffix} == {folder}


def test_no_carriage_return_is_generated(fragmint: Run, tmp_path: Path) -> None:
    """Neither in what is rendered nor in what is copied."""
    (tmp_path / "spec.yaml").write_bytes(SMALL.read_bytes().replace(b"\n", b"\r\n"))
    assert fragmint("generate", *FLAGS).returncode == 0
    made = endings.contents(tmp_path / "acme")
    assert [path for path, data in made.items() if b"\r" in data] == []


def test_the_folder_beside_can_go_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mkdir` then says that it is there, and finds it to be no folder."""
    made: list[Path] = []
    real = Path.mkdir

    def mkdir(path: Path, *_: object, **__: object) -> None:
        made.append(path)
        if len(made) == 1:
            raise FileExistsError(path)
        real(path, parents=True, exist_ok=True)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    with turn(tmp_path / "acme") as aside:
        assert made == [aside, aside]
