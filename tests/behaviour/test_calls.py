"""What a client does around a call: again, how long, how much, and what it tells."""

from __future__ import annotations

import asyncio
import gc
import logging
import math
import os
import pickle
import re
import traceback
import tracemalloc
import warnings
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import cached_property, partial
from gzip import compress as _compress
from typing import Any
from uuid import UUID

import pytest
from fragmint.support import http, receiving

from .constructs import Package, make
from .server import Reply, Server, Step, answer, json_answer

PETS = """
paths:
  /pets/{id}:
    head:
      operationId: hasPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {"200": {description: There is one}}
    get:
      operationId: getPet
      tags: [Zoo]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: key, in: query, schema: {type: string, format: password}}
        - {name: shelf, in: query, schema: {type: string}}
      responses:
        "200":
          description: A pet
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
        default:
          description: An error
          content:
            application/json:
              schema: {type: object, properties: {message: {type: string}}}
    post:
      operationId: createPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses: {"204": {description: Done}}
    patch:
      operationId: changePet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - name: Idempotency-Key
          in: header
          required: true
          schema: {type: string, format: uuid}
      responses: {"204": {description: Done}}
  /photo:
    get:
      operationId: getPhoto
      responses: {"200": {description: A photo, content: {image/png: {}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
GOOD = json_answer(200, {"name": "Rex"})


@pytest.fixture(scope="module")
def pets() -> Package:
    return make(PETS)


class Clock:
    """Time that passes only while one waits."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    async def pause(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture
def clock(pets: Package, monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    client, calls = pets.module("_support.client"), pets.module("_support.calls")
    monkeypatch.setattr(client, "sleep", made.sleep)
    monkeypatch.setattr(client, "_pause", made.pause)
    monkeypatch.setattr(calls, "monotonic", made.monotonic)
    longest = pets.module("_support.retries")
    monkeypatch.setattr(longest, "uniform", lambda low, high: high)
    return made


Call = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, pets: Package) -> Call:
    """One call of an operation by a client that is made for it, and closed."""

    def run(at: Server, what: Any = None, how: str = "send", **options: Any) -> Any:
        wanted = what or pets.GetPet(id="7")
        if request.param == "sync":
            with pets.Client(base_url=at.url, **options) as client:
                return getattr(client, how)(wanted)

        async def call_it() -> Any:
            async with pets.AsyncClient(base_url=at.url, **options) as client:
                return await getattr(client, how)(wanted)

        return asyncio.run(call_it())

    return run


def failing(status: int, **headers: str) -> Reply:
    return [answer(status, b'{"message": "no"}', **headers)]


# --- again ----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [408, 429, 502, 503, 504])
def test_again(call: Call, clock: Clock, status: int) -> None:
    with Server(failing(status), failing(status), [GOOD]) as server:
        assert call(server).name == "Rex"
    assert len(server.requests) == 3
    assert clock.waits == [0.5, 1.0]


@pytest.mark.parametrize("status", [400, 404, 409, 500, 501])
def test_not_again(call: Call, pets: Package, clock: Clock, status: int) -> None:
    with Server(failing(status)) as server, pytest.raises(pets.ApiError):
        call(server)
    assert len(server.requests) == 1
    assert clock.waits == []


def test_in_the_end_it_is_the_error(call: Call, pets: Package, clock: Clock) -> None:
    with Server(failing(503)) as server, pytest.raises(pets.ServerError) as raised:
        call(server)
    assert len(server.requests) == 3
    assert raised.value.status == 503
    assert raised.value.message == "no"


@pytest.mark.parametrize("times", [0, 1, 4])
def test_how_often(call: Call, pets: Package, clock: Clock, times: int) -> None:
    with Server(failing(502)) as server, pytest.raises(pets.ServerError):
        call(server, retries=times, timeout=1000)
    assert len(server.requests) == times + 1


def test_waits_grow_up_to_the_longest(call: Call, pets: Package, clock: Clock) -> None:
    retries = pets.Retries(times=6, first=1, longest=5)
    with Server(failing(502)) as server, pytest.raises(pets.ServerError):
        call(server, retries=retries, timeout=1000)
    assert clock.waits == [1, 2, 4, 5, 5, 5]


def test_a_wait_is_any_part_of_what_it_may_be(pets: Package) -> None:
    retries = pets.module("_support.retries")
    policy, get = pets.Retries(first=8), pets.GetPet(id="7")
    request = get.build("https://x.example", {})
    lost = pets.HttpResponse(status=503, headers={}, body=b"")
    waits = {retries.pause(policy, 1, request, lost) for _ in range(200)}
    assert len(waits) == 200
    assert all(0 <= wait <= 8 for wait in waits)
    assert min(waits) < 2 < 6 < max(waits)


