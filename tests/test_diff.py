"""`fragmint diff`: what can be compared, and how it is told."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from fragmint import compile_schema
from fragmint.comparing.annotations import difference
from fragmint.comparing.changelog import updated
from fragmint.comparing.compare import compare
from fragmint.comparing.conditions import formula
from fragmint.comparing.formats import FORMATS, HEADINGS
from fragmint.comparing.formulas import Formula, implies
from fragmint.comparing.places import Where
from fragmint.comparing.report import Entry, Report, report, verdict
from fragmint.comparing.sides import of_paths
from fragmint.comparing.survey import survey
from fragmint.config import CONFIG, Target, load_targets
from fragmint.diagnostics import Problems
from fragmint.pipeline import make
from fragmint.reading import JSON

GOLDEN = Path(__file__).parent / "golden_diff"
DOCS = Path(__file__).parent.parent / "docs"
CASE = GOLDEN / "rule_narrower"
SENTENCE = "client.pets.add(age=…) must be at least 5; before, it had to be at least 1"
BREAKING = f"""\
breaking: {SENTENCE}
    {{old}} -> {{new}}
major: 1 breaking
"""

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    """A folder with both descriptions, and a configuration for a package of one."""
    shutil.copy(CASE / "old.yaml", tmp_path / "old.yaml")
    shutil.copy(CASE / "new.yaml", tmp_path / "new.yaml")
    shutil.copy(CASE / "old.yaml", tmp_path / "api.yaml")
    (tmp_path / "fragmint.toml").write_text('[targets.pets]\nspec = "api.yaml"\n')
    return tmp_path


WHO = {
    f"GIT_{role}_{what}": "pat@example.com"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | WHO | {"GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture
def repository(project: Path, fragmint: Run) -> Path:
    """A repository with the package of the old description."""
    assert fragmint("generate").returncode == 0
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    return project


# --- what is compared -----------------------------------------------------------------


def test_two_descriptions(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == BREAKING.format(old="old.yaml:20", new="new.yaml:20")


def test_two_packages(project: Path, fragmint: Run) -> None:
    for name in ("old", "new"):
        spec = ("--spec", f"{name}.yaml", "--package", name)
        assert fragmint("generate", *spec).returncode == 0
    done = fragmint("diff", "old", "new")
    where = {n: f"{n}/validators/add_pet_body.py:34" for n in ("old", "new")}
    assert done.stdout == BREAKING.format(**where)
    line = (project / "new/validators/add_pet_body.py").read_text().splitlines()[33]
    assert '"minimum", 5' in line


def test_a_package_and_a_description(fragmint: Run) -> None:
    assert fragmint("generate").returncode == 0
    done = fragmint("diff", "pets", "new.yaml")
    old = "pets/validators/add_pet_body.py:34"
    assert done.stdout == BREAKING.format(old=old, new="new.yaml:20")
    assert "is gone" not in fragmint("diff", "new.yaml", "pets").stdout


def test_a_description_is_taken_with_the_options_of_the_package(
    project: Path, fragmint: Run
) -> None:
    (project / "fragmint.toml").write_text("""\
[targets.pets]
spec = "api.yaml"
transport = "stdlib"
testing = false
operations = ["addPet"]

[targets.pets.formats]
int32 = "decimal:Decimal"
""")
    assert fragmint("generate").returncode == 0
    done = fragmint("diff", "pets", "api.yaml")
    assert done.stdout == "none: nothing is different for a caller\n"


def test_a_description_is_taken_with_the_overlays_of_the_package(
    project: Path, fragmint: Run
) -> None:
    (project / "overlay.yaml").write_text("""\
overlay: 1.1.0
info: {title: Ours, version: "1"}
actions:
  - target: $..properties.age
    update: {minimum: 3}
""")
    with (project / "fragmint.toml").open("a") as config:
        config.write('overlays = ["overlay.yaml"]\n')
    assert fragmint("generate").returncode == 0
    assert fragmint("diff", "pets", "api.yaml").stdout.startswith("none: ")
    (project / "overlay.yaml").unlink()
    done = fragmint("diff", "pets", "api.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "missing-file: there is no file overlay.yaml" in done.stderr


def test_only_some_operations(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml", "--operation", "addPett")
    assert done.returncode == 2
    assert "did you mean addPet?" in done.stderr


def test_since_a_revision(repository: Path, fragmint: Run) -> None:
    """The package is committed; what counts now is what would be generated."""
    shutil.copy(CASE / "new.yaml", repository / "api.yaml")
    before = git(repository, "status", "--porcelain")
    wanted = BREAKING.format(old="HEAD:api.yaml:20", new="api.yaml:20")
    assert fragmint("diff", "--since", "HEAD").stdout == wanted
    assert git(repository, "status", "--porcelain") == before
    assert fragmint("generate").returncode == 0
    assert fragmint("diff", "--since", "HEAD").stdout == wanted
    assert fragmint("diff", "--since", "HEAD", "pets").stdout == wanted


def test_since_a_revision_that_a_shallow_clone_has_not(
    repository: Path, tmp_path: Path, fragmint: Run
) -> None:
    clone = tmp_path / "clone"
    git(repository, "branch", "older")
    git(repository, "commit", "--allow-empty", "--quiet", "--message", "second")
    origin = repository.resolve().as_uri()
    git(repository, "clone", "--quiet", "--depth", "1", origin, str(clone))
    done = fragmint("diff", "--since", "origin/older", cwd=clone)
    assert done.returncode == 2
    assert "bad-revision" in done.stderr
    assert "this clone has the newest commits alone" in done.stderr


def test_since_a_revision_that_had_the_package_alone(
    repository: Path, fragmint: Run
) -> None:
    git(repository, "rm", "--quiet", "--cached", "api.yaml")
    git(repository, "commit", "--quiet", "--message", "second")
    shutil.copy(CASE / "new.yaml", repository / "api.yaml")
    old = "HEAD:pets/validators/add_pet_body.py:34"
    wanted = BREAKING.format(old=old, new="api.yaml:20")
    assert fragmint("diff", "--since", "HEAD").stdout == wanted


def test_since_a_revision_with_the_description_alone(
    repository: Path, fragmint: Run
) -> None:
    git(repository, "rm", "--quiet", "-r", "--cached", "pets")
    git(repository, "commit", "--quiet", "--message", "second")
    shutil.copy(CASE / "new.yaml", repository / "api.yaml")
    shutil.rmtree(repository / "pets")
    done = fragmint("diff", "--since", "HEAD")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == BREAKING.format(old="HEAD:api.yaml:20", new="api.yaml:20")
    assert not (repository / "pets").exists()


@pytest.mark.parametrize("committed", [True, False])
def test_since_an_overlay_was_another(
    committed: bool, project: Path, fragmint: Run
) -> None:
    overlay = """\
