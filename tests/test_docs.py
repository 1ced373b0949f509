"""The documentation says what the code says."""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest
import yaml
from fragmint import config
from fragmint.commands import COMMANDS
from fragmint.comparing import kinds
from fragmint.meaning.api import is_stream
from fragmint.meaning.build import build
from fragmint.meaning.keywords import ANNOTATIONS, KEYWORDS
from fragmint.pipeline import _planned, generate
from fragmint.planning import plan, statements
from fragmint.planning.annotations import DEEPEST
from fragmint.planning.clients import plan_client
from fragmint.planning.formats import FORMATS, LENIENT, with_formats
from fragmint.planning.media import kind_of
from fragmint.planning.namer import Namer
from fragmint.reading import faults, files, read, refs, rules, walk
from fragmint.reading.forms import FORMS, LOCATIONS
from fragmint.reading.kinds import KINDS
from fragmint.support import messages
from fragmint.support.messages import MESSAGES
from fragmint.support.parameters import (
    cookie_header,
    header_fields,
    path_segment,
    query_string,
)
from fragmint.support.styles import Style
from fragmint.writing import contract
from fragmint.writing.render import pages

ROOT = Path(__file__).resolve().parents[1]
WORDS = "typed checked sent read named documented followed upgraded ignored".split()


# --- reading the docs -----------------------------------------------------------------


class Row(NamedTuple):
    """A row of a table, and the last heading before it."""

    heading: str
    cells: tuple[str, ...]


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def rows(name: str) -> Iterator[Row]:
    """The rows of all tables of a page, without the heads of the tables."""
    heading = ""
    lines = text_of(name).splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("|") and not (RULE.match(line) or RULE.match(following)):
            cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
            yield Row(heading, tuple(cell.strip() for cell in cells))


RULE = re.compile(r"\| -")


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text_of(name), re.DOTALL)


# --- what can be read -----------------------------------------------------------------


def by_kind() -> dict[str, list[Row]]:
    """The rows of the objects of OpenAPI, by the kind that their heading names."""
    found: dict[str, list[Row]] = {}
    for row in rows("docs/support.md"):
        kind = re.fullmatch(r"[\w ]+ \(`([a-z-]+)`\)", row.heading)
        if kind is not None:
            found.setdefault(kind[1], []).append(row)
    return found


def test_every_field_of_every_object_has_one_row() -> None:
    found = by_kind()
    assert found.keys() == {*KINDS, "reference"}
    for kind, about in KINDS.items():
        named = [name for row in found[kind] for name in code(row.cells[0])]
        templates = [name for name in named if name.startswith("{")]
        listed = sorted(name for name in named if not name.startswith("{"))
        assert listed == sorted([*about.fields, *about.old]), kind
        assert len(templates) == (about.rest is not None), kind


def test_what_becomes_of_a_field_is_said_in_the_words_explained() -> None:
    explained = [
        row.cells[0] for row in rows("docs/support.md") if row.cells[0] in WORDS
    ]
    assert explained == WORDS
    for kind, found in by_kind().items():
        for row in found:
            said = row.cells[-1].partition(":")[0].partition(";")[0]
            is_old = kind in KINDS and set(code(row.cells[0])) <= set(KINDS[kind].old)
            if kind != "schema":
                assert set(said.split(", ")) <= set(WORDS), row
                assert said.startswith("upgraded") == is_old, row
            else:
                assert (row.cells[1] == "upgraded") == is_old, row


def test_every_keyword_is_a_rule_or_none_as_the_code_has_it() -> None:
    said = {
        name: row.cells[1] for row in by_kind()["schema"] for name in code(row.cells[0])
    }
    assert {n for n, rule in said.items() if rule == "checked"} == set(KEYWORDS)
    assert {n for n, rule in said.items() if rule == "annotation"} == ANNOTATIONS


def test_formats_are_those_of_the_table() -> None:
    said = {
        code(row.cells[0])[0]: code(row.cells[1])[0]
        for row in rows("docs/support.md")
        if row.heading == "Formats"
    }
    assert said == {
        name: f"{row.type.module}.{row.type.name}" if row.type else "bytes"
        for name, row in with_formats(()).items()
    }


