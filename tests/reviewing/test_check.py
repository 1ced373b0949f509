"""``fragmint check`` for programs: what it tells, and which lines it leads to."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

ITEM = """\
openapi: 3.1.1
info: {title: Items, version: "1"}
paths:
  /items:
    post:
      operationId: createItem
      tags: [Items]
      requestBody:
        content:
          application/json:
            schema: {$ref: "models.yaml#/$defs/Item"}
      responses:
        "200":
          description: It
          content:
            application/json:
              schema:
                properties:
                  part: {properties: {name: {type: string}}}
webhooks:
  made:
    post:
      requestBody:
        content:
          application/json:
            schema: {$ref: "models.yaml#/$defs/Item"}
      responses: {"200": {description: Fine}}
"""
MODELS = """\
$defs:
  Other: {type: string}
  Item:
    type: object
    properties:
      name: {type: string, maxLength: 4}
"""
CONFIG = """\
[targets.shop]
spec = "api/items.yaml"

[targets.other]
spec = "api/items.yaml"
operations = ["createItem"]
"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two generated packages."""
    folder = tmp_path_factory.mktemp("generated")
    (folder / "api").mkdir()
    (folder / "api" / "items.yaml").write_text(ITEM)
    (folder / "api" / "models.yaml").write_text(MODELS)
    (folder / "fragmint.toml").write_text(CONFIG)
    command = [sys.executable, "-m", "fragmint", "generate"]
    subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.fixture(autouse=True)
def project(generated: Path, tmp_path: Path) -> Path:
    """A copy of it, in which commands run."""
    shutil.copytree(generated, tmp_path, dirs_exist_ok=True)
    return tmp_path


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def report(fragmint: Run) -> Callable[..., Any]:
    """What ``check --format json`` says, which is to end with `code`."""

    def check(*arguments: str, code: int) -> Any:
        done = fragmint("check", *arguments, "--format", "json")
        assert (done.returncode, done.stderr) == (code, "")
        return json.loads(done.stdout)

    return check


def places(report: Any) -> dict[str, str]:
    """Where the differences are, by the files that would change."""
    return {
        one["file"]: f"{one['place']['file']}:{one['place']['line']}"
        for one in report["differences"]
    }


def test_nothing_would_change(report: Callable[..., Any], fragmint: Run) -> None:
    said = report(code=0)
    assert [(one["name"], one["up_to_date"]) for one in said["targets"]] == [
        ("shop", True),
        ("other", True),
    ]
    assert (said["problems"], said["differences"]) == ([], [])
    assert fragmint("check", "--format", "github").stdout == ""


def test_warnings_are_told_by_each_check(
    project: Path, report: Callable[..., Any], fragmint: Run
) -> None:
    edited(project / "api" / "models.yaml", "maxLength: 4", "maxLength: four")
    for flags in ((), ("--force",)):
        done = fragmint("generate", "shop", *flags)
        assert done.returncode == 0
        assert done.stderr.count("maxLength must be") == 1
    done = fragmint("generate", "shop")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("; 1 warning, which check tells)\n")

    fragmint("generate")
    for targets in (("shop",), ()):  # alone, and by other processes
        done = fragmint("check", *targets)
        assert (done.returncode, done.stderr.count("maxLength must be")) == (0, 1)
        assert "shop: up to date" in done.stdout
        assert "warning" not in done.stdout
    [problem] = report("shop", code=0)["problems"]
    assert problem["level"] == "warning"
    assert problem["place"]["file"] == "api/models.yaml"
    assert "maxLength must be" in fragmint("check", "--format", "github").stdout
    assert "maxLength must be" in fragmint("check", "--format", "sarif").stdout
    for strictly in (("--strict",), ("--strict", "--quiet")):
        for command in ("check", "generate"):
            done = fragmint(command, "shop", *strictly)
            assert done.returncode == 2
            assert "maxLength must be" in done.stderr