def test_what_is_not_safe_is_not_repeated(
    call: Call, pets: Package, clock: Clock
) -> None:
    create = pets.CreatePet(id="7")
    unsafe = pets.Retries(unsafe=True)
    done = [b"HTTP/1.1 204 No Content\r\n\r\n"]
    with Server(failing(503), done) as server, pytest.raises(pets.ServerError):
        call(server, create, retries=pets.Retries(unsafe=False), headers={})
    assert len(server.requests) == 1
    with Server(failing(503), done) as server:
        call(server, create, retries=unsafe)
    assert len(server.requests) == 2


def test_an_idempotency_key_makes_it_safe(
    call: Call, pets: Package, clock: Clock
) -> None:
    done = [b"HTTP/1.1 204 No Content\r\n\r\n"]
    given = "7f1d0a53-4a4e-4f5e-9d5c-0e4d3f0a9b11"
    keyed = pets.ChangePet(id="7", idempotency_key=given)
    with Server(failing(503), done) as server:
        call(server, keyed)
    keys = [one.headers[b"idempotency-key"] for one in server.requests]
    assert keys == [given.encode()] * 2


def test_an_idempotency_key_is_made(call: Call, pets: Package, clock: Clock) -> None:
    done = [b"HTTP/1.1 204 No Content\r\n\r\n"]
    change = pets.ChangePet(id="7")
    with Server(failing(503), done) as server:
        call(server, change)
        call(server, change)
    keys = [UUID(one.headers[b"idempotency-key"].decode()) for one in server.requests]
    assert keys[0] == keys[1] != keys[2]
    assert change == pets.ChangePet(id="7")


def test_what_was_never_sent_is_safe(
    call: Call, pets: Package, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server([GOOD]) as server:
        pass  # nobody is there any more
    with pytest.raises(pets.ConnectFailed):
        call(server, pets.CreatePet(id="7"))
    assert clock.waits == [0.5, 1.0]


@pytest.mark.parametrize("reply", [[Step.RESET], [GOOD[:40], Step.RESET]])
def test_what_may_have_been_acted_on_is_not_sent_again(
    call: Call, pets: Package, clock: Clock, reply: Reply
) -> None:
    with Server(reply) as server, pytest.raises(pets.ConnectionLost):
        call(server)
    assert len(server.requests) == 1


class Kept:
    """Calls one after another, by one client of either transport."""

    def __init__(self, transport: str, how: str) -> None:
        self.pets = make(PETS, transport=transport)
        self.waits: list[float] = []
        self._how = how

    def __call__(self, at: Server, *wanted: Any, **options: Any) -> list[Any]:
        given = {"base_url": at.url, "on_retry": self._told} | options
        if self._how == "sync":
            with self.pets.Client(**given) as client:
                return [client.send(one) for one in wanted]

        async def call_them() -> list[Any]:
            async with self.pets.AsyncClient(**given) as client:
                return [await client.send(one) for one in wanted]

        return asyncio.run(call_them())

    def _told(self, repeated: Any) -> None:
        assert isinstance(repeated.outcome, self.pets.ConnectionLost)
        self.waits.append(repeated.pause)


@pytest.fixture(params=["httpx2", "stdlib"])
def transport(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(params=["sync", "async"])
def kept(request: pytest.FixtureRequest, transport: str) -> Kept:
    return Kept(transport, request.param)


ENDS = [Step.CLOSE, Step.RESET]


@pytest.mark.parametrize("end", ENDS)
def test_a_connection_that_was_kept_may_end_as_the_next_request_goes_out(
    kept: Kept, end: Step
) -> None:
    get = kept.pets.GetPet(id="7")
    with Server([GOOD], [end], [GOOD]) as server:
        assert [one.name for one in kept(server, get, get)] == ["Rex"] * 2
        assert (len(server.requests), server.connections) == (3, 2)
    assert kept.waits == [0.0]


@pytest.mark.parametrize("end", ENDS)
def test_what_is_not_safe_is_not_repeated_on_another_connection(
    kept: Kept, end: Step
) -> None:
    pets, done = kept.pets, [b"HTTP/1.1 204 No Content\r\n\r\n"]
    create, change = pets.CreatePet(id="7"), pets.ChangePet(id="7")
    with Server(done, [end], done) as server:
        with pytest.raises(pets.ConnectionLost):
            kept(server, create, create)
        assert len(server.requests) == 2
    for wanted, options in (
        (change, {}),  # it has an idempotency key
        (create, {"retries": pets.Retries(unsafe=True)}),
    ):
        with Server(done, [end], done) as server:
            kept(server, wanted, wanted, **options)
            assert len(server.requests) == 3


@pytest.mark.parametrize(
    "reply",
    [
        [b"SSH-2.0-OpenSSH_9.6\r\n\r\n", Step.CLOSE],
        [GOOD[:-3], Step.CLOSE],
        [GOOD[:-3], Step.RESET],
    ],
)
def test_an_answer_that_has_begun_is_not_sent_for_again(
    kept: Kept, reply: Reply
) -> None:
    get = kept.pets.GetPet(id="7")
    with Server([GOOD], reply) as server, pytest.raises(kept.pets.ConnectionLost):
        kept(server, get, get)
    assert len(server.requests) == 2


def test_no_retries_are_none_for_connections_either(kept: Kept) -> None:
    get = kept.pets.GetPet(id="7")
    with (
        Server([GOOD], [Step.CLOSE]) as server,
        pytest.raises(kept.pets.ConnectionLost),
    ):
        kept(server, get, get, retries=0)
    assert len(server.requests) == 2


def test_the_server_says_when(call: Call, clock: Clock) -> None:
    reply = failing(429, **{"Retry-After": "7"})
    with Server(reply, [GOOD]) as server:
        assert call(server).name == "Rex"
    assert clock.waits == [7]


def test_the_server_says_when_as_a_date(call: Call, clock: Clock) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    reply = failing(503, **{"Retry-After": moment})
    with Server(reply, [GOOD]) as server:
        assert call(server).name == "Rex"
    (wait,) = clock.waits
    assert 5 < wait <= 20


@pytest.mark.parametrize("said", ["soon", "-1", "1.5", "Thu, 99 Foo", ""])
def test_the_server_says_nothing_of_use(call: Call, clock: Clock, said: str) -> None:
    with Server(failing(429, **{"Retry-After": said}), [GOOD]) as server:
        assert call(server).name == "Rex"
    assert clock.waits == [0.5]


def test_no_wait_beyond_the_total(call: Call, pets: Package, clock: Clock) -> None:
    reply = failing(429, **{"Retry-After": "30"})
    with Server(reply) as server, pytest.raises(pets.RateLimited):
        call(server, timeout=pets.Timeout(total=30))
    assert clock.waits == []


def test_what_is_left_of_the_total(pets: Package, clock: Clock) -> None:
    told: list[float | None] = []

    class Busy:
        def send(self, request: Any, timeout: Any) -> Any:
            told.append(timeout.total)
            clock.now += 2
            return pets.HttpResponse(status=503, headers={}, body=b"")

    with pytest.raises(pets.ServerError):
        pets.Client(transport=Busy(), timeout=20).send(pets.GetPet(id="7"))
    assert told == [20, 17.5, 14.5]


# --- how much -------------------------------------------------------------------------


compress = partial(_compress, mtime=0)  # tests are named by what it makes


def compressed(data: bytes, coding: str, body: bytes | None = None) -> Reply:
    packed = compress(data) if body is None else body
    return [answer(200, packed, **{"Content-Encoding": coding})]


PET = b'{"name": "Rex"}'
RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
BARE = RAW.compress(PET) + RAW.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", compress(PET)),
        ("x-gzip", compress(PET[:5]) + compress(PET[5:])),
        ("GZip", compress(PET) + b"\0\0\0"),
        ("deflate", zlib.compress(PET)),
        ("deflate", BARE),
        ("deflate, gzip", compress(zlib.compress(PET))),
        ("identity", PET),
    ],
)
def test_what_is_compressed(call: Call, coding: str, body: bytes) -> None:
    with Server(compressed(b"", coding, body)) as server:
        assert call(server).name == "Rex"
    assert server.request.headers[b"accept-encoding"] == b"gzip, deflate"


