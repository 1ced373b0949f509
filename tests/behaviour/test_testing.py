"""What a package has for its users' tests: transports that answer, and models."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from twilio_participants import (
    ApiError,
    AsyncClient,
    Client,
    CreateParticipant,
    HttpResponse,
    InvalidRequest,
    InvalidResponse,
    NotFound,
    Participant,
    RateLimited,
    ServerError,
    TimedOut,
    TwilioError,
    testing,
)
from twilio_participants.testing import (
    AsyncFakeTransport,
    FakeTransport,
    make_participant,
)

from .constructs import Package, make
from .samples import ACCOUNT, AUTH, CALLER, LEAST, NUMBER
from .test_streams import API

REQUEST = CreateParticipant(**LEAST, account_sid=ACCOUNT)


@pytest.fixture
def fake() -> FakeTransport:
    return FakeTransport()


@pytest.fixture
def client(fake: FakeTransport) -> Client:
    return Client(auth=AUTH, account_sid=ACCOUNT, transport=fake, retries=0)


def test_an_answer_is_read_as_the_model_that_was_given(
    fake: FakeTransport, client: Client
) -> None:
    wanted = make_participant(
        status="on the way",
        date_created=datetime(2024, 5, 1, 10, 15, tzinfo=UTC),
        extra={"queue_time": "5"},
    )
    fake.participants.create.returns(wanted)
    assert client.send(REQUEST) == wanted
    assert client.send(REQUEST) == wanted


def test_an_answer_is_written_as_a_server_writes_it(
    fake: FakeTransport, client: Client
) -> None:
    moment = datetime(2024, 5, 1, 10, 15, tzinfo=UTC)
    fake.participants.create.returns(Participant(label="é", date_created=moment))
    answer = client.exchange(REQUEST)
    assert (answer.status, answer.headers) == (
        201,
        {"content-type": "application/json"},
    )
    assert answer.body == (
        '{"date_created":"Wed, 01 May 2024 10:15:00 +0000","label":"é"}'.encode()
    )


def test_calls_are_kept_in_their_order(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.returns(Participant())
    client.send(REQUEST)
    client.participants.create(**LEAST, label="second")
    second = CreateParticipant(**LEAST, label="second")
    assert fake.calls == [REQUEST, second]
    assert fake.participants.create.calls == [REQUEST, second]


def test_what_is_refused_never_arrives(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.returns(Participant())
    with pytest.raises(InvalidRequest):
        client.participants.create(
            conference_sid="CF", from_=CALLER, to=NUMBER, byoc=""
        )
    assert fake.calls == []


def test_without_an_answer_it_says_what_to_write(
    fake: FakeTransport, client: Client
) -> None:
    with pytest.raises(AssertionError) as caught:
        client.send(REQUEST)
    said = "write fake.participants.create.returns(…) with Participant in it"
    assert said in str(caught.value)
    assert fake.calls == [REQUEST]


def test_a_request_of_no_operation_is_not_answered(fake: FakeTransport) -> None:
    outgoing = Client(auth=AUTH).prepare(REQUEST).of(None)
    with pytest.raises(AssertionError, match=r'give BearerAuth\("…"\)'):
        fake.send(outgoing, None)  # type: ignore[arg-type]  # it waits for nothing


def test_errors_are_raised(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.raises(TimedOut)
    with pytest.raises(TimedOut):
        client.participants.create(**LEAST)
    fake.participants.create.raises(TimedOut("no answer"))
    with pytest.raises(TimedOut, match="no answer"):
        client.send(REQUEST)


def test_a_failure_has_its_model(fake: FakeTransport, client: Client) -> None:
    error = TwilioError(code=20404, message="no such conference", extra={"queue": 4})
    fake.participants.create.fails(404, error, {"Retry-After": "1"})
    with pytest.raises(NotFound) as caught:
        client.send(REQUEST)
    assert caught.value.error == error
    assert caught.value.response.headers["retry-after"] == "1"
    fake.participants.create.fails(500)
    with pytest.raises(ApiError) as bare:
        client.send(REQUEST)
    assert (bare.value.status, bare.value.error) == (500, None)


@pytest.mark.parametrize(
    ("status", "error", "why"),
    [
        (404, make_participant(), "read as TwilioError, not Participant"),
        (404, make_participant(), r"\.returns\(HttpResponse\(status=404, …\)\)"),
        (201, None, "its answer 201 is no error"),
    ],
)
def test_a_failure_is_one_that_is_described(
    fake: FakeTransport, status: int, error: object, why: str
) -> None:
    with pytest.raises(TypeError, match=why):
        fake.participants.create.fails(status, error)


def test_a_function_answers(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.answers(lambda sent: Participant(label=sent.label))
    assert client.participants.create(**LEAST, label="a").label == "a"


def test_answers_in_turn(fake: FakeTransport, client: Client) -> None:
    first, second = make_participant(label="a"), make_participant(label="b")
    fake.participants.create.in_turn(first, TimedOut("late"), second)
    assert client.send(REQUEST) == first
    with pytest.raises(TimedOut):
        client.send(REQUEST)
    assert client.send(REQUEST) == second
    with pytest.raises(AssertionError, match="more often than it has answers"):
        client.send(REQUEST)
    fake.participants.create.returns(first, second)
    assert [client.send(REQUEST), client.send(REQUEST)] == [first, second]


def test_classes_are_no_answers_but_those_of_errors(
    fake: FakeTransport, client: Client
) -> None:
    answers: Any = fake.participants.create
    answers.in_turn(TimedOut, make_participant())
    with pytest.raises(TimedOut):
        client.send(REQUEST)
    assert client.send(REQUEST) == make_participant()
    for give in (answers.returns, answers.in_turn):
        with pytest.raises(TypeError, match="Participant is a class: give an object"):
            give(Participant)


def test_a_factory_is_no_answer_but_what_it_makes(fake: FakeTransport) -> None:
    answers: Any = fake.participants.create
    for give in (answers.returns, answers.in_turn, answers.raises):
        with pytest.raises(
            TypeError, match=r"function is no answer: write \(\) behind"
        ):
            give(make_participant)


def test_a_status_is_a_number(fake: FakeTransport) -> None:
    answers: Any = fake.participants.create
    for wrong in ("404", TwilioError(), NotFound):
        with pytest.raises(TypeError, match=r"a status must be an integer") as raised:
            answers.fails(wrong)
        assert str(raised.value).startswith("fake.participants.create: ")
        assert str(raised.value).endswith("write .fails(404, …)")


def test_only_errors_are_raised_that_can_be(fake: FakeTransport) -> None:
    answers: Any = fake.participants.create
    for kind, status in ((NotFound, 404), (RateLimited, 429), (ServerError, 500)):
        for give in (answers.raises, answers.returns, answers.in_turn):
            with pytest.raises(TypeError, match=rf"write \.fails\({status}, …\)"):
                give(kind)
    for wrong in ("late", None, TwilioError()):
        with pytest.raises(TypeError, match=r"is no error: raise one such as TimedOut"):
            answers.raises(wrong)


def test_retries_are_as_in_production(fake: FakeTransport) -> None:
    from twilio_participants import ConnectFailed, Retries

    fake.participants.create.in_turn(ConnectFailed("no route"), make_participant())
    client = Client(
        auth=AUTH,
        account_sid=ACCOUNT,
        transport=fake,
        retries=Retries(times=1, first=0.0),
    )
    assert client.send(REQUEST) == make_participant()
    assert fake.calls == [REQUEST, REQUEST]


def test_what_comes_raw_goes_as_it_is(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.returns(HttpResponse(status=201, headers={}, body=b"<"))
    with pytest.raises(InvalidResponse):
        client.send(REQUEST)


def test_nothing_else_can_be_answered(fake: FakeTransport, client: Client) -> None:
    fake.participants.create.returns("text")  # type: ignore[arg-type]  # on purpose
    with pytest.raises(
        TypeError, match="no answer of CreateParticipant is read as str"
    ) as told:
        client.send(REQUEST)
    assert str(told.value).endswith(
        ": write fake.participants.create.returns(…) with Participant in it"
    )


def test_what_has_no_body_is_answered_by_none() -> None:
    package = make("""\
        paths:
          /:
            get:
              operationId: ping
              tags: [Health]
              responses: {"204": {description: Fine.}}
        """)
    fake = package.module("testing").FakeTransport()
    fake.health.ping.returns(b"")
    why = r"bytes: write fake\.health\.ping\.returns\(None\)$"
    with pytest.raises(TypeError, match=why):
        package.client(transport=fake).send(package.Ping())


def test_the_async_client_has_the_same() -> None:
    async def call(fake: AsyncFakeTransport) -> Participant:
        async with AsyncClient(auth=AUTH, transport=fake) as client:
            return await client.send(REQUEST)

    fake = AsyncFakeTransport()
    fake.participants.create.returns(make_participant())
    assert asyncio.run(call(fake)) == make_participant()
    assert fake.calls == [REQUEST]


def test_there_are_no_other_names(fake: FakeTransport) -> None:
    for thing, name in (
        (fake, "participant"),
        (fake.participants, "delete"),
        (testing, "make_nothing"),
        (testing.strategies, "nothing"),
    ):
        with pytest.raises(AttributeError, match=name):
            getattr(thing, name)


# --- streams --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pets() -> Package:
    return make(API)


Take = Callable[..., list[Any]]


@pytest.fixture(params=["sync", "async"])
def take(request: pytest.FixtureRequest, pets: Package) -> Take:
    """What a stream gives, by a client of either kind, after `say` has told its fake.

    `how` makes an iterator of the stream. An error ends what is given.
    """

    def run(wanted: Any, say: Callable[[Any], object], how: Any = iter) -> list[Any]:
        testing, found = pets.module("testing"), list[Any]()
        fake = testing.FakeTransport()
        if request.param == "async":
            fake = testing.AsyncFakeTransport()
        say(fake)

        async def call() -> None:
            client = pets.AsyncClient(base_url=URL, transport=fake)
            async with client, client.stream(wanted) as stream:
                async for one in stream if how is iter else how(stream):
                    found.append(one)

        try:
            if request.param == "async":
                asyncio.run(call())
                return found
            client = pets.Client(base_url=URL, transport=fake)
            with client, client.stream(wanted) as stream:
                for one in how(stream):
                    found.append(one)
        except pets.ClientError as error:
            found.append(error)
        return found

    return run


URL = "https://api.example.com"


def event(pets: Package, name: str) -> Any:
    return pets.ServerSentEvent(data=pets.Pet(name=name), event="born", id=name)


def test_events_come_one_after_another(pets: Package, take: Take) -> None:
    events = [event(pets, "Rex"), event(pets, "Jo")]
    found = take(pets.WatchPets(), lambda fake: fake.pets.watch.streams(events))
    assert found == events
    found = take(pets.WatchPets(), lambda fake: fake.pets.watch.returns(events))
    assert found == events


def test_lines_come_one_after_another(pets: Package, take: Take) -> None:
    lines = [pets.Pet(name="Rex"), pets.Pet(name="two\nlines")]
    found = take(pets.ListPets(), lambda fake: fake.pets.list.streams(lines))
    assert found == lines


def test_what_comes_whole_or_not_is_streamed(pets: Package, take: Take) -> None:
    events = [event(pets, "Rex")]
    found = take(pets.Chat(), lambda fake: fake.pets.chat.streams(events))
    assert found == events
    # What `send` would get comes as what it is, as of a server that does not stream.
    whole = [pets.Pet(name="Rex")]
    (error,) = take(pets.Chat(), lambda fake: fake.pets.chat.returns(whole))
    assert "its media type is application/json" in str(error)


def test_a_stream_breaks_where_the_test_says(pets: Package, take: Take) -> None:
    lines = [pets.Pet(name="Rex"), pets.ConnectionLost("broke"), pets.Pet()]
    found = take(pets.ListPets(), lambda fake: fake.pets.list.streams(lines))
    assert found == lines[:2]


def test_bytes_go_as_they_are(pets: Package, take: Take) -> None:
    pieces = [b'{"name": ', b'"Rex"}\n', pets.Pet(name="Jo"), b"{]\n"]
    *found, error = take(pets.ListPets(), lambda fake: fake.pets.list.streams(pieces))
    assert found == [pets.Pet(name="Rex"), pets.Pet(name="Jo")]
    assert "item 3: it is not JSON" in str(error)


def test_a_download_comes_in_pieces(pets: Package, take: Take) -> None:
    pieces = [b"ab", b"cd", pets.ConnectionLost("broke")]
    steps: list[tuple[Any, list[Any]]] = [
        (lambda fake: fake.files.get.streams(pieces), pieces),
        (lambda fake: fake.files.get.returns(b"abcd"), [b"abcd"]),
    ]
    for say, came in steps:
        assert take(pets.GetFile(), say, lambda stream: stream.iter_bytes()) == came


def test_a_stream_is_made_as_it_is_taken(pets: Package) -> None:
    made: list[str] = []

    def lines() -> Iterator[Any]:
        for name in ("Rex", "Jo", "Al"):
            made.append(name)
            yield pets.Pet(name=name)

    fake = pets.module("testing").FakeTransport()
    fake.pets.list.streams(lines())
    client = pets.Client(transport=fake)
    with client.pets.list() as stream:
        assert next(stream) == pets.Pet(name="Rex")
    assert made == ["Rex"]


def test_a_client_that_is_awaited_takes_what_is_awaited(pets: Package) -> None:
    async def lines() -> AsyncIterator[Any]:
        yield pets.Pet(name="Rex")
        await asyncio.sleep(0)
        yield pets.Pet(name="Jo")

    async def call() -> list[Any]:
        fake = pets.module("testing").AsyncFakeTransport()
        fake.pets.list.streams(lines())
        async with pets.AsyncClient(transport=fake) as client:
            found: list[Any] = await client.send(pets.ListPets())
            return found

    assert asyncio.run(call()) == [pets.Pet(name="Rex"), pets.Pet(name="Jo")]


def test_streams_in_turn(pets: Package) -> None:
    fake = pets.module("testing").FakeTransport()
    client = pets.Client(transport=fake)
    first, second = event(pets, "Rex"), event(pets, "Jo")
    fake.pets.watch.streams([first, pets.ConnectionLost("broke")], [second])
    with client.pets.watch() as stream:
        assert next(stream) == first
        with pytest.raises(pets.ConnectionLost, match="broke"):
            next(stream)
    with client.pets.watch() as stream:
        assert [*stream] == [second]
    with pytest.raises(AssertionError, match="more often than it has answers"):
        client.send(pets.WatchPets())
    fake.pets.watch.streams([second])
    assert client.send(pets.WatchPets()) == client.send(pets.WatchPets()) == [second]


def test_no_other_items_are_streamed(pets: Package) -> None:
    fake = pets.module("testing").FakeTransport()
    fake.pets.watch.streams([pets.Pet(name="Rex")])
    with pytest.raises(TypeError, match="no item of WatchPets is read as Pet"):
        pets.Client(transport=fake).send(pets.WatchPets())


# --- models ---------------------------------------------------------------------------

SHOP = """\
paths:
  /calls:
    get:
      operationId: listCalls
      tags: [calls]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Call"}}