def test_of_warnings_that_are_alike_a_few_are_told(
    project: Path, report: Callable[..., Any], fragmint: Run
) -> None:
    many = "".join(f"      p{i}: {{default: 1, type: string}}\n" for i in range(9))
    name = "      name: {type: string, maxLength: 4}\n"
    edited(project / "api" / "models.yaml", name, name + many)
    edited(project / "api" / "models.yaml", "maxLength: 4", "maxLength: four")
    said = "the default is no string"
    for name in ("generate", "check"):
        done = fragmint(name, "shop")
        assert (done.returncode, done.stderr.count(said)) == (0, 3)
        assert (
            "\n      … and 6 more like it: check --all-warnings tells them\n"
            in done.stderr
        )
        assert "maxLength must be" in done.stderr
        last = done.stderr.splitlines()[-1]
        said_last = "9 wrong-type, 1 invalid-description"
        assert last == f"fragmint: 10 warnings: {said_last}"
    for command in (("check",), ("generate", "--force")):
        done = fragmint(*command, "shop", "--all-warnings")
        assert (done.returncode, done.stderr.count(said)) == (0, 9)
        assert "more like it" not in done.stderr
        assert "10 warnings" not in done.stderr
    assert len(report("shop", code=0)["problems"]) == 10


def test_a_package_is_the_same_with_strict_and_without(
    project: Path, fragmint: Run
) -> None:
    strict = ("--strict",)
    for made, checked in (((), strict), (strict, ())):
        shutil.rmtree(project / "shop")
        assert fragmint("generate", "shop", *made).returncode == 0
        assert fragmint("check", "shop", *made).returncode == 0
        for command in ("check", "generate"):
            done = fragmint(command, "shop", *checked)
            assert (done.returncode, done.stderr) == (0, "")
            assert "up to date" in done.stdout


def test_what_no_operation_needs_is_looked_at_where_it_is_strict(
    project: Path, fragmint: Run
) -> None:
    odd = "components: {schemas: {Odd: {maxLength: x}}}\nwebhooks:"
    edited(project / "api" / "items.yaml", "webhooks:", odd)
    fragmint("generate", "shop")
    assert fragmint("check", "shop").returncode == 0
    done = fragmint("check", "shop", "--strict")
    assert (done.returncode, "maxLength must be" in done.stderr) == (2, True)


def test_as_many_files_are_told_as_change_then(project: Path, fragmint: Run) -> None:
    edited(project / "api" / "items.yaml", "/items:", "/things:")
    edited(project / "api" / "items.yaml", "operationId: createItem", "tags: [Things]")
    told = fragmint("check", "shop").stderr
    done = fragmint("generate", "shop").stdout
    counts = done.partition("files: ")[2].strip()
    assert "changed" in counts
    assert f"shop: generating would change files ({counts}), as shown" in told


def test_a_file_leads_to_the_line_that_it_is_made_from(
    project: Path, report: Callable[..., Any]
) -> None:
    edited(project / "api" / "models.yaml", "{type: string, maxLength: 4}", "{}")
    items = project / "api" / "items.yaml"
    edited(items, "{name: {type: string}}", "{name: {type: string}, size: {}}")
    edited(items, "description: It", "description: That")
    edited(items, "responses: {", "description: Made\n      responses: {")
    said = report("shop", code=1)
    assert places(said) == {
        "shop/_support/decoders.py": "api/items.yaml:1",
        "shop/fragmint.lock": "api/items.yaml:1",
        "shop/models/create_item_response_part.py": "api/items.yaml:19",
        "shop/models/item.py": "api/models.yaml:3",
        "shop/operations/create_item.py": "api/items.yaml:5",
        "shop/payloads/made.py": "api/items.yaml:25",
        "shop/resources/items.py": "api/items.yaml:1",
        "shop/validators/item.py": "api/models.yaml:3",
    }
    assert {one["code"] for one in said["differences"]} == {"outdated-file"}


