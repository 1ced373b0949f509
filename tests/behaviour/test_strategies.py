"""Requests that Hypothesis draws: valid, before our validators and before others'."""

from __future__ import annotations

import importlib
import shutil
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_origin
from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openapi_core import OpenAPI
from twilio_participants import Advice, Client, CreateParticipant
from twilio_participants.testing import strategies

from .constructs import Package, make
from .samples import AUTH, NUMBER
from .server import Recorded, Server, json_answer
from .test_judges import as_request, described, objections

assert described  # a fixture

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "golden"
SUPPORT = ROOT.parent / "generator" / "fragmint" / "support"
MANY = settings(max_examples=1000, derandomize=True, database=None, deadline=None)
NAMES = [field.name for field in fields(CreateParticipant)]
FEW = settings(
    MANY,
    max_examples=20,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)


@pytest.fixture(autouse=True)
def _no_advice() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error", Advice)
        yield


def test_drawn_requests_arrive_as_drawn_and_are_valid_to_other_judges(
    described: OpenAPI,
) -> None:
    drawn: list[CreateParticipant] = []
    with (
        Server([json_answer(201, {})]) as server,
        Client(auth=AUTH, base_url=server.url) as client,
    ):

        @MANY
        @given(strategies.create_participant())
        def check(request: CreateParticipant) -> None:
            server.requests.clear()
            client.send(request)
            assert_is_as_drawn(server.request, request)
            described.validate_request(as_request(server.request))
            assert objections(server.request) == []
            drawn.append(request)

        check()
    assert len(drawn) == 1000
    assert len(set(map(repr, drawn))) > 500
    # What can be left out is in some, and not in others; rules among fields are met.
    for name in ("byoc", "timeout", "status_callback_event", "wait_url"):
        assert {getattr(one, name) is None for one in drawn} == {True, False}
    assert any(one.coaching for one in drawn)
    assert any(one.to.startswith("+") for one in drawn)


def assert_is_as_drawn(arrived: Recorded, request: CreateParticipant) -> None:
    body = parse_qsl(
        arrived.body.decode("ascii"), keep_blank_values=True, strict_parsing=True
    )
    assert Counter(body) == Counter(pairs(request))
    *_, account, _, conference, _ = arrived.target.decode("ascii").split("/")
    assert unquote(account) == request.account_sid
    assert unquote(conference) == request.conference_sid


def pairs(request: CreateParticipant) -> Iterator[tuple[str, str]]:
    """What a form is to say of `request`, by the names on the wire."""
    for name in NAMES:
        value = getattr(request, name)
        if name in ("account_sid", "conference_sid") or value is None:
            continue
        wire_name = "".join(word.capitalize() for word in name.split("_"))
        for one in value if isinstance(value, list) else [value]:
            yield wire_name, str(one).lower() if isinstance(one, bool) else str(one)


def test_a_field_can_have_a_strategy_of_its_own() -> None:
    @settings(MANY, max_examples=50)
    @given(strategies.create_participant(to=st.just(NUMBER), label=st.just("a")))
    def check(request: CreateParticipant) -> None:
        assert (request.to, request.label) == (NUMBER, "a")
        # The rest is drawn to fit: to a phone number, only a phone number calls.
        assert request.from_.startswith("+")

    check()


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError, match="CreateParticipant has no field 'colour'"):
        strategies.create_participant(colour=st.just("red"))


def test_a_value_that_is_no_strategy_is_refused() -> None:
    wanted = "CreateParticipant: label must be a strategy, not str: write just"
    with pytest.raises(TypeError, match=wanted):
        strategies.create_participant(label="s3cret")  # type: ignore[arg-type]  # that it is


def test_rules_that_a_strategy_of_ones_own_breaks_are_told() -> None:
    @settings(MANY, max_examples=100)
    @given(strategies.create_participant(timeout=st.just(1), label=st.just("a")))
    def check(request: CreateParticipant) -> None:
        raise AssertionError("nothing is to be drawn")

    with pytest.raises(ValueError, match="timeout draws is refused time") as caught:
        check()
    assert "\n  timeout: must be at least 5, not 1 - " in str(caught.value)
    assert "label" not in str(caught.value)


def test_a_strategy_of_ones_own_may_break_rules_now_and_then() -> None:
    drawn = []

    @settings(MANY, max_examples=100)
    @given(strategies.create_participant(timeout=st.integers(0, 7)))
    def check(request: CreateParticipant) -> None:
        drawn.append(request.timeout)

    check()
    assert {*drawn} == {5, 6, 7}


def test_a_strategy_of_ones_own_need_not_take_advice() -> None:
    @settings(MANY, max_examples=20)
    @given(strategies.create_participant(region=st.just("us9")))
    def check(request: CreateParticipant) -> None:
        with pytest.warns(Advice) as told:
            request.build("https://api.twilio.com", {})
        assert [one.message.violation.path for one in told] == [("region",)]  # type: ignore[union-attr]  # an `Advice`

    check()


