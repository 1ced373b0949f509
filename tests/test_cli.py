"""The command line: what it takes, what it says and where, and its exit codes."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from fragmint.config import load_targets

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "golden" / "two_operations_one_resource" / "spec.yaml"
FLAGS = ("--spec", "api/spec.yaml", "--package", "acme", "--output", "out")

Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]
Files: TypeAlias = Callable[[Path], dict[str, bytes]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> Path:
    """A folder with a description and two targets; commands run in it."""
    (tmp_path / "api").mkdir()
    shutil.copy(SMALL, tmp_path / "api")
    (tmp_path / "fragmint.toml").write_text("""\
[targets.acme]
spec = "api/spec.yaml"
output = "out"

[targets.narrow]
spec = "api/spec.yaml"
output = "out"
package = "acme_fetch"
operations = ["GET /calls/{Sid}"]
""")
    return tmp_path


def configured(project: Path, text: str) -> None:
    (project / "fragmint.toml").write_text(text)


# --- what it does ---------------------------------------------------------------------


def test_generate_makes_every_target(project: Path, fragmint: Run) -> None:
    done = fragmint("generate")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (project / "out").iterdir()) == [
        "acme",
        "acme_fetch",
    ]
    [count] = re.findall(
        r"out/acme: generated 2 operations in (.*)$", done.stdout, re.M
    )
    files = re.fullmatch(r"(\d+) files: (\d+) new", count)
    assert files is not None
    assert files[1] == files[2]
    assert "out/acme_fetch: generated 1 operation in" in done.stdout


def test_flags_alone_do_the_same(project: Path, fragmint: Run, files: Files) -> None:
    # But for places, which begin at the configuration where there is one.
    config = (project / "fragmint.toml").read_text("utf-8")
    configured(project, config.replace("api/", ""))
    shutil.copy(SMALL, project)
    fragmint("generate")
    by_config = files(project / "out")
    shutil.rmtree(project / "out")
    (project / "fragmint.toml").unlink()
    one = ("--operation", "GET /calls/{Sid}", "--package", "acme_fetch")
    assert fragmint("generate", *FLAGS).returncode == 0
    assert fragmint("generate", *FLAGS[:2], *FLAGS[4:], *one).returncode == 0
    assert files(project / "out") == by_config


def test_output_is_here_unless_told(project: Path, fragmint: Run) -> None:
    assert fragmint("generate", *FLAGS[:4]).returncode == 0
    assert (project / "acme" / "__init__.py").is_file()


def test_config_paths_are_relative_to_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory, fragmint: Run
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    config = project / "fragmint.toml"
    done = fragmint("generate", "--config", config, "acme", cwd=elsewhere)
    assert done.returncode == 0
    assert (project / "out" / "acme" / "__init__.py").is_file()
    assert list(elsewhere.iterdir()) == []


def test_operation_narrows(project: Path, fragmint: Run) -> None:
    done = fragmint("generate", *FLAGS, "--operation", "updateCall")
    assert done.returncode == 0
    operations = (project / "out" / "acme" / "operations").glob("*.py")
    assert [path.name for path in operations] == ["update_call.py"]


def test_operation_can_be_repeated(project: Path, fragmint: Run) -> None:
    both = ("--operation", "updateCall", "--operation", "fetchCall")
    assert "2 operations" in fragmint("generate", *FLAGS, *both).stdout


def test_other_formats_to_assert_are_made_anew(project: Path, fragmint: Run) -> None:
    config = (project / "fragmint.toml").read_text("utf-8")
    assert fragmint("generate", "narrow").returncode == 0
    for wanted in ('"all"', '["uri"]'):
        configured(project, f"{config}\nassert-formats = {wanted}\n")
        assert "generated" in fragmint("generate", "narrow").stdout
        assert "up to date" in fragmint("generate", "narrow").stdout


def test_check_says_that_nothing_would_change(fragmint: Run) -> None:
    fragmint("generate")
    done = fragmint("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert "out/acme: up to date (2 operations in" in done.stdout


def test_check_shows_a_diff_and_writes_nothing(
    project: Path, fragmint: Run, files: Files
) -> None:
    fragmint("generate")
    client = project / "out" / "acme" / "client.py"
    client.write_text(client.read_text("utf-8").replace('"""The clients', '"""My'))
    before = files(project)
    done = fragmint("check", "acme")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "--- out/acme/client.py\tedited since it was generated\n"
        "+++ out/acme/client.py\n@@ -1,4 +1,4 @@\n"
        '-"""My of Calls."""\n+"""The clients of Calls."""\n'
    )
    assert "would change" in done.stderr
    assert files(project) == before


def test_check_of_what_is_not_there_shows_it_all(project: Path, fragmint: Run) -> None:
    done = fragmint("check", *FLAGS)
    assert done.returncode == 1
    assert "--- /dev/null\n+++ out/acme/client.py\n" in done.stdout
    assert not (project / "out").exists()


def test_one_template_is_overridden(project: Path, fragmint: Run, files: Files) -> None:
    fragmint("generate", *FLAGS)
    before = files(project / "out" / "acme")
    (project / "mine").mkdir()
    theirs = (ROOT / "templates" / "model.py.jinja").read_text("utf-8")
    (project / "mine" / "model.py.jinja").write_text("# Ours.\n" + theirs)
    done = fragmint("generate", *FLAGS, "--templates", "mine")
    assert done.returncode == 0
    after = files(project / "out" / "acme")
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {"models/call.py", "fragmint.lock"}
    assert after["models/call.py"].startswith(b"# Ours.\n")
    again = fragmint("generate", *FLAGS, "--templates", "mine")
    assert "up to date" in again.stdout


def test_templates_of_the_configuration(project: Path, fragmint: Run) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "package.py.jinja").write_text('"""Ours."""\n')
    with (project / "fragmint.toml").open("a") as config:
        config.write('templates = "mine"\n')
    fragmint("generate", "narrow")
    made = project / "out" / "acme_fetch" / "__init__.py"
    assert made.read_text("utf-8") == '"""Ours."""\n'


def test_the_transport_of_a_flag(project: Path, fragmint: Run) -> None:
    fragmint("generate", *FLAGS, "--transport", "stdlib")
    made = next(project.rglob("client.py")).read_text("utf-8")
    assert "_transport_class = StdlibTransport" in made


OVERLAY = """\
overlay: 1.1.0
info: {title: Ours, version: "1"}
actions:
  - target: $.paths.*.parameters
    remove: true
  - target: $.paths.*.*
    update:
      parameters:
        - {name: Sid, in: path, required: true, schema: {type: string, minLength: 9}}
