"""Where the configuration is found, what it says, and where what is wrong stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fragmint.config import load_targets, targets_of
from fragmint.config.places import keys_of
from fragmint.diagnostics import Problem, Problems
from fragmint.pipeline import describe

FILE = '[targets.acme]\nspec = "api.yaml"\n'
TABLE = '[project]\nname = "acme"\n\n[tool.fragmint.targets.mint]\nspec = "api.yaml"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems_of(load: Callable[[], object]) -> list[Problem]:
    with pytest.raises(Problems) as raised:
        load()
    return list(raised.value.problems)


def wrong(text: str, path: str = "fragmint.toml") -> list[tuple[int, int, str]]:
    """The line, the column and the message of each problem of a configuration."""
    found = problems_of(lambda: targets_of(Path(path), text))
    return [
        (one.place.line, one.place.column, one.message) for one in found if one.place
    ]


# --- where it is ----------------------------------------------------------------------


def test_a_file_of_its_own(here: Path) -> None:
    (here / "fragmint.toml").write_text(FILE)
    (here / "pyproject.toml").write_text('[project]\nname = "fragmint"\n[tool.x]\n')
    [target] = load_targets()
    assert (target.name, target.config) == ("acme", Path("fragmint.toml"))


def test_a_table_of_the_project(here: Path) -> None:
    (here / "pyproject.toml").write_text(TABLE)
    [target] = load_targets()
    assert (target.name, target.spec) == ("mint", Path("api.yaml"))
    assert target.config == Path("pyproject.toml")
    [target] = load_targets(here / "pyproject.toml")
    assert target.spec == here / "api.yaml"


def test_a_folder_that_is_not_given_is_that_of_the_configuration(here: Path) -> None:
    """Not the current one: whoever gives --config means the same package."""
    (here / "api").mkdir()
    (here / "api/fragmint.toml").write_text(FILE)
    (here / "api/pyproject.toml").write_text(TABLE)
    [target] = load_targets(Path("api/fragmint.toml"))
    assert target.folder == Path("api/acme")
    [target] = load_targets(here / "api/pyproject.toml")
    assert target.folder == here / "api/mint"


def test_both_are_one_too_many(here: Path) -> None:
    (here / "fragmint.toml").write_text(FILE)
    (here / "pyproject.toml").write_text(TABLE)
    [problem] = problems_of(load_targets)
    assert problem.code == "bad-config"
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("pyproject.toml", 4)
    assert "move" in (problem.hint or "")
    for named, name in (("fragmint.toml", "acme"), ("pyproject.toml", "mint")):
        assert [one.name for one in load_targets(Path(named))] == [name]


def test_neither(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.other]\nfragmint = 1\n")
    [problem] = problems_of(load_targets)
    assert (problem.code, problem.place) == ("no-config", None)
    said = "no fragmint.toml here, and pyproject.toml has no table [tool.fragmint]"
    assert problem.message == said
    assert problem.hint == "write one: fragmint init SPEC"


def test_a_table_that_is_misspelt(here: Path) -> None:
    (here / "pyproject.toml").write_text(TABLE.replace("fragmint", "fragmnt"))
    [problem] = problems_of(load_targets)
    assert problem.place is not None
    assert (problem.place.file, problem.place.line) == ("pyproject.toml", 4)
    assert problem.hint == "did you mean [tool.fragmint]?"


def test_a_table_that_is_broken(here: Path) -> None:
    (here / "pyproject.toml").write_text(f"{TABLE}strict = yes\n")
    [problem] = problems_of(load_targets)
    assert (problem.code, problem.message) == ("bad-config", "Invalid value")
    assert problem.hint == "write true or false"


@pytest.mark.parametrize(
    ("name", "text"), [("fragmint.toml", FILE), ("pyproject.toml", TABLE)]
)
def test_one_further_up(
    name: str, text: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / name).write_text(text)
    (here / "src" / "app").mkdir(parents=True)
    (here / "src" / "pyproject.toml").write_text("[tool.other]\n")
    monkeypatch.chdir(here / "src" / "app")
    [problem] = problems_of(load_targets)
    assert problem.message == "no fragmint.toml here"
    path = Path("..", "..", name)
    assert problem.hint == f"give --config {path}"
    assert load_targets(path)


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("yes", "write true or false"),
        ("True", "write true or false"),
        ("stdlib", 'write it in quotes: "stdlib"'),
        ("src/acme", 'write it in quotes: "src/acme"'),
        ("=", None),
    ],
)
def test_what_is_no_value(value: str, hint: str | None, here: Path) -> None:
    (here / "fragmint.toml").write_text(f"[targets.acme]\nspec = {value}\n")
    [problem] = problems_of(load_targets)
    assert (problem.code, problem.hint) == ("bad-config", hint)


@pytest.mark.parametrize("text", ["[targets.acme]\nspec =", "x"])
def test_what_has_no_value(text: str, here: Path) -> None:
    (here / "fragmint.toml").write_text(text)
    [problem] = problems_of(load_targets)
    assert (problem.code, problem.hint) == ("bad-config", None)


def test_a_folder_that_is_gone(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "gone").mkdir()
    monkeypatch.chdir(here / "gone")
    (here / "gone").rmdir()
    [problem] = problems_of(load_targets)
    assert problem.code == "no-config"
    monkeypatch.chdir(here)


@pytest.mark.parametrize("text", ["[tool.fragmint", "tool = 'fragmint'", "\0"])
def test_a_project_that_others_complain_of(text: str, here: Path) -> None:
    (here / "fragmint.toml").write_text(FILE)
    (here / "pyproject.toml").write_text(text)
    assert [one.name for one in load_targets()] == ["acme"]


def test_a_project_without_the_table(here: Path) -> None:
    (here / "pyproject.toml").write_text("tool = 7\n")
    [problem] = problems_of(lambda: load_targets(Path("pyproject.toml")))
    assert problem.message == "there are no targets"
    assert problem.hint == "write a table [tool.fragmint.targets.<package>]"


# --- where what is wrong stands -------------------------------------------------------


def test_a_mistake_is_found_in_its_own_table() -> None:
    text = """\