def test_a_type_with_a_name_leads_to_its_line(
    project: Path, report: Callable[..., Any]
) -> None:
    edited(project / "api" / "models.yaml", "$defs:", "$defs:\n  Kind: {enum: [a, b]}")
    kind = '{name: {$ref: "models.yaml#/$defs/Kind"}}'
    edited(project / "api" / "items.yaml", "{name: {type: string}}", kind)
    assert places(report("shop", code=1))["shop/types/kind.py"] == "api/models.yaml:2"


def test_what_is_new_and_what_goes(project: Path, report: Callable[..., Any]) -> None:
    edited(project / "api" / "items.yaml", "createItem", "makeItem")
    edited(project / "api" / "items.yaml", "/items:", "/things:")
    found = {one["file"]: one for one in report("shop", code=1)["differences"]}
    new = found["shop/operations/make_item.py"]
    assert (new["change"], new["place"]["line"]) == ("new", 5)
    assert new["diff"].startswith("--- /dev/null\n+++ shop/operations/make_item.py\n")
    gone = found["shop/operations/create_item.py"]
    assert (gone["change"], gone["place"]["file"]) == ("removed", "api/items.yaml")
    assert gone["message"] == "generating would remove shop/operations/create_item.py"


def test_an_edited_file_leads_to_the_edit(
    project: Path, report: Callable[..., Any]
) -> None:
    client = project / "shop" / "client.py"
    lines = client.read_text("utf-8").splitlines(keepends=True)
    client.write_text("".join([*lines[:4], "# mine\n", *lines[4:]]), "utf-8")
    (project / "shop" / "models" / "item.py").write_bytes(b"\xff")
    said = report("shop", code=1)
    assert places(said) == {
        "shop/client.py": "shop/client.py:5",
        "shop/models/item.py": "shop/models/item.py:1",
    }
    assert {one["code"] for one in said["differences"]} == {"edited-file"}


def test_a_foreign_file_in_the_way(project: Path, report: Callable[..., Any]) -> None:
    (project / "shop" / "fragmint.lock").unlink()
    found = {one["file"]: one for one in report("shop", code=1)["differences"]}
    assert set(found) == {"shop/fragmint.lock"}
    (project / "shop" / "client.py").write_text("")
    found = {one["file"]: one for one in report("shop", code=1)["differences"]}
    assert found["shop/client.py"]["code"] == "foreign-file"
    assert found["shop/client.py"]["place"]["line"] == 1


def test_of_the_runtime_only_edits_are_shown(
    project: Path, report: Callable[..., Any], fragmint: Run
) -> None:
    """Those of another fragmint are a line for a person, and whole for a program."""
    lock = project / "shop" / "fragmint.lock"
    said = json.loads(lock.read_bytes())
    for name in ("calls.py", "models.py"):
        path = project / "shop" / "_support" / name
        path.write_text("# of another fragmint\n")
        said["files"][f"_support/{name}"] = sha256(path.read_bytes()).hexdigest()
    lock.write_text(json.dumps(said))
    (project / "shop" / "_support" / "errors.py").write_text("# edited\n")
    (project / "shop" / "client.py").unlink()
    shown = fragmint("check", "shop").stdout
    assert "--- shop/_support/errors.py\tedited since it was generated\n" in shown
    assert "\n-# edited\n" in shown
    assert "\n+++ shop/client.py\n" in shown
    assert "of another fragmint" not in shown
    assert "_support/calls.py" not in shown  # whose sum is in the manifest
    line = "\nshop/_support: 2 files would be as in the runtime of this fragmint\n"
    assert shown.endswith(line)
    diffs = [one["diff"] for one in report("shop", code=1)["differences"]]
    assert sum("-# of another fragmint\n" in one for one in diffs) == 2