overlay: 1.1.0
info: {title: Ours, version: "1"}
actions:
  - target: $..properties.age
    update: {minimum: 1}
"""
    (project / "overlay.yaml").write_text(overlay)
    with (project / "fragmint.toml").open("a") as config:
        config.write('overlays = ["overlay.yaml"]\n')
    (project / ".gitignore").write_text("" if committed else "pets\n")
    assert fragmint("generate").returncode == 0
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    done = fragmint("diff", "--since", "HEAD")
    assert (done.stdout[:6], done.stderr) == ("none: ", "")
    (project / "overlay.yaml").write_text(overlay.replace("1}", "5}"))
    done = fragmint("diff", "--since", "HEAD")
    assert done.stdout.startswith(f"breaking: {SENTENCE}\n")


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize("option", ['package = "animals"', 'output = "vendor"'])
def test_since_the_package_was_imported_otherwise(
    committed: bool, option: str, project: Path, fragmint: Run
) -> None:
    (project / ".gitignore").write_text("" if committed else "pets\n")
    assert fragmint("generate").returncode == 0
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    with (project / "fragmint.toml").open("a") as config:
        config.write(f"{option}\n")
    home = "animals" if "package" in option else "vendor/pets"
    done = fragmint("diff", "--since", "HEAD")
    sentence, _, last = done.stdout.splitlines()
    assert sentence == f"breaking: pets is {home} now: every import of it is another"
    assert last == "major: 1 breaking"


@pytest.mark.parametrize("root", [".", "apis"])
def test_since_with_another_root(root: str, repository: Path, fragmint: Run) -> None:
    (repository / "apis" / "v1").mkdir(parents=True)
    git(repository, "mv", "api.yaml", "apis/v1/pets.yaml")
    config = repository / "fragmint.toml"
    said = config.read_text().replace("api.yaml", "apis/v1/pets.yaml")
    config.write_text(f'{said}root = "{root}"\n')
    assert fragmint("generate").returncode == 0
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "second")
    shutil.copy(CASE / "new.yaml", repository / "apis" / "v1" / "pets.yaml")
    place = "apis/v1/pets.yaml:20"
    wanted = BREAKING.format(old=f"HEAD:{place}", new=place)
    assert fragmint("diff", "--since", "HEAD").stdout == wanted


def test_since_there_was_a_package_more(repository: Path, fragmint: Run) -> None:
    config = repository / "fragmint.toml"
    config.write_text(config.read_text().replace("targets.pets", "targets.animals"))
    done = fragmint("diff", "--since", "HEAD")
    assert done.stdout == (
        "animals:\n"
        "additive: animals is new\n"
        "    api.yaml:1\n"
        "minor: 1 additive\n"
        "pets:\n"
        "breaking: pets is gone\n"
        "    HEAD:fragmint.toml:1\n"
        "major: 1 breaking\n"
    )
    assert "gone" not in fragmint("diff", "--since", "HEAD", "animals").stdout
    with config.open("a") as file:
        file.write('package = "pets"\n')
    done = fragmint("diff", "--since", "HEAD")
    assert done.stdout == "none: nothing is different for a caller\n"


@pytest.mark.parametrize("committed", [True, False])
def test_since_the_configuration_was_another(
    committed: bool, project: Path, fragmint: Run
) -> None:
    config = project / "fragmint.toml"
    before = config.read_text()
    (project / ".gitignore").write_text("" if committed else "pets\n")
    assert fragmint("generate").returncode == 0
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    config.write_text(f'{before}transport = "stdlib"\n')
    done = fragmint("diff", "--since", "HEAD", "--fail-on", "breaking")
    assert "breaking: Httpx2Transport is gone\n" in done.stdout
    assert done.returncode == 1
    shutil.move(project / "api.yaml", project / "moved.yaml")
    config.write_text(before.replace("api.yaml", "moved.yaml"))
    done = fragmint("diff", "--since", "HEAD")
    assert done.stdout == "none: nothing is different for a caller\n"


def test_since_before_there_was_a_package(repository: Path, fragmint: Run) -> None:
    with (repository / "fragmint.toml").open("a") as config:
        config.write('[targets.more]\nspec = "more.yaml"\n')
    shutil.copy(CASE / "new.yaml", repository / "more.yaml")
    done = fragmint("diff", "--since", "HEAD", "more")
    assert done.stdout.startswith("additive: more is new\n    more.yaml:")
    assert done.stdout.endswith("minor: 1 additive\n")


def test_files_are_compared_as_they_were_committed(
    repository: Path, fragmint: Run
) -> None:
    """Neither attributes nor a setting of git make them look different."""
    (repository / ".gitattributes").write_text("* text eol=crlf export-ignore\n")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "second")
    done = fragmint("diff", "--since", "HEAD")
    assert done.stdout == "none: nothing is different for a caller\n"


def test_several_targets(repository: Path, fragmint: Run) -> None:
    with (repository / "fragmint.toml").open("a") as config:
        config.write('[targets.new]\nspec = "new.yaml"\n')
    done = fragmint("diff", "--since", "HEAD")
    lines = done.stdout.splitlines()
    assert lines[0] == "pets:"
    assert lines[2] == "new:"


# --- what cannot be compared ----------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("old.yaml",), "bad-option: diff compares two packages"),
        (("old.yaml", "new.yaml", "--title", "1"), "bad-option: --title is that of"),
        (("--since", "HEAD", "--operation", "a"), "bad-option: --operation goes"),
        (("old.yaml", "nix.yaml"), "missing-file: "),
        ((".", "new.yaml"), "bad-package: . has no fragmint.lock"),
        (("--since", "HEAD", "pet"), "unknown-target: no target pet"),
        (("--since", "HEAD"), "bad-revision: git rev-parse: "),
    ],
)
def test_problems(fragmint: Run, arguments: tuple[str, ...], problem: str) -> None:
    done = fragmint("diff", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"fragmint: {problem}" in done.stderr


@pytest.mark.parametrize("revision", ["nix", "--output=x", "HEAD:api.yaml", ""])
def test_a_revision_that_is_none(
    repository: Path, fragmint: Run, revision: str
) -> None:
    done = fragmint("diff", f"--since={revision}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad-revision" in done.stderr
    assert not (repository / "x").exists()


def test_without_git(repository: Path, fragmint: Run) -> None:
    done = fragmint("diff", "--since", "HEAD", PATH="")
    assert done.returncode == 2
    assert "no-git" in done.stderr


def test_a_package_that_cannot_be_read(repository: Path, fragmint: Run) -> None:
    shutil.copytree(repository / "pets", repository / "broken")
    (repository / "broken" / "client.py").write_text("class Client(:\n")
    done = fragmint("diff", "pets", "broken")
    assert done.returncode == 2
    assert "bad-package: broken is no package that can be compared" in done.stderr


# --- what no description shows --------------------------------------------------------


@pytest.fixture
def edited(repository: Path, fragmint: Run) -> Callable[..., str]:
    """What is said of a package after an edit of one of its files."""

    def said(path: str, old: str, new: str) -> str:
        file = repository / "pets" / path
        text = file.read_text("utf-8")
        assert old in text
        shutil.copytree(repository / "pets", repository / "edited")
        (repository / "edited" / path).write_text(text.replace(old, new), "utf-8")
        return fragmint("diff", "pets", "edited").stdout

    return said


def test_a_name_in_another_module(edited: Callable[..., str]) -> None:
    said = edited("__init__.py", '"Pet": ".models.pet"', '"Pet": ".models.animal"')
    assert said.startswith(
        "breaking: Pet is in models.animal now; it was in models.pet\n"
    )


def test_where_in_the_runtime_a_name_is_matters_to_nobody(
    edited: Callable[..., str],
) -> None:
    said = edited(
        "__init__.py", '"Redirect": "._support.http"', '"Redirect": "._support.errors"'
    )
    assert "breaking: Redirect(" not in said
    assert "Redirect is in" not in said


def test_a_method_of_the_runtime(edited: Callable[..., str]) -> None:
    said = edited(
        "_support/settings.py", "def with_options(", "def with_other_options("
    )
    assert said.splitlines()[0] == "breaking: Client.with_options is gone"
    assert said.splitlines()[2] == "additive: Client.with_other_options is new"


def test_a_field_of_the_runtime(edited: Callable[..., str]) -> None:
    said = edited("_support/retries.py", "    times: int = 2", "    times: int")
    assert said.splitlines()[0] == "breaking: Retries(times=…) has to be given now"


def test_a_class_of_the_runtime_that_its_module_imports(
    edited: Callable[..., str],
) -> None:
    """The package exports it from `_support.violations`, which has it from there."""
    said = edited("_support/violation.py", "def where(", "def place(")
    assert said.splitlines()[0] == "breaking: Violation.where is gone"


def test_a_class_of_the_runtime_wherever_it_is_imported_from(
    edited: Callable[..., str],
) -> None:
    said = edited(
        "__init__.py",
        '"Violation": "._support.violations"',
        '"Violation": "._support.violation"',
    )
    assert "Violation" not in said


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (
            "_support/places.py",
            "Path: TypeAlias = tuple[str | int, ...]",
            "Path: TypeAlias = tuple[str | int | bytes, ...]",
            "additive: Violation(path=…) is tuple[bytes | int | str, ...] now;"
            " it was tuple[int | str, ...]",
        ),
        (
            "_support/places.py",
            "Path: TypeAlias = tuple[str | int, ...]",
            "Path = tuple[str, ...]",
            "breaking: Violation(path=…) is tuple[str, ...] now;"
            " it was tuple[int | str, ...]",
        ),
        (
            "_support/violation.py",
            "path: Path",
            "path: tuple[str | int, ...]",
            "fix: the runtime, _support, is that of another fragmint",
        ),
    ],
)
def test_aliases_of_types_are_what_they_stand_for(
    edited: Callable[..., str], path: str, old: str, new: str, told: str
) -> None:
    assert edited(path, old, new).splitlines()[0] == told


def test_an_order_that_counts(edited: Callable[..., str]) -> None:
    said = edited(
        "_support/violations.py",
        "operation: str, violations: tuple[Violation, ...])",
        "violations: tuple[Violation, ...], operation: str)",
    )
    sentence = "InvalidRequest(…) takes its arguments in another order"
    assert said.startswith(f"breaking: {sentence}\n")


def test_an_order_that_does_not_count(project: Path) -> None:
    parameters = "      parameters:\n{}{}      requestBody:"
    one, two = (
        f"        - {{name: {name}, in: query, schema: {{type: string}}}}\n"
        for name in ("one", "two")
    )
    old, new = (
        ANIMALS.replace("      requestBody:", parameters.format(*order))
        for order in ((one, two), (two, one))
    )
    assert between(project, old, new) == []


def test_how_long_lines_are_is_no_change(project: Path, fragmint: Run) -> None:
    with (project / "fragmint.toml").open("a") as config:
        config.write('[targets.wide]\nspec = "api.yaml"\nline-length = 120\n')
    assert fragmint("generate").returncode == 0
    wide = (project / "wide" / "_support" / "auth.py").read_bytes()
    assert wide != (project / "pets" / "_support" / "auth.py").read_bytes()
    assert fragmint("diff", "pets", "wide").stdout.startswith("none: ")


def test_code_that_all_packages_have(repository: Path, fragmint: Run) -> None:
    shutil.copytree(repository / "pets", repository / "edited")
    for name in ("unset", "errors", "fields"):
        with (repository / "edited" / "_support" / f"{name}.py").open("a") as module:
            module.write("\nx = 1\n")
    said = fragmint("diff", "pets", "edited").stdout
    assert said.startswith("fix: the runtime, _support, is that of another fragmint\n")
    assert said.endswith("\npatch: 1 fix\n")


def test_code_that_nobody_sees(edited: Callable[..., str]) -> None:
    said = edited("_support/unset.py", 'UNSET = "UNSET"', 'UNSET = "unset"')
    assert said == (
        "fix: the runtime, _support, is that of another fragmint\n"
        "    pets/_support/__init__.py:1 -> edited/_support/__init__.py:1\n"
        "patch: 1 fix\n"
    )


def test_reading_that_nothing_explains(edited: Callable[..., str]) -> None:
    said = edited("models/pet.py", 'name=text(data, "name")', "name=None")
    assert said.startswith(
        "breaking: Pet does something else, and it cannot be told what\n"
    )


@pytest.fixture
def remade(repository: Path, fragmint: Run) -> Callable[..., str]:
    """What is said of a package as another fragmint would have made it.

    Two of its modules are written otherwise; `said` are inputs in its manifest.
    """

    def diff(**said: object) -> str:
        shutil.copytree(repository / "pets", repository / "remade")
        lock = json.loads((repository / "remade" / "fragmint.lock").read_text())
        for path in ("models/pet.py", "operations/add_pet.py"):
            file = repository / "remade" / path
            text = file.read_text("utf-8")
            file.write_text(re.sub(r"( +)return ", r"\1undescribed()\n\g<0>", text))
            lock["files"][path] = sha256(file.read_bytes()).hexdigest()
        lock["inputs"] |= said
        (repository / "remade" / "fragmint.lock").write_text(json.dumps(lock))
        return fragmint("diff", "pets", "remade").stdout

    return diff


@pytest.mark.parametrize(
    "said",
    [
        {"fragmint": "99.0"},
        {"generator": "0"},
        {"generator": "0", "options": {"package": "animals", "of-tomorrow": True}},
    ],
)
def test_what_another_fragmint_writes_otherwise_is_told_once(
    remade: Callable[..., str], said: dict[str, object]
) -> None:
    sentence = "the package is made by another fragmint, which writes 2 modules"
    assert remade(**said) == (
        f"fix: {sentence} otherwise\n"
        "    pets/fragmint.lock:1 -> remade/fragmint.lock:1\n"
        "patch: 1 fix\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"generator": "0", "description": {"api.yaml": "0"}},
        {"generator": "0", "description": {}},
        {"generator": "0", "options": {"assert-formats": "all"}},
        {"generator": "0", "templates": ["0", "of their own"]},
        {"templates": ["0", "of their own"]},
    ],
)
def test_what_another_fragmint_alone_does_not_explain(
    remade: Callable[..., str], said: dict[str, object]
) -> None:
    assert remade(**said).splitlines()[::2] == [
        "breaking: Pet does something else, and it cannot be told what",
        "breaking: client.pets.add does something else, and it cannot be told what",
        "major: 2 breaking",
    ]


def test_what_somebody_edited_is_of_no_fragmint(
    repository: Path, remade: Callable[..., str]
) -> None:
    with (repository / "pets/models/pet.py").open("a") as file:
        file.write("\n\n_EDITED = 1\n")
    assert remade(generator="0").splitlines()[::2] == [
        "breaking: Pet does something else, and it cannot be told what",
        "fix: the package is made by another fragmint, which writes 1 module otherwise",
        "major: 1 breaking, 1 fix",
    ]


def test_code_that_neither_checks_nor_reads(edited: Callable[..., str]) -> None:
    said = edited("client.py", "super().__init__(", "print(), super().__init__(")
    assert said.startswith("fix: client.py is sent or read otherwise\n")


def test_rules_that_are_written_in_a_way_that_is_not_known(
    edited: Callable[..., str],
) -> None:
    said = edited(
        "validators/add_pet_body.py", "value = fields[name]", "value = fields[name][:3]"
    )
    assert said.splitlines()[0] == (
        "breaking: client.pets.add(…) is checked by other rules;"
        " before, it was checked by rules that may have refused less"
    )


def test_comments_are_no_change(edited: Callable[..., str]) -> None:
    said = edited("client.py", "class Client(", "# Here.\nclass Client(")
    assert said == "none: nothing is different for a caller\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kind = Literal['cat', 'dog']", "none: nothing is different for a caller"),
        (
            "other: TypeAlias = int\n\nKind: TypeAlias = Literal['cat', 'dog']",
            "none: nothing is different for a caller",
        ),
        ("Kind = Literal['cat', 'dog', 'emu']", "additive: Kind can be 'emu' now"),
        ("", "breaking: Kind is unknown now; it was Literal['cat', 'dog']"),
        (
            "from ..kinds import Kind",
            "breaking: Kind is unknown now; it was Literal['cat', 'dog']",
        ),
    ],
)
def test_a_module_of_a_type_can_be_written_by_a_template_of_somebody_s_own(
    project: Path, fragmint: Run, text: str, told: str
) -> None:
    named = "{$ref: '#/components/schemas/Kind'}}}"
    old = sent(f"{{type: object, properties: {{kind: {named}")
    old += "    Kind: {type: string, enum: [cat, dog]}\n"
    (project / "api.yaml").write_text(old, "utf-8")
    assert fragmint("generate").returncode == 0
    shutil.copytree(project / "pets", project / "edited")
    (project / "edited" / "types" / "kind.py").write_text(f"{text}\n", "utf-8")
    assert fragmint("diff", "pets", "edited").stdout.splitlines()[0] == told
    assert fragmint("diff", "edited", "edited").stdout.startswith("none: ")


# --- what is the same all the same ----------------------------------------------------


def between(folder: Path, old: str, new: str) -> list[str]:
    """What is said of two descriptions, without places."""
    (folder / "old.yaml").write_text(old, "utf-8")
    (folder / "new.yaml").write_text(new, "utf-8")
    found = report(*of_paths(folder / "old.yaml", folder / "new.yaml"))
    return [f"{one.severity}: {one.sentence}" for one in found.entries]


ANIMALS = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example.com"}]
paths:
  /pets:
    post:
      operationId: addPet
      tags: [pets]
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Sent"}}
      responses:
        "200":
          description: The animal.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Got"}}
components:
  schemas:
    Sent:
      anyOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    Got:
      anyOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
    Cat: {type: object, required: [lives], properties: {lives: {type: integer}}}
    Dog: {type: object, properties: {lives: {type: string}, age: {type: integer}}}
"""
BRANCHES = [f'{{$ref: "#/components/schemas/{name}"}}' for name in ("Cat", "Dog")]


