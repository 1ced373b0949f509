"""Generation is a function of its inputs: nothing around it shows in what it makes."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from fragmint.writing.contract import CHANGES

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parent.parent
CONFIG = """\
[targets.participants]
spec = "spec/twilio.yaml"
output = "made"

[targets.calls]
spec = "spec/calls/spec.yaml"
output = "made"
root = "spec"
overlays = ["overlays/fixes.yaml", "overlays/ours.yaml"]
templates = "templates"
line-length = 100
transport = "stdlib"

[targets.hostile]
spec = "spec/hostile/spec.yaml"
output = "made"
formats = {uuid = "app.ids:Id", date = "app.days:Day"}
"""
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "HOME": "/"},
    {
        "PYTHONHASHSEED": "2",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Pacific/Chatham",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "COLUMNS": "40",
        "NO_COLOR": "1",
    },
]
MASKS = [0o022, 0o077]


def checkout(folder: Path) -> Path:
    """A project in `folder`, as git would put it there."""
    golden = ROOT / "tests/golden"
    shutil.copytree(ROOT / "spec", folder / "spec")
    (folder / "spec/calls").mkdir()
    shutil.copy(golden / "overlays/spec.yaml", folder / "spec/calls")
    shutil.copytree(golden / "hostile_text", folder / "spec/hostile")
    (folder / "overlays").mkdir()
    for name in ("fixes.yaml", "ours.yaml"):
        shutil.copy(golden / "overlays" / name, folder / "overlays")
    (folder / "templates").mkdir()
    template = (ROOT / "templates/model.py.jinja").read_text("utf-8")
    contract = f"{{# fragmint template contract {max(CHANGES)} #}}\n"
    (folder / "templates/model.py.jinja").write_text(contract + template, "utf-8")
    (folder / "fragmint.toml").write_text(CONFIG, "utf-8")
    return folder


def generate(
    project: Path, cwd: Path, config: str, environment: dict[str, str], umask: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "fragmint", "generate", "--quiet", "--config", config],
        cwd=cwd,
        env=os.environ | environment,
        umask=umask,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


def made(folder: Path, umask: int) -> dict[str, bytes | None]:
    """The bytes of everything below a folder, by path; all has the usual mode."""
    found: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        usual = 0o777 if path.is_dir() else 0o666
        assert stat.S_IMODE(path.stat().st_mode) == usual & ~umask, path
        name = path.relative_to(folder).as_posix()
        found[name] = None if path.is_dir() else path.read_bytes()
    return found


def test_two_checkouts_make_the_same(tmp_path: Path) -> None:
    one = checkout(tmp_path / "one")
    other = checkout(tmp_path / "some where/else é/other")
    (tmp_path / "cwd").mkdir()
    generate(one, one, "fragmint.toml", SURROUNDINGS[0], MASKS[0])
    config = os.path.relpath(other / "fragmint.toml", tmp_path / "cwd")
    generate(other, tmp_path / "cwd", config, SURROUNDINGS[1], MASKS[1])
    first, second = made(one / "made", MASKS[0]), made(other / "made", MASKS[1])
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == set()
    assert len(first) > 100


def with_other_line_ends(folder: Path) -> None:
    """As git checks text out on Windows."""
    for path in filter(Path.is_file, folder.rglob("*")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_what_line_ends_a_checkout_has_makes_no_difference(
    tmp_path: Path, fragmint: Run
) -> None:
    """Neither one of a project nor one of fragmint itself, should git make others."""
    attributes = (ROOT / ".gitattributes").read_text("utf-8")
    assert "* -text" in attributes.splitlines()
    one, other = checkout(tmp_path / "one"), checkout(tmp_path / "other")
    with_other_line_ends(other)
    own = tmp_path / "own"
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, own / name, ignore=ignored)
    with_other_line_ends(own)
    environment = SURROUNDINGS[0] | {"PYTHONPATH": str(own / "generator")}
    generate(one, one, "fragmint.toml", SURROUNDINGS[0], MASKS[0])
    generate(other, other, "fragmint.toml", environment, MASKS[0])
    first, second = made(one / "made", MASKS[0]), made(other / "made", MASKS[0])
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == set()
    for name in ("spec", "overlays", "templates"):
        with_other_line_ends(one / name)
    done = fragmint("check", cwd=one)
    assert (done.returncode, done.stdout.count("up to date")) == (0, 3), done.stdout


def test_a_description_around_two_checkouts(tmp_path: Path, fragmint: Run) -> None:
    """That it is outside tells nothing of the folders that these are in."""
    shutil.copytree(ROOT / "tests/golden/overlays", tmp_path / "common")
    options = {
        "relative": ("../../common/spec.yaml", "../../common/ours.yaml"),
        "absolute": (f"{tmp_path}/common/spec.yaml", f"{tmp_path}/common/ours.yaml"),
    }
    made: list[bytes] = []
    for folder in (tmp_path / "a/one", tmp_path / "b/another"):
        folder.mkdir(parents=True)
        # Of the name of the root document: the one is not taken for the other.
        shutil.copy(tmp_path / "common/fixes.yaml", folder / "spec.yaml")
        (folder / "fragmint.toml").write_text(
            "".join(
                f'[targets.{name}]\nspec = "{spec}"\n'
                f'overlays = ["spec.yaml", "{ours}"]\n'
                for name, (spec, ours) in options.items()
            )
        )
        for known in (0, 2):
            done = fragmint("generate", "--depfile", "made.d", cwd=folder)
            assert done.returncode == 0, done.stderr
            assert done.stdout.count("up to date") == known
        made += (path.read_bytes() for path in sorted(folder.rglob("*.lock")))
        assert " spec.yaml \\\n" in (folder / "made.d").read_text("utf-8")
        (folder / "spec.yaml").write_text(
            (folder / "spec.yaml").read_text("utf-8") + "# more\n"
        )
        assert fragmint("check", cwd=folder).returncode == 1
    assert made[:2] == made[2:]
