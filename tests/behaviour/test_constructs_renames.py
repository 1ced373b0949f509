"""What `fragmint rename` leaves: the old names work, and warn whoever uses them."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from fragmint.config import Target
from fragmint.diagnostics import Problems
from fragmint.pipeline import Outcome, generate

from .constructs import Answers, Package, described, folder, make_anew

CALLS = """
paths:
  /calls:
    get:
      operationId: listCalls
      summary: All calls
      tags: [Calls]
      parameters: [{name: status, in: query, schema: {type: string}}]
      responses: {"200": {description: All, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Call"}}}}}}
    post:
      operationId: createCall
      tags: [Calls]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [To], properties: {To: {type: string}, From: {$ref: "#/components/schemas/Party"}}}}}}
      responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Call"}}}}}
components:
  schemas:
    Call: {type: object, properties: {status: {type: string}, property: {type: string}}}
    Party: {type: object, properties: {number: {type: string}}}
"""
RENAMES = (
    ("calls.list", "calls.every"),
    ("calls", "phone_calls"),
    ("ListCalls", "EveryCall"),
    ("Call", "PhoneCall"),
    ("PhoneCall.status", "state"),
)


def target_of(name: str) -> Target:
    return Target(spec=folder() / f"{name}.yaml", output=folder(), package=name)


def rename(name: str, old: str, new: str | None) -> Outcome:
    return generate(target_of(name), renames=[(old, new)])


@pytest.fixture(scope="module")
def calls() -> Package:
    """A package in which most things had other names."""
    package = make_anew(CALLS, "renamed_calls")
    for old, new in RENAMES:
        assert rename(package.name, old, new).warnings == ()
    return package


def warned(call: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What a call returns, and what it warns of in this very file."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        result = call()
    assert {one.category for one in found} <= {DeprecationWarning}
    assert {one.filename for one in found} <= {__file__}
    return result, [str(one.message) for one in found]


BODY = b'[{"status": "busy", "property": "x"}]'


def test_an_old_method_calls_the_new_one(calls: Package) -> None:
    client = calls.client(answer=calls.response(200, BODY))
    (found,), told = warned(lambda: client.phone_calls.list(status="a"))
    assert told == ["phone_calls.list is called phone_calls.every now"]
    assert found == client.phone_calls.every(status="b")[0]
    assert [one.url.rpartition("?")[2] for one in client._transport.sent] == [
        "status=a",
        "status=b",
    ]


def test_an_old_method_is_awaited(calls: Package) -> None:
    class Later(Answers):
        async def send(self, request: Any, timeout: Any) -> Any:
            return super().send(request, timeout)

    async def called() -> Any:
        answers = Later(calls, calls.response(200, BODY))
        return await calls.AsyncClient(transport=answers).phone_calls.list()

    (found,), told = warned(lambda: asyncio.run(called()))
    assert found.state == "busy"
    assert told == ["phone_calls.list is called phone_calls.every now"]


def test_an_old_resource_is_the_new_one(calls: Package) -> None:
    for client in calls.client(), calls.AsyncClient():
        found, told = warned(partial(getattr, client, "calls"))
        assert found is client.phone_calls
        assert told == ["client.calls is called client.phone_calls now"]


def test_an_old_class_is_the_new_one(calls: Package) -> None:
    for old, new in ("ListCalls", "EveryCall"), ("Call", "PhoneCall"):
        found, told = warned(partial(getattr, calls.module(""), old))
        assert found is getattr(calls, new)
        assert told == [f"{old} is called {new} now"]
        scope: dict[str, Any] = {}
        statement = compile(f"from {calls.name} import {old}", __file__, "exec")
        _, told = warned(partial(exec, statement, scope))
        assert scope[old] is found
        assert {*told} == {f"{old} is called {new} now"}
    with pytest.raises(AttributeError, match="no attribute 'Cal'"):
        _ = calls.module("").Cal


def test_an_old_field_is_read_as_the_new_one(calls: Package) -> None:
    (found,) = calls.read("EveryCall", BODY)
    value, told = warned(lambda: found.status)
    assert (value, found.property) == (found.state, "x") == ("busy", "x")
    assert told == ["PhoneCall.status is called PhoneCall.state now"]
    assert repr(found) == "PhoneCall(state='busy', property='x')"
    assert pickle.loads(pickle.dumps(found)) == found
    with pytest.raises(TypeError, match="status"):
        calls.PhoneCall(status="busy")
    with pytest.raises(TypeError, match="status"):
        calls.module("testing").make_phone_call(status="busy")


def test_new_names_do_not_warn(calls: Package) -> None:
    def used() -> None:
        client = calls.client(answer=calls.response(200, BODY))
        assert client.phone_calls.every(status="a")[0].state == "busy"
        client.send(calls.EveryCall())

    assert warned(used)[1] == []


def test_old_methods_say_what_they_are(calls: Package) -> None:
    module = calls.module("resources.phone_calls")
    for kind in module.Calls, module.AsyncCalls:
        assert kind.list.__doc__ == "Deprecated: it is called `phone_calls.every` now."
        assert inspect.signature(kind.list) == inspect.signature(kind.every)


def test_all_names_are_imported_at_once(calls: Package) -> None:
    renames = {"ListCalls": "EveryCall", "Call": "PhoneCall"}
    made = {"make_call": "make_phone_call"}
    for module, names in ("", renames), (".testing", made):
        scope: dict[str, Any] = {}
        statement = f"from {calls.name}{module} import *"
        _, told = warned(partial(exec, compile(statement, __file__, "exec"), scope))
        assert {*told} == {f"{old} is called {new} now" for old, new in names.items()}
        assert {*calls.module(module[1:]).__all__} <= scope.keys()
        assert names.keys() <= scope.keys()


def test_tests_can_be_written_with_old_names(calls: Package) -> None:
    testing = calls.module("testing")
    fake = testing.FakeTransport()
    client = calls.client(transport=fake)
    old, told = warned(lambda: fake.calls_)
    assert (old, told) == (
        fake.phone_calls,
        ["fake.calls_ is called fake.phone_calls now"],
    )
    old, told = warned(lambda: fake.phone_calls.list)
    assert told == ["fake.phone_calls.list is called fake.phone_calls.every now"]
    make, told = warned(lambda: testing.make_call)
    assert told == ["make_call is called make_phone_call now"]
    old.returns([make(state="busy")])
    assert client.phone_calls.every()[0].state == "busy"
    draw, told = warned(lambda: testing.strategies.list_calls)
    assert told == ["strategies.list_calls is called strategies.every_call now"]
    draw()
    with pytest.raises(AttributeError, match="make_cal"):
        _ = testing.make_cal


def test_a_name_of_python_can_be_an_old_one() -> None:
    package = make_anew(CALLS, "of_python")
    for old, new in (
        ("calls.list", "property"),
        ("calls.property", "every"),
        ("calls.create", "dial"),
        ("Call.property", "estate"),
        ("Call.property", None),
        ("Call.status", "property"),
        ("Call.property", "state"),
        ("Call.estate", "land"),
    ):
        rename(package.name, old, new)
    (found,) = package.read("ListCalls", BODY)
    assert warned(lambda: (found.property, found.estate))[0] == ("busy", "x")
    fake = package.module("testing").FakeTransport()
    answers = fake.calls_
    assert warned(lambda: answers.property)[0] is answers.every
    assert warned(lambda: answers.create)[0] is answers.dial


# --- types ----------------------------------------------------------------------------

PROGRAM = """\
from renamed_calls import AsyncClient, Call, Client, EveryCall, ListCalls, PhoneCall