"""


def test_an_overlay_is_an_input(project: Path, fragmint: Run) -> None:
    overlay = project / "overlay.yaml"
    overlay.write_text(OVERLAY)
    with (project / "fragmint.toml").open("a") as config:
        config.write('overlays = ["overlay.yaml"]\n')
    lock = project / "out/acme_fetch/fragmint.lock"
    assert "generated" in fragmint("generate", "narrow").stdout
    known = json.loads(lock.read_text("utf-8"))["inputs"]
    assert set(known["description"]) == {"spec.yaml", "../overlay.yaml"}
    assert known["options"]["overlays"] == ["../overlay.yaml"]
    assert "up to date" in fragmint("generate", "narrow").stdout
    overlay.write_text(OVERLAY.replace("9", "8"))
    assert fragmint("check", "narrow").returncode == 1
    # What a violation names, is found where it was written.
    pointer = "api/spec.yaml#/paths/~1calls~1{Sid}/get/parameters/0/schema/minLength"
    validator = project / "out/acme_fetch/validators/fetch_call_path.py"
    assert pointer.rpartition("/")[0] in validator.read_text("utf-8")
    done = fragmint("explain", pointer)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("overlay.yaml:9\n")


SLOW = ("difflib", "fcntl", "jinja2", "jsonschema", "multiprocessing", "yaml")
NEVER = ("black", "openapi_spec_validator", "jsonpath")


def test_idle_generate_imports_little(fragmint: Run, project: Path) -> None:
    program = (
        "import sys; from fragmint.cli import main;"
        " code = main(['generate', *sys.argv[1:]]);"
        f" print('imported:', [m for m in {(*SLOW, *NEVER)} if m in sys.modules]);"
        " sys.exit(code)"
    )

    def imported(*targets: str) -> str:
        command = [sys.executable, "-c", program, *targets]
        done = subprocess.run(
            command, cwd=project, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.partition("imported: ")[2]

    for target in ("acme", "narrow"):
        assert imported(target) == f"{list(SLOW)}\n"
    assert imported() == "[]\n"


def test_version_and_help(fragmint: Run) -> None:
    assert fragmint("--version").stdout.startswith("fragmint ")
    assert "--operation ID" in fragmint("generate", "--help").stdout


# --- what it refuses ------------------------------------------------------------------


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """What a command that must not do anything says, on standard error alone."""
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


@pytest.mark.parametrize("command", ["generate", "check"])
def test_problems_of_the_description(
    command: str, project: Path, fragmint: Run
) -> None:
    spec = project / "api" / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("schemas/Call", "schemas/Cal"))
    said = refused(fragmint(command, *FLAGS))
    assert said.startswith("api/spec.yaml:")
    assert "did you mean #/components/schemas/Call?" in said
    assert not (project / "out").exists()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_description_that_is_not_there(command: str, fragmint: Run) -> None:
    said = refused(fragmint(command, "--spec", "api/spce.yaml", "--package", "acme"))
    assert "api/spce.yaml" in said
    assert "did you mean api/spec.yaml?" in said


def test_a_description_that_lost_its_operations(
    project: Path, fragmint: Run, files: Files
) -> None:
    """A slip of the pen must not empty a package."""
    fragmint("generate", "acme")
    before = files(project / "out")
    spec = project / "api" / "spec.yaml"
    spec.write_text(spec.read_text("utf-8").replace("\npaths:", "\npath:"), "utf-8")
    done = fragmint("generate", "acme")
    assert done.returncode == 2
    assert "did you mean paths?" in done.stderr
    assert "fragmint: no-operations:" in done.stderr
    assert files(project / "out") == before


def test_a_folder_is_no_description(fragmint: Run) -> None:
    done = fragmint("generate", "--spec", "api", "--package", "acme")
    assert done.returncode == 2
    assert "api is a folder" in done.stderr


def test_unknown_operation(project: Path, fragmint: Run) -> None:
    said = refused(fragmint("generate", *FLAGS, "--operation", "fetchCal"))
    assert "fetchCal" in said
    assert "did you mean fetchCall?" in said
    assert not (project / "out").exists()


def test_unknown_target(fragmint: Run) -> None:
    said = refused(fragmint("generate", "acme", "narow"))
    assert "unknown-target: no target narow in fragmint.toml" in said
    assert "did you mean narrow?" in said
    assert "it has acme, narrow" in refused(fragmint("generate", "x"))


def test_no_configuration(project: Path, fragmint: Run) -> None:
    (project / "fragmint.toml").unlink()
    said = refused(fragmint("generate"))
    assert "no fragmint.toml here" in said
    assert "--spec" in said


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (
            '[targets.acme]\nspec = "api/spec.yaml"\noutptu = "out"\n',
            "3:1",
            "did you mean output?",
        ),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\noperations = "fetchCall"\n',
            "3:1",
            "operations must be a list of strings",
        ),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\noperations = [1]\n',
            "3:1",
            "operations must be a list of strings",
        ),
        (
            '[targets.acme]\nspec = "a.yaml"\nassert-formats = ["uri", "datetime"]\n',
            "3:1",
            "did you mean date-time?",
        ),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\nassert-formats = "nome"\n',
            "3:1",
            "did you mean none?",
        ),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\nassert-formats = true\n',
            "3:1",
            "assert-formats must be a string or a list of strings",
        ),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\ntransport = "sdtlib"\n',
            "3:1",
            "did you mean stdlib?",
        ),
        ("[targets.acme]\nspec = 7\n", "2:1", "spec must be a string"),
        ('[targets.acme]\noutput = "out"\n', "1:10", "acme has no spec"),
        ('[targets.acme]\nspec = "api\n', "2:12", "Illegal character"),
        ('[target.acme]\nspec = "api/spec.yaml"\n', "1:2", "did you mean targets?"),
        ("targets = 7\n", "1:1", "there are no targets"),
        ("[targets]\nacme = 7\n", "2:1", "acme"),
        (
            '[targets.acme]\nspec = "api/spec.yaml"\npackage = "my-acme"\n',
            "3:1",
            "'my-acme' cannot be the name of a package",
        ),
        ('[targets.ac]\nspec = "a"\npackage = "\ufb01"\n', "3:1", "name of a package"),
        ('[targets.ac]\nspec = "a"\noutput = "~/x"\n', "3:1", "~ stands for nobody"),
        (
            '# no output here\n[targets.acme]\nspec = "a.yaml"\noutput = 7\n',
            "4:1",
            "output must be a string",
        ),
    ],
)
def test_problems_of_the_configuration(
    text: str, place: str, message: str, project: Path, fragmint: Run
) -> None:
    configured(project, text)
    said = refused(fragmint("generate"))
    assert f"fragmint.toml:{place}: bad-" in said
    assert message in said


def test_a_configuration_with_a_byte_order_mark(project: Path, fragmint: Run) -> None:
    path = project / "fragmint.toml"
    path.write_text(path.read_text(), "utf-8-sig")
    assert fragmint("generate").returncode == 0


def test_a_configuration_that_is_no_text(project: Path, fragmint: Run) -> None:
    (project / "fragmint.toml").write_bytes(b"\xff\xfe")
    assert "bad-config: fragmint.toml" in refused(fragmint("generate"))


def test_a_configuration_that_is_a_folder(fragmint: Run) -> None:
    said = refused(fragmint("generate", "--config", "."))
    assert said == "fragmint: bad-config: .: Is a directory\n"


def test_all_problems_are_told_at_once(project: Path, fragmint: Run) -> None:
    configured(project, "[targets.one]\nspek = 1\n[targets.two]\nspec = 2\n")
    said = refused(fragmint("generate"))
    assert said.count("bad-config") == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--package", "acme"), "--package goes with --spec"),
        (("--operation", "fetchCall"), "--operation goes with --spec"),
        (("--spec", "api/spec.yaml"), "--spec needs --package"),
        (("--spec", "api/spec.yaml", "--package", "class"), "'class' cannot be"),
        (("--spec", "api/spec.yaml", "--package", "../x"), "'../x' cannot be"),
        ((*FLAGS, "--templates", "nowhere"), "nowhere is not a folder"),
        ((*FLAGS, "--transport", "sdtlib"), "did you mean stdlib?"),
        (("--transport", "stdlib"), "--transport goes with --spec"),
        ((*FLAGS, "acme"), "acme"),
        (("--config", "api"), "api"),
        (("--colour",), "unrecognized arguments: --colour"),
    ],
)
def test_wrong_flags(
    arguments: tuple[str, ...], message: str, project: Path, fragmint: Run
) -> None:
    assert message in refused(fragmint("generate", *arguments))
    assert not (project / "out").exists()


def test_no_command(fragmint: Run) -> None:
    assert "usage: fragmint" in refused(fragmint())


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("x = 1\n{% if it %}\n", 2, ""),
        ("x = 1\n\ny = {{ it.nmae }}\n", 3, "nmae"),
        ("x = 1\n{{ it.name | upper_case }}\n", 2, "upper_case"),
        ("{% include 'nowhere' %}\n", 1, "nowhere"),
        ("x = {{ 1 / 0 }}\n", 1, ""),
    ],
    ids=["syntax", "unknown name", "unknown filter", "unknown template", "fault"],
)
def test_a_broken_template(
    text: str, line: int, message: str, project: Path, fragmint: Run
) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "package.py.jinja").write_text(text)
    said = refused(fragmint("generate", *FLAGS, "--templates", "mine"))
    assert f"mine/package.py.jinja:{line}:" in said
    assert "bad-template" in said
    assert message in said
    assert not (project / "out").exists()


def test_a_template_that_makes_no_python(project: Path, fragmint: Run) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "package.py.jinja").write_text("x = (\n")
    said = refused(fragmint("generate", *FLAGS, "--templates", "mine"))
    assert "bad-output: the templates made no Python of __init__.py" in said


def test_a_file_where_the_output_should_be(project: Path, fragmint: Run) -> None:
    (project / "out").write_text("mine")
    said = refused(fragmint("generate", *FLAGS))
    assert "cannot-write" in said
    assert (project / "out").read_text() == "mine"


# --- what there is to say cannot be said ----------------------------------------------

FULL = Path("/dev/full")
CALL = "import sys; from fragmint.cli import main; "


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is full")
@pytest.mark.parametrize("buffered", ["", "1"])
@pytest.mark.parametrize("command", [["check"], ["verify", "out/acme"]])
def test_a_full_disk_is_no_difference(
    command: list[str], buffered: str, project: Path, fragmint: Run
) -> None:
    assert fragmint("generate").returncode == 0
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "fragmint", *command],
            cwd=project,
            env=os.environ | {"PYTHONUNBUFFERED": buffered},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 2
    said = "fragmint: cannot-write: what there is to say cannot be written: No space"
    assert done.stderr.startswith(said)


def test_nobody_listens(project: Path, fragmint: Run) -> None:
    command = f"'{sys.executable}' -m fragmint generate >&- 2>&-"
    done = subprocess.run(command, shell=True, cwd=project)  # a program's own way
    assert done.returncode == 0
    assert fragmint("check").returncode == 0


def test_a_name_that_the_system_cannot_have(project: Path, fragmint: Run) -> None:
    (project / "api/spec.yaml").rename(project / "api/\xe9.yaml")
    path = project / "fragmint.toml"
    path.write_text(path.read_text().replace("spec.yaml", "\xe9.yaml"), "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    said = refused(fragmint("check", **plain))
    assert "'api/\\xe9.yaml' is no name of a file here" in said
    assert "PYTHONUTF8=1" in said


def test_a_mistake_in_fragmint_is_no_difference(project: Path) -> None:
    broken = f"{CALL}from fragmint.commands import check; check.run = lambda _: 1 / 0; "
    done = subprocess.run(
        [sys.executable, "-c", f"{broken}sys.exit(main(['check']))"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "ZeroDivisionError" in done.stderr
    assert "fragmint: internal-error: " in done.stderr


# --- what places are relative to --------------------------------------------------


@pytest.mark.parametrize(
    ("spec", "root", "prefix"),
    [
        ("api/spec.yaml", None, "api/"),
        ("./api/v1/../v2/spec.yaml", None, "api/v2/"),
        ("spec.yaml", None, ""),
        ("api/v1/spec.yaml", "api", "api/"),
        ("api/v1/spec.yaml", ".", ""),
        ("../other/spec.yaml", None, ""),
        ("api/../../other/spec.yaml", None, ""),
        ("api/spec.yaml", "..", ""),
        ("/srv/spec.yaml", None, ""),
        (".api/spec.yaml", None, ".api/"),
        ("..api/spec.yaml", None, "..api/"),
    ],
)
def test_what_places_begin_with(
    spec: str, root: str | None, prefix: str, project: Path
) -> None:
    more = f'root = "{root}"\n' if root else ""
    configured(project, f'[targets.acme]\nspec = "{spec}"\n{more}')
    [target] = load_targets(project / "fragmint.toml")
    assert target.prefix == prefix


def test_places_of_flags_are_relative_to_the_description(
    project: Path, fragmint: Run, files: Files
) -> None:
    fragmint("generate", *FLAGS)
    flags = files(project / "out" / "acme")
    fragmint("generate", "acme")
    config = files(project / "out" / "acme")
    for made, other, place in (
        (flags, config, b'"spec.yaml#/'),
        (config, flags, b'"api/spec.yaml#/'),
    ):
        assert any(place in data for data in made.values())
        assert not any(place in data for data in other.values())


def test_names_are_kept_whatever_places_begin_with(
    project: Path, fragmint: Run
) -> None:
    path = project / "out" / "acme" / "fragmint.lock"

    def names() -> Any:
        return json.loads(path.read_text("utf-8"))["names"]

    fragmint("generate", *FLAGS)
    before = path.read_text("utf-8")
    path.write_text(before.replace('"FetchCall"', '"LookUpCall"'), "utf-8")
    fragmint("generate", *FLAGS)
    promised = names()
    assert "LookUpCall" in promised["classes"].values()
    assert "generated" in fragmint("generate", "acme").stdout
    assert names() == promised


# --- explain --------------------------------------------------------------------------


def test_explain_shows_the_lines_around_a_rule(fragmint: Run) -> None:
    done = fragmint("explain", "spec.yaml#/paths/~1calls~1{Sid}/get/operationId")
    assert (done.returncode, done.stderr) == (0, "")
    head, *lines = done.stdout.splitlines()
    number = next(
        index
        for index, line in enumerate(SMALL.read_text("utf-8").splitlines(), 1)
        if "operationId: fetchCall" in line
    )
    assert head == f"api/spec.yaml:{number}"
    marked = [line for line in lines if line.startswith(">")]
    assert [line.split() for line in marked] == [
        [">", str(number), "|", "operationId:", "fetchCall"]
    ]
    assert any("get:" in line for line in lines)


def test_explain_lays_out_what_stands_in_one_line(fragmint: Run, project: Path) -> None:
    node = {"type": "object", "required": ["a"], "properties": {"a": {"title": "A"}}}
    text = '{"openapi": "3.1.0", "components": {"schemas": {"Node": %s}}}'
    (project / "one.json").write_text(text % json.dumps(node))
    done = fragmint("explain", "one.json#/components/schemas/Node/required")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "one.json:1:76\n"
        '    "type": "object",\n'
        '>   "required": [\n'
        '>     "a"\n'
        ">   ],\n"
        '    "properties": {\n'
        '      "a": {\n'
        '        "title": "A"\n'
        "      }\n"
        "    }\n"
    )
    done = fragmint("explain", "one.json#/components/schemas/Node/properties/a")
    assert done.stdout == 'one.json:1:110\n    "a": {\n      "title": "A"\n    }\n'


@pytest.mark.parametrize(
    ("pointer", "code", "hint"),
    [
        ("spec.yaml#/paths/~1calls~1{Sd}", "unknown-ref", "#/paths/~1calls~1{Sid}"),
        (
            "spec.yaml#/paths/~1calls~1{Sd}/get",
            "unknown-ref",
            "#/paths/~1calls~1{Sid}?",
        ),
        ("spec.yaml#/nowhere", "unknown-ref", "the document has openapi, info, "),
        ("spec.yaml#/info/title/a", "unknown-ref", "#/info/title has nothing in it"),
        ("spec.yaml#/servers/7", "unknown-ref", "#/servers has 0"),
        ("spec.yaml#a", "unknown-ref", "a JSON pointer begins with a slash"),
        ("nothing.yaml#/paths", "missing-file", "write it as a violation does"),
        ("nothing.yaml, Call", "missing-file", "write it as a violation does"),
        ("spec.yaml, Cal", "unknown-ref", "did you mean Call?"),
        ("", "missing-file", "write it as a violation does"),
        ("api/spec.yaml", "unknown-ref", "hint: api/spec.yaml, Name; or the viol"),
    ],
)
def test_explain_what_is_not_there(
    pointer: str, code: str, hint: str, fragmint: Run
) -> None:
    done = fragmint("explain", pointer)
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert hint in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        "({})",
        " ({})\n",
        "  sid: must match ^(CA)[0-9a-f]{{32}}$, not '#1' - \"The SID, as it is\" ({})",
        "FetchCall was not sent:\n  sid: must be a string, not 5 ({})",
    ],
)
@pytest.mark.parametrize(
    "pointer", ["spec.yaml, Call", "api/spec.yaml#/components/schemas/Call"]
)
def test_explain_takes_the_line_of_a_violation(
    pointer: str, line: str, fragmint: Run
) -> None:
    wanted = fragmint("explain", pointer)
    assert (wanted.returncode, wanted.stderr) == (0, "")
    assert fragmint("explain", line.format(pointer)).stdout == wanted.stdout


def test_explain_takes_what_the_package_says(
    project: Path, tmp_path_factory: pytest.TempPathFactory, fragmint: Run
) -> None:
    fragmint("generate", "acme")
    validator = project / "out" / "acme" / "validators" / "fetch_call_path.py"
    pointer, *_ = re.findall(r'"(\S+#/\S+)"', validator.read_text("utf-8"))
    assert pointer.startswith("api/spec.yaml#/")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for config, cwd in (
        ("fragmint.toml", project),
        (project / "fragmint.toml", elsewhere),
    ):
        done = fragmint("explain", pointer, "--config", config, cwd=cwd)
        assert (done.returncode, done.stderr) == (0, "")
        assert "api/spec.yaml:" in done.stdout


NAMED = """\
openapi: 3.1.1
info: {title: Names, version: "1"}
paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/A"}
      responses: {"200": {description: Fine}}