@pytest.mark.parametrize(
    ("coding", "body", "why"),
    [
        ("gzip", PET, "not compressed as it says"),
        ("gzip", compress(PET)[:-9], "ends too soon"),
        ("br", PET, "'br' is not understood"),
        ("gzip, br", PET, "'br' is not understood"),
    ],
)
def test_what_cannot_be_decompressed(
    call: Call, pets: Package, coding: str, body: bytes, why: str
) -> None:
    reply = compressed(b"", coding, body)
    with Server(reply) as server, pytest.raises(pets.InvalidResponse, match=why):
        call(server)


def test_an_error_is_one_whatever_its_body(
    call: Call, pets: Package, clock: Clock
) -> None:
    odd = [answer(503, b"\0\1", **{"Content-Encoding": "br"})]
    huge: Reply = [
        b"HTTP/1.1 500 Oh\r\nContent-Length: 5000000000\r\n\r\nx",
        Step.STALL,
    ]
    with Server(odd, huge) as server, pytest.raises(pets.ServerError) as raised:
        call(server)
    assert raised.value.status == 500
    assert len(server.requests) == 2


def test_a_bomb(call: Call, pets: Package) -> None:
    bomb = compress(bytes(40_000_000))
    assert len(bomb) < 50_000
    limits = pets.Limits(decompressed=1_000_000)
    reply = compressed(b"", "gzip, gzip", compress(bomb))
    with Server(reply) as server, pytest.raises(pets.InvalidResponse, match="1000000"):
        call(server, limits=limits)