[tool.other]
outptu = "strict"
[tool.fragmint.targets.one]
spec = "a.yaml"
[tool.fragmint.targets.two]
spec = "a.yaml"
  outptu = "out"
[tool.fragmint.targets]
three = {spec = "a.yaml", "strict" = 'no'}
"""
    assert wrong(text, "pyproject.toml") == [
        (7, 3, "unknown option 'outptu'"),
        (9, 27, "strict must be true or false"),
    ]


def test_all_of_what_is_wrong_is_told() -> None:
    text = """\
target = 1
[targets.one]
strict = 0
package = "class"
transport = "sdtlib"
templates = "nowhere"
formats = {date = "datetime"}
pagination = {list = 1}
assert-formats = ["uri", "datetime"]
[targets.no-name]
spec = "a.yaml"
"""
    assert wrong(text) == [
        (1, 1, "unknown table or option 'target'"),
        (2, 10, "the target one has no spec"),
        (3, 1, "strict must be true or false"),
        (4, 1, "'class' cannot be the name of a package"),
        (5, 1, "'sdtlib' is no transport"),
        (6, 1, "nowhere is not a folder"),
        (7, 1, "'datetime' is no type for the format date"),
        (8, 1, "pagination must be a table of tables"),
        (9, 1, "unknown format 'datetime'"),
        (10, 10, "'no-name' cannot be the name of a package"),
    ]


def test_two_packages_in_one_folder() -> None:
    text = '[targets]\nc = {spec = "a"}\nb = {spec = "a", package = "c"}\n'
    assert wrong(text) == [(3, 1, "c and b would share a folder")]


def test_a_package_in_the_folder_of_another(here: Path) -> None:
    """By whatever way: the outer one is replaced as a whole, with what is in it."""
    (here / "link").symlink_to("src/acme")
    text = """\