def test_what_fails_is_shrunk_to_what_matters() -> None:
    found: list[CreateParticipant] = []

    @settings(MANY, max_examples=300)
    @given(strategies.create_participant())
    def check(request: CreateParticipant) -> None:
        if request.muted:
            found.append(request)
            raise ValueError("muted")

    with pytest.raises(ValueError, match="muted"):
        check()
    smallest = found[-1]
    others = {*NAMES} - {
        "account_sid",
        "conference_sid",
        "from_",
        "muted",
        "to",
    }
    assert sum(getattr(smallest, name) is not None for name in others) <= 3


# --- rules of every kind --------------------------------------------------------------

RULES = """\
paths:
  /pets:
    post:
      operationId: createPet
      parameters:
        - {name: X-Trace, in: header, schema: {type: string}}
        - {name: sort, in: query, required: true, schema: {enum: [up, down]}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name, age, tags, owner, price]
              minProperties: 6
              properties:
                name:
                  {type: string, pattern: "^[A-Z][a-z]+$", minLength: 5, maxLength: 8}
                age: {type: integer, exclusiveMinimum: 0, multipleOf: 3, maximum: 99}
                price: {type: number, minimum: 0.5, exclusiveMaximum: 2}
                tags:
                  type: array
                  minItems: 2
                  maxItems: 4
                  uniqueItems: true
                  items: {type: string, format: email}
                owner: {$ref: "#/components/schemas/Owner"}
                way:
                  oneOf:
                    - {$ref: "#/components/schemas/Car"}
                    - {$ref: "#/components/schemas/Train"}
                born: {type: string, format: date}
                chip: {type: string, format: uuid}
                spare: {type: object, additionalProperties: {type: integer, minimum: 5}}
                indoor: {type: boolean}
                garden: {type: string}
                first: {type: string}
                second: {type: string}
              dependentRequired: {first: [second]}
              if: {properties: {indoor: {const: true}}, required: [indoor]}
              then: {not: {required: [garden]}}
              else: {required: [garden], properties: {garden: {minLength: 3}}}
      responses: {"204": {description: Made.}}
components:
  schemas:
    Owner:
      type: object
      required: [phone]
      properties:
        phone: {type: string, pattern: '^\\+\\d{3,15}$'}
        friends: {type: array, items: {$ref: "#/components/schemas/Owner"}}
    Car:
      type: object
      required: [kind, plate]
      properties:
        kind: {const: car}
        plate: {type: string, minLength: 2, maxLength: 4}
    Train:
      type: object
      required: [kind]
      properties: {kind: {const: train}, line: {type: integer, minimum: 1, maximum: 9}}
"""


@pytest.fixture(scope="module")
def pets() -> Package:
    return make(RULES)


def test_rules_of_every_kind_hold(pets: Package) -> None:
    drawn: list[Any] = []

    @settings(MANY, max_examples=200)
    @given(pets.module("testing").strategies.create_pet())
    def check(request: Any) -> None:
        request.build("https://api.example.com", {})
        drawn.append(request)

    check()
    assert {one.indoor is True for one in drawn} == {True, False}
    assert {type(one.way).__name__ for one in drawn} == {"Car", "NoneType", "Train"}
    assert any(one.first for one in drawn)


def test_validators_do_refuse_what_is_not_drawn_so(pets: Package) -> None:
    request = pets.CreatePet(
        sort="up", name="rex", age=4, price=2, tags=[], owner=pets.Owner(phone="1")
    )
    with pytest.raises(pets.InvalidRequest) as caught:
        request.build("https://api.example.com", {})
    rules = {one.rule for one in caught.value.violations}
    assert rules >= {
        "pattern",
        "multipleOf",
        "exclusiveMaximum",
        "minItems",
        "required",
    }


IMPOSSIBLE = {
    "a: must be at least 5": "{a: {type: integer, minimum: 5, allOf: [{maximum: 3}]}}",
    "a: must be left out": "{a: false}",
    "a: must match ^a": "{a: {type: string, pattern: ^a, allOf: [{pattern: ^b}]}}",
    # Hypothesis has tried all there is before it has tried often.
    "a: must be 2 characters": "{a: {type: string, enum: [x], minLength: 2}}",
    "a: must be 3 characters": "{a: {type: string, enum: [x, y], minLength: 3}}",
    "the request: a must not be given": "{a: {type: string}}, not: {required: [a]}",
    "b: must be left out: it is not described (": (
        "{a: {}}, allOf: [{required: [b]}], additionalProperties: false"
    ),
}


@pytest.mark.parametrize("said", IMPOSSIBLE)
def test_rules_that_no_value_keeps_are_told(said: str) -> None:
    rules = f"type: object, required: [a], properties: {IMPOSSIBLE[said]}"
    package = make(f"""\
        paths:
          /:
            post:
              operationId: createIt
              requestBody:
                required: true
                content: {{application/json: {{schema: {{{rules}}}}}}}
              responses: {{"204": {{description: Made.}}}}
        """)

    @settings(derandomize=True, database=None, phases=[Phase.generate])
    @given(package.module("testing").strategies.create_it())
    def check(request: Any) -> None:
        raise AssertionError("nothing is to be drawn")

    with pytest.raises(ValueError, match="CreateIt: all that is drawn is ref") as told:
        check()
    assert f"\n  {said}" in str(told.value)