def test_many_members_are_much_whatever_is_in_them(call: Call, pets: Package) -> None:
    for outer in ("", ", gzip"):
        few, many = compress(PET) + compress(b"") * 900, compress(b"") * 1100
        if outer:
            few, many = compress(few), compress(many)
        limits = pets.Limits(decompressed=1 << 20)
        with Server(compressed(b"", f"gzip{outer}", few)) as server:
            assert call(server, limits=limits).name == "Rex"
        with (
            Server(compressed(b"", f"gzip{outer}", many)) as server,
            pytest.raises(pets.InvalidResponse, match="more than the 1048576 bytes"),
        ):
            call(server, limits=limits)


def test_what_is_between_two_codings_counts(call: Call, pets: Package) -> None:
    behind = compress(PET) + bytes(2_000_000)  # what it ends with is passed over
    with (
        Server(compressed(b"", "gzip, gzip", compress(behind))) as server,
        pytest.raises(pets.InvalidResponse, match="more than the 1000000 bytes"),
    ):
        call(server, limits=pets.Limits(decompressed=1_000_000))


def test_each_member_copies_little(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    real = zlib.decompressobj

    class Measured:
        def __init__(self, window: int) -> None:
            self._inflate = real(window)

        def decompress(self, data: bytes, most: int) -> bytes:
            sizes.append(len(data))
            return self._inflate.decompress(data, most)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._inflate, name)

    monkeypatch.setattr(zlib, "decompressobj", Measured)
    body = compress(b"a") * 10_000
    headers = {"content-encoding": "gzip"}
    came = http.Incoming(200, headers, iter([body]), lambda: None)
    whole = receiving.collect("Get", came, receiving.Limits())
    assert whole.body == b"a" * 10_000
    assert max(sizes) <= 1 << 16 < len(body)


def test_what_is_not_compressed_is_bounded_by_both(call: Call, pets: Package) -> None:
    reply: Reply = [answer(200, PET)]
    for limits in (
        pets.Limits(received=None, decompressed=len(PET)),
        pets.Limits(received=len(PET), decompressed=None),
    ):
        with Server(reply) as server:
            assert call(server, limits=limits).name == "Rex"
    for limits in (
        pets.Limits(received=None, decompressed=len(PET) - 1),
        pets.Limits(received=len(PET) - 1, decompressed=None),
    ):
        with (
            Server(reply) as server,
            pytest.raises(pets.InvalidResponse, match="than the 14 bytes"),
        ):
            call(server, limits=limits)