[targets.inner]
spec = "a"
output = "src/x/../acme/vendor"
[targets.acme]
spec = "a"
output = "src"
[targets.linked]
spec = "a"
output = "link"
[targets.equal]
spec = "a"
package = "linked"
output = "./src/acme"
[targets.acme2]
spec = "a"
output = "src"
"""
    assert wrong(text) == [
        (3, 1, "inner would be in the folder of acme"),
        (9, 1, "linked would be in the folder of acme"),
        (13, 1, "linked and equal would share a folder"),
    ]


def test_no_file_can_be_called_so() -> None:
    text = '[targets.a]\nspec = "a"\noutput = "a\\u0000"\noverlays = ["\\u0000b"]\n'
    assert wrong(text) == [
        (3, 1, r"'a\x00' cannot be the name of a file"),
        (4, 1, r"'\x00b' cannot be the name of a file"),
    ]


def test_declarations_of_pagination_know_their_lines() -> None:
    text = """\
[targets.a]
spec = "a"
[targets.b]
spec = "a"
pagination."list*" = {by = "link"}
[targets.b.pagination."GET /a"]
by = "none"
"""
    _, target = targets_of(Path("fragmint.toml"), text)
    assert [(name, said) for name, said, _ in target.pagination] == [
        ("list*", (("by", "link"),)),
        ("GET /a", (("by", "none"),)),
    ]
    assert [place.line for *_, place in target.pagination] == [5, 6]


TOML = '''\
# a = 1
a."b c".d = """
e = 1 \\"""
"""  # f = 2
[ g . 'h' ]
i = [ {j = 1}, [2.5, "]"],  # k
  {l = {m = 'n = 1'}, o = 1979-05-27T07:32:00Z},
]
p=1
[[q]]
r = \'\'\'
s = 1\'\'\'
"t\\u0075" = true
'''


def test_every_key_is_found_and_nothing_else() -> None:
    found = {
        ".".join(key): (line + 1, start - TOML.rfind("\n", 0, start))
        for key, (start, _) in keys_of(TOML).items()
        for line in [TOML.count("\n", 0, start)]
    }
    assert found == {
        "a": (2, 1),
        "a.b c": (2, 3),
        "a.b c.d": (2, 9),
        "g": (5, 3),
        "g.h": (5, 7),
        "g.h.i": (6, 1),
        "g.h.i.j": (6, 8),
        "g.h.i.l": (7, 4),
        "g.h.i.l.m": (7, 9),
        "g.h.i.o": (7, 23),
        "g.h.p": (9, 1),
        "q": (10, 3),
        "q.r": (11, 1),
        "q.tu": (13, 1),
    }


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("fragmint.toml", "targets.acme"),
        ("pyproject.toml", "tool.fragmint.targets.acme"),
    ],
)
@pytest.mark.parametrize(
    ("option", "said", "code"),
    [
        ("operations", '["listHost"]', "unknown-operation"),
        ("spec", '"api.yml"', "missing-file"),
        ("overlays", '["none.yaml"]', "missing-file"),
        ("root", '"other"', "bad-option"),
    ],
)
def test_what_the_description_shows_to_be_wrong_has_its_line_too(
    tmp_path: Path, name: str, table: str, option: str, said: str, code: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n", "utf-8"
    )
    options = {"spec": '"api.yaml"', option: said}
    lines = [f"[{table}]", *(f"{key} = {value}" for key, value in options.items())]
    (tmp_path / name).write_text("\n".join(lines), "utf-8")
    [target] = load_targets(tmp_path / name)
    with pytest.raises(Problems) as caught:
        describe(target)
    [problem] = [one for one in caught.value.problems if one.code == code]
    assert problem.place is not None
    assert problem.place.file == str(tmp_path / name)
    line = lines.index(f"{option} = {said}") + 1
    assert (problem.place.line, problem.place.column) == (line, 1)