def test_of_the_manifest_no_sums_are_shown(project: Path, fragmint: Run) -> None:
    edited(project / "api" / "models.yaml", "maxLength: 4", "maxLength: 5")
    shown = fragmint("check", "shop").stdout
    assert "--- shop/fragmint.lock\n" in shown
    [added] = re.findall(r"^\+ .*", shown.partition("+++ shop/vali")[0], re.M)
    assert re.fullmatch(r'\+ +"models.yaml": "[0-9a-f]{64}",?', added)


def test_what_no_diff_shows_is_named(project: Path, fragmint: Run) -> None:
    edited(project / "shop" / "fragmint.lock", '"seal": "', '"seal": "0')
    (project / "shop" / "py.typed").unlink()
    assert fragmint("check", "shop").stdout == (
        "shop/fragmint.lock: differs in what no diff shows\n"
        "shop/py.typed: differs in what no diff shows\n"
    )


def test_places_of_a_description_in_another_folder(
    project: Path, fragmint: Run
) -> None:
    edited(project / "api" / "models.yaml", "maxLength: 4", "maxLength: 5")
    flags = ("--spec", "api/items.yaml", "--package", "shop", "--format", "github")
    done = fragmint("check", *flags)
    assert done.returncode == 1
    assert "file=api/models.yaml,line=3,col=3," in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_all_targets_are_told_of(form: str, project: Path, fragmint: Run) -> None:
    """What is wrong with one of them does not hide another."""
    edited(project / "fragmint.toml", "createItem", "createItm")
    edited(project / "shop" / "client.py", '"""', '"""My ')
    done = fragmint("check", "other", "shop", "--format", form)
    assert done.returncode == 2
    problem = "did you mean createItem?"
    assert problem in (done.stderr if form == "text" else done.stdout)
    assert "shop/client.py" in done.stdout
    assert form == "text" or done.stderr == ""


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_problems_are_told_in_the_format(
    form: str, project: Path, fragmint: Run
) -> None:
    edited(project / "api" / "models.yaml", "type: object", "$ref: '#/$defs/Itm'")
    done = fragmint("check", "shop", "--format", form)
    assert (done.returncode, done.stderr) == (2, "")
    assert "did you mean #/$defs/Item?" in done.stdout
    if form == "github":
        assert "::error file=api/models.yaml,line=4,col=11,title=" in done.stdout


def test_a_configuration_that_is_wrong_is_told_likewise(
    project: Path, report: Callable[..., Any]
) -> None:
    (project / "fragmint.toml").write_text("[targets.shop]\nspek = 1\n")
    [one, other] = report(code=2)["problems"]
    assert {one["code"], other["code"]} == {"bad-config"}
    assert one["place"]["file"] == "fragmint.toml"
    (project / "fragmint.toml").unlink()
    [problem] = report(code=2)["problems"]
    assert (problem["code"], problem["place"]) == ("no-config", None)


def test_a_warning_is_told_and_stops_nothing(
    project: Path, report: Callable[..., Any]
) -> None:
    edited(project / "api" / "models.yaml", "type: object", "type: objekt")
    said = report("shop", code=1)
    assert {one["level"] for one in said["problems"]} == {"warning"}
    assert said["differences"]


def test_the_fields_that_are_documented(
    project: Path, report: Callable[..., Any]
) -> None:
    edited(project / "api" / "models.yaml", "type: object", "type: objekt")
    said = report("shop", code=1)
    text = (ROOT / "docs" / "formats.md").read_text("utf-8")
    shape: dict[str, list[str]] = {}
    for head, table in re.findall(r"\| of (.*?) \| type .*\n.*\n((?:\|.*\n)+)", text):
        shape[head] = re.findall(r"^\| `(\w+)`", table, re.M)
    [problem, *_], [difference, *_] = said["problems"], said["differences"]
    of_both = shape["a problem, of a difference"]
    assert shape["the object"] == list(said)
    assert shape["a target"] == list(said["targets"][0])
    assert of_both == list(problem)
    assert [*of_both, *shape["a difference besides"]] == list(difference)
    assert shape["a place"] == list(problem["place"])