def test_what_formats_assert_is_said_of_each() -> None:
    said = {
        name: tuple(kind.removesuffix("s") for kind in row.cells[1].split(" and "))
        for row in rows("docs/support.md")
        if row.heading == "What a format asserts"
        for name in code(row.cells[0])
    }
    assert said == {name: row.of for name, row in FORMATS.items()}
    lenient = re.findall(
        r"^- `([\w-]+)`(?: and `([\w-]+)`)? also", text_of("docs/support.md"), re.M
    )
    assert {name for found in lenient for name in found if name} == LENIENT.keys()


def test_every_format_that_refuses_has_its_words() -> None:
    assert FORMATS.keys() == messages.FORMS.keys()


def test_examples_in_messages_are_right() -> None:
    for name, words in messages.FORMS.items():
        for example in words.removeprefix("such as ").split(" or "):
            if words.startswith("such as "):
                assert FORMATS[name].function()(example), name


def test_media_types_are_of_the_kinds_that_are_said() -> None:
    found = [r.cells for r in rows("docs/support.md") if r.heading == "Media types"]
    assert len(found) == 6
    for kind, names, *_ in found:
        made = {"stream" if is_stream(one) else kind_of(one) for one in code(names)}
        assert made == {kind}


def written(where: str, style: Style, value: object) -> str:
    match where:
        case "path":
            return path_segment("p", value, style)
        case "query":
            return query_string({"p": value}, {"p": style})[1:]
        case "header":
            return header_fields({"p": value}, {"p": style})["p"]
        case _:
            return cookie_header({"p": value}, {"p": style})["Cookie"]


def test_styles_write_what_is_said() -> None:
    found = [r.cells for r in rows("docs/support.md") if "Styles" in r.heading]
    values: list[object] = ["blue", ["a", "b"], {"x": 1, "y": 2}]
    for where, style, explode, *said in found:
        wanted = [code(cell)[0] for cell in said]
        made = Style(style, explode=explode == "true")
        assert [written(where, made, value) for value in values] == wanted
    known = {(where, one) for where, styles in rules._STYLES.items() for one in styles}
    # What only Swagger has, is said in the query.
    swagger = {("query", "tabDelimited")}
    assert {(where, style) for where, style, *_ in found} == known | swagger
    assert set(LOCATIONS) == {*rules._STYLES, "querystring"}


SCHEMES = """\
openapi: 3.2.0
info: {title: Schemes, version: "1"}
paths:
  /a:
    get:
      security: [{basic: [], bearer: [], digest: [], apiKey: [], oauth2: []},
                 {openIdConnect: []}, {mutualTLS: []}]
      responses: {"200": {description: Fine.}}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    bearer: {type: http, scheme: bearer}
    digest: {type: http, scheme: digest}
    apiKey: {type: apiKey, in: header, name: X-Key}
    oauth2: {type: oauth2, flows: {}}
    openIdConnect: {type: openIdConnect, openIdConnectUrl: "https://example.com"}
    mutualTLS: {type: mutualTLS}
"""


