"""A package has the modules of the runtime that it imports, and no others."""

import ast
from pathlib import Path, PurePosixPath

import pytest
from fragmint.config import Target
from fragmint.pipeline import make
from fragmint.writing.runtime import runtime

GOLDEN = Path(__file__).parents[1] / "golden"


def imported(path: PurePosixPath, text: str) -> set[PurePosixPath]:
    """The modules or folders of a package that one of its modules imports."""
    found: set[PurePosixPath] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            home = path.parents[node.level - 1].joinpath(
                *(node.module or "").split(".")
            )
            found |= {home} | {home / alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("case", ["pagination", "body_multipart", "patterns", "names"])
def test_what_is_imported_is_there_and_nothing_else(case: str) -> None:
    target = Target(
        spec=GOLDEN / case / "spec.yaml", output=Path(), package="client", testing=False
    )
    files, _ = make(target)
    modules = {
        PurePosixPath(path): data.decode()
        for path, data in files.items()
        if path.endswith(".py")
    }
    reached: set[PurePosixPath] = set()
    waiting = [path for path in modules if path.parts[0] != "_support"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            named = imported(path, modules[path])
            waiting += [
                file
                for one in named
                for file in (one.with_suffix(".py"), one / "__init__.py")
                if file in modules
            ]
            missing = [
                one
                for one in named
                if one.parent == PurePosixPath("_support")
                and one.with_suffix(".py") not in modules
                and one / "__init__.py" not in modules
            ]
            assert missing == [], path
    assert set(modules) - reached <= {PurePosixPath("_support/__init__.py")}


def test_a_package_has_no_more_than_it_needs() -> None:
    made = {
        case: make(
            Target(spec=GOLDEN / case / "spec.yaml", output=Path(), package="client")
        )[0]
        for case in ("names", "pagination", "patterns_by_library", "body_json_nested")
    }
    for module in (
        "pagination",
        "ecmascript",
        "flights",
        "parameters",
        "oauth",
        "grants",
        "payloads",
        "bodies",
        "streaming",
        "streaming_client",
        "streams",
        "styles",
        "testing_streams",
        "typed",
        "unions",
        "uploads",
    ):
        assert f"_support/{module}.py" not in made["names"], module
    assert not any("_support/format_" in path for path in made["names"])
    assert "_support/json_bodies.py" in made["body_json_nested"]
    assert "_support/bodies.py" not in made["body_json_nested"]
    assert "_support/pagination.py" in made["pagination"]
    assert "_support/ecmascript.py" in made["patterns_by_library"]
    assert not any("stdlib" in path for path in made["names"])


def test_what_is_of_no_use_is_not_offered() -> None:
    offered = {
        case: make(
            Target(spec=GOLDEN / case / "spec.yaml", output=Path(), package="client")
        )[0]["__init__.py"].decode()
        for case in (
            *("names", "body_multipart", "webhooks"),
            *("response_streams", "response_raw"),
        )
    }
    uses = {"File": "body_multipart", "InvalidPayload": "webhooks"}
    uses |= {"Stream": "response_streams", "AsyncStream": "response_raw"}
    for name, case in uses.items():
        assert f'"{name}"' in offered[case]
        assert f'"{name}"' not in offered["names"]


def test_what_few_descriptions_need_is_not_in_the_package_of_this_one() -> None:
    """One operation that is called by a password, and answers with a flat object."""
    runtime = GOLDEN.parents[1] / "generated" / "twilio_participants" / "_support"
    modules = {path.stem for path in runtime.glob("*.py")}
    assert modules.isdisjoint(
        """bodies decoders ecmascript grants oauth pagination parameters payloads
        streaming streaming_client streams styles testing_streams text_bodies tokens
        trials typed unions uploads""".split()
    )


@pytest.mark.parametrize(
    "written",
    [
        "from .._support import errors, streams",
        "from .._support import errors as _errors, streams as _streams",
        "from .._support import (\n    errors,  # (what is raised)\n    streams,\n)",
        "def late() -> None:\n    from .._support import errors, streams",
        "from .._support import errors; from .._support import streams",
    ],
)
def test_each_name_that_a_template_imports_at_once_is_there(written: str) -> None:
    files = runtime({"resources/pets.py": f'"""Pets."""\n\n{written}\n'})
    assert {"_support/errors.py", "_support/streams.py"} <= files.keys()
