"""What is declared of pagination, in a description and in the configuration."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "pagination" / "spec.yaml"
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

HEAD = '[targets.acme]\nspec = "spec.yaml"\n'


@pytest.fixture
def declared(tmp_path: Path, fragmint: Run) -> Callable[[str], dict[str, str]]:
    """What each operation declares, by its module, under a configuration."""
    shutil.copy(GOLDEN, tmp_path)

    def run(configuration: str) -> dict[str, str]:
        (tmp_path / "fragmint.toml").write_text(HEAD + configuration)
        done = fragmint("generate")
        assert (done.returncode, done.stderr) == (0, "")
        return {
            path.stem: line.removeprefix("    _pages = ")
            for path in (tmp_path / "acme" / "operations").glob("*.py")
            for line in path.read_text("utf-8").splitlines()
            if line.startswith("    _pages = ")
        }

    return run


def test_the_configuration_goes_before_the_description(
    declared: Callable[[str], dict[str, str]],
) -> None:
    before = declared("")
    assert len(before) == 6
    changed = declared("""
[targets.acme.pagination]
"GET /orders" = {by = "uri", next = "/meta/Next-Token", items = "/tags"}
listOrdersByLink = {by = "none"}
""")
    assert changed.pop("list_orders") == 'ByUri("meta.next_token", items="tags")'
    assert changed.keys() == before.keys() - {"list_orders", "list_orders_by_link"}


def test_a_pattern_holds_where_it_fits_and_nothing_else_is_said(
    declared: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    before = declared("")
    text = (tmp_path / "spec.yaml").read_text("utf-8")
    kept = [one for one in text.splitlines(keepends=True) if "by: uri" not in one]
    (tmp_path / "spec.yaml").write_text("".join(kept), "utf-8")
    assert "list_orders_by_uri" not in declared("")
    found = declared("""
[targets.acme.pagination."*"]
by = "uri"
next = "/next_page_uri"
""")
    # `x-ms-pageable` is what a provider says, and has no field of this name.
    assert found == before


def test_a_pattern_goes_before_what_is_said_in_other_words(
    declared: Callable[[str], dict[str, str]],
) -> None:
    found = declared('[targets.acme.pagination."GET /pets*"]\nby = "none"\n')
    assert "pets_list" not in found
    assert len(found) == 5


def test_another_declaration_makes_it_anew(
    declared: Callable[[str], dict[str, str]], fragmint: Run, tmp_path: Path
) -> None:
    declared('pagination."*" = {by = "link"}\n')
    assert "up to date" in fragmint("generate").stdout
    lock = json.loads((tmp_path / "acme" / "fragmint.lock").read_text("utf-8"))
    assert lock["inputs"]["options"]["pagination"] == [["*", {"by": "link"}]]
    declared('pagination."*" = {by = "none"}\n')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "pagination = 7\n",
            "fragmint.toml:3:1: bad-config: pagination must be a table of tables",
        ),
        (
            'pagination = {listOrders = "link"}\n',
            "fragmint.toml:3:1: bad-config: pagination must be a table of tables",
        ),
        (
            '[targets.acme.pagination.listOrder]\nby = "link"\n',
            "fragmint.toml:3:26: bad-pagination: there is no operation listOrder\n",
        ),
        (
            '[targets.acme.pagination."list *"]\nby = "link"\n',
            "fragmint.toml:3:26: bad-pagination: no operation is called like list *\n",
        ),
        (
            '[targets.acme.pagination."lits*"]\nby = "link"\n',
            "hint: the nearest name is listOrders\n",
        ),
        (
            "[targets.acme.pagination.'GET /*']\nby = 'uri'\nnext = '/none'\n",
            "fragmint.toml:3:26: bad-pagination: GET /* fits no operation; list",
        ),
        (
            '[targets.acme.pagination]\nlistPages = {by = "link"}\n'
            'listOrdersByPage = {by = "page", parameter = "pag"}\n',
            "fragmint.toml:5:1: bad-pagination: listOrdersByPage: there is no query",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    tmp_path: Path, fragmint: Run, text: str, said: str
) -> None:
    shutil.copy(GOLDEN, tmp_path)
    spec = (tmp_path / "spec.yaml").read_text("utf-8")
    plain = [one for one in spec.splitlines(keepends=True) if "      x-" not in one]
    (tmp_path / "spec.yaml").write_text("".join(plain), "utf-8")
    (tmp_path / "fragmint.toml").write_text(HEAD + text)
    done = fragmint("generate")
    assert done.returncode == 2
    assert said in done.stderr


# --- what a user's editor says --------------------------------------------------------

ASKED = """\
from shop import AsyncClient, Client, ListOrders

with Client() as client:
    for order in client.orders.list(limit=3):
        reveal_type(order)
    for page in client.orders.list().pages():
        reveal_type(page)
    reveal_type(client.send(ListOrders()))
    for line in client.pets.list():
        reveal_type(line)


async def later() -> None:
    async with AsyncClient() as other:
        async for order in other.orders.list(limit=3):
            reveal_type(order)
        async for page in other.orders.list().pages():
            reveal_type(page)
"""
REVEALED = ["Order", "ListOrdersResponse", "ListOrdersResponse", "list[str]"]


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_what_is_listed_is_typed(checker: str, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN.parent / "expected", tmp_path / "shop")
    shutil.copytree(
        ROOT / "generator" / "fragmint" / "support",
        tmp_path / "shop" / "_support",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (tmp_path / "program.py").write_text(ASKED)
    # What is copied is judged in the package of this repository.
    config = {"typeCheckingMode": "strict", "ignore": ["**/_support"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config))
    options = ["--pythonpath", sys.executable, "-p", "pyrightconfig.json"]
    if checker == "mypy":
        options = ["--strict", "program.py"]
    done = subprocess.run(
        [sys.executable, "-m", checker, *options],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout
    said = done.stdout.replace("shop.models.list_orders_response.", "")
    said = said.replace("shop.models.order.", "").replace("builtins.", "")
    said = said.replace("List[", "list[")
    found = re.findall(r'program.py:\d+.*(?:type is|is) "([^"]*)"', said)
    assert found == [*REVEALED, *REVEALED[:2]]