def test_credentials_are_those_of_the_schemes(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(SCHEMES, "utf-8")
    description = read(tmp_path / "api.yaml")
    api, _ = build(description)
    client = plan_client(api, Namer(api, description), [], ())
    planned = {one.name: one.annotation for one in client.schemes}
    found = [r.cells for r in rows("docs/support.md") if r.heading == "Credentials"]
    said = {}
    for kind, scheme, argument, _ in found:
        name = "digest" if scheme == "any other" else (scheme or kind).strip("`")
        said[name] = "".join(code(argument))
    assert said == planned
    assert {code(kind)[0] for kind, *_ in found} == rules._SCHEME_FIELDS_OF.keys()


def test_limits_are_those_of_the_code() -> None:
    said = " ".join(text_of("docs/support.md").partition("## Limits")[2].split())
    for limit in (
        f"{files.MAX_BYTES // 1024**2} MiB",
        f"{faults.MAX_DEPTH} levels",
        f"{refs.MAX_CHAIN} links",
        f"{walk.MAX_OBJECTS:,} objects",
        f"deeper than {DEEPEST} levels",
    ):
        assert limit in said


# --- problems -------------------------------------------------------------------------

MAKERS = {"Fault", "Problem", "_note", "_stop", "problem"}
# They look like codes: the names of objects, of their forms, of formats, of headers,
# of options, of folders, of kinds of changes.
NO_CODES = {*KINDS, *FORMS, *FORMATS, *config.options(), *kinds.KINDS}
NO_CODES |= {"content-type", "site-packages"}
NO_CODES |= {"cat-file", "ls-tree", "rev-parse"}  # what git is asked for


def codes() -> Iterator[str]:
    """What the code calls its problems."""
    for path in (ROOT / "generator/fragmint").rglob("*.py"):
        if {"support", "blacken", "naming"} & {*path.parts}:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            # Those of one word are the first string of what makes a problem.
            if isinstance(node, ast.Call) and node.args:
                maker = getattr(node.func, "attr", getattr(node.func, "id", None))
                first = node.args[0]
                if maker in MAKERS and isinstance(first, ast.Constant):
                    yield str(first.value)
            elif isinstance(node, ast.Constant) and "-" in str(node.value):
                yield str(node.value)


def test_every_problem_is_explained_and_no_other() -> None:
    explained = [c for row in rows("docs/problems.md") for c in code(row.cells[0])]
    made = {one for one in codes() if re.fullmatch(r"[a-z]+(-[a-z]+)*", one)}
    made = {one for one in made - NO_CODES if not one.startswith("x-")}
    assert len(made) > 50
    assert sorted(explained) == sorted(made)


def test_problems_are_as_severe_as_is_said() -> None:
    said = {c: r.cells[1] for r in rows("docs/problems.md") for c in code(r.cells[0])}
    assert set(said.values()) == {"error", "warning", "error or warning"}
    printed = [
        found
        for path in (ROOT / "tests/golden").glob("*/problems.txt")
        for line in path.read_text("utf-8").splitlines()
        if (found := re.match(r"\S+:\d+:\d+: (warning: )?([a-z-]+): ", line))
    ]
    assert len(printed) > 10
    for mark, name in (one.groups() for one in printed):
        assert ("warning" if mark else "error") in said[name], name


# --- changes --------------------------------------------------------------------------


def test_every_kind_of_change_is_explained() -> None:
    said = {
        code(kind)[0]: (sent or None, received or None, about)
        for heading, (kind, sent, received, about) in (
            (row.heading, row.cells)
            for row in rows("docs/diff.md")
            if len(row.cells) == 4
        )
    }
    assert said == {
        kind: (row.sent, row.received, row.about) for kind, row in kinds.KINDS.items()
    }


def test_the_command_that_is_shown(tmp_path: Path) -> None:
    shown = blocks("docs/diff.md", "")[0]
    case = ROOT / "tests/golden_diff/rule_narrower"
    command, _, printed = shown.partition("\n")
    done = subprocess.run(
        [sys.executable, "-m", *command.removeprefix("$ ").split()],
        cwd=case,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == (printed, "")


# --- configuration and templates ------------------------------------------------------


def test_options_are_those_of_the_table() -> None:
    said = [r.cells for r in rows("docs/configuration.md") if r.heading == "Options"]
    for (name, kind, otherwise, meaning), option in zip(
        said, config.options().values(), strict=True
    ):
        assert name == f"`{option.name}`"
        assert kind == option.kind.wanted.removeprefix("a ")
        assert otherwise == option.otherwise
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", meaning)
        assert plain.removesuffix(": see below") == option.meaning


def test_flags_are_those_of_the_commands() -> None:
    found = rows("docs/configuration.md")
    said = {one.split()[0] for row in found for one in code(row.cells[0])}
    flags: set[str] = set()
    for command in COMMANDS:
        parser = argparse.ArgumentParser()
        import_module(f"fragmint.commands.{command}").arguments(parser)
        flags |= flags_of(parser)
    assert {one for one in said if one.startswith("--")} == flags - {"-h", "--help"}


def test_the_page_on_flags_has_all_of_diff() -> None:
    [said] = (
        {one.split()[0] for one in code(row.cells[0])}
        for row in rows("docs/configuration.md")
        if row.heading == "Flags" and row.cells[1].startswith("`diff`")
    )
    parser = argparse.ArgumentParser(add_help=False)
    import_module("fragmint.commands.diff").arguments(parser)
    assert said == flags_of(parser) - {"--config"}  # which has a row of its own
    [exits] = re.findall(r"^Exit codes: .*", text_of("docs/configuration.md"), re.M)
    assert "1 `check` or `verify` found a difference, or `diff` a change" in exits


def flags_of(parser: argparse.ArgumentParser) -> set[str]:
    """The flags of a command, and of the commands below it."""
    flags = set(parser._option_string_actions)  # has no public name
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            below: Iterable[argparse.ArgumentParser] = action.choices.values()
            flags |= {flag for one in below for flag in flags_of(one)}
    return flags


def test_the_configuration_that_is_shown(tmp_path: Path) -> None:
    (tmp_path / "api/v1").mkdir(parents=True)
    shown = blocks("docs/configuration.md", "toml")[0]
    (tmp_path / "fragmint.toml").write_text(shown, "utf-8")
    [target] = config.load_targets(tmp_path / "fragmint.toml")
    assert target.strict
    assert target.formats == (("ipv4", "ipaddress:IPv4Address"),)
    assert target.root == tmp_path / "api"


@pytest.mark.parametrize("contract", [plan, statements])
def test_what_templates_see(contract: object) -> None:
    said = {
        code(row.cells[0])[0]: code(row.cells[2])
        for row in rows("docs/templates.md")
        if len(row.cells) == 3 and code(row.cells[2])
    }
    names: list[str] = contract.__all__  # type: ignore[attr-defined]  # a module
    for name in names:
        kind = getattr(contract, name)
        if isinstance(kind, type) and is_dataclass(kind):
            derived = [
                own if isinstance(value, property) else f"{own}(…)"
                for own, value in vars(kind).items()
                if not own.startswith("_")
                and (isinstance(value, property) or callable(value))
            ]
            wanted = [field.name for field in fields(kind)]
            assert said[name] == [*wanted, *derived], name


def test_every_template_is_listed() -> None:
    listed = [code(row.cells[0])[0] for row in rows("docs/templates.md")]
    there = {path.name for path in (ROOT / "templates").iterdir()}
    assert {one for one in listed if one.endswith(".jinja")} == there


def test_what_each_template_makes_and_sees(shop: Path) -> None:
    _, package, _, _ = _planned(
        config.Target(spec=shop / "shop.yaml", output=shop, package="shop")
    )
    whole, parts = pages(package)
    listed = {name: (makes, sees) for name, makes, sees in contract.listed()}
    for path, template, subject in [*whole, *parts]:
        makes, sees = listed[template]
        assert sees == type(subject).__name__
        wanted = re.sub("<[^>]*>", r"\\w+", makes).partition(",")[0]
        assert re.fullmatch(wanted, path)


def test_every_version_of_the_contract_says_what_changed() -> None:
    found = [
        row.cells for row in rows("docs/templates.md") if row.heading == "The contract"
    ]
    assert {int(code(number)[0]): said for number, said in found} == contract.CHANGES


SEEN = "97ba34167e64df5c"  # by contract 2


def test_the_contract_changes_with_what_templates_see() -> None:
    """Where this fails, add a row to `CHANGES`, if the last is in any release."""
    seen = {
        code(row.cells[0])[0]: code(row.cells[-1])
        for row in rows("docs/templates.md")
        if row.heading != "The contract" and code(row.cells[0])
    }
    assert sha256(json.dumps(seen).encode()).hexdigest()[:16] == SEEN


def test_every_keyword_that_refuses_has_its_words() -> None:
    template = text_of("templates/_rules.jinja")
    tested = set(re.findall(r'"(\w+)": \w+,', template))
    assert tested >= {"enum", "pattern", "maximum"}
    assert tested - {"among", "is", "ecmascript"} <= set(MESSAGES)


# --- programs -------------------------------------------------------------------------


def run(program: str, folder: Path, *paths: Path) -> str:
    """What a program prints."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "CI": "true",  # hypothesis measures no time there
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.stdout


def test_the_program_at_the_start(tmp_path: Path) -> None:
    first = blocks("README.md", "python")[0]
    said = re.search(r"it prints.*?```\n(.*?)```", text_of("README.md"), re.DOTALL)
    assert said is not None
    assert run(first, tmp_path, ROOT / "generated") == said[1]


def test_the_renames_that_are_shown(
    tmp_path: Path, fragmint: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    [description] = blocks("docs/client.md", "yaml")
    (tmp_path / "shop.yaml").write_text(description, "utf-8")
    (tmp_path / "fragmint.toml").write_text('[targets.shop]\nspec = "shop.yaml"\n')
    shown = re.findall(r"^fragmint (rename .*)$", text_of("docs/client.md"), re.M)
    assert len(shown) == 5
    for line in shown:
        done = fragmint(*line.split())
        assert (done.returncode, done.stderr) == (0, ""), line


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of the description in docs/client.md."""
    folder = tmp_path_factory.mktemp("shop")
    [description] = blocks("docs/client.md", "yaml")
    (folder / "shop.yaml").write_text(description, "utf-8")
    # Its path is part of what is printed, so that it is to be a relative one.
    command = [sys.executable, "-m", "fragmint", "generate", "--strict"]
    command += ["--spec", "shop.yaml", "--package", "shop"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def prose() -> list[tuple[str, str, str, str]]:
    """The rules that the page on them has: words, schema, a call, what is said."""
    found = [
        row.cells for row in rows("docs/rules.md") if row.heading == "What to write"
    ]
    return [(words, *(one[1:-1] for one in rest)) for words, *rest in found]  # type: ignore[misc]  # four


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """A package with an operation for each of these rules."""
    shown, query = (yaml.safe_load(one) for one in blocks("docs/rules.md", "yaml"))
    booking = shown["NewBooking"]
    bodies = {"shown": booking} | {
        f"make_{number}": booking
        | {"allOf": [{"description": words} | yaml.safe_load(f"{{{schema}}}")]}
        for number, (words, schema, _, _) in enumerate(prose())
    }
    operations: dict[str, dict[str, Any]] = {
        name: {
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": body}},
            }
        }
        for name, body in bodies.items()
    } | {"find": {"parameters": [query]}}
    made = {"responses": {"204": {"description": "Made"}}}
    description = {
        "openapi": "3.2.0",
        "info": {"title": "Rooms", "version": "1"},
        "servers": [{"url": "https://rooms.example"}],
        "paths": {
            f"/{name}": {"post": {"operationId": name} | one | made}
            for name, one in operations.items()
        },
    }
    folder = tmp_path_factory.mktemp("rooms")
    (folder / "rooms.yaml").write_text(
        yaml.safe_dump(description, sort_keys=False), "utf-8"
    )
    generate(config.Target(spec=folder / "rooms.yaml", output=folder, package="rooms"))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        return import_module("rooms")


def refused(package: ModuleType, operation: str, **given: Any) -> list[str]:
    with pytest.raises(package.InvalidRequest) as caught:
        getattr(package, operation)(**given).build("https://rooms.example", {})
    return [f"{one.where}: {one.message}" for one in caught.value.violations]


@pytest.mark.parametrize("number", range(len(prose())))
def test_rules_are_told_as_is_shown(rooms: ModuleType, number: int) -> None:
    words, _, call, said = prose()[number]
    given: dict[str, Any] = {"room": "hall"} | eval(f"dict({call})")
    assert refused(rooms, f"Make{number}", **given) == [f'{said} - "{words}"']


def test_the_rules_around_them_are_told(rooms: ModuleType) -> None:
    one_of = "exactly one of until, minutes must be given"
    words = "Either until or minutes must be given, but not both."
    assert refused(rooms, "Shown", room="hall") == [
        f'the request: {one_of}; none is - "{words}"'
    ]
    assert refused(rooms, "Find", filter={"day": "2026-01-01", "week": 5}) == [
        'filter: day and week must not be given together - "Not together with week."'
    ]


def test_the_client_that_is_shown(shop: Path) -> None:
    program = "\n".join(blocks("docs/client.md", "python"))
    assert run(program, shop, shop) == "".join(blocks("docs/client.md", "text"))


def test_the_tests_that_are_shown(shop: Path) -> None:
    program = "\n".join(blocks("docs/testing.md", "python"))
    assert run(program, shop, shop) == "".join(blocks("docs/testing.md", "text"))


def test_the_schema_that_is_shown(tmp_path: Path) -> None:
    program = "\n".join(blocks("docs/schemas.md", "python"))
    said = "".join(blocks("docs/schemas.md", "text"))
    assert run(program, tmp_path, ROOT / "generator") == said


def test_the_client_of_the_readme(
    tmp_path: Path, fragmint: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    text = text_of("README.md")
    here, there = tmp_path / "fragmint", tmp_path / "try"
    here.mkdir()
    there.mkdir()
    (here / "docs").symlink_to(ROOT / "docs")
    [extract] = re.findall("^awk .*$", text, re.M)
    subprocess.run(extract, cwd=here, shell=True, check=True)
    [command] = re.findall("^fragmint (generate --spec .*)$", text, re.M)
    assert fragmint(*command.split(), cwd=there).returncode == 0
    shown = next(one for one in blocks("README.md", "python") if "from shop" in one)
    assert run(shown, there, there / "src") == "to be paid until 2024-06-01\n"


def test_the_package_is_vendored_as_it_is_shown(tmp_path: Path) -> None:
    part = text_of("README.md").partition("## Vendor it\n")[2].partition("\n## ")[0]
    commands = "".join(re.findall(r"^```\n(.*?)^```", part, re.M | re.S))
    here = tmp_path / "fragmint"
    here.mkdir()
    shutil.copytree(ROOT / "generated", here / "generated")
    commands = commands.replace("python ", f"'{sys.executable}' ")
    script = ["sh", "-e", "-c", commands]
    done = subprocess.run(script, cwd=here, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert "as generated" in done.stdout


def test_programs_that_are_shown_have_the_types_they_need(
    shop: Path, tmp_path: Path
) -> None:
    programs = {
        f"readme_{i}": one for i, one in enumerate(blocks("README.md", "python"))
    }
    for page in ("client", "testing", "schemas"):
        programs[page] = "\n".join(blocks(f"docs/{page}.md", "python"))
    for name, text in programs.items():
        (tmp_path / f"{name}.py").write_text(text, "utf-8")
    paths = (shop, ROOT / "generated", ROOT / "generator")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", os.devnull, "."],
        cwd=tmp_path,
        env=os.environ | {"MYPYPATH": os.pathsep.join(map(str, paths))},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == f"Success: no issues found in {len(programs)} source files\n"


# --- all of it ------------------------------------------------------------------------

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_finished_and_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"@@|\bTODO\b|FIXME|FIG\d", text)
    for target in re.findall(r"\]\(([^)#]*)(?:#[^)]*)?\)", text):
        if "://" not in target and target:
            assert (path.parent / target).exists(), target
    for target, anchor in re.findall(r"\]\(([^)#]*)#([^)]*)\)", text):
        if "://" not in target:
            page = path.parent / target if target else path
            assert anchor in set(anchors(page.read_text("utf-8"))), anchor


def anchors(text: str) -> Iterator[str]:
    """What the headings of a page are called in links, as GitHub has it."""
    for heading in re.findall(r"^#+ (.*)$", text, re.M):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