components:
  schemas:
    A:
      minProperties: 3
      properties: {b: {minimum: 1}, c: {$ref: "#/components/schemas/C"}, "of a, b": {}}
    C: {properties: {b: {maximum: 1}}}
"""
BREAKING = """\
from out.acme import C, Client
try:
    Client(base_url="http://localhost").a.create(b=0, c=C(b=2))
except ValueError as error:
    print(*error.violations, error, sep="\\n")
"""


def test_explain_takes_what_a_violation_prints(project: Path, fragmint: Run) -> None:
    (project / "api" / "spec.yaml").write_text(NAMED)
    assert fragmint("generate", "acme").returncode == 0
    command = [sys.executable, "-c", BREAKING]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    printed = re.findall(r"\((.*)\)$", done.stdout, re.M)
    assert printed == ["api/spec.yaml, A", "api/spec.yaml, b", "api/spec.yaml, b"] * 2
    shown = fragmint("explain", printed[1]).stdout
    assert re.findall(r"^api/spec.yaml:(\d+)$", shown, re.M) == ["15", "16"]
    # Nobody has to put it in quotes, and a name can have a comma.
    assert fragmint("explain", *printed[1].split()).stdout == shown
    done = fragmint("explain", "api/spec.yaml, of a, b")
    assert done.stdout.startswith("api/spec.yaml:15\n")


PARAMETERS = """\
openapi: 3.1.1
info: {title: Names, version: "1"}
paths:
  /a:
    get:
      parameters:
        - {name: a/b, in: query, schema: {type: integer, minimum: 1}}
        - {$ref: "#/components/parameters/Limit"}
      responses: {"200": {description: Fine}}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, maximum: 9}}
