"""Responses that are taken as they come in, by both clients."""

from __future__ import annotations

import asyncio
import gc
import gzip
import inspect
import socket
import threading
import tracemalloc
import warnings
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from io import BytesIO
from pathlib import Path
from typing import Any

import anyio
import pytest
from fragmint.support.streaming import _saved

from .constructs import Package, make
from .server import Reply, Server, Step, answer

API = """
openapi: 3.2.0
info: {title: Pets, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /events:
    get:
      operationId: watchPets
      tags: [Pets]
      parameters: [{name: kind, in: query, schema: {type: string, maxLength: 5}}]
      responses:
        "200":
          description: What happens
          content:
            text/event-stream:
              itemSchema:
                type: object
                properties:
                  event: {type: string}
                  data:
                    contentMediaType: application/json
                    contentSchema: {$ref: "#/components/schemas/Pet"}
        default:
          description: An error
          content:
            application/json:
              schema: {type: object, properties: {message: {type: string}}}
  /lines:
    get:
      operationId: listPets
      tags: [Pets]
      responses:
        "200":
          description: All
          content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Pet"}}}
  /file:
    get:
      operationId: getFile
      tags: [Files]
      responses:
        "200": {description: A file, content: {application/octet-stream: {}}}
  /chat:
    post:
      operationId: chat
      tags: [Pets]
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {stream: {type: boolean}}}
      responses:
        "200":
          description: Said
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
            text/event-stream:
              schema: {$ref: "#/components/schemas/Pet"}
              x-fragmint-stream: {done: "[DONE]"}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
EVENTS = "text/event-stream"
LINES = "application/jsonl"


@pytest.fixture(scope="module", params=["httpx2", "stdlib"])
def pets(request: pytest.FixtureRequest) -> Package:
    return make(API, transport=request.param)


def chunked(kind: str = EVENTS, status: int = 200, **headers: str) -> bytes:
    """The head of a response whose end is not known."""
    lines = [f"HTTP/1.1 {status} Status", f"Content-Type: {kind}"]
    lines += ["Transfer-Encoding: chunked"]
    lines += [f"{name.replace('_', '-')}: {one}" for name, one in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def pet(name: str) -> bytes:
    return chunk(b'data: {"name": "%b"}\n\n' % name.encode())


END = b"0\r\n\r\n"


Run = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def take(request: pytest.FixtureRequest, pets: Package) -> Run:
    """What `use` gets out of a stream, by a client that is made for it, and closed.

    `use` is written once, for an async stream; a sync one is dressed up as one.
    """

    def run(at: Any, wanted: Any, use: Callable[[Any], Any], **options: Any) -> Any:
        def begin(client: Any) -> Any:
            if isinstance(wanted, pets.Request):
                return client.stream(wanted)
            return wanted(client)

        if request.param == "async":

            async def call() -> Any:
                client = pets.AsyncClient(base_url=at.url, **options)
                async with client, begin(client) as opened:
                    return await use(opened)

            return asyncio.run(call())

        async def call_it() -> Any:
            client = pets.Client(base_url=at.url, **options)
            with client, begin(client) as opened:
                return await use(Awaited(opened))

        # Nothing in it waits but for the stream, which blocks.
        try:
            call_it().send(None)
        except StopIteration as stop:
            return stop.value
        raise AssertionError("it waits")

    return run


class Awaited:
    """A stream that blocks, in the clothes of one that is awaited."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.status, self.headers = stream.status, stream.headers

    async def __aiter__(self) -> AsyncIterator[Any]:
        for one in self._stream:
            yield one

    def __getattr__(self, name: str) -> Any:
        inner = getattr(self._stream, "close" if name == "aclose" else name)

        def iterated() -> AsyncIterator[Any]:
            async def each() -> AsyncIterator[Any]:
                for one in inner():
                    yield one

            return each()

        async def awaited(*given: Any) -> Any:
            return inner(*given)

        return iterated if name.startswith(("iter_", "events", "json_")) else awaited


async def names(stream: Any) -> list[str]:
    return [one.data.name async for one in stream]


async def everything(stream: Any) -> list[Any]:
    return [one async for one in stream]


class Kept(list[str]):
    """The names that came, also where the rest does not."""

    async def __call__(self, stream: Any) -> None:
        async for one in stream:
            self.append(one.data.name)


