"""What overlays make of a document, what is wrong with them, and where things stand."""

from pathlib import Path
from typing import Any

import pytest
from fragmint.diagnostics import Problem, Problems
from fragmint.reading import changes, read
from fragmint.reading.load import Source, load
from fragmint.reading.overlay import overlaid
from fragmint.reading.pointers import Pointer, from_fragment, resolve

DOCUMENT = """\
openapi: 3.1.1
info: {title: T, version: "1"}
tags:
  - name: a
  - name: b
  - name: c
paths:
  /a:
    get: {summary: one, tags: [a, b]}
    put: {summary: two, tags: [b]}
x: {deep: {list: [1, 2], text: t, nothing: null}}
"""


def source(text: str, name: str = "spec.yaml") -> Source:
    return load(name, name, text.encode())


def overlay(*actions: str, version: str = "1.1.0") -> str:
    head = f"overlay: {version}\ninfo: {{title: O, version: '1'}}\nactions:\n"
    return head + "".join(f"  - {{{action}}}\n" for action in actions)


def applied(*actions: str) -> tuple[Source, list[Problem]]:
    made = source(overlay(*actions), "overlay.yaml")
    return overlaid(source(DOCUMENT), [made])


def at(whole: Source, pointer: str) -> tuple[Any, Pointer]:
    """What stands there, and the pointer with numbers for indices."""
    return resolve(whole.value, from_fragment(pointer))


def value_at(whole: Source, pointer: str) -> Any:
    return at(whole, pointer)[0]


@pytest.mark.parametrize(
    ("action", "pointer", "expected"),
    [
        # Objects are merged, lists are joined, plain values are replaced.
        ("target: $.info, update: {title: U, x: 1}", "/info/title", "U"),
        ("target: $.info, update: {title: U, x: 1}", "/info/version", "1"),
        ("target: $.info, update: {title: U, x: 1}", "/info/x", 1),
        (
            "target: $, update: {info: {title: U}}",
            "/info",
            {"title": "U"} | {"version": "1"},
        ),
        ("target: $.x, update: {deep: {list: [3]}}", "/x/deep/list", [1, 2, 3]),
        ("target: $.x.deep, update: {nothing: 1}", "/x/deep/nothing", 1),
        ("target: $.x.deep, update: {text: null}", "/x/deep/text", None),
        ("target: $.x.deep.list, update: [3, 4]", "/x/deep/list", [1, 2, 3, 4]),
        ("target: $.x.deep.list, update: 3", "/x/deep/list", [1, 2, 3]),
        ("target: $.x.deep.list, update: {y: 3}", "/x/deep/list", [1, 2, {"y": 3}]),
        ("target: $.x.deep.text, update: 5", "/x/deep/text", 5),
        ("target: '$.x.deep.list[0]', update: 5", "/x/deep/list", [5, 2]),
        ("target: $.x.deep.nothing, update: u", "/x/deep/nothing", "u"),
        ("target: $.paths.*.*, update: {x: 1}", "/paths/~1a/put/x", 1),
        ("target: $.paths.*.*.tags, update: z", "/paths/~1a/get/tags", ["a", "b", "z"]),
        # What is selected is removed, each of it once.
        ("target: $.x.deep, remove: true", "/x", {}),
        ("target: $.x.deep, remove: true, update: {y: 1}", "/x", {}),
        ("target: $.x.deep, remove: false, update: {text: u}", "/x/deep/text", "u"),
        ("target: '$.tags[0,2]', remove: true", "/tags", [{"name": "b"}]),
        ("target: '$.tags[0,0]', remove: true", "/tags/0/name", "b"),
        (
            "target: \"$.paths.*.*.tags[?@ == 'b']\", remove: true",
            "/paths/~1a/put/tags",
            [],
        ),
        ("target: '$.tags..*', remove: true", "/tags", []),
        # What is copied is merged in the same way.
        ("target: $.x, copy: $.info", "/x/title", "T"),
        (
            "target: $.paths.*.put, copy: $.paths.*.get",
            "/paths/~1a/put",
            {"summary": "one", "tags": ["b", "a", "b"]},
        ),
        ("target: $.x.deep.list, copy: $.tags", "/x/deep/list/2/name", "a"),
        ("target: $.x.deep.text, copy: $.info.title", "/x/deep/text", "T"),
        ("target: $.x, copy: $", "/x/x/deep/text", "t"),
    ],
)
def test_actions(action: str, pointer: str, expected: object) -> None:
    whole, problems = applied(action)
    assert problems == []
    assert value_at(whole, pointer) == expected


def test_actions_are_done_one_after_another() -> None:
    first = source(overlay("target: $.x.deep, remove: true"), "first.yaml")
    second = source(
        overlay(
            "target: $.x, update: {deep: {y: 1}}", "target: $.x.deep, update: {z: 2}"
        ),
        "second.yaml",
    )
    whole, problems = overlaid(source(DOCUMENT), [first, second])
    assert problems == []
    assert value_at(whole, "/x") == {"deep": {"y": 1, "z": 2}}
    assert whole.place(("x", "deep", "y")).file == "second.yaml"