def test_what_is_announced_too_large(call: Call, pets: Package) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n{"
    with (
        Server([head, Step.STALL]) as server,
        pytest.raises(pets.InvalidResponse, match="Limits") as raised,
    ):
        call(server)
    assert len(server.requests) == 1
    assert raised.value.response.status == 200


def test_what_is_too_large_and_does_not_say_so(call: Call, pets: Package) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + bytes(0x100000) + b"\r\n"
    with Server([head, *[chunk] * 20]) as server, pytest.raises(pets.InvalidResponse):
        call(server, limits=pets.Limits(received=3_000_000))


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_what_is_refused_is_not_in_the_traceback(
    call: Call, pets: Package, coding: str
) -> None:
    """It can hold secrets, and be large."""
    reply = compressed(b"s3cr3t" * 100, coding, None if coding == "gzip" else b"s3cr3t")
    with Server(reply) as server, pytest.raises(pets.InvalidResponse) as raised:
        call(server, limits=pets.Limits(decompressed=5))
    for frame, _ in traceback.walk_tb(raised.value.__traceback__):
        if "pytest" not in frame.f_code.co_filename and frame.f_code.co_name != (
            "test_what_is_refused_is_not_in_the_traceback"
        ):
            assert "s3cr3t" not in repr(frame.f_locals)


def test_what_drips_takes_little_more_than_its_size() -> None:
    def close() -> None:
        pass

    chunks = (bytes([60, 61]) for _ in range(100_000))
    incoming = http.Incoming(200, {}, chunks, close)
    tracemalloc.start()
    got = receiving.collect("getPet", incoming, receiving.Limits())
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(got.body) == 200_000
    assert most < 1_000_000


NODES = """
paths:
  /nodes:
    post:
      operationId: createNode
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Node"}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Node:
      type: object
      properties: {next: {$ref: "#/components/schemas/Node"}}
"""


def test_a_request_that_nests_without_end() -> None:
    nodes = make(NODES)
    value: dict[str, Any] = {}
    for _ in range(5000):
        value = {"next": value}
    (violation,) = nodes.refused("CreateNode", next=value)
    assert violation.rule == "depth"
    assert "must nest less" in violation.message


def test_what_nests_too_deep_to_be_shown_is_shown_in_part() -> None:
    nodes = make(NODES)
    value = nodes.Node()
    for _ in range(5000):
        value = nodes.Node(next=value)
    assert re.fullmatch(r"(Node\(next=)+Node\(…\)+", repr(value))


def test_what_nests_without_end(call: Call, pets: Package) -> None:
    reply = [answer(200, b"[" * 200_000)]
    with Server(reply) as server, pytest.raises(pets.InvalidResponse, match="JSON"):
        call(server)


# --- what else ------------------------------------------------------------------------


def test_exchange(call: Call, pets: Package) -> None:
    reply = [answer(200, PET, **{"X-Trace": "t-1"})]
    with Server(reply) as server:
        response = call(server, how="exchange")
    assert (response.status, response.body) == (200, PET)
    assert response.headers["x-trace"] == "t-1"
    assert response.model == pets.Pet(name="Rex")
    assert repr(response) == "<Response 200, Pet(name='Rex')>"


def test_options_tell_what_they_say(pets: Package) -> None:
    retries = pets.Retries(times=1, statuses=frozenset((503,)))
    for one, told in (
        (
            retries,
            "Retries(times=1, first=0.5, longest=8.0, statuses=frozenset({503}),"
            " unsafe=False)",
        ),
        (
            pets.Limits(received=None, item=1),
            "Limits(received=None, decompressed=268435456, item=1)",
        ),
        (pets.Timeout(total=1), "Timeout(connect=5.0, read=30.0, total=1)"),
    ):
        assert repr(one) == told


def test_exchange_raises_as_send_does(call: Call, pets: Package) -> None:
    with Server(failing(404)) as server, pytest.raises(pets.NotFound):
        call(server, how="exchange")


def test_headers_go_along(call: Call) -> None:
    headers = {"X-Team": "blue", "accept": "application/json; q=1"}
    with Server([GOOD]) as server:
        call(server, headers=headers)
    assert server.request.headers[b"x-team"] == b"blue"
    accept = server.request.headers[b"accept"]
    assert accept == b"application/json; q=1"  # and not all that is described


def test_a_view_has_its_own_options_and_the_same_connections(pets: Package) -> None:
    with Server([GOOD]) as server, pets.Client(base_url=server.url) as client:
        zoo = client.zoo
        view = client.with_options(headers={"X-Team": "blue"}, retries=0)
        assert view.zoo is not zoo
        view.zoo.get_pet(id="7")
        view.close()
        client.zoo.get_pet(id="7")
        assert type(view) is type(client)
    teams = [one.headers.get(b"x-team") for one in server.requests]
    assert teams == [b"blue", None]
    assert server.connections == 1


def test_an_unknown_option(pets: Package) -> None:
    with pytest.raises(TypeError, match="no option 'retry'"):
        pets.Client(retry=3)
    with pets.Client() as client, pytest.raises(TypeError, match="'retry'"):
        client.with_options(retry=3)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"headers": {"X-A": "sEcReT\r\nX-B: 1"}}, "headers: the value of X-A"),
        ({"headers": {"X-A": 1}}, "headers: the value of X-A"),
        ({"headers": {"X A": "sEcReT"}}, "headers: 'X A' is no name of a header"),
        ({"headers": {5: "sEcReT"}}, "headers: 5 is no name of a header"),
        ({"headers": None}, "headers must be like .*, not NoneType"),
        ({"headers": [("X-A", "sEcReT")]}, "headers must be like .*, not list"),
        ({"headers": {"transfer-Encoding": "chunked"}}, "headers: transfer-Encoding"),
        ({"retries": "3"}, "retries: times"),
        ({"retries": -1}, "retries: times"),
        ({"retries": True}, "retries: times"),
        ({"limits": 100}, "limits must be"),
        ({"limits": None}, "limits must be"),
        ({"timeout": "5"}, "timeout: total"),
        ({"timeout": 0}, "timeout: total"),
        ({"timeout": -1.0}, "timeout: total"),
        ({"timeout": math.nan}, "timeout: total"),
        ({"timeout": math.inf}, "timeout: total"),
        ({"retries": math.inf}, "retries: times"),
        ({"masked": "shelf"}, "list of names"),
        ({"on_request": "x"}, "on_request must be a function"),
        ({"on_response": []}, "on_response must be a function"),
        ({"validate_responses": "Strict"}, "validate_responses"),
    ],
)
def test_options_are_looked_at_when_they_are_given(
    pets: Package, options: dict[str, Any], why: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=why) as raised:
        pets.Client(**options)
    assert "sEcReT" not in str(raised.value)
    with pets.Client() as client, pytest.raises((TypeError, ValueError), match=why):
        client.with_options(**options)


@pytest.mark.parametrize(
    ("option", "given", "why"),
    [
        ("timeout", {"connect": 1e10}, "timeout: connect"),
        ("timeout", {"read": 10**400}, "timeout: read"),
        ("timeout", {"total": math.nan}, "timeout: total"),
        ("retries", {"first": math.nan}, "retries: first"),
        ("retries", {"longest": math.inf}, "retries: longest"),
        ("retries", {"statuses": 503}, r"a set such as \{503\}"),
        ("retries", {"statuses": "503"}, r"a set such as \{503\}"),
        ("retries", {"statuses": {"503"}}, "retries: statuses: each"),
        ("limits", {"received": math.nan}, "limits: received"),
        ("limits", {"decompressed": -1}, "limits: decompressed"),
        ("limits", {"item": "1"}, "limits: item"),
    ],
)
def test_what_is_in_an_option_is_looked_at_too(
    pets: Package, option: str, given: dict[str, Any], why: str
) -> None:
    value = getattr(pets, option.capitalize())(**given)
    with pytest.raises((TypeError, ValueError), match=why):
        pets.Client(**{option: value})