# --- events ---------------------------------------------------------------------------


def test_events(take: Run, pets: Package) -> None:
    reply = [
        chunked(),
        chunk(b'event: born\nid: 1\ndata: {"name":'),
        chunk(b' "Rex"}\n'),
    ]

    async def use(stream: Any) -> Any:
        assert (stream.status, stream.headers["content-type"]) == (200, EVENTS)
        return [one async for one in stream]

    with Server([*reply, chunk(b"\n: alive\n\ndata: {}\n\n"), END]) as server:
        found = take(server, pets.WatchPets(kind="dog"), use)
    assert found == [
        pets.ServerSentEvent(event="born", id="1", data=pets.Pet(name="Rex")),
        pets.ServerSentEvent(id="1", data=pets.Pet()),
    ]
    assert server.request.target == b"/events?kind=dog"
    assert server.request.headers[b"accept"] == b"text/event-stream"


def test_the_method_gives_the_stream(take: Run, pets: Package) -> None:
    with Server([chunked(), pet("Rex"), pet("Tom"), END]) as server:
        found = take(server, lambda client: client.pets.watch(kind="cat"), names)
    assert found == ["Rex", "Tom"]


def test_events_are_there_when_they_are_sent(take: Run, pets: Package) -> None:
    more, end = threading.Event(), threading.Event()

    async def use(stream: Any) -> Any:
        found = []
        async for one in stream:
            found.append(one.data.name)
            (more if len(found) == 1 else end).set()
        return found

    with Server([chunked(), pet("Rex"), more, pet("Tom"), end, END]) as server:
        assert take(server, pets.WatchPets(), use) == ["Rex", "Tom"]


def test_events_of_a_known_length_are_there_when_they_are_sent(
    take: Run, pets: Package
) -> None:
    more, end = threading.Event(), threading.Event()
    first, second = b'data: {"name": "Rex"}\n\n', b'data: {"name": "Tom"}\n\n'
    body = first + second

    async def use(stream: Any) -> Any:
        found = []
        async for one in stream:
            found.append(one.data.name)
            (more if len(found) == 1 else end).set()
        return found

    head = answer(200, body, kind=EVENTS).removesuffix(body)
    with Server([head, first, more, second, end]) as server:
        assert take(server, pets.WatchPets(), use, timeout=5) == ["Rex", "Tom"]


def test_compressed_events_are_there_when_they_are_sent(
    take: Run, pets: Package
) -> None:
    more = threading.Event()
    packer = zlib.compressobj(wbits=31)
    first = packer.compress(b'data: {"name": "Rex"}\n\n')
    first += packer.flush(zlib.Z_SYNC_FLUSH)
    second = packer.compress(b'data: {"name": "Tom"}\n\n') + packer.flush()

    async def use(stream: Any) -> Any:
        found = []
        async for one in stream:
            found.append(one.data.name)
            more.set()
        return found

    head = chunked(Content_Encoding="gzip")
    with Server([head, chunk(first), more, chunk(second), END]) as server:
        assert take(server, pets.WatchPets(), use) == ["Rex", "Tom"]


def test_half_an_event_at_the_end_is_none(take: Run, pets: Package) -> None:
    with Server([chunked(), pet("Rex"), chunk(b'data: {"name": "T'), END]) as server:
        assert take(server, pets.WatchPets(), names) == ["Rex"]


def test_invalid_utf_8_in_events(take: Run, pets: Package) -> None:
    with Server([chunked(), chunk(b'data: {"name": "\xff"}\n\n'), END]) as server:
        assert take(server, pets.WatchPets(), names) == ["\ufffd"]


def test_an_event_that_cannot_be_read(take: Run, pets: Package) -> None:
    use = Kept()
    reply: Reply = [chunked(), pet("Rex"), chunk(b"data: 7\n\n"), pet("Tom"), Step.LEFT]
    with Server(reply) as server:
        with pytest.raises(pets.InvalidResponse) as caught:
            take(server, pets.WatchPets(), use)
        assert server.left.wait(10)
    assert str(caught.value) == (
        "WatchPets: the answer 200 cannot be read: item 2: it is not an object"
    )
    assert caught.value.response.body == b"7"
    assert use == ["Rex"]