def reordered(text: str, schema: str) -> str:
    was, now = (", ".join(order) for order in (BRANCHES, BRANCHES[::-1]))
    head, named, rest = text.partition(f"{schema}:\n")
    return head + named + rest.replace(was, now, 1)


@pytest.mark.parametrize(
    ("lives", "told"),
    [
        ("{type: string}", []),
        ("{type: integer, minimum: 10}", ["Dog"]),
        ("{const: none}", []),
    ],
)
def test_branches_that_are_told_apart_come_in_any_order(
    project: Path, lives: str, told: list[str]
) -> None:
    old = ANIMALS.replace("{lives: {type: string}", f"{{lives: {lives}")
    wanted = [
        f"breaking: what client.pets.add returns can be {name} now where it was Cat"
        for name in told
    ]
    assert between(project, old, reordered(old, "Got")) == wanted


K = "{type: object, required: [k], properties: {k: {type: integer, maximum: %s}}"
K += ", additionalProperties: false}"  # else what is a K could be a J, too
J = "{type: object, required: [j], properties: {j: {type: string}}}"
IN_A = "{type: object, properties: {a: %s%s}}"


def sent(schema: str) -> str:
    """The description of a client that sends this."""
    return ANIMALS.replace('{$ref: "#/components/schemas/Sent"}', schema)