def test_what_is_merged_into_several_is_not_shared() -> None:
    whole, problems = applied(
        "target: $.paths.*.*, update: {x-y: {z: [1]}}",
        "target: $.paths.*.get.x-y.z, update: 2",
    )
    assert problems == []
    assert value_at(whole, "/paths/~1a/get/x-y/z") == [1, 2]
    assert value_at(whole, "/paths/~1a/put/x-y/z") == [1]


def test_the_document_itself_stays_as_it_is() -> None:
    before = source(DOCUMENT)
    overlaid(before, [source(overlay("target: $.info, update: {title: U}"))])
    assert before.value == source(DOCUMENT).value


@pytest.mark.parametrize(
    ("action", "marked", "message"),
    [
        ("target: a.b, update: {}", "a.b", "this is no JSONPath of RFC 9535"),
        ("target: '', update: {}", "''", "this is no JSONPath of RFC 9535"),
        ("target: '$.a|$.b', update: {}", "'$.a|$.b'", "no JSONPath of RFC 9535"),
        ("target: $.x, copy: x", "x", "this is no JSONPath of RFC 9535"),
        ("target: $.x, copy: $.tags.*", "$.tags.*", "must select one value, not 3"),
        ("target: $.x, copy: $.y", "$.y", "copy must select one value, not 0"),
        ("target: $, remove: true", "$", "the document itself cannot be removed"),
        (
            "target: $.info, update: 1",
            "1",
            "a plain value cannot be merged into an obj",
        ),
        (
            "target: $.info.title, update: []",
            "[]",
            "a list cannot be merged into a pla",
        ),
        ("target: $, update: {info: {title: {}}}", "{}", "an object cannot be merged"),
        (
            "target: $, update: {tags: {}}",
            "{}",
            "an object cannot be merged into a list",
        ),
        ("target: $.info, copy: $.tags", "$.tags", "a list cannot be merged into an o"),
        ("target: $.x.deep.*, update: 1", "$.x.deep.*", "selects lists and plain val"),
        ("target: 1, update: 1", "1", "target must be a JSONPath"),
        ("update: 1", "{update: 1}", "target must be a JSONPath"),
        ("target: $.x, remove: 1", "1", "remove must be true or false"),
        ("target: $.x, copy: 1", "1", "copy must be a JSONPath"),
        ("target: $.x, update: {}, copy: $.a", "$.a", "either update or copy"),
        ("target: $.y, update: {}", "$.y", "there is nothing at $.y"),
        ("target: $.y, copy: $.z", "$.y", "there is nothing at $.y"),
        ("target: $.x", "{target: $.x}", "this action has no update, no copy and no"),
        ("target: $.x, updat: {}, update: {}", "updat", "an overlay has no updat here"),
    ],
)
def test_what_is_wrong_with_an_action(action: str, marked: str, message: str) -> None:
    _, [problem] = applied(action)
    assert message in problem.message
    place = problem.place
    assert place is not None
    assert (place.file, place.line) == ("overlay.yaml", 4)
    assert place.text[place.column - 1 :][: place.length] == marked


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("openapi: 3.1.1\npaths: {}\n", "not-overlay", "overlay: 1.1.0"),
        ("[]", "not-overlay", "overlay: 1.1.0"),
        ("overlays: 1.0.0", "not-overlay", "did you mean overlay, not overlays?"),
        (overlay(version="1.2.0"), "unsupported-version", "1.0.0 and 1.1.0 can be"),
        (overlay(version="10.0"), "unsupported-version", "1.0.0 and 1.1.0 can be"),
        (overlay(), "bad-overlay", None),
        ("overlay: 1.0.0\nactions: {}", "bad-overlay", None),
        ("overlay: 1.0.0\nactions: [1]", "bad-overlay", None),
    ],
)
def test_what_is_no_overlay(text: str, code: str, hint: str | None) -> None:
    _, [problem] = overlaid(source(DOCUMENT), [source(text)])
    assert (problem.code, problem.hint, problem.severity) == (code, hint, "error")


@pytest.mark.parametrize("version", ["1.0.0", "1.1.7", "1.0", '"1.1"'])
def test_versions(version: str) -> None:
    text = overlay("target: $.info, update: {title: U}", version=version)
    whole, problems = overlaid(source(DOCUMENT), [source(text, "overlay.yaml")])
    assert (problems, value_at(whole, "/info/title")) == ([], "U")