def test_the_size_of_an_event(take: Run, pets: Package) -> None:
    limits = pets.Limits(item=100)
    with Server([chunked(), *[pet("Rex")] * 50, END]) as server:
        assert len(take(server, pets.WatchPets(), names, limits=limits)) == 50
    # Lines without an empty one are one event.
    endless: Reply = [
        chunked(),
        *[chunk(b"data: " + b"x" * 20 + b"\n")] * 50,
        Step.STALL,
    ]
    with (
        Server(endless) as server,
        pytest.raises(pets.InvalidResponse, match="item 1: it has more than the 100"),
    ):
        take(server, pets.WatchPets(), names, limits=limits)


def test_the_connection_breaks(take: Run, pets: Package) -> None:
    use = Kept()
    with (
        Server([chunked(), pet("Rex"), Step.CLOSE]) as server,
        pytest.raises(pets.ConnectionLost),
    ):
        take(server, pets.WatchPets(), use)
    assert use == ["Rex"]


# --- how it ends ----------------------------------------------------------------------


def test_leaving_early_closes_the_connection(take: Run, pets: Package) -> None:
    async def use(stream: Any) -> Any:
        return (await anext(aiter(stream))).data.name

    with Server([chunked(), pet("Rex"), Step.LEFT]) as server:
        assert take(server, pets.WatchPets(), use) == "Rex"
        assert server.left.wait(10)


def test_what_is_read_to_its_end_leaves_the_connection(pets: Package) -> None:
    reply: Reply = [chunked(), pet("Rex"), END]
    with Server(reply) as server, pets.Client(base_url=server.url) as client:
        for _ in range(3):
            with client.pets.watch() as stream:
                assert [one.data.name for one in stream] == ["Rex"]
    assert server.connections == 1


def test_to_iterate_again_goes_on(take: Run, pets: Package) -> None:
    async def use(stream: Any) -> Any:
        first = ""
        async for one in stream:
            first = one.data.name
            break
        return [first, await names(stream), await names(stream)]

    reply: Reply = [chunked(), pet("Rex"), pet("Tom"), pet("Kit"), END]
    with Server(reply) as server:
        found = take(server, pets.WatchPets(), use)
    assert found == ["Rex", ["Tom", "Kit"], []]


WAYS: list[tuple[str, Callable[[Any], Any]]] = [
    ("items", lambda stream: stream),
    ("iter_bytes", lambda stream: stream.iter_bytes()),
    ("iter_lines", lambda stream: stream.iter_lines()),
    ("events", lambda stream: stream.events()),
    ("write_to", lambda stream: stream.write_to(BytesIO())),
]


@pytest.mark.parametrize("way", [way for _, way in WAYS], ids=dict(WAYS))
def test_without_with(pets: Package, way: Callable[[Any], Any]) -> None:
    said = r"WatchPets is not sent yet: use a `with` statement, such as `%s client"
    said += r"\.stream\(WatchPets\(…\)\) as stream:`$"
    with Server([chunked(), pet("Rex"), END]) as server:
        with pets.Client(base_url=server.url) as client:
            with pytest.raises(RuntimeError, match=said % "with"):
                list(way(client.pets.watch()))
            with client.pets.watch() as stream:
                assert next(stream).data.name == "Rex"
            with pytest.raises(RuntimeError, match="within the `with` statement"):
                list(way(stream))

        async def call() -> None:
            async with pets.AsyncClient(base_url=server.url) as client:
                with pytest.raises(RuntimeError, match=said % "async with"):
                    await waited(way(client.pets.watch()))
                async with client.pets.watch() as stream:
                    assert (await anext(stream)).data.name == "Rex"
                with pytest.raises(RuntimeError, match="within the `with` statement"):
                    await waited(way(stream))

        asyncio.run(call())
    assert len(server.requests) == 2


async def waited(what: Any) -> Any:
    return await what if inspect.iscoroutine(what) else await everything(what)


@pytest.mark.parametrize("how", ["iter_bytes", "iter_lines", "events"])
def test_a_stream_that_is_closed(take: Run, pets: Package, how: str) -> None:
    async def use(stream: Any) -> Any:
        await stream.aclose()
        await stream.aclose()
        return [one async for one in getattr(stream, how)()]

    with (
        Server([chunked(), pet("Rex"), END]) as server,
        pytest.raises(RuntimeError, match="within the `with` statement"),
    ):
        take(server, pets.WatchPets(), use)


