"""Make and ninja: fragmint is run when an input is newer, and not else."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE
from typing import TypeAlias

import pytest
from fragmint.config import Target
from fragmint.depfile import depfile, inputs
from fragmint.diagnostics import Problems
from fragmint.pipeline import Outcome

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
DOCS = ROOT / "docs" / "configuration.md"
SHIM = f"""\
#!/bin/sh
echo "$@" >> "$RUNS"
exec {sys.executable} -m fragmint "$@"
"""
CONFIG = """\
[targets.hosts]
spec = "api/a b#c$d.yaml"
output = "src"
overlays = ["over:lay.yaml"]
templates = "mine"
"""
OVERLAY = 'overlay: 1.1.0\ninfo: {title: O, version: "1"}\nactions:\n' + (
    "  - {target: $.info, update: {title: Hosts}}\n"
)

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
needs_make = pytest.mark.skipif(not shutil.which("make"), reason="make is not here")


class Builder:
    """A project, and the program that builds it: what it says, and how often it runs
    fragmint."""

    def __init__(self, folder: Path, program: str) -> None:
        self.folder = folder
        self.program = program
        self.runs = folder / "runs"
        bin_ = folder / ".bin"
        bin_.mkdir(exist_ok=True)
        (bin_ / "fragmint").write_text(SHIM)
        (bin_ / "fragmint").chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
            "RUNS": str(self.runs),
        }

    def build(self) -> tuple[int, int]:
        """Build it; the exit code, and how often fragmint was run."""
        self.runs.write_text("")
        done = subprocess.run(
            self.program.split(),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
        )
        self.said = done.stdout + done.stderr
        return done.returncode, len(self.runs.read_text().splitlines())

    def newer(self, name: str, text: str | None = None) -> None:
        """Make a file newer than all others, and have it say something else."""
        path = self.folder / name
        if text is not None:
            path.write_text(text)
        newest = max(one.stat().st_mtime_ns for one in self.folder.rglob("*"))
        os.utime(path, ns=(newest + 10**7, newest + 10**7))


def shown(language: str) -> str:
    """What the documentation shows in a language."""
    found = re.search(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "api").mkdir()
    shutil.copy(SMALL, tmp_path / "api/a b#c$d.yaml")
    (tmp_path / "fragmint.toml").write_text(CONFIG)
    (tmp_path / "over:lay.yaml").write_text(OVERLAY)
    (tmp_path / "mine").mkdir()
    (tmp_path / "Makefile").write_text(shown("make"))
    (tmp_path / "build.ninja").write_text(shown("ninja"))
    return tmp_path


@pytest.mark.parametrize("program", ["make generate", "ninja"])
def test_fragmint_is_run_exactly_when_an_input_is_newer(
    program: str, project: Path, fragmint: Run
) -> None:
    if not shutil.which(program.split()[0]):
        pytest.skip(f"{program} is not here")
    builder = Builder(project, program)
    assert builder.build() == (0, 1), builder.said
    assert builder.build() == (0, 0), builder.said
    spec, lock = "api/a b#c$d.yaml", project / "src/hosts/fragmint.lock"
    before = lock.read_bytes()
    text = (project / spec).read_text("utf-8")
    for name, new in (
        (spec, text.replace("A new name", "Its name")),
        ("over:lay.yaml", OVERLAY.replace("Hosts", "Guests")),
        ("fragmint.toml", f"{CONFIG}line-length = 100\n"),
    ):
        builder.newer(name, new)
        assert builder.build() == (0, 1), builder.said
        assert lock.read_bytes() != before, name
        before = lock.read_bytes()
        assert builder.build() == (0, 0), builder.said
    # What is newer and says the same is looked at once.
    builder.newer(spec)
    assert builder.build() == (0, 1), builder.said
    assert builder.build() == (0, 0), builder.said
    assert lock.read_bytes() == before
    # Where nobody knows what it is made of, as in a fresh clone, fragmint does.
    (project / ".generate.d").unlink()
    os.utime(project / "fragmint.toml", (0, 0))
    builder.newer("src/hosts/fragmint.lock")
    assert builder.build() == (0, 1), builder.said
    assert builder.build() == (0, 0), builder.said
    # A template that was not there before.
    fragmint("templates", "copy", "model.py.jinja", "--to", "mine")
    builder.newer("mine")
    assert builder.build() == (0, 1), builder.said
    # What is gone is fragmint's to tell of, and what is back is enough.
    (project / "over:lay.yaml").rename(project / "away")
    code, runs = builder.build()
    assert (code != 0, runs) == (True, 1), builder.said
    assert "missing-file" in builder.said
    (project / "away").rename(project / "over:lay.yaml")
    assert builder.build()[0] == 0, builder.said
    assert builder.build() == (0, 0), builder.said


@needs_make
def test_the_makefile_of_this_repository(tmp_path: Path) -> None:
    for name in ("spec", "generated"):
        shutil.copytree(
            ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("Makefile", "fragmint.toml"):
        shutil.copy(ROOT / name, tmp_path)
    builder = Builder(tmp_path, "make generate")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".bin").rename(tmp_path / ".venv/bin")
    (tmp_path / "pyproject.toml").touch()
    for name in (".venv/bin/python", ".venv/.installed"):
        (tmp_path / name).touch()
        builder.newer(name)
    assert builder.build() == (0, 1), builder.said
    assert builder.build() == (0, 0), builder.said
    spec = (tmp_path / "spec/participants.yaml").read_text("utf-8")
    builder.newer("spec/participants.yaml", spec + "# more\n")
    assert builder.build() == (0, 1), builder.said
    assert builder.build() == (0, 0), builder.said
    # What became of the package is noticed as ever.
    client = tmp_path / "generated/twilio_participants/client.py"
    whole = client.read_text("utf-8")
    builder.newer(str(client.relative_to(tmp_path)), f"{whole}# mine\n")
    code, runs = builder.build()
    assert (code != 0, runs, "edited-file" in builder.said) == (True, 1, True)
    client.unlink()
    builder.newer(str(client.parent.relative_to(tmp_path)))
    assert builder.build() == (0, 1), builder.said
    assert client.read_text("utf-8") == whole
    assert builder.build() == (0, 0), builder.said


# --- what is written ------------------------------------------------------------------


def test_a_rule_for_each_target(project: Path, fragmint: Run) -> None:
    (project / "fragmint.toml").write_text(
        '[targets.one]\nspec = "api/a b#c$d.yaml"\ntemplates = "mine"\n'
        '[targets.two]\nspec = "api/a b#c$d.yaml"\noutput = "src"\n'
    )
    expected = """\