@pytest.mark.parametrize("beside", ["", ", z: {type: string}"])
@pytest.mark.parametrize(
    "a",
    [
        f"{{oneOf: [{K}, {J}]}}",
        f"{{anyOf: [{K}, {J}]}}",
        f"{{type: array, items: {{oneOf: [{K}, {J}]}}}}",
        f"{{type: array, items: {{type: object}}, contains: {K}}}",
        f"{{oneOf: [{{type: object, properties: {{k: {{oneOf: [{K}, {J}]}}}}}}]}}",
    ],
)
def test_what_only_has_to_fit_is_told_of(project: Path, a: str, beside: str) -> None:
    wanted = r"\S+\.k|k of client\.pets\.add\(a=…\)"
    for limits, kind in (((5, 4), "breaking"), ((4, 5), "additive")):
        old, new = (a % limit for limit in limits)
        found = between(project, sent(IN_A % (old, "")), sent(IN_A % (new, beside)))
        [told] = (one for one in found if "z=…" not in one)
        assert re.match(f"{kind}: ({wanted}) must be at most {limits[1]};", told)


@pytest.mark.parametrize(
    "body",
    [
        "{type: object, properties: {a: {type: object, not: %s}}}",
        "{type: object, properties: {a: {type: object}, b: {type: string}},"
        " if: {required: [a], properties: {a: %s}}, then: {required: [b]}}",
    ],
)
@pytest.mark.parametrize("limits", [(4, 5), (5, 4)])
def test_what_fits_more_may_refuse_more(
    project: Path, limits: tuple[int, int], body: str
) -> None:
    named = "{$ref: '#/components/schemas/K'}"
    old, new = (f"{sent(body % named)}    K: {K % limit}\n" for limit in limits)
    assert any(
        one.startswith("breaking: ") and "is checked by other rules" in one
        for one in between(project, old, new)
    )