"""
BREAKING_PARAMETERS = """\
from out.acme import Client
try:
    Client(base_url="http://localhost").a.get(a_b=0, limit=10)
except ValueError as error:
    print(*error.violations, sep="\\n")
"""


def test_explain_takes_what_a_violation_prints_of_a_parameter(
    project: Path, fragmint: Run
) -> None:
    (project / "api" / "spec.yaml").write_text(PARAMETERS)
    assert fragmint("generate", "acme").returncode == 0
    command = [sys.executable, "-c", BREAKING_PARAMETERS]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    printed = re.findall(r"\((.*)\)$", done.stdout, re.M)
    assert printed == ["api/spec.yaml, a/b", "api/spec.yaml, limit"], done
    for source, line in zip(printed, (7, 12), strict=True):
        shown = fragmint("explain", source).stdout
        assert re.findall(r"^api/spec.yaml:(\d+)$", shown, re.M) == [str(line)]


INLINE = """\
openapi: 3.1.1
info: {title: Nameless, version: "1"}
paths:
  /a:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: {b: {type: string}, c: {type: string}}
              minProperties: 2
              if: {required: [b]}
              then:
                required: [c]
      responses: {"200": {description: Fine}}
    put:
      requestBody:
        content:
          application/json: {schema: {$ref: "flat.yaml#/New"}}
      responses: {"200": {description: Fine}}