from renamed_calls.testing import FakeTransport, make_call, strategies

def state(call: Call) -> str | None:
    return call.status or call.state

with Client() as client:
    request: EveryCall = ListCalls(status="busy")
    for found in client.send(request):
        print(state(found), state(PhoneCall()))
    reveal_type(client.calls.list(status="busy"))

FakeTransport().calls_.list.returns([make_call(state="busy")])
strategies.list_calls()

async def later() -> None:
    async with AsyncClient() as other:
        reveal_type(await other.calls.list(status="busy"))
"""
MISTAKES = """\
client.calls.list(status=1)
client.calls.lists()
state(PhoneCall()).nothing
ListCalls(state="busy")
FakeTransport().calls_.lists
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_know_old_names(
    checker: str, calls: Package, tmp_path: Path
) -> None:
    (tmp_path / calls.name).symlink_to(calls.folder)
    (tmp_path / "program.py").write_text(PROGRAM + MISTAKES)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    arguments = {
        "mypy": ["--strict", "--config-file=", "program.py"],
        "pyright": ["--pythonpath", sys.executable, "program.py"],
    }
    said = subprocess.run(
        [sys.executable, "-m", checker, *arguments[checker]],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ).stdout
    lines = {int(one) for one in re.findall(r"program\.py:(\d+).*? error: ", said)}
    first = PROGRAM.count("\n") + 1
    assert lines == {*range(first, first + 5)}, said
    assert len(re.findall(r"[Ll]ist\[[\w.]*PhoneCall\]", said)) == 2, said