def test_what_is_taken_is_not_taken_again_from_the_middle(
    take: Run, pets: Package
) -> None:
    async def use(stream: Any) -> Any:
        async for _ in stream.events():
            break
        return [one async for one in stream.events()]

    with (
        Server([chunked(), pet("Rex"), pet("Tom"), END]) as server,
        pytest.raises(RuntimeError, match="can be taken once"),
    ):
        take(server, pets.WatchPets(), use)


def test_cancelled(pets: Package) -> None:
    async def watch(at: Server) -> None:
        async with pets.AsyncClient(base_url=at.url) as client:
            started = asyncio.Event()

            async def use() -> None:
                async with client.pets.watch() as stream:
                    async for _ in stream:
                        started.set()

            task = asyncio.create_task(use())
            await asyncio.wait_for(started.wait(), 20)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(at.left.wait, 10)

    with Server([chunked(), pet("Rex"), Step.LEFT]) as server:
        asyncio.run(watch(server))


async def leave(taken: AsyncIterator[Any]) -> None:
    async for _ in taken:
        return


LEFT: dict[str, Callable[[Any], Any]] = {
    "items": leave,
    "iter_bytes": lambda stream: leave(stream.iter_bytes()),
    "iter_lines": lambda stream: leave(stream.iter_lines()),
    "events": lambda stream: leave(stream.events()),
}


@pytest.mark.parametrize("use", LEFT.values(), ids=LEFT)
@pytest.mark.parametrize("run", ["asyncio", "trio"])
def test_leaving_early_leaves_nothing_to_the_garbage_collection(
    run: str, use: Callable[[Any], Any]
) -> None:
    """Of which trio warns, which is an error here."""
    pets = make(API)

    async def call() -> None:
        async with pets.AsyncClient(base_url=server.url) as client:
            async with client.pets.watch() as stream:
                await use(stream)
            with anyio.move_on_after(0.2) as scope:
                async with client.pets.watch() as stream:
                    async for _ in stream:
                        await anyio.sleep_forever()
            assert scope.cancelled_caught
            with pytest.raises(pets.InvalidResponse, match="more than the 1 bytes"):
                await client.with_options(limits=pets.Limits(received=1)).send(
                    pets.WatchPets()
                )

    with Server([chunked(), pet("Rex"), pet("Tom"), Step.LEFT]) as server:
        anyio.run(call, backend=run)
    gc.collect()


def test_a_hook_that_fails_closes_the_connection(take: Run, pets: Package) -> None:
    def fail(answered: Any) -> None:
        raise LookupError

    with Server([chunked(), pet("Rex"), Step.LEFT]) as server:
        with pytest.raises(LookupError):
            take(server, pets.WatchPets(), names, on_response=fail)
        assert server.left.wait(10)


def test_nothing_is_sent_before_it_is_entered(pets: Package) -> None:
    with Server([chunked(), END]) as server, pets.Client(base_url=server.url) as client:
        stream = client.pets.watch()
        assert repr(stream) == "<Stream of WatchPets, not sent yet>"
        with pytest.raises(RuntimeError, match="not sent yet: use a `with`"):
            stream.status  # noqa: B018  # it is asked for
        assert not server.requests
        with stream:
            assert repr(stream) == "<Stream of WatchPets, 200>"


# --- errors, retries, time ------------------------------------------------------------


def test_errors(take: Run, pets: Package) -> None:
    reply = [
        chunked("application/json", 404),
        chunk(b'{"message":'),
        chunk(b'"no"}'),
        END,
    ]
    with Server(reply) as server, pytest.raises(pets.NotFound) as caught:
        take(server, pets.WatchPets(), names)
    assert (caught.value.message, caught.value.response.body) == (
        "no",
        b'{"message":"no"}',
    )


def test_it_is_sent_again_until_headers_come(take: Run, pets: Package) -> None:
    retries = pets.Retries(first=0)
    good = [chunked(), pet("Rex"), END]
    with Server([answer(503)], [answer(503)], good) as server:
        assert take(server, pets.WatchPets(), names, retries=retries) == ["Rex"]
    assert len(server.requests) == 3