@pytest.mark.parametrize("union", ["oneOf", "anyOf"])
def test_branches_without_a_name_are_known_by_what_they_are(
    project: Path, union: str
) -> None:
    k, j, z = (
        f"{{type: object, required: [{one}], properties: {{{one}: {{type: string}}}},"
        " additionalProperties: false}"
        for one in "kjz"
    )

    def told(old: list[str], new: list[str]) -> list[str]:
        both = (f"{{{union}: [{', '.join(some)}]}}" for some in (old, new))
        found = between(project, *(sent(IN_A % (one, "")) for one in both))
        return [one.partition(" must be")[0] for one in found]

    assert told([k, j], [j, k]) == []
    both = "AddPetAWithJ | AddPetAWithK"
    assert told([k, j], [z, k, j]) == [
        f"additive: client.pets.add(a=…) is {both} | AddPetAWithZ now; it was {both}",
        "additive: AddPetAWithZ is new",
    ]
    assert told([k, j, z], [j, z])[1:] == ["breaking: AddPetAWithK is gone"]


@pytest.mark.parametrize(
    "needs",
    [
        "dependentRequired: {a: [b]}",
        "dependentSchemas: {a: {required: [b]}}",
        "if: {required: [a]}, then: {required: [b]}",
        "anyOf: [{required: [b]}]",
    ],
)
@pytest.mark.parametrize("around", ["%s", "{type: object, properties: {in: %s}}"])
def test_what_is_new_and_not_always_needed(
    project: Path, around: str, needs: str
) -> None:
    old = "{type: object, properties: {a: {type: string}}}"
    new = f"{old[:-2]}, b: {{type: object, required: [c]}}}}, {needs}}}"
    told = between(project, sent(around % old), sent(around % new))
    assert re.match(r"breaking: \S+b(=…\))? now must be given", told[0])
    assert [one for one in told if one.startswith("breaking")] == told[:1]


def test_a_union_that_has_itself_in_it(project: Path) -> None:
    tree = "{$ref: '#/components/schemas/Tree'}"
    body = f"{{type: object, properties: {{tree: {tree}}}}}"
    old, new = (
        ANIMALS.replace('{$ref: "#/components/schemas/Sent"}', body)
        + f"    Tree: {{anyOf: [{{type: {kind}}}, {{type: array, items: {tree}}}]}}\n"
        for kind in ("[string, integer]", "string")
    )
    [told] = between(project, old, new)
    assert told.startswith("breaking: Tree is Sequence[Any] | str now; it was ")


def test_values_come_in_any_order(project: Path) -> None:
    lives = "lives: {type: string"
    old, new = (
        ANIMALS.replace(lives, f"{lives}, enum: [{values}]")
        for values in ("one, two", "two, one")
    )
    assert between(project, old, new) == []


@pytest.mark.parametrize("schema", ["enum: [a, b]", "maxLength: 3, pattern: '^a'"])
@pytest.mark.parametrize("around", ["%s", "{type: array, items: %s}"])
def test_what_is_written_in_place_of_a_reference_is_checked_by_the_same_rules(
    project: Path, around: str, schema: str
) -> None:
    schema = f"{{type: string, {schema}}}"
    old, new = (
        f"{sent(IN_A % (around % one, ''))}    Named: {schema}\n"
        for one in ("{$ref: '#/components/schemas/Named'}", schema)
    )
    named = "enum" in schema
    assert between(project, old, new) == (["breaking: Named is gone"] if named else [])
    assert between(project, new, old) == (["additive: Named is new"] if named else [])


def test_it_is_said_whose_rules_cannot_be_told(project: Path) -> None:
    kinds = "required: [kind], properties: {kind: {const: %s}}"
    old = ANIMALS.replace("anyOf", "oneOf")
    for name in ("Cat", "Dog"):
        said = f"{{type: object, {kinds % name.lower()}}}"
        old = re.sub(rf"(?m)^    {name}: .*$", f"    {name}: {said}", old)
    [dog] = re.findall(r"^    Dog: .*$", old, re.M)
    new = old.replace(dog, f"{dog[:-1]}, additionalProperties: false}}")
    assert [one for one in between(project, old, new) if "fix: " not in one] == [
        "breaking: what checks DogInput does something else, and it cannot be told what"
    ]


def backwards(value: object, key: str = "") -> object:
    """A description with all in it the other way round, but for what has an order."""
    if isinstance(value, dict):
        return {name: backwards(one, name) for name, one in [*value.items()][::-1]}
    if isinstance(value, list):
        found = [backwards(one) for one in value]
        alike = ("enum", "required", "parameters", "type")
        return found[::-1] if key in alike else found
    return value


@pytest.mark.parametrize(
    "case",
    [
        *("body_json_nested", "boolean_or_string_enum", "parameters_query_styles"),
        *("response_promises", "schema_discriminator", "security_oauth"),
    ],
)
def test_an_order_that_says_nothing(project: Path, case: str) -> None:
    old = (GOLDEN.parent / "golden" / case / "spec.yaml").read_text("utf-8")
    new = yaml.safe_dump(backwards(yaml.safe_load(old)), sort_keys=False)
    assert between(project, old, new) == []