def test_no_timeout_at_all_is_said_in_full(pets: Package) -> None:
    with pytest.raises(TypeError, match="without end is Timeout") as raised:
        pets.Client(timeout=None)
    without_end = str(raised.value).partition("is ")[2]
    made = eval(without_end, {"Timeout": pets.Timeout})
    with pets.Client(timeout=made) as client:
        assert client.with_options(timeout=None)._timeout == made  # what it has


@pytest.mark.parametrize("value", ["sEcReT\n", 5, "\ud800"])
def test_what_a_hook_adds_is_looked_at(call: Call, pets: Package, value: Any) -> None:
    with Server([GOOD]) as server, pytest.raises(pets.ClientError) as raised:
        call(server, on_request=lambda sent: {"X-Trace": value})
    assert "GetPet was not sent: the value of X-Trace" in str(raised.value)
    assert "sEcReT" not in str(raised.value)
    assert server.requests == []


@pytest.mark.parametrize("given", ["sEcReT", 5, [("X-Trace", "sEcReT")]])
def test_a_hook_returns_headers(call: Call, pets: Package, given: Any) -> None:
    with (
        Server([GOOD]) as server,
        pytest.raises(TypeError, match=r"on_request must return headers") as raised,
    ):
        call(server, headers={"X-A": "sEcReT"}, on_request=lambda _: given)
    assert "sEcReT" not in str(raised.value)
    assert server.requests == []


def test_no_hook_says_how_the_body_goes(call: Call, pets: Package) -> None:
    def add(_: Any) -> dict[str, str]:
        return {"Transfer-Encoding": "chunked"}

    with (
        Server([GOOD]) as server,
        pytest.raises(pets.ClientError, match="GetPet was not sent: Transfer-Encoding"),
    ):
        call(server, on_request=add)
    assert server.requests == []


def test_what_a_hook_adds_takes_the_place_of_what_is_there(call: Call) -> None:
    with Server([GOOD]) as server:
        call(server, headers={"X-Team": "a"}, on_request=lambda _: {"x-team": "b"})
    assert server.request.headers[b"x-team"] == b"b"


@pytest.mark.parametrize("kind", ["Client", "AsyncClient"])
def test_a_view_has_all_that_the_client_has(transport: str, kind: str) -> None:
    pets = make(PETS, transport=transport)

    class Mine(getattr(pets, kind)):  # type: ignore[misc]  # of Any
        def __init__(self, team: str, **options: Any) -> None:
            super().__init__(**options)
            self.team = team

        @cached_property
        def patience(self) -> float | None:
            total: float | None = self._timeout.total
            return total

    client = Mine("blue", timeout=5)
    assert (client.zoo, client.patience) == (client.zoo, 5)
    view = client.with_options(timeout=7)
    assert type(view) is Mine
    assert (view.team, view.patience) == ("blue", 7)
    assert view.zoo is not client.zoo
    assert view.zoo._client is view
    view.team = "red"
    assert (client.team, client.patience) == ("blue", 5)


def test_hooks_and_signers_can_be_taken_off(pets: Package) -> None:
    def fail(_: Any) -> Any:
        raise AssertionError

    with Server([GOOD]) as server:
        client = pets.Client(base_url=server.url, on_request=fail, signer=fail)
        with client:
            bare = client.with_options(on_request=None, signer=None)
            assert bare.send(pets.GetPet(id="7")).name == "Rex"


def test_no_session_is_kept(call: Call, pets: Package) -> None:
    reply = [answer(200, PET, **{"Set-Cookie": "sid=1; Path=/"})]
    with Server(reply) as server, pets.Client(base_url=server.url) as client:
        client.send(pets.GetPet(id="7"))
        client.send(pets.GetPet(id="8"))
    assert b"cookie" not in server.requests[1].headers


COOKIES = ["a=1; Expires=Mon, 01 Jan 2035 00:00:00 GMT", "b=2"]
FIELDS = b"X-A: 1\r\nx-a: 2\r\nRETRY-AFTER: 9\r\n" + b"".join(
    b"Set-Cookie: %s\r\n" % one.encode() for one in COOKIES
)


def look_up(headers: Any) -> None:
    """See that headers are found, however their names are written."""
    for name in ("Retry-After", "retry-after", "RETRY-AFTER"):
        assert (headers.get(name), headers[name], name in headers) == ("9", "9", True)
    assert headers["X-A"] == "1, 2"
    assert headers["Set-Cookie"].split("\n") == COOKIES
    assert (headers.get("X-B"), "X-B" in headers) == (None, False)
    with pytest.raises(KeyError, match="x-b"):
        headers["X-B"]
    again = pickle.loads(pickle.dumps(headers))
    assert again == headers == dict(headers)
    assert repr(again) == repr(dict(headers))
    assert {*headers} >= {"x-a", "set-cookie", "retry-after"}