def test_everything_knows_where_it_was_written() -> None:
    whole, problems = applied(
        "target: '$.tags[0]', remove: true",
        "target: $.tags, update: [{name: d}, {name: e}]",
        "target: \"$.tags[?@.name == 'd']\", remove: true",
        "target: $.info.title, update: U",
        "target: $.paths.*.put, copy: $.paths.*.get",
        "target: $.x, update: {deep: {list: [3]}}",
        "target: $.x.deep.list, copy: '$.tags[2].name'",
    )
    assert problems == []
    found = {
        pointer: (place.file, place.text[place.column - 1 :][: place.length])
        for pointer in (
            *("/tags/0/name", "/tags/1/name", "/tags/2/name", "/info/title"),
            *("/info/version", "/paths/~1a/put/tags/0", "/paths/~1a/put/tags/1"),
            *("/paths/~1a/put/summary", "/x/deep/list/0", "/x/deep/list/2"),
            "/x/deep/list/3",
        )
        for place in [whole.place(at(whole, pointer)[1])]
    }
    assert found == {
        "/tags/0/name": ("spec.yaml", "b"),
        "/tags/1/name": ("spec.yaml", "c"),
        "/tags/2/name": ("overlay.yaml", "e"),
        "/info/title": ("overlay.yaml", "U"),
        "/info/version": ("spec.yaml", '"1"'),
        "/paths/~1a/put/tags/0": ("spec.yaml", "b"),
        "/paths/~1a/put/tags/1": ("spec.yaml", "a"),
        "/paths/~1a/put/summary": ("spec.yaml", "one"),
        "/x/deep/list/0": ("spec.yaml", "1"),
        "/x/deep/list/2": ("overlay.yaml", "3"),
        "/x/deep/list/3": ("overlay.yaml", "e"),
    }
    key = whole.place(from_fragment("/x/deep"), key=True)
    assert (key.file, key.line) == ("spec.yaml", 11)
    assert whole.lines(at(whole, "/tags/2")[1]) == (5, 5)


def test_aliases_are_changed_one_by_one() -> None:
    text = "openapi: 3.1.1\na: &a {x: 1}\nb: *a\n"
    made = source(overlay("target: $.b, update: {x: 2}"), "overlay.yaml")
    whole, _ = overlaid(source(text), [made])
    assert whole.value == {"openapi": "3.1.1", "a": {"x": 1}, "b": {"x": 2}}


def test_a_document_that_doubles_and_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MAX_MADE", 1000)
    doubling = [f"target: $.x, update: {{y{n}: {{}}}}" for n in range(20)]
    copying = [f"target: $.x.y{n}, copy: $" for n in range(20)]
    _, problems = applied(*doubling, *copying)
    assert {one.code for one in problems} == {"bad-overlay"}
    assert "more than 1000 objects" in problems[0].message


# --- with the rest of the description -------------------------------------------------

SPEC = """\
openapi: 3.1.1
info: {title: T, version: "1"}
paths:
  /a: {$ref: "more.yaml#/a"}
"""
MORE = "a: {get: {operationId: a, responses: {'200': {description: Fine}}}}\n"


def test_overlays_are_read_with_the_description(tmp_path: Path) -> None:
    (tmp_path / "api").mkdir()
    (tmp_path / "api/spec.yaml").write_text(SPEC)
    (tmp_path / "api/more.yaml").write_text(MORE)
    (tmp_path / "one.yaml").write_text(
        overlay("target: $.paths, update: {/b: {$ref: 'more.yaml#/a'}}")
    )
    (tmp_path / "two.yaml").write_text(
        overlay("target: '$.paths[\"/a\"]', remove: true", "target: $.y, remove: true")
    )
    spec, overlays = tmp_path / "api/spec.yaml", [
        tmp_path / "one.yaml",
        tmp_path / "two.yaml",
    ]
    made = read(spec, overlays=overlays)
    paths = made.value["paths"]
    assert isinstance(paths, dict)
    assert list(paths) == ["/b"]
    assert set(made.sources) == {"spec.yaml", "more.yaml", "../one.yaml", "../two.yaml"}
    assert [one.code for one in made.warnings] == ["idle-overlay"]
    assert made.place(("paths", "/b"), key=True).file == str(tmp_path / "one.yaml")
    # Pointers are those of the document that comes of it.
    assert made.origin(("paths",)) == "spec.yaml#/paths"
    with pytest.raises(Problems, match="idle-overlay"):
        read(spec, overlays=overlays, strict=True)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(SPEC)
    (tmp_path / "broken.yaml").write_text("{")
    (tmp_path / "overlay.yaml").write_text(overlay())
    overlays = [tmp_path / name for name in ("broken.yaml", "ovrelay.yaml", ".")]
    with pytest.raises(Problems) as raised:
        read(tmp_path / "spec.yaml", overlays=overlays)
    found = [(one.code, one.hint) for one in raised.value.problems]
    assert ("broken-yaml", None) in found
    assert ("missing-file", f"did you mean {tmp_path}/overlay.yaml?") in found
    assert [code for code, _ in found].count("missing-file") == 2