def test_what_goes_with_a_class_is_not_told_by_itself(project: Path) -> None:
    body = "{type: object, properties: {tag: %s}}"
    tag = "{type: object, required: [z], properties: {z: {type: string, maxLength: 3}}}"
    old, new = (
        ANIMALS.replace('{$ref: "#/components/schemas/Sent"}', body % said)
        for said in (tag, "{type: string}")
    )
    assert between(project, old, new) == [
        "breaking: client.pets.add(tag=…) is str now; it was AddPetTag",
        "breaking: AddPetTag is gone",
    ]


def test_methods_go_with_their_class(project: Path) -> None:
    old = (GOLDEN / "items_changed" / "old.yaml").read_text("utf-8")
    new = re.sub(r" +x-fragmint-pagination:.*\n", "", old)
    found = between(project, old, new)
    assert "breaking: Pages is gone" in found
    assert not any("Pages.pages" in one for one in found)


@pytest.mark.parametrize("schema", ["NewPet", "Nested"])
def test_what_is_made_of_arguments_is_an_object_for_sure(
    project: Path, schema: str
) -> None:
    rules = "minProperties: 1, properties: {age: {enum: [1]}}"
    old, new = (
        ANIMALS.replace("schemas/Sent", f"schemas/{schema}")
        + f"    NewPet: {{{said}{rules}}}\n"
        + "    Nested: {allOf: [{$ref: '#/components/schemas/NewPet'}]}\n"
        for said in ("", "type: object, ")
    )
    assert not any("breaking" in one for one in between(project, old, new))


@pytest.mark.parametrize("severity", ["breaking", "additive"])
def test_errors_with_more_in_them(project: Path, severity: str) -> None:
    error = """\
        "404":
          description: None.
          content:
            application/json: {schema: {anyOf: [%s]}}
components:"""
    both, one = ", ".join(BRANCHES), BRANCHES[0]
    less, more = (
        ANIMALS.replace("components:", error % said, 1) for said in (one, both)
    )
    pair = (less, more) if severity == "breaking" else (more, less)
    [told] = (one for one in between(project, *pair) if "the error 404" in one)
    assert told.startswith(f"{severity}: the error 404 of client.pets.add is Cat")


def test_what_goes_out_is_checked_in_any_order(project: Path) -> None:
    old = ANIMALS.replace("{type: string}", "{type: integer}")
    assert between(project, old, reordered(old, "Sent")) == []


def test_no_text_is_both_a_date_and_a_uuid(project: Path) -> None:
    union = "{anyOf: [{type: string, format: %s}, {type: string, format: %s}]}"
    pairs = {("date", "uuid"): 0, ("date", "date-time"): 0, ("date", "byte"): 1}
    for formats, told in pairs.items():
        old, new = (
            ANIMALS.replace("age: {type: integer}", f"age: {union % order}")
            .replace("schemas/Got", "schemas/Dog")
            .replace("schemas/Sent", "schemas/Cat")
            for order in (formats, formats[::-1])
        )
        assert len(between(project, old, new)) == told, formats


def test_a_branch_that_takes_as_much_is_read_as_before(project: Path) -> None:
    more = "{lives: {type: integer}}", "{lives: {type: [integer, string]}}"
    told = "breaking: what client.pets.add returns can be Cat now where it was Dog"
    assert told in between(project, ANIMALS, ANIMALS.replace(*more))
    old = ANIMALS.replace("{type: string}", "{type: integer}")
    assert told not in between(project, old, old.replace(*more))  # no dog has a text
    last = old.replace("age: {type: integer}", "age: {type: [integer, string]}")
    assert not any("where it was" in one for one in between(project, old, last))


# --- how it is told -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("rule_narrower", {"breaking": 1, "additive": 1, "any": 1}),
        ("rule_wider", {"breaking": 0, "additive": 1, "any": 1}),
        ("docs", {"breaking": 0, "additive": 0, "any": 1}),
        ("same", {"breaking": 0, "additive": 0, "any": 0}),
    ],
)
def test_fail_on(project: Path, fragmint: Run, case: str, code: dict[str, int]) -> None:
    for name in ("old", "new"):
        source = CASE / "old.yaml" if case == "same" else GOLDEN / case / f"{name}.yaml"
        shutil.copy(source, project / f"{name}.yaml")
    for grave, wanted in code.items():
        done = fragmint("diff", "old.yaml", "new.yaml", "--fail-on", grave)
        assert (done.returncode, done.stderr) == (wanted, ""), grave