"""
FLAT = """\
New:
  type: object
  properties: {b: {type: integer}}
  minProperties: 2
"""
BREAKING_INLINE = """\
from out.acme import Client
with Client(base_url="http://localhost") as client:
    for call in (lambda: client.a.create(b="b"), lambda: client.a.update(b=1)):
        try:
            call()
        except ValueError as error:
            print(*error.violations, sep="\\n")
"""


def test_explain_takes_what_a_violation_prints_of_what_has_no_name(
    project: Path, fragmint: Run
) -> None:
    (project / "api" / "spec.yaml").write_text(INLINE)
    (project / "api" / "flat.yaml").write_text(FLAT)
    assert fragmint("generate", "acme").returncode == 0
    command = [sys.executable, "-c", BREAKING_INLINE]
    done = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8")
    printed = re.findall(r"\((.*)\)$", done.stdout, re.M)
    for source, line in zip(
        printed, ("spec.yaml:13", "spec.yaml:16", "flat.yaml:4"), strict=True
    ):
        shown = fragmint("explain", source).stdout
        assert shown.startswith(f"api/{line}\n")
    done = fragmint("explain", "api/flat.yaml, New")  # the name that one sees in it
    assert done.stdout.startswith("api/flat.yaml:1\n")


def test_explain_shows_what_an_overlay_adds_to_a_name(
    project: Path, fragmint: Run
) -> None:
    overlay = """\