def test_a_success_can_be_asked_for_again(take: Run, pets: Package) -> None:
    retries = pets.Retries(first=0, statuses=frozenset({202}))
    with Server([answer(202)], [chunked(), pet("Rex"), END]) as server:
        assert take(server, pets.WatchPets(), names, retries=retries) == ["Rex"]
    assert server.connections == 1


def test_the_total_timeout_ends_with_the_headers(take: Run, pets: Package) -> None:
    gone = threading.Event()
    timer = threading.Timer(0.6, gone.set)

    async def use(stream: Any) -> list[str]:
        timer.start()
        return await names(stream)

    timeout = pets.Timeout(read=20.0, total=0.4)
    with Server([chunked(), pet("Rex"), gone, pet("Tom"), END]) as server:
        found = take(server, pets.WatchPets(), use, timeout=timeout)
    assert found == ["Rex", "Tom"]


def test_the_wait_for_headers_is_bounded(take: Run, pets: Package) -> None:
    timeout = pets.Timeout(read=20.0, total=0.2)
    with Server([Step.STALL]) as server, pytest.raises(pets.TimedOut):
        take(server, pets.WatchPets(), names, timeout=timeout)


def test_the_wait_for_more_is_bounded(take: Run, pets: Package) -> None:
    use = Kept()
    timeout = pets.Timeout(read=0.3, total=20.0)
    with (
        Server([chunked(), pet("Rex"), Step.STALL]) as server,
        pytest.raises(pets.TimedOut),
    ):
        take(server, pets.WatchPets(), use, timeout=timeout)
    assert use == ["Rex"]


def test_the_body_of_an_error_is_bounded_by_the_total(take: Run, pets: Package) -> None:
    timeout = pets.Timeout(read=20.0, total=0.3)
    head = answer(404, b" " * 1000)[:-1000]
    with Server([head, Step.DRIP]) as server, pytest.raises(pets.TimedOut):
        take(server, pets.WatchPets(), names, timeout=timeout)


# --- JSON lines, and what else there is -----------------------------------------------


def test_items_are_held_to_their_description(take: Run, pets: Package) -> None:
    strict = {"validate_responses": "strict"}
    with Server([chunked(), pet("Rex"), chunk(b'data: {"name": 7}\n\n')]) as server:
        use = Kept()
        with pytest.raises(pets.InvalidResponse) as caught:
            take(server, pets.WatchPets(), use, **strict)
    assert use == ["Rex"]
    assert str(caught.value).startswith(
        "WatchPets: the answer 200 is not as described: item 2"
    )
    [mismatch] = caught.value.mismatches
    assert (mismatch.path, mismatch.rule, mismatch.value) == (("name",), "type", 7)
    with (
        Server([answer(200, b'{"name": "Rex"}\n{"name": 7}', LINES)]) as server,
        pytest.raises(pets.InvalidResponse, match="not as described: item 2"),
    ):
        take(server, pets.ListPets(), everything, **strict)
    with (
        Server([answer(200, b'{"name": "Rex"}\n{"name": 7}', LINES)]) as server,
        pets.Client(base_url=server.url, **strict) as client,
        pytest.raises(pets.InvalidResponse, match="not as described: item 2"),
    ):
        client.send(pets.ListPets())


def test_fields_that_cannot_be_read(take: Run, pets: Package) -> None:
    with Server([answer(200, b'{"name": 7}', LINES)]) as server:
        with pytest.warns(
            pets.UnreadableField, match="^ListPets: name is not a string"
        ):
            [found] = take(server, pets.ListPets(), everything)
        assert found.extra == {"name": 7}
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            [found] = take(
                server, pets.ListPets(), everything, validate_responses="off"
            )
    assert found.extra == {"name": 7}


@pytest.mark.parametrize(
    "kind", ["application/jsonl", "application/x-ndjson", "text/plain"]
)
def test_json_lines(take: Run, pets: Package, kind: str) -> None:
    body = b'{"name": "Rex"}\n\n{"name": "Tom"}'
    with Server([answer(200, body, kind)]) as server:
        found = take(server, pets.ListPets(), everything)
    assert found == [pets.Pet(name="Rex"), pets.Pet(name="Tom")]