# --- what is promised -----------------------------------------------------------------


def test_aliases_last_while_their_thing_is_gone() -> None:
    package = make_anew(CALLS, "aliases_last")
    rename(package.name, "calls.create", "calls.dial")
    rename(package.name, "CreateCall", "Dial")
    rename(package.name, "Dial.to", "callee")
    rename(package.name, "Party", "Phone")
    text = (package.folder / "resources" / "calls.py").read_text("utf-8")
    without = CALLS.replace("    post:\n", "    x-post:\n")
    make_anew(without, package.name)
    # Something new that would like to have what is gone, or what it was called.
    other = without.replace("operationId: listCalls", "operationId: createCall")
    put = "    put: {operationId: dial, tags: [Calls], responses: {}}\n"
    other = other.replace("    x-post:", f"{put}    x-post:")
    make_anew(other, package.name)
    back = make_anew(CALLS, package.name)
    assert (package.folder / "resources" / "calls.py").read_text("utf-8") == text
    request, told = warned(lambda: back.module("").CreateCall(callee="x"))
    assert told == ["CreateCall is called Dial now"]
    assert type(request) is back.Dial


@pytest.mark.parametrize("place", ["calls", "phone_calls"])
def test_what_is_gone_keeps_its_name(place: str) -> None:
    package = make_anew(CALLS, f"gone_of_{place}")
    if place != "calls":
        rename(package.name, "calls", place)
    rename(package.name, f"{place}.create", "dial")
    make_anew(CALLS.replace("    post:\n", "    x-post:\n"), package.name)
    with pytest.raises(Problems) as error:
        rename(package.name, f"{place}.list", "dial")
    [problem] = error.value.problems
    assert problem.message == f"{place}.dial is taken"
    assert problem.hint is not None
    assert problem.hint.startswith("by POST /calls, which is gone: strike that out")
    back = make_anew(CALLS, package.name)
    text = (back.folder / "resources" / f"{place}.py").read_text("utf-8")
    assert "    async def dial(" in text


def test_a_name_can_be_had_back() -> None:
    package = make_anew(CALLS, "had_back")
    before = {p: p.read_bytes() for p in package.folder.rglob("*.py")}
    rename(package.name, "calls.list", "calls.every")
    rename(package.name, "calls.every", "calls.all")
    text = (package.folder / "resources" / "calls.py").read_text("utf-8")
    assert 'list = _renamed("calls.list", "calls.all", all)' in text
    assert 'every = _renamed("calls.every", "calls.all", all)' in text
    rename(package.name, "calls.all", "calls.list")
    text = (package.folder / "resources" / "calls.py").read_text("utf-8")
    assert "list = " not in text
    assert 'every = _renamed("calls.every", "calls.list", list)' in text
    rename(package.name, "calls.every", None)
    rename(package.name, "calls.all", None)
    for path, data in before.items():
        if "_support" not in path.parts:
            assert path.read_bytes() == data