@pytest.mark.parametrize("how", ["sync", "async"])
def test_headers_are_found_in_any_case(transport: str, how: str) -> None:
    pets = make(PETS, transport=transport)
    get, told = pets.GetPet(id="7"), list[Any]()
    good = GOOD.replace(b"\r\n", b"\r\n" + FIELDS, 1)
    options = {"retries": 0, "on_response": told.append}

    async def awaited() -> None:
        async with pets.AsyncClient(base_url=server.url, **options) as client:
            look_up((await client.exchange(get)).headers)
            async with client.stream(get) as stream:
                look_up(stream.headers)
            with pytest.raises(pets.ServerError) as raised:
                await client.send(get)
            look_up(raised.value.response.headers)

    with Server([good], [good], [good.replace(b" 200 ", b" 500 ")]) as server:
        if how == "async":
            asyncio.run(awaited())
        else:
            with pets.Client(base_url=server.url, **options) as client:
                look_up(client.exchange(get).headers)
                with client.stream(get) as stream:
                    look_up(stream.headers)
                with pytest.raises(pets.ServerError) as raised:
                    client.send(get)
                look_up(raised.value.response.headers)
                look_up(pickle.loads(pickle.dumps(raised.value)).response.headers)
    for one in told:
        look_up(one.outcome.headers)


def test_a_transport_that_streams_can_name_headers_as_it_likes(pets: Package) -> None:
    body = _compress(PET)

    class Own:
        def send(self, request: Any, timeout: Any) -> Any:
            headers = {"Content-Encoding": "gzip", "Content-TYPE": "application/json"}
            incoming = pets.module("_support.http").Incoming
            return incoming(200, headers, iter([body]), lambda: None)

    assert pets.Client(transport=Own()).send(pets.GetPet(id="7")).name == "Rex"


def test_a_transport_can_name_headers_as_it_likes(pets: Package) -> None:
    class Own:
        def send(self, request: Any, timeout: Any) -> Any:
            return pets.HttpResponse(status=200, headers={"X-Team": "b"}, body=PET)

    response = pets.Client(transport=Own()).exchange(pets.GetPet(id="7"))
    assert response.headers == {"x-team": "b"}
    assert response.headers["X-Team"] == "b"


@pytest.mark.parametrize(
    "reply", [b"HTTP/1.1 200 OK\r\nSet-Cookie sid=sEcReT\r\n\r\n", b"sEcReT\r\n\r\n"]
)
def test_what_is_not_http_is_not_told(call: Call, pets: Package, reply: bytes) -> None:
    with Server([reply, Step.CLOSE]) as server, pytest.raises(pets.ConnectionLost) as e:
        call(server)
    assert "not HTTP" in str(e.value)
    assert "sEcReT" not in str(e.value)


def test_a_transport_that_has_nothing_more(pets: Package) -> None:
    class Empty:
        def send(self, request: Any, timeout: Any) -> Any:
            return next(iter(()))

    with pytest.raises(RuntimeError, match="StopIteration"):
        pets.Client(transport=Empty()).send(pets.GetPet(id="7"))


def test_a_wait_without_bound_is_not_begun(call: Call, pets: Package) -> None:
    busy = failing(429, **{"Retry-After": "999999999"})
    forever = pets.Timeout(total=None)
    with Server(busy) as server, pytest.raises(pets.RateLimited):
        call(server, timeout=forever)


def test_a_year_that_there_is_not(call: Call, clock: Clock) -> None:
    moment = "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"
    with Server(failing(503, **{"Retry-After": moment}), [GOOD]) as server:
        assert call(server).name == "Rex"
    assert clock.waits == [0.5]


def test_closing_twice(pets: Package) -> None:
    client = pets.Client()
    client.close()
    client.close()


def test_a_fork_has_its_own_connections(pets: Package) -> None:
    with Server([GOOD]) as server, pets.Client(base_url=server.url) as client:
        client.send(pets.GetPet(id="7"))
        child = os.fork()
        if not child:  # nothing of pytest may go on there
            try:
                client.send(pets.GetPet(id="8"))
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(child, 0)[1] == 0
        client.send(pets.GetPet(id="9"))
        assert server.connections == 2
    targets = [one.target for one in server.requests]
    assert targets == [b"/pets/7", b"/pets/8", b"/pets/9"]


def unclosed(run: Callable[[], None]) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        run()
        gc.collect()
    return [str(one.message) for one in caught if one.category is ResourceWarning]


def test_who_does_not_close_is_told(pets: Package) -> None:
    def used() -> None:
        pets.Client(base_url=server.url).send(pets.GetPet(id="7"))

    async def awaited() -> None:
        await pets.AsyncClient(base_url=server.url).send(pets.GetPet(id="7"))

    with Server([GOOD]) as server:
        (told,) = [one for one in unclosed(used) if "client" in one]
        assert (
            told == "a client was not closed: use it in a `with` statement, or close()"
        )
        assert [
            one for one in unclosed(lambda: asyncio.run(awaited())) if "client" in one
        ]
    assert unclosed(pets.Client) == []  # it has nothing open