overlay: 1.1.0
info: {title: More, version: "1"}
actions:
  - target: $.components.schemas.C
    update:
      properties:
        b: {minimum: 0}
"""
    (project / "api" / "spec.yaml").write_text(NAMED)
    (project / "more.yaml").write_text(overlay)
    configured(
        project, '[targets.acme]\nspec = "api/spec.yaml"\noverlays = ["more.yaml"]\n'
    )
    shown = fragmint("explain", "api/spec.yaml, b").stdout
    assert re.findall(r"^(\S+:\d+)$", shown, re.M) == [
        *("api/spec.yaml:15", "api/spec.yaml:16", "more.yaml:7")
    ]


def test_explain_cuts_long_lines_around_what_is_meant(
    project: Path, fragmint: Run
) -> None:
    schemas = {f"S{i}": {"description": "long" * 99} for i in range(9)}
    document = {"openapi": "3.1.1", "components": {"schemas": schemas}}
    (project / "api" / "spec.json").write_text(json.dumps(document))
    shown = fragmint("explain", "api/spec.json, S7").stdout
    assert "S7" in shown
    assert max(map(len, shown.splitlines())) < 200


def test_explain_shows_some_of_many_of_a_name(project: Path, fragmint: Run) -> None:
    many = "".join(f"    X{i}: {{properties: {{b: {{}}}}}}\n" for i in range(6))
    (project / "api" / "spec.yaml").write_text(NAMED + many)
    shown = fragmint("explain", "spec.yaml, b").stdout
    assert shown.count("api/spec.yaml:") == 5
    assert shown.endswith("… and 3 more: give the violation's pointer\n")


def test_explain_in_a_folder_whose_name_has_a_hash(
    project: Path, fragmint: Run
) -> None:
    (project / "api").rename(project / "c#")
    configured(project, '[targets.acme]\nspec = "c#/spec.yaml"\n')
    assert fragmint("generate").returncode == 0
    done = fragmint("explain", "c#/spec.yaml#/info/title")
    assert done.stdout.startswith("c#/spec.yaml:")
    assert fragmint("explain", "c#/spec.yaml#").returncode == 0


def test_explain_without_a_configuration(project: Path, fragmint: Run) -> None:
    (project / "fragmint.toml").unlink()
    done = fragmint("explain", "api/spec.yaml#/paths/~1calls~1{Sid}/get/operationId")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("api/spec.yaml:")


# --- a lock that was merged -------------------------------------------------------


@pytest.mark.parametrize(
    "command", [("check", "acme"), ("generate",), ("generate", "--force")]
)
def test_a_lock_with_a_side_that_is_none(
    command: tuple[str, ...], project: Path, fragmint: Run
) -> None:
    fragmint("generate", "acme")
    lock = project / "out" / "acme" / "fragmint.lock"
    text = f"<<<<<<< ours\n{lock.read_text()}=======\n>>>>>>> theirs\n"
    lock.write_text(text)
    done = fragmint(*command, "acme")
    assert (done.returncode, done.stdout) == (2, "")
    assert "bad-lock" in done.stderr
    assert "git checkout --ours" in done.stderr
    assert lock.read_text() == text