def test_two_names_for_one_thing_are_refused() -> None:
    package = make_anew(CALLS, "refused")
    rename(package.name, "calls.create", "calls.dial")
    with pytest.raises(
        Problems, match=r"calls\.create is an alias now, of calls\.dial"
    ):
        rename(package.name, "calls.create", "calls.ring")
    with pytest.raises(Problems, match=r"--drop calls\.create"):
        rename(package.name, "calls.list", "calls.create")
    rename(package.name, "calls.create", None)
    rename(package.name, "calls.list", "calls.create")


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("calls", "calls is an alias now, of phone_calls"),
        ("calls.create", "calls.create is an alias now, of phone_calls.create"),
        ("calls.list", "calls.list is an alias now, of phone_calls.every"),
        ("Call.status", "Call.status is an alias now, of PhoneCall.state"),
        ("calls.creat", "nothing is called calls.creat"),
    ],
)
def test_what_is_within_an_alias_is_told_by_its_name(
    calls: Package, old: str, message: str
) -> None:
    with pytest.raises(Problems) as caught:
        rename(calls.name, old, "new")
    (problem,) = caught.value.problems
    assert problem.message == message
    *_, now = message.split()
    wanted = "did you mean phone_calls.create?" if now == old else f"rename {now}"
    assert problem.hint == wanted


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("calls.lits", "calls.every", "did you mean calls.list?"),
        ("Cal", "PhoneCall", "did you mean Call?"),
        ("calls.list", "calls.create", "by POST /calls"),
        ("calls.list", "create", "by POST /calls"),
        ("calls.list", "pets.list", "write calls.list"),
        ("calls.list", "Every", "write calls.every"),
        ("calls.list", "for", "'for' cannot be a name"),
        ("calls.list", "a b", "'a b' cannot be a name"),
        ("calls.list", "_every", "'_every' cannot be a name"),
        ("calls.list", "", "'' cannot be a name"),
        ("calls.list", "calls.list", "is called so already"),
        ("calls.list", "calls.str", "the package itself, or Python, needs it"),
        ("calls", "send", "the package itself, or Python, needs it"),
        ("Call", "call", "begin it with a capital"),
        ("Call", "Client", "the package itself, or Python, needs it"),
        ("Call", "ListCalls", "by GET /calls"),
        ("Call", "Calls", "the package itself, or Python, needs it"),
        ("Call", "Listcalls", "by GET /calls"),
        ("Call.status", "property", "by property"),
        ("Call.status", "extra", "the package itself, or Python, needs it"),
        ("ListCalls.status", "ListCalls.self", "the package itself, or Python, needs"),
    ],
)
def test_what_cannot_be_a_name(old: str, new: str, message: str) -> None:
    package = make_anew(CALLS, "unharmed")
    before = (package.folder / "fragmint.lock").read_bytes()
    with pytest.raises(Problems) as caught:
        rename(package.name, old, new)
    assert message in str(caught.value)
    assert (package.folder / "fragmint.lock").read_bytes() == before


@pytest.mark.parametrize("old", ["CreateCall.to", "Party.number", "ListCalls.status"])
def test_what_is_given_by_its_name_has_one(old: str) -> None:
    package = make_anew(CALLS, f"given_{old.partition('.')[0].lower()}")
    (note,) = rename(package.name, old, "other").warnings
    assert note.code == "no-alias"
    owner = old.partition(".")[0]
    request = getattr(package, owner)(other="x")
    assert request.other == "x"
    lock = (package.folder / "fragmint.lock").read_text("utf-8")
    assert f'"fields {owner}"' in lock.partition('"names"')[2]
    assert '"aliases": {},' in lock


def test_a_description_that_is_wrong_renames_nothing() -> None:
    package = make_anew(CALLS, "wrong")
    before = {p: p.read_bytes() for p in package.folder.rglob("*") if p.is_file()}
    target = target_of(package.name)
    target.spec.write_text(described(CALLS.replace("schemas/Party", "schemas/Patty")))
    with pytest.raises(Problems, match="unknown-ref"):
        generate(target, renames=[("calls.list", "calls.every")])
    assert before == {p: p.read_bytes() for p in before}