@pytest.mark.parametrize("how", ["sync", "async"])
def test_who_has_closed_and_calls_again_has_closed(transport: str, how: str) -> None:
    pets = make(PETS, transport=transport)

    def used() -> None:
        client = pets.Client(base_url=server.url)
        client.send(pets.GetPet(id="7"))
        client.close()
        with pytest.raises(RuntimeError, match="closed"):
            client.with_options().send(pets.GetPet(id="7"))

    async def awaited() -> None:
        client = pets.AsyncClient(base_url=server.url)
        await client.send(pets.GetPet(id="7"))
        await client.aclose()
        with pytest.raises(RuntimeError, match="closed"):
            await client.with_options().send(pets.GetPet(id="7"))

    with Server([GOOD]) as server:
        told = unclosed(used if how == "sync" else lambda: asyncio.run(awaited()))
    assert [one for one in told if "client" in one] == []


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequest"),
        (401, "Unauthorized"),
        (403, "Forbidden"),
        (404, "NotFound"),
        (409, "Conflict"),
        (410, "NotFound"),
        (412, "Conflict"),
        (418, "ClientFault"),
        (422, "Unprocessable"),
        (429, "RateLimited"),
        (500, "ServerError"),
        (599, "ServerError"),
        (304, "ApiError"),
    ],
)
def test_errors_by_status(pets: Package, status: int, name: str) -> None:
    response = pets.response(status, b'{"message": "so"}')
    with pytest.raises(pets.ApiError) as raised:
        pets.GetPet.read(response)
    assert type(raised.value) is getattr(pets, name)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (type(again), str(again)) == (type(raised.value), str(raised.value))
    assert again.response == response
    assert again.error == raised.value.error


def test_of_a_body_that_is_not_there_nothing_is_said(kept: Kept) -> None:
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n"
    with Server([missing]) as server, pytest.raises(kept.pets.NotFound) as raised:
        kept(server, kept.pets.HasPet(id="7"))
    assert str(raised.value) == "HasPet: the server answered 404"
    page = kept.pets.response(404, b"<html>", "text/html")
    with pytest.raises(kept.pets.NotFound, match="404 with a body that is no error"):
        kept.pets.GetPet.read(page)


# --- what is told ---------------------------------------------------------------------


def test_hooks(call: Call, pets: Package, clock: Clock) -> None:
    told: list[Any] = []

    def on_request(sent: Any) -> dict[str, str]:
        sent.context["span"] = told
        told.append(sent)
        return {"traceparent": f"00-{sent.attempt}"}

    hooks = {"on_request": on_request, "on_response": told.append}
    with Server(failing(503), [GOOD]) as server:
        call(server, on_retry=told.append, **hooks)
    names = [type(one).__name__ for one in told]
    assert names == ["Sent", "Answered", "Repeated", "Sent", "Answered"]
    assert [one.attempt for one in told] == [1, 1, 1, 2, 2]
    assert {one.operation for one in told} == {"GetPet"}
    assert all(one.context is told[0].context for one in told)
    assert [told[1].outcome.status, told[4].outcome.status] == [503, 200]
    assert told[2].pause == 0.5
    traces = [one.headers[b"traceparent"] for one in server.requests]
    assert traces == [b"00-1", b"00-2"]


def test_hooks_hear_of_failures(call: Call, pets: Package, clock: Clock) -> None:
    told: list[Any] = []
    with Server([Step.RESET]) as server, pytest.raises(pets.ConnectionLost):
        call(server, on_response=told.append)
    assert type(told[0].outcome).__name__ == "ConnectionLost"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def test_logs(
    call: Call, pets: Package, clock: Clock, log: pytest.LogCaptureFixture
) -> None:
    get = pets.GetPet(id="7", key="hUsH", shelf="low")
    with Server(failing(503), [GOOD]) as server:
        call(server, get)
    lines = [one.getMessage() for one in log.records if one.name == pets.name]
    what = f"GET {server.url}: GetPet(id='7', key=***, shelf='low')"
    assert lines == [
        f"{what}, attempt 1",
        "GetPet: 503 after 0.000 s",
        "GetPet: again in 0.500 s",
        f"{what}, attempt 2",
        "GetPet: 200 after 0.000 s",
    ]
    assert all(
        one.levelno == logging.DEBUG for one in log.records if one.name == pets.name
    )
    assert "hUsH" not in log.text


def test_more_can_be_masked(
    call: Call, pets: Package, log: pytest.LogCaptureFixture
) -> None:
    get = pets.GetPet(id="7", shelf="low")
    with Server([GOOD]) as server:
        call(server, get, masked=["shelf"])
    assert "shelf=***" in log.text
    assert "low" not in log.text