def test_json(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml", "--format", "json")
    assert json.loads(done.stdout) == {
        "verdict": "major",
        "packages": [
            {
                "name": "new.yaml",
                "verdict": "major",
                "changes": [
                    {
                        "kind": "rule-narrower",
                        "class": "breaking",
                        "sentence": SENTENCE,
                        "old": {"file": "old.yaml", "line": 20, "column": 17},
                        "new": {"file": "new.yaml", "line": 20, "column": 17},
                    }
                ],
            }
        ],
    }


def test_a_description_in_one_line(project: Path, fragmint: Run) -> None:
    for name in ("old", "new"):
        text = (project / f"{name}.yaml").read_text("utf-8")
        (project / f"{name}.json").write_text(json.dumps(yaml.safe_load(text)))
    done = fragmint("diff", "old.json", "new.json")
    _, place, _ = done.stdout.splitlines()
    columns = re.fullmatch(r"    old\.json:1:(\d+) -> new\.json:1:(\d+)", place)
    assert columns is not None
    for name, column in zip(("old", "new"), columns.groups(), strict=True):
        text = (project / f"{name}.json").read_text()
        assert text[int(column) - 1 :].startswith('"age"')


def test_markdown(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml", "--format", "markdown")
    assert done.stdout == """\
## Major: 1 breaking

**Breaking**

- client.pets.add(age=…) must be at least 5; before, it had to be at least 1\
 (`old.yaml:20` → `new.yaml:20`)
"""


def test_github(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml", "--format", "github")
    assert done.stdout == (
        "::warning file=new.yaml,line=20,col=17,title=fragmint%3A rule-narrower::"
        f"breaking: {SENTENCE}\n"
    )


def test_sarif(fragmint: Run) -> None:
    done = fragmint("diff", "old.yaml", "new.yaml", "--format", "sarif")
    [found] = json.loads(done.stdout)["runs"][0]["results"]
    assert (found["ruleId"], found["level"]) == ("rule-narrower", "warning")
    assert found["message"]["text"] == f"breaking: {SENTENCE}"
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "new.yaml"
    assert place["region"]["startLine"] == 20
    assert place["region"]["startColumn"] == 17


def told(sentence: str, file: str = "new.yaml") -> list[Report]:
    where = Where(file, 7)
    entry = Entry("docs", "fix", sentence, None, where)
    return [Report("new.yaml", (entry,))]


HOSTILE = "a\nb\r\n::error::c\x1b[31m|<b>*d*`e` 100%"


def test_texts_of_descriptions_are_harmless_on_a_terminal() -> None:
    text = FORMATS["text"](told(HOSTILE))
    assert all(char.isprintable() or char == "\n" for char in text)
    assert len(text.splitlines()) == 3


def test_texts_of_descriptions_are_harmless_in_markdown() -> None:
    text = FORMATS["markdown"](told(HOSTILE))
    assert r"\|\<b\>\*d\*\`e\`" in text
    assert len(text.splitlines()) == 5


def test_texts_of_descriptions_are_harmless_in_workflow_commands() -> None:
    text = FORMATS["github"](told(HOSTILE, "a:b,c\n.yaml"))
    assert text.count("\n") == 1
    assert "file=a%3Ab%2Cc%0A.yaml,line=7" in text
    assert "a%0Ab%0D%0A::error::c" in text
    assert text.endswith("100%25\n")


# --- the changelog --------------------------------------------------------------------


def test_the_page_says_what_an_entry_has() -> None:
    page = (DOCS / "diff.md").read_text("utf-8")
    part = page.partition("## A changelog of a package")[2].partition("\n## ")[0]
    assert all(heading in " ".join(part.split()) for heading in HEADINGS.values())


def test_a_changelog_begins(project: Path, fragmint: Run) -> None:
    for _ in range(2):  # the second time it is all there
        done = fragmint("diff", "old.yaml", "new.yaml", "--changelog", "CHANGES.md")
        assert done.returncode == 0
        assert (project / "CHANGES.md").read_text("utf-8") == """\
# Changelog

## Unreleased

Verdict: major

### Breaking

- client.pets.add(age=…) must be at least 5; before, it had to be at least 1
"""


BEFORE = """\
# Changes of pets

All of them.

## 1.1

By hand.

Verdict: patch

### Fixed or told otherwise

- one, which goes on
  in a second line

### Security

- two

## 1.0

- three
"""


def test_a_new_entry_is_the_first() -> None:
    after = updated(BEFORE, told("four"), "2.0 (Friday)")
    assert after == BEFORE.replace(
        "## 1.1",
        "## 2.0 (Friday)\n\nVerdict: patch\n\n"
        "### Fixed or told otherwise\n\n- four\n\n## 1.1",
    )


def test_an_entry_of_that_title_is_added_to() -> None:
    grave = Entry("name-removed", "breaking", "four", None, Where("a", 1))
    [mild] = told("five")
    reports = [Report("a", (grave, *mild.entries))]
    after = updated(BEFORE, reports, "1.1")
    assert after == BEFORE.replace(
        "By hand.\n\nVerdict: patch\n",
        "Verdict: major\n\nBy hand.\n\n### Breaking\n\n- four\n",
    ).replace("second line\n", "second line\n- five\n")
    assert updated(after, reports, "1.1") == after


def test_what_the_latest_entry_says_is_not_said_again() -> None:
    once = updated(BEFORE, told("four"), "1.2")
    assert updated(once, told("four"), "1.3") == once


def test_nothing_is_written_where_nothing_is_different(
    project: Path, fragmint: Run
) -> None:
    done = fragmint("diff", "old.yaml", "old.yaml", "--changelog", "CHANGES.md")
    assert done.returncode == 0
    assert not (project / "CHANGES.md").exists()


def test_a_changelog_keeps_its_line_ends(project: Path, fragmint: Run) -> None:
    file = project / "CHANGES.md"
    file.write_bytes(b"# Changelog\r\n\r\nAll of them.\r\n")
    title = "2.0\n## 3.0"
    told = "old.yaml", "new.yaml", "--changelog", "CHANGES.md", "--title", title
    assert fragmint("diff", *told).returncode == 0
    lines = file.read_bytes().split(b"\r\n")
    assert lines[2:5] == [b"All of them.", b"", b"## 2.0 ## 3.0"]
    assert b"\n" not in b"".join(lines)


def test_a_changelog_that_cannot_be_written(project: Path, fragmint: Run) -> None:
    (project / "CHANGES.md").mkdir()
    done = fragmint("diff", "old.yaml", "new.yaml", "--changelog", "CHANGES.md")
    assert done.returncode == 2
    assert "cannot-write" in done.stderr


def test_a_change_of_many_operations_is_told_of_each() -> None:
    [one] = told("four")
    twice = [Report("a", one.entries), Report("b", one.entries)]
    assert "- a: four\n- b: four\n" in updated("", twice)
    assert verdict(twice) == "patch"


# --- the parts ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("str", "str", "same"),
        ("str", "int", "other"),
        ("int", "float", "wider"),
        ("bool | None", "bool", "narrower"),
        ("str | int", "int | str", "same"),
        ("Literal['a']", "Literal['a', 'b']", "wider"),
        ("Literal['a', 'b'] | str", "str", "same"),
        ("Literal[True, False]", "bool", "wider"),
        ("Literal[1]", "float", "wider"),
        ("list[int]", "list[float]", "wider"),
        ("list[int]", "Sequence[int]", "wider"),
        ("dict[str, int]", "Mapping[str, int | None]", "wider"),
        ("Sequence[int]", "Sequence[str]", "other"),
        ("list[A]", "list[B]", "same"),
        ("A", "C", "other"),
        ("str | bool", "bool | bytes", "other"),
        ("Pages[A, list[A]]", "Pages[B, list[B]]", "same"),
    ],
)
def test_types(old: str, new: str, kind: str) -> None:
    assert difference(old, new, {"A": "B"}).kind == kind
    back = {"wider": "narrower", "narrower": "wider"}
    assert difference(new, old, {"B": "A"}).kind == back.get(kind, kind)


@pytest.mark.parametrize("around", ["{}", "dict[str, {}]", "list[{}] | None"])
def test_what_could_be_anything_could_be_used_in_any_way(around: str) -> None:
    anything, text = around.format("Any"), around.format("str")
    assert difference(anything, text, {}).kind == "other"
    assert difference(text, anything, {}).kind == "wider"
    assert difference(anything, anything, {}).kind == "same"


def refused(source: str) -> Formula:
    return formula(ast.parse(source, mode="eval").body, lambda name: None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("len(value) < 3", "len(value) < 5"),
        ("value > 9", "value > 8"),
        ("value not in ('a', 'b')", "value not in ('a',)"),
        ("value == 'a'", "value in ('a', 'b')"),
        ("not is_number(value)", "not is_integer(value)"),
        ("not isinstance(value, str)", "value not in ('a', 'b')"),
        ("not isinstance(value, (str, bool))", "not isinstance(value, str)"),
        ("type(value) is not int and not is_integer(value)", "not is_integer(value)"),
        ("is_number(value) and value > 9", "is_number(value) and value > 8"),
        ("'a' in fields and b(value)", "'a' in fields"),
        (
            "not any(a(item) for item in x)",
            "not any(a(item) and b(item) for item in x)",
        ),
        (
            "sum((isinstance(value, str), is_integer(value), is_list(value))) != 1",
            "sum((isinstance(value, str), is_integer(value))) != 1",
        ),
        ("not (a(value) or b(value))", "not a(value)"),
        ("False", "a(value)"),
        ("not is_multiple(value, 2)", "not is_multiple(value, 4)"),
        ("not is_multiple(value, 0.5)", "not is_multiple(value, 1.5)"),
        ("not valid_int64(value)", "not valid_int32(value)"),
        ("not is_integer(value) or value < 0", "not valid_uint8(value)"),
        ("not valid_double(value)", "not valid_float(value)"),
        ("value < 2", "value <= 2"),
    ],
)
def test_whatever_one_condition_refuses_the_other_does(one: str, other: str) -> None:
    assert implies(refused(one), refused(other))
    assert not implies(refused(other), refused(one)) or "type(value)" in one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("len(value) < 0", "False"),
        ("not is_integer(value) or value <= 0", "not is_integer(value) or value < 1"),
        ("not is_integer(value) or value > 4", "not is_integer(value) or value >= 4.5"),
    ],
)
def test_conditions_that_refuse_the_same(one: str, other: str) -> None:
    assert implies(refused(one), refused(other))
    assert implies(refused(other), refused(one))