components:
  schemas:
    Call:
      type: object
      required: [id, kind, by, at, tags, note]
      properties:
        id: {type: string, format: uuid}
        kind: {type: string, enum: [short, long]}
        by: {$ref: "#/components/schemas/Person"}
        at: {type: string, format: date-time}
        tags: {type: array, items: {type: string}}
        note: {type: [string, "null"]}
        of: {$ref: "#/components/schemas/Call"}
        to: {$ref: "#/components/schemas/Person"}
        cost: {type: number}
        names: {type: object, additionalProperties: {type: integer}}
    Person:
      type: object
      required: [name]
      properties: {name: {type: string}, friend: {$ref: "#/components/schemas/Person"}}
"""


@pytest.fixture(scope="module")
def shop() -> Package:
    return make(SHOP)


def test_a_model_has_what_is_required_and_what_is_plain(shop: Package) -> None:
    call = shop.module("testing").make_call()
    assert call.kind == "short"
    assert call.by == shop.Person(name="name")
    assert call.tags == ["tags"]
    assert (call.of, call.to) == (None, None)
    assert (call.cost, call.names) == (1.5, {})
    assert call == shop.module("testing").make_call()


def test_a_field_is_overridden(shop: Package) -> None:
    testing = shop.module("testing")
    call = testing.make_call(note=None, to=testing.make_person(name="Jo"))
    assert (call.note, call.to) == (None, shop.Person(name="Jo"))
    with pytest.raises(TypeError):
        testing.make_call(colour="red")


def test_an_error_that_is_not_described_is_a_response(shop: Package) -> None:
    testing = shop.module("testing")
    fake = testing.FakeTransport()
    with pytest.raises(TypeError, match="no Person is described as its error 404; "):
        fake.calls_.list.fails(404, testing.make_person())
    gone = shop.HttpResponse(status=404, headers={}, body=b"gone")
    fake.calls_.list.returns(gone)
    with pytest.raises(shop.NotFound):
        shop.client(transport=fake).calls.list()


def test_models_are_as_described(shop: Package) -> None:
    testing = shop.module("testing")
    fake = testing.FakeTransport()
    client: Any = shop.Client(transport=fake, validate_responses="strict")
    answer = [testing.make_call(), testing.make_call(kind="long")]
    # The resource has the name of what the transport keeps.
    fake.calls_.list.returns(answer)
    assert client.calls.list() == answer
    assert fake.calls == [shop.ListCalls()]


SAMPLED = r"""
paths:
  /things:
    get:
      operationId: getThing
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
components:
  schemas:
    Sid: {type: string, pattern: "^TH[0-9a-f]{8}$"}
    Thing:
      type: object
      required: [part]
      example: {name: Widget, size: huge, code: "12", weight: 12.5}
      properties:
        name: {type: string}
        size: {type: integer, default: 7}
        code: {type: string, example: a-1}
        weight: {type: number, maximum: 10}
        sid: {$ref: "#/components/schemas/Sid"}
        other: {$ref: "#/components/schemas/Sid", example: "TH12345678"}
        made: {type: string, format: date-time, example: "2024-05-01T10:15:00+02:00"}
        late: {type: string, format: date-time, example: never}
        tried: {type: string, examples: [1, 'a"b\\c', b]}
        state: {type: string, enum: [off, "on"], default: "on"}
        word: {type: string, minLength: 10, maxLength: 12}
        tiny: {type: string, maxLength: 2}
        slug: {type: string, pattern: "^[a-z]+(-[a-z]+)*$", minLength: 6}
        odd: {type: string, pattern: "^(?!a)a$"}
        mail: {type: string, format: email}
        even: {type: integer, multipleOf: 2, exclusiveMinimum: 10}
        share: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}
        tags: {type: array, minItems: 2, items: {$ref: "#/components/schemas/Sid"}}
        left: {type: [string, "null"], example: null, pattern: "^[xy]$"}
        part: {$ref: "#/components/schemas/Piece"}
        spare: {$ref: "#/components/schemas/Piece"}
        both: {allOf: [{type: integer, minimum: 5}, {maximum: 6}]}
        secret: {type: string, format: password, writeOnly: true, example: s3cret}
        id: {type: string, format: uuid}
    Piece:
      type: object
      properties: {id: {type: integer, example: 12}, at: {type: string, format: date}}