def test_what_is_sent_as_a_whole_is_a_list(pets: Package) -> None:
    body = b'{"name": "Rex"}\n{"name": "Tom"}\n'
    found = pets.read("ListPets", body, kind="application/jsonl")
    assert found == [pets.Pet(name="Rex"), pets.Pet(name="Tom")]
    with pytest.raises(pets.InvalidResponse, match="item 2: it is not JSON"):
        pets.read("ListPets", b"{}\n{", kind="application/jsonl")


def test_a_stream_or_a_redirect() -> None:
    made = make("""
    paths:
      /pets:
        get:
          operationId: listPets
          responses:
            "302": {description: Elsewhere}
            default: {description: All, content: {application/jsonl: {}}}
    """)
    assert made.read("ListPets", b"1\n2", kind=LINES) == [1, 2]
    redirect = made.ListPets.read(made.response(302, location="/other"))
    assert redirect == made.Redirect(status=302, location="/other")


def test_a_transport_that_gives_all_of_it(pets: Package) -> None:
    body = b'data: {"name": "Rex"}\n\n'
    client = pets.client(answer=pets.response(200, body, EVENTS))
    with client.pets.watch() as stream:
        assert [one.data.name for one in stream] == ["Rex"]
    client = pets.client(answer=pets.response(404, b'{"message": "no"}'))
    with pytest.raises(pets.NotFound), client.pets.watch():
        pass


def test_no_content(take: Run, pets: Package) -> None:
    with Server([b"HTTP/1.1 204 No Content\r\n\r\n"]) as server:
        assert take(server, pets.WatchPets(), names) == []


def test_json_or_a_stream(take: Run, pets: Package) -> None:
    reply: Reply = [
        chunked(),
        pet("Rex"),
        chunk(b"data: [DONE]\n\n"),
        pet("Tom"),
        Step.LEFT,
    ]
    with Server(reply) as server:
        assert take(server, pets.Chat(stream=True), names) == ["Rex"]
        assert server.left.wait(10)
    assert server.request.headers[b"accept"] == b"text/event-stream"
    with Server([answer(200, b'[{"name": "Tom"}]')]) as server:
        with pets.Client(base_url=server.url) as client:
            assert client.pets.chat() == [pets.Pet(name="Tom")]
        with pytest.raises(pets.InvalidResponse, match="is application/json, and not"):
            take(server, pets.Chat(), names)
    assert server.requests[0].headers[b"accept"] == b"application/json"


def test_what_came_as_it_came(take: Run, pets: Package) -> None:
    async def events(stream: Any) -> Any:
        return [(one.event, one.data) async for one in stream.events()]

    async def lines(stream: Any) -> Any:
        return [one async for one in stream.iter_lines()]

    async def values(stream: Any) -> Any:
        return [one async for one in stream.json_lines()]

    body = b"event: a\ndata: [DONE]\n\n"
    with Server([answer(200, body, EVENTS)]) as server:
        assert take(server, pets.GetFile(), events) == [("a", "[DONE]")]
        found = take(server, pets.GetFile(), lines)
        assert found == ["event: a", "data: [DONE]", ""]
    with Server([answer(200, b'1\n{"a": 2}', "text/plain")]) as server:
        assert take(server, pets.GetFile(), values) == [1, {"a": 2}]


@pytest.mark.parametrize("kind", ["application/octet-stream", "application/json", ""])
def test_what_has_no_items(take: Run, pets: Package, kind: str) -> None:
    """It is not the server that is wrong, and the bytes can be had all the same."""

    async def use(stream: Any) -> Any:
        with pytest.raises(
            TypeError, match=r"GetFile: neither .* iter_bytes"
        ) as raised:
            await everything(stream)
        assert (kind or "which none is") in str(raised.value)
        return [piece async for piece in stream.iter_bytes()]

    reply = answer(200, b"[\n1]", kind)
    if not kind:
        reply = reply.replace(b"Content-Type: \r\n", b"")
    with Server([reply]) as server:
        assert take(server, pets.GetFile(), use) == [b"[\n1]"]