one/fragmint.lock: api/a\\ b\\#c$$d.yaml \\
 fragmint.toml \\
 mine

src/two/fragmint.lock: api/a\\ b\\#c$$d.yaml \\
 fragmint.toml

api/a\\ b\\#c$$d.yaml:

fragmint.toml:

mine:
"""
    written = project / "build/all.d"
    assert fragmint("generate", "--depfile", "build/all.d").returncode == 0
    assert written.read_text("utf-8") == expected
    before = written.stat().st_mtime_ns
    assert "up to date" in fragmint("generate", "--depfile", "build/all.d").stdout
    assert written.stat().st_mtime_ns == before
    written.unlink()  # it is written when there is nothing to do, too
    assert "up to date" in fragmint("generate", "--depfile", "build/all.d").stdout
    assert written.read_text("utf-8") == expected
    one = fragmint("generate", "two", "--depfile", "build/two.d")
    assert one.returncode == 0
    assert "one/" not in (project / "build/two.d").read_text("utf-8")


def test_it_is_not_written_where_something_is_wrong(
    project: Path, fragmint: Run
) -> None:
    (project / "over:lay.yaml").write_text("nothing: 1\n")
    assert fragmint("generate", "--depfile", "all.d").returncode == 2
    assert not (project / "all.d").exists()


def test_a_depfile_that_cannot_be_written(project: Path, fragmint: Run) -> None:
    done = fragmint("generate", "--depfile", "mine")
    assert done.returncode == 2
    assert "cannot-write: Is a directory: mine" in done.stderr


def test_an_input_is_not_overwritten(project: Path, fragmint: Run) -> None:
    before = (project / "over:lay.yaml").read_bytes()
    done = fragmint("generate", "--depfile", "over:lay.yaml")
    assert done.returncode == 2
    assert "bad-option: over:lay.yaml is what a package is made of" in done.stderr
    assert (project / "over:lay.yaml").read_bytes() == before


def test_a_file_of_a_package_is_not_overwritten(project: Path, fragmint: Run) -> None:
    assert fragmint("generate").returncode == 0
    (project / "link").symlink_to("src")
    for name in ("fragmint.lock", "client.py", "_support/__init__.py"):
        before = (project / "src/hosts" / name).read_bytes()
        done = fragmint("generate", "--depfile", f"link/hosts/{name}")
        assert done.returncode == 2
        assert f"bad-option: link/hosts/{name} is a file of a package" in done.stderr
        assert (project / "src/hosts" / name).read_bytes() == before


def test_it_is_written_as_a_whole(project: Path, fragmint: Run) -> None:
    """A link stays one, and the permissions those that the file had."""
    (project / "real.d").write_text("")
    (project / "real.d").chmod(0o640)
    (project / "link.d").symlink_to("real.d")
    other = project / "other.d"
    os.link(project / "real.d", other)
    assert fragmint("generate", "--depfile", "link.d").returncode == 0
    assert (project / "link.d").is_symlink()
    assert S_IMODE((project / "real.d").stat().st_mode) == 0o640
    assert "fragmint.lock: " in (project / "real.d").read_text("utf-8")
    assert other.read_text("utf-8") == ""  # it was not written in place
    done = fragmint("generate", "--depfile", "/dev/stdout")
    assert "fragmint.lock: " in done.stdout


def outcome(package: str, *sources: str, config: Path | None = None) -> Outcome:
    target = Target(
        spec=Path("api/root.yaml"), output=Path(), package=package, config=config
    )
    return Outcome(target=target, changes=(), operations=1, files=1, sources=sources)


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("a b", "api/a\\ b"),
        ("a\\b", "api/a\\b"),
        ("a\\ b", "api/a\\\\\\ b"),
        ("$a", "api/$$a"),
        ("a:b", "api/a\\:b"),
        ("../up", "up"),
        ("é", "api/é"),
    ],
)
def test_escapes(
    name: str, escaped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert depfile([outcome("p", name)]) == (
        f"p/fragmint.lock: {escaped}\n\n{escaped}:\n"
    )


@pytest.mark.parametrize(
    "name",
    [*(f"a{one}b" for one in "\n\r\t;=|*?^<>`"), "a\\", "a\\#", "a\\:b"],
    ids=ascii,
)
def test_what_has_no_escape(name: str) -> None:
    with pytest.raises(Problems, match="cannot be written in a depfile"):
        depfile([outcome("p", name)])


def test_an_output_that_would_be_a_pattern() -> None:
    with pytest.raises(Problems, match=r"no escape for '%' there"):
        depfile([outcome("a%b", "c")])


@needs_make
@pytest.mark.parametrize(
    "name", ["a%b", "a b", "a$b", "a#b", "a:b", "[a]", "a\\ b", "R&D", "it's", 'a"b']
)
def test_make_reads_what_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes the lock again if, and only if, the file is newer."""
    monkeypatch.chdir(tmp_path)
    for folder in ("api", "p"):
        Path(folder).mkdir()
    source, lock = Path("api", name), Path("p/fragmint.lock")
    rules = depfile([outcome("p", name)])
    Path("Makefile").write_text(f"all: {lock}\n{lock}:\n\ttouch $@\n{rules}")
    for path, stamp in ((source, 1), (lock, 2)):
        path.touch()
        os.utime(path, (stamp, stamp))
    assert subprocess.run(["make", "-q"]).returncode == 0
    os.utime(source, (3, 3))
    assert subprocess.run(["make", "-q"]).returncode == 1


def test_fragmint_is_an_input_where_it_is_developed() -> None:
    here = {path.as_posix() for path in inputs(outcome("p", config=ROOT / "x.toml"))}
    assert f"{ROOT}/generator/fragmint/depfile.py" in here
    assert f"{ROOT}/templates/model.py.jinja" in here
    assert not any("__pycache__" in path for path in here)
    elsewhere = inputs(outcome("p", config=ROOT / "docs/x.toml"))
    assert elsewhere == [ROOT / "docs/x.toml"]