"""


def test_a_model_has_what_the_description_has() -> None:
    made = make(SAMPLED)
    thing = made.module("testing").make_thing()
    assert (thing.name, thing.size, thing.code) == ("Widget", 7, "a-1")
    assert thing.made == datetime(2024, 5, 1, 8, 15, tzinfo=UTC)
    assert thing.other == "TH12345678"
    assert thing.tried == 'a"b\\\\c'
    assert (thing.state, thing.mail) == ("on", "jo@example.com")
    assert thing.part.id == 12
    # What is not valid, is not taken.
    assert thing.weight == 1.5
    assert thing.late == datetime(2026, 1, 31, 12, tzinfo=UTC)
    assert thing.id == UUID("123e4567-e89b-12d3-a456-426614174000")
    # Where nothing is said, the rules are kept to.
    assert thing.sid == "TH00000000"
    assert thing.tags == ["TH00000000", "TH00000000"]
    assert (thing.word, thing.tiny) == ("word word_", "ti")
    assert re.fullmatch("[a-z]+(-[a-z]+)*", thing.slug)
    assert len(thing.slug) >= 6
    assert (thing.even, thing.both, thing.left) == (12, 5, "x")
    assert 0 < thing.share < 1
    # Nor is there anything that is not asked for, or that cannot be.
    assert (thing.spare, thing.odd) == (None, "odd")
    testing = made.module("testing")
    assert testing.make_thing(name="Rex", part=None).name == "Rex"
    assert testing.make_thing() == testing.make_thing()
    assert testing.make_piece(id=3).id == 3


def test_a_package_without_tests_has_none_of_it() -> None:
    made = make(SAMPLED, testing=False)
    assert "TH12345678" not in "".join(
        one.read_text("utf-8") for one in made.folder.rglob("*.py")
    )


# --- what is loaded, and when ---------------------------------------------------------

LOADED = """
import sys
import twilio_participants
from twilio_participants import BasicAuth, Client
class Own: send = print
Client(auth=BasicAuth("AC", "t"), transport=Own)
assert not [name for name in sys.modules if "testing" in name and "twilio" in name]
from twilio_participants import testing
assert not [name for name in sys.modules if name.startswith("hypothesis")]
assert "twilio_participants.models.participant" not in sys.modules
sys.modules["hypothesis"] = None
try:
    testing.strategies.create_participant()
except ModuleNotFoundError as error:
    print(error)
"""


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    root = Path(__file__).resolve().parent.parent.parent / "generated"
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=root, capture_output=True, encoding="utf-8"
    )
    assert done.stderr == ""
    assert done.stdout == "strategies draw by Hypothesis: pip install hypothesis\n"