@pytest.mark.parametrize(
    ("kind", "body", "data"),
    [(EVENTS, b"data: 1\n\n", "1"), ("application/x-ndjson", b"1\n", 1)],
)
def test_items_that_only_the_media_type_says(
    take: Run, pets: Package, kind: str, body: bytes, data: object
) -> None:
    with Server([answer(200, body, kind)]) as server:
        [found] = take(server, pets.GetFile(), everything)
    assert found == data or found.data == data


# --- downloads ------------------------------------------------------------------------


def test_bytes(take: Run, pets: Package) -> None:
    async def use(stream: Any) -> Any:
        return b"".join([piece async for piece in stream.iter_bytes()])

    body = bytes(range(256)) * 1000
    for packed, coding in ((body, "identity"), (gzip.compress(body), "gzip")):
        reply = answer(
            200, packed, "application/octet-stream", **{"Content-Encoding": coding}
        )
        with Server([reply]) as server:
            assert take(server, pets.GetFile(), use) == body


def test_to_a_file(take: Run, pets: Package, tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    body = b"\x00\xff" * 100000
    kept = BytesIO()

    async def write(stream: Any) -> Any:
        return await stream.write_to(kept)

    async def save(stream: Any) -> Any:
        return await stream.save_to(path)

    with Server([answer(200, body, "application/octet-stream")]) as server:
        assert take(server, pets.GetFile(), write) == len(body)
        assert take(server, pets.GetFile(), save) == len(body)
    assert kept.getvalue() == path.read_bytes() == body
    path.write_bytes(b"old")
    broken = answer(200, body)[:-1]
    with Server([broken, Step.CLOSE]) as server, pytest.raises(pets.ConnectionLost):
        take(server, pets.GetFile(), save)
    assert [*tmp_path.iterdir()] == [path]
    assert path.read_bytes() == b"old"


def test_a_file_that_is_made_touches_no_other(tmp_path: Path) -> None:
    path, other = tmp_path / "file.bin", tmp_path / "file.bin.part"
    other.write_bytes(b"mine")
    with _saved(path) as first, _saved(path) as second:
        first.write(b"1")
        second.write(b"22")
        first.write(b"1")
    assert path.read_bytes() == b"11"
    assert other.read_bytes() == b"mine"
    assert path.stat().st_mode == other.stat().st_mode
    with pytest.raises(IsADirectoryError), _saved(tmp_path):
        pass
    assert {*tmp_path.iterdir()} == {path, other}
    assert not [*tmp_path.parent.glob(".*.part")]


def test_what_is_compressed_ends_too_soon(take: Run, pets: Package) -> None:
    async def use(stream: Any) -> Any:
        return [piece async for piece in stream.iter_bytes()]

    packed = gzip.compress(b"a" * 1000)[:-9]
    with (
        Server([answer(200, packed, **{"Content-Encoding": "gzip"})]) as server,
        pytest.raises(pets.InvalidResponse, match="ends too soon"),
    ):
        take(server, pets.GetFile(), use)


class Flood:
    """A server that sends one piece so many times, and keeps nothing."""

    def __init__(self, head: bytes, piece: bytes, times: int) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._reply = (head, piece, times)
        self._thread = threading.Thread(target=self._serve)

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection:
            connection.recv(65536)
            head, piece, times = self._reply
            connection.sendall(head)
            for _ in range(times):
                connection.sendall(piece)
            connection.recv(1)

    def __enter__(self) -> Flood:
        self._thread.start()
        return self

    def __exit__(self, *rest: object) -> None:
        self._thread.join()
        self._listener.close()


@pytest.mark.parametrize("packed", [False, True])
def test_a_large_download_takes_little_memory(
    take: Run, pets: Package, packed: bool
) -> None:
    piece, times, kind = b"x" * 65536, 3200, "identity"
    if packed:  # one piece of it stands for more than is made of it at a time
        piece, times, kind = gzip.compress(piece * times, 6), 1, "gzip"
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
    head += f"Content-Encoding: {kind}\r\nContent-Length: {len(piece) * times}\r\n\r\n"

    async def use(stream: Any) -> int:
        size = 0
        tracemalloc.reset_peak()
        async with aclosing(stream.iter_bytes()) as pieces:
            async for one in pieces:
                size += len(one)
        return size

    with Flood(head.encode(), piece, times) as server:
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            assert take(server, pets.GetFile(), use) == 65536 * 3200
            grown = tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()
    assert grown < 8 * 1024 * 1024
