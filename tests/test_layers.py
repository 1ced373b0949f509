"""Imports between the rooms go one way, and no module outgrows a reader."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"
PACKAGE = GENERATOR / "fragmint"
TEMPLATES = ROOT / "templates"

READING = {"diagnostics"}
MEANING = {"reading", "diagnostics"}
PLANNING = {"meaning", "reading", "diagnostics", "support"}
STAGES = {"writing", "planning", "meaning", "reading", "config", "diagnostics"}
ALLOWED = {
    "__init__": {"schemas"},
    "__main__": {"cli"},
    "cli": {"commands", "diagnostics"},
    "commands": {
        *("comparing", "depfile", "pipeline", "reviewing", "several", "starting"),
        "watching",
        *STAGES,
    },
    "comparing": {"pipeline", "reviewing", "support", *STAGES},
    "config": {"planning", "diagnostics"},
    "depfile": {"config", "diagnostics", "pipeline", "writing"},
    "depth": set[str](),
    "diagnostics": {"nearness"},
    "meaning": MEANING,
    "nearness": set[str](),
    "pipeline": STAGES | {"support"},
    "planning": PLANNING,
    "processes": set[str](),
    "reading": READING,
    "reviewing": STAGES | {"support"},
    "several": {"config", "diagnostics", "pipeline", "processes"},
    "schemas": STAGES | {"depth", "support"},
    "starting": {"config", "diagnostics", "pipeline"},
    "support": set[str](),
    "watching": {"config", "depfile", "diagnostics", "pipeline", "several"},
    "writing": {"planning", "diagnostics", "processes", "support"},
}
"""For each room the others that it may import, besides its own and the version."""

MODULES = {
    ".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix(
        ".__init__"
    ): path
    for path in sorted(PACKAGE.rglob("*.py"))
}


class Arrow(NamedTuple):
    """An import: the module that has it, and the module that it names."""

    source: str
    line: int
    target: str


def arrows(module: str) -> Iterator[Arrow]:
    """Every import in `module`, also in functions and under TYPE_CHECKING."""
    path = MODULES[module]
    package = (
        module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    )
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Arrow(module, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) + 1 - node.level] if node.level else []
            home = ".".join([*base, *filter(None, [node.module])])
            for alias in node.names:
                whole = f"{home}.{alias.name}"
                yield Arrow(module, node.lineno, whole if whole in MODULES else home)


ARROWS = [arrow for module in MODULES for arrow in arrows(module)]
INNER = [arrow for arrow in ARROWS if arrow.target.split(".")[0] == "fragmint"]


def room(module: str) -> str:
    return [*module.split("."), "__init__"][1]


def test_the_walk_sees_the_imports() -> None:
    assert {(room(arrow.source), room(arrow.target)) for arrow in INNER} >= {
        ("commands", "pipeline"),
        ("pipeline", "reading"),
        ("writing", "planning"),
        ("support", "support"),
    }


def test_rooms_import_one_way() -> None:
    wrong = [
        arrow
        for arrow in INNER
        if room(arrow.target)
        not in {room(arrow.source), "__init__", *ALLOWED[room(arrow.source)]}
    ]
    assert wrong == []


TRANSPORT = {
    f"fragmint.support.httpx2{name}"
    for name in ("", ".deadlines", ".endings", ".failures", ".handshakes", ".outgoing")
}
DRAWING = ("testing", "testing_rules", "testing_strategies")


def test_support_stands_alone() -> None:
    """It is copied into packages where neither fragmint nor anything else may be."""
    wrong = [
        arrow
        for arrow in ARROWS
        if room(arrow.source) == "support"
        and not arrow.target.startswith("fragmint.support")
        and arrow.target.split(".")[0] not in sys.stdlib_module_names
        and arrow.source not in TRANSPORT
        and not (is_for_tests(arrow.source) and arrow.target.startswith("hypothesis"))
    ]
    assert wrong == []


def is_for_tests(module: str) -> bool:
    return module in {f"fragmint.support.{name}" for name in DRAWING}


def test_only_tests_import_what_is_for_tests() -> None:
    wrong = [
        arrow
        for arrow in INNER
        if arrow.target.startswith("fragmint.support.testing")
        and not arrow.source.startswith("fragmint.support.testing")
        # It makes what a package has for tests, and is in none.
        and (arrow.source, arrow.target)
        != ("fragmint.planning.samples", "fragmint.support.testing_patterns")
    ]
    assert wrong == []


def test_support_imports_relatively() -> None:
    """An absolute import would look for the package under the name it has here."""
    for module, path in MODULES.items():
        if room(module) == "support":
            assert "fragmint" not in path.read_text("utf-8"), module


def test_no_module_imports_itself_in_the_end() -> None:
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for arrow in INNER:
        graph[arrow.source].add(arrow.target)
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"import cycle: {' -> '.join(error.args[1])}")
    assert set(order) == set(MODULES)


def test_modules_are_short() -> None:
    long = {m: n for m, path in MODULES.items() if (n := lines(path)) >= 400}
    assert long == {}


def test_templates_are_short() -> None:
    templates = sorted(TEMPLATES.rglob("*.jinja"))
    assert templates
    assert {path.name: n for path in templates if (n := lines(path)) >= 80} == {}


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