NODE = "$ref: '#/components/schemas/Node'"
NODES = {
    "a model": NODE,
    "one within": "$ref: '#/components/schemas/Twig'",
    "a list": f"type: array, minItems: 2, items: {{{NODE}}}",
    "a mapping": f"type: object, minProperties: 1, additionalProperties: {{{NODE}}}",
}


@pytest.mark.parametrize("inner", NODES)
def test_what_contains_itself_ends_by_what_does_not(inner: str) -> None:
    package = make(f"""\
        paths:
          /:
            post:
              operationId: addNode
              requestBody:
                required: true
                content: {{application/json: {{schema: {{{NODE}}}}}}}
              responses: {{"204": {{description: Made.}}}}
        components:
          schemas:
            Node:
              oneOf:
                - {{$ref: "#/components/schemas/Branch"}}
                - {{$ref: "#/components/schemas/Leaf"}}
            Branch:
              type: object
              required: [type, left]
              properties: {{type: {{const: Branch}}, left: {{{NODES[inner]}}}}}
            Twig: {{type: object, required: [node], properties: {{node: {{{NODE}}}}}}}
            Leaf:
              type: object
              required: [type, v]
              properties: {{type: {{const: Leaf}}, v: {{type: integer}}}}
        """)
    drawn: list[str] = []

    @FEW
    @given(package.module("testing").strategies.add_node())
    def check(request: Any) -> None:
        request.build("https://api.example.com", {})
        drawn.append(type(request.body).__name__)

    check()
    assert {*drawn} == {"Branch", "Leaf"}


# --- every golden package -------------------------------------------------------------

# Cats that are no dogs as well: to be one, each would need a property of the other's
# that is wrong there, and no type has that.
HARDLY_ANY = {"schema_discriminator.create_pet"}


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("drawn")
    for case in sorted(GOLDEN.glob("*/expected")):
        package = folder / f"drawn_{case.parent.name}"
        shutil.copytree(case, package)
        # One for all, so that it is compiled once.
        (package / "_support").symlink_to(SUPPORT, target_is_directory=True)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield folder
    sys.path.remove(str(folder))
    for name in [one for one in sys.modules if one.startswith("drawn_")]:
        del sys.modules[name]


def test_requests_of_every_golden_package_can_be_drawn(golden: Path) -> None:
    drawn = 0
    for package in sorted(golden.iterdir()):
        found = importlib.import_module(f"{package.name}.testing").strategies
        for name in type(found).__annotations__:
            if f"{package.name}.{name}".removeprefix("drawn_") in HARDLY_ANY:
                continue

            @FEW
            @given(getattr(found, name)())
            def check(request: Any) -> None:
                nonlocal drawn
                drawn += 1
                with warnings.catch_warnings():
                    warnings.simplefilter("error", UserWarning)  # advice, too
                    request.build("https://api.example.com", {})

            check()
    assert drawn > 1000


def test_answers_of_every_golden_package_are_read_as_given(golden: Path) -> None:
    answered = streamed = 0
    for package in sorted(golden.iterdir()):
        fake = importlib.import_module(f"{package.name}.testing").FakeTransport()
        support = f"{package.name}._support"
        types = importlib.import_module(f"{support}.testing_types")
        for resource in types.annotations_of(type(fake)):
            operations = getattr(fake, resource)
            for name in types.annotations_of(type(operations)):
                answers = getattr(operations, name)
                declared = types.declared(type(operations), name)
                kind, returned, *item = declared.__args__
                headers = vars(sys.modules[kind.__module__])["_HEADERS"]
                accept = headers.get("Accept", "")
                wanted = value_of(support, returned)
                answers.returns(wanted)
                assert kind.read(answers.respond(None, accept)) == wanted
                answered += 1
                for one in item:
                    pieces = [value_of(support, one)] * 2
                    answers.streams(pieces)
                    answer = answers.respond(None, accept).incoming()
                    assert items_in(support, kind, answer) == pieces
                    streamed += 1
    assert answered > 150
    assert streamed == 4


def value_of(support: str, kind: Any) -> Any:
    """A value of the type of what a fake is to return."""
    name = getattr(get_origin(kind), "__name__", kind)
    if name == "list":
        return [value_of(support, one) for one in get_args(kind) * 2]
    if name == "ServerSentEvent":
        (data,) = get_args(kind)
        return get_origin(kind)(data=value_of(support, data), id="7")
    types = importlib.import_module(f"{support}.testing_types")
    factories = importlib.import_module(f"{support}.testing_factories")
    made = factories._value(types.options(kind), "it", ())
    if type(made).__name__ == "Redirect":
        return type(made)(status=302, location="https://x.example")
    return made


def items_in(support: str, kind: Any, answer: Any) -> list[Any]:
    http = importlib.import_module(f"{support}.http")
    streams = importlib.import_module(f"{support}.streams")
    body = b"".join(answer.chunks)
    whole = http.HttpResponse(status=answer.status, headers=answer.headers, body=body)
    items: list[Any] = streams.items_of(kind, whole)
    return items