def test_branches_that_may_meet_can_refuse_more_with_one_more() -> None:
    three = refused("sum((a(value), b(value), c(value))) != 1")
    two = refused("sum((a(value), b(value))) != 1")
    assert not implies(three, two)
    assert not implies(two, three)


def test_text_with_a_number_in_it_can_be_of_a_format() -> None:
    no_five = "value not in ('5',)"
    assert not implies(refused(no_five), refused("not valid_int64(value)"))
    assert not implies(refused("not valid_int64(value)"), refused(no_five))


@pytest.mark.parametrize(
    "source",
    [
        "value not in ('a', 'b')",
        "a(value) and not isinstance(value, str) or b(value)",
        "matches[r'^a'](value) is None",
        "sum(1 for item in value if item == 1) < 2",
    ],
)
def test_a_condition_refuses_what_it_refuses(source: str) -> None:
    assert implies(refused(source), refused(source))


SCHEMAS = """
{type: integer}
{type: number}
{type: string}
{type: boolean}
{type: [string, integer]}
{type: [integer, 'null']}
{type: integer, minimum: 1}
{type: integer, minimum: 3}
{type: integer, exclusiveMinimum: 1}
{type: string, minLength: 2}
{type: string, maxLength: 2}
{type: string, pattern: ^a}
{type: string, enum: [a, ab]}
{type: string, enum: [a, ab, abc]}
{enum: [1, 2, a]}
{const: a}
{not: {type: string}}
{anyOf: [{type: string}, {type: integer}]}
{oneOf: [{type: string, maxLength: 2}, {type: integer, minimum: 2}]}
{type: array, items: {type: integer}}
{type: array, items: {type: integer, minimum: 2}}
{type: array, items: {enum: [1, 2]}, minItems: 1}
{type: array, contains: {const: 1}}
{type: array, prefixItems: [{type: string}], items: {type: integer}}
{allOf: [{type: string}, {minLength: 2}, {not: {const: abc}}]}
{if: {type: string}, then: {minLength: 2}, else: {type: integer}}
{type: object, additionalProperties: {type: integer}}
{type: object, properties: {x: {type: integer, minimum: 2}}}
{type: object, properties: {x: {type: integer}}, required: [x]}
""".strip().splitlines()
VALUES: list[JSON] = [
    None,
    True,
    0,
    1,
    2,
    3,
    4.0,
    1.5,
    "",
    "a",
    "b",
    "ab",
    "abc",
    "xyz",
]
VALUES += [[], [1], [2], [3, 3], ["a"], ["a", 1], {}, {"x": 1}, {"x": 2}, {"y": "a"}]
SEEN, SAFE = 65, 93
"""How often nothing is called breaking, and how often nothing is refused that was not.
Between them is what only types tell, and where None was left out and is null."""


def test_what_is_not_called_breaking_refuses_nothing_more(project: Path) -> None:
    surfaces = []
    base = (CASE / "old.yaml").read_text("utf-8")
    for schema in SCHEMAS:
        text = base.replace("{type: integer, minimum: 1}", schema, 1)
        assert schema in text
        (project / "api.yaml").write_text(text, "utf-8")
        target = Target(spec=project / "api.yaml", output=project, package="client")
        files, _ = make(target)
        validate = compile_schema(yaml.safe_load(schema))
        taken = [not [*validate(value)] for value in VALUES]
        surfaces.append((survey(files, schema), schema, taken))
    safe = seen = 0
    for (old, one, before), (new, other, after) in permutations(surfaces, 2):
        breaks = any(was and not is_ for was, is_ in zip(before, after, strict=True))
        changes = compare(old, new)
        breaking = any(change.severity == "breaking" for change in changes)
        assert breaking or not breaks, (one, other)
        safe += not breaks
        seen += not breaking
    assert (seen, safe) == (SEEN, SAFE)


def test_all_of_a_package_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the packages of the golden cases have, and none differs from itself."""
    seen = 0
    for case in sorted((GOLDEN.parent / "golden").iterdir()):
        monkeypatch.chdir(case)
        target = Target(spec=Path("spec.yaml"), output=Path(), package="client")
        try:
            if Path(CONFIG).exists():
                [target] = load_targets(Path(CONFIG))
            files, _ = make(target)
        except Problems:
            continue  # a case about these
        surface = survey(files, case.name)
        listed = json.loads(files["fragmint.lock"])["operations"]
        assert sorted(surface.operations) == sorted(one["name"] for one in listed)
        for operation in surface.operations.values():
            assert operation.key, operation.name
            for one in operation.arguments:
                known = all(one.wire) or one.name in ("content_type", "extra", "body")
                assert known, (operation.name, one.name)
        assert all(any(model.key) for model in surface.models.values())
        assert compare(surface, surface) == ()
        seen += 1
    assert seen > 100
