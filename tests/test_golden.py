"""Small descriptions, and what fragmint makes of each or says against it.

`pytest tests/test_golden.py --golden` rewrites what is expected; read the diff.
"""

import ast
import shutil
from pathlib import Path

import pytest
from fragmint.config import CONFIG, Target, load_targets
from fragmint.diagnostics import Problems, show
from fragmint.pipeline import make

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def made(case: Path) -> dict[str, str]:
    """What is expected of `case`, by path: the package, or the problems.

    Where there are warnings, a case called so is about these alone. What is about an
    option has a configuration.
    """
    target = Target(spec=Path("spec.yaml"), output=case, package="client")
    try:
        if (case / CONFIG).exists():
            [target] = load_targets(Path(CONFIG))
        files, warnings = make(target)
    except Problems as error:
        return {"problems.txt": show(error.problems)}
    said = {"problems.txt": show(warnings)} if warnings else {}
    if said and case.name.startswith("problems_"):
        return said
    return said | {
        f"expected/{path}": data.decode()
        for path, data in files.items()
        if not path.startswith("_support/") and path != "fragmint.lock"
    }


def expected(case: Path) -> dict[str, str]:
    paths = [case / "problems.txt", *(case / "expected").rglob("*")]
    return {
        path.relative_to(case).as_posix(): path.read_bytes().decode()
        for path in paths
        if path.is_file() and "__pycache__" not in path.parts
    }


def rewrite(case: Path, files: dict[str, str]) -> None:
    shutil.rmtree(case / "expected", ignore_errors=True)
    (case / "problems.txt").unlink(missing_ok=True)
    for path, text in files.items():
        (case / path).parent.mkdir(parents=True, exist_ok=True)
        (case / path).write_bytes(text.encode())


@pytest.mark.parametrize("name", CASES)
def test_golden(
    name: str, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = GOLDEN / name
    monkeypatch.chdir(case)  # so that problems print short paths
    files = made(case)
    if pytestconfig.getoption("--golden") and files != expected(case):
        rewrite(case, files)
    assert files == expected(case)


@pytest.mark.parametrize("name", CASES)
def test_nothing_in_the_output_is_invisible(name: str) -> None:
    """Whatever a description contains, a reviewer sees all of what came of it."""
    for path, text in expected(GOLDEN / name).items():
        odd = {char for char in text if not char.isprintable() and char != "\n"}
        assert not odd, path


@pytest.mark.parametrize("name", CASES)
def test_no_name_is_imported_twice(name: str) -> None:
    """The second would silently take the place of the first."""
    for path, text in expected(GOLDEN / name).items():
        if path.endswith(".py"):
            imported = [
                alias.asname or alias.name
                for node in ast.parse(text).body
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            ]
            assert len(set(imported)) == len(imported), (path, imported)
