"""Whoever is told that a request begins is told how it ends, once, whatever happens."""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import Callable
from typing import Any

import pytest

from .constructs import Package, make
from .samples import TOKEN
from .server import Reply, Server, Step, answer, json_answer
from .test_secrets import assert_silent

PETS = """
security: [{key: []}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: A pet
          content:
            application/json:
              schema: {type: object, properties: {name: {type: string}}}
  /photo:
    get:
      operationId: getPhoto
      responses: {"200": {description: A photo, content: {image/png: {}}}}
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""
GOOD = json_answer(200, {"name": "Rex"})
HOOKS = ("on_request", "on_response", "on_retry")


class Calls:
    """Calls by a client of either kind, over either transport, that tell all."""

    def __init__(self, transport: str, how: str) -> None:
        self.pets: Package = make(PETS, transport=transport)
        self.awaits = how == "async"
        self.told: list[Any] = []

    def settings(self, at: Server, options: dict[str, Any]) -> dict[str, Any]:
        key = self.pets.ApiKey(TOKEN)
        hooks = dict.fromkeys(HOOKS, self.told.append)
        return {"base_url": at.url, "retries": 0, "auth": key} | hooks | options

    def __call__(
        self, at: Server, *, within: float | None = None, **options: Any
    ) -> Any:
        given, get = self.settings(at, options), self.pets.GetPet(id="7")
        if not self.awaits:
            with self.pets.Client(**given) as client:
                return client.send(get)

        async def run() -> Any:
            async with self.pets.AsyncClient(**given) as client:
                async with asyncio.timeout(within):
                    return await client.send(get)

        return asyncio.run(run())

    @property
    def outcomes(self) -> list[Any]:
        """What came of each request; each has one beginning, and then one end."""
        ends = [one for one in self.told if type(one).__name__ != "Repeated"]
        pairs = list(zip(ends[::2], ends[1::2], strict=True))
        for sent, answered in pairs:
            names = type(sent).__name__, type(answered).__name__
            assert names == ("Sent", "Answered")
            assert sent.attempt == answered.attempt
            assert sent.context is answered.context
        return [answered.outcome for _, answered in pairs]


@pytest.fixture(
    params=[(t, h) for t in ("httpx2", "stdlib") for h in ("sync", "async")],
    ids="-".join,
)
def calls(request: pytest.FixtureRequest) -> Calls:
    return Calls(*request.param)


def raises(error: BaseException) -> Callable[[Any], Any]:
    def fail(_: Any) -> Any:
        raise error

    return fail


GOOD_REPLY = [GOOD]
LARGE = [answer(200, b"x" * 5000)]
WAYS: dict[str, tuple[Reply, dict[str, Any]]] = {
    "ConnectionLost": ([Step.RESET], {}),
    "InvalidResponse, unknown coding": (
        [answer(200, b"x", **{"Content-Encoding": "br"})],
        {},
    ),
    "InvalidResponse, no gzip": (
        [answer(200, b"x", **{"Content-Encoding": "gzip"})],
        {},
    ),
    "InvalidResponse, cut gzip": (
        [answer(200, gzip.compress(b"x" * 99)[:-9], **{"Content-Encoding": "gzip"})],
        {},
    ),
    "TypeError, on_request": ([GOOD], {"on_request": lambda _: ["no"]}),
    "TypeError, signer": ([GOOD], {"signer": lambda _: None}),
    "ClientError, signer": (
        [GOOD],
        {"signer": lambda sent: sent._replace(headers={"X": "\n"})},
    ),
    "ZeroDivisionError": ([GOOD], {"signer": raises(ZeroDivisionError(TOKEN))}),
    "KeyboardInterrupt": ([GOOD], {"signer": raises(KeyboardInterrupt())}),
}


def outcome_of(calls: Calls, server: Server, **options: Any) -> BaseException:
    """What is raised, and was told before."""
    begun = options.pop("on_request", lambda _: None)

    def begin(sent: Any) -> Any:
        calls.told.append(sent)
        return begun(sent)

    with pytest.raises(BaseException) as raised:  # noqa: PT011  # they differ
        calls(server, on_request=begin, **options)
    (outcome,) = calls.outcomes
    assert outcome is raised.value
    error: BaseException = raised.value
    return error


@pytest.mark.parametrize("way", WAYS)
def test_no_beginning_is_without_an_end(
    calls: Calls, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    reply, options = WAYS[way]
    with caplog.at_level(logging.DEBUG), Server(reply) as server:
        error = outcome_of(calls, server, **options)
    assert type(error).__name__ == way.partition(",")[0]
    assert TOKEN not in caplog.text
    if way != "ZeroDivisionError":  # which tells it itself
        assert_silent(error)


def test_what_is_too_large_is_told(calls: Calls) -> None:
    with Server(LARGE) as server:
        limits = calls.pets.Limits(received=100)
        error = outcome_of(calls, server, limits=limits)
    assert "more than the 100 bytes" in str(error)
    assert_silent(error)


def test_what_a_transport_raises_is_told(calls: Calls) -> None:
    class Own:
        def send(self, request: Any, timeout: Any) -> Any:
            raise OSError("no such thing")

    with Server(GOOD_REPLY) as server:
        error = outcome_of(calls, server, transport=Own())
    assert str(error) == "no such thing"


@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
def test_who_is_cancelled_is_told(transport: str) -> None:
    calls = Calls(transport, "async")
    with Server([Step.STALL]) as server, pytest.raises(TimeoutError) as raised:
        calls(server, within=0.2)
    (outcome,) = calls.outcomes
    assert isinstance(outcome, asyncio.CancelledError)
    assert raised.value.__cause__ is outcome
    assert_silent(outcome)


@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
def test_who_is_cancelled_before_the_next_attempt_was_told(transport: str) -> None:
    calls = Calls(transport, "async")

    def cancel(repeated: Any) -> None:
        calls.told.append(repeated)
        task = asyncio.current_task()
        assert task is not None
        task.cancel()

    later = answer(503, b"{}", **{"Retry-After": "9"})
    with Server([later]) as server, pytest.raises(asyncio.CancelledError):
        calls(server, retries=1, on_retry=cancel)
    (outcome,) = calls.outcomes
    assert outcome.status == 503
    assert [type(one).__name__ for one in calls.told[2:]] == ["Repeated"]


def test_each_attempt_has_its_end(calls: Calls) -> None:
    with Server([answer(503, b"{}", **{"Retry-After": "0"})], GOOD_REPLY) as server:
        assert calls(server, retries=2).name == "Rex"
    assert [one.status for one in calls.outcomes] == [503, 200]


def test_what_the_end_raises_is_raised_and_told_to_nobody_again(calls: Calls) -> None:
    ends: list[Any] = []

    def fail(answered: Any) -> None:
        ends.append(answered)
        raise LookupError

    for reply in (GOOD_REPLY, [Step.RESET]):
        with Server(reply) as server, pytest.raises(LookupError):
            calls(server, on_response=fail)
    assert len(ends) == 2


def test_a_stream_ends_for_them_with_its_headers(calls: Calls) -> None:
    with Server([answer(200, b"abc")]) as server:
        given, get = calls.settings(server, {}), calls.pets.GetPet(id="7")

        async def run() -> None:
            client = calls.pets.AsyncClient(**given)
            async with client, client.stream(get):
                assert len(calls.outcomes) == 1

        if calls.awaits:
            asyncio.run(run())
        else:
            with calls.pets.Client(**given) as client, client.stream(get):
                assert len(calls.outcomes) == 1
    assert len(calls.outcomes) == 1


# --- what is logged -------------------------------------------------------------------

NOTES = """
paths:
  /notes:
    post:
      operationId: createNote
      tags: [Notes]
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Note"}}
      responses: {"204": {description: Done}}
  /files:
    post:
      operationId: createFile
      tags: [Notes]
      requestBody: {content: {application/octet-stream: {}}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Note:
      type: object
      additionalProperties: true
      properties:
        words: {type: string}
        scan: {type: string, format: byte}
        key: {type: string, format: password}
        tags: {type: array, items: {type: string}}
        named: {type: object, additionalProperties: {type: string}}
        notes: {type: array, items: {$ref: "#/components/schemas/Note"}}
"""


class Done:
    """A transport that answers nothing but that it is done."""

    def __init__(self, api: Package) -> None:
        self._answer = api.response(204)

    def send(self, request: Any, timeout: Any) -> Any:
        return self._answer


class AsyncDone(Done):
    async def send(self, request: Any, timeout: Any) -> Any:
        return self._answer


@pytest.mark.parametrize("how", ["sync", "async"])
def test_what_is_long_is_logged_in_short(
    how: str, caplog: pytest.LogCaptureFixture
) -> None:
    api = make(NOTES)
    large, long = b"\xff" * 1_000_000, "word " * 1_000_000
    inner = api.Note(words=long, key=TOKEN, extra={"more": long, "key": TOKEN})
    note: Any = inner
    for _ in range(20):
        note = api.Note(notes=[note])
    requests = [
        api.CreateFile(body=large),
        api.CreateFile(body=bytearray(large)),
        api.CreateFile(body=long),
        api.CreateNote(words=long, scan=large, key=TOKEN, notes=[inner] * 9),
        api.CreateNote(
            tags=["a"] * 1000, named=dict.fromkeys(map(str, range(999)), "")
        ),
        api.CreateNote(notes=[note]),
    ]

    async def run() -> None:
        async with api.AsyncClient(transport=AsyncDone(api)) as client:
            for one in requests:
                await client.send(one)

    with caplog.at_level(logging.DEBUG):
        if how == "async":
            asyncio.run(run())
        else:
            with api.Client(transport=Done(api)) as client:
                for one in requests:
                    client.send(one)
    said = [one.getMessage() for one in caplog.records if "attempt" in one.message]
    start = "POST https://api.example.com: "
    assert said[:2] == [f"{start}CreateFile(body=<1000000 bytes>), attempt 1"] * 2
    assert max(map(len, said)) < 2000
    assert "scan=<1000000 bytes>, key=***, notes=[Note(words='word wor" in said[3]
    assert "key=***, extra={'key': ***, 'more': 'word" in said[3]
    assert "tags=['a', 'a', 'a', 'a', 'a', 'a', ...], named={'0': ''" in said[4]
    assert TOKEN not in caplog.text
