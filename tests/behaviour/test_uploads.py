"""Bodies that are sent as they are read, by both clients."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import socket
import threading
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import httpx2
import pytest

from .constructs import Package, make
from .server import Server, answer

API = """
paths:
  /file:
    put:
      operationId: putFile
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: Done}}
    post:
      operationId: postFile
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                note: {type: string}
      responses: {"204": {description: Done}}
    patch:
      operationId: patchFile
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {file: {type: string, format: binary}}}
          application/octet-stream: {}
      responses: {"204": {description: Done}}
"""
DONE = answer(204)


@pytest.fixture(scope="module", params=["httpx2", "stdlib"])
def files(request: pytest.FixtureRequest) -> Package:
    return make(API, transport=request.param)


@pytest.fixture(params=["sync", "async"])
def send(request: pytest.FixtureRequest, files: Package) -> Callable[..., None]:
    """Sends a request by a client that is made for it, and closed."""

    def run(at: Any, wanted: Any, **options: Any) -> None:
        if request.param == "sync":
            with files.Client(base_url=at.url, **options) as client:
                client.send(wanted)
            return

        async def call() -> None:
            async with files.AsyncClient(base_url=at.url, **options) as client:
                await client.send(wanted)

        asyncio.run(call())

    return run


Send = Callable[..., None]


def pieces() -> Iterator[bytes]:
    yield b"one, "
    yield b""
    yield b"two"


async def awaited() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


def dechunked(body: bytes) -> bytes:
    found = b""
    while True:
        size, _, body = body.partition(b"\r\n")
        if not int(size, 16):
            return found
        found, body = found + body[: int(size, 16)], body[int(size, 16) + 2 :]


# --- the whole body -------------------------------------------------------------------


def test_pieces_go_out_in_chunks(send: Send, files: Package) -> None:
    with Server([DONE]) as server:
        send(server, files.PutFile(body=pieces()))
    headers = server.request.headers
    assert headers[b"transfer-encoding"] == b"chunked"
    assert b"content-length" not in headers
    assert headers[b"content-type"] == b"application/octet-stream"
    assert dechunked(server.request.body) == b"one, two"


def test_what_is_awaited() -> None:
    files = make(API)

    async def call(at: Server) -> None:
        async with files.AsyncClient(base_url=at.url) as client:
            await client.send(files.PutFile(body=awaited()))
            await client.send(files.PutFile(body=files.File(content=awaited())))

    with Server([DONE]) as server:
        asyncio.run(call(server))
    assert [dechunked(one.body) for one in server.requests] == [b"one, two"] * 2


@pytest.mark.parametrize("form", [False, True])
def test_what_is_awaited_and_cannot_be_is_refused_unsent(form: bool) -> None:
    def wanted(files: Package) -> Any:
        if form:
            return files.PostFile(file=files.File(content=awaited()), note="a")
        return files.PutFile(body=awaited())

    why = "only an AsyncClient over httpx2 sends .* give bytes, a file that is open"
    both, stdlib = make(API), make(API, transport="stdlib")
    with Server([DONE]) as server:  # which minds a request that does not end
        for files in (both, stdlib):
            client = files.Client(base_url=server.url)
            with client, pytest.raises(TypeError, match=why):
                client.send(wanted(files))

        async def call() -> None:
            async with stdlib.AsyncClient(base_url=server.url) as client:
                with pytest.raises(TypeError, match=why):
                    await client.send(wanted(stdlib))

        asyncio.run(call())
    assert not server.requests


def test_a_file_says_its_size(send: Send, files: Package, tmp_path: Path) -> None:
    content = os.urandom(200000)
    path = tmp_path / "file.bin"
    path.write_bytes(b"skipped" + content)
    with Server([DONE]) as server, path.open("rb") as file:
        file.seek(7)
        send(server, files.PutFile(body=file))
    assert server.request.headers[b"content-length"] == b"200000"
    assert b"transfer-encoding" not in server.request.headers
    assert server.request.body == content


@pytest.mark.parametrize("whole", [b"", b"one", [b"one", b", ", bytearray(b"two")], []])
def test_sizes_that_are_known(send: Send, files: Package, whole: Any) -> None:
    body = b"".join(whole) if isinstance(whole, list) else whole
    for given in (whole, files.File(content=whole), BytesIO(body)):
        with Server([DONE]) as server:
            send(server, files.PutFile(body=given))
        assert server.request.headers[b"content-length"] == b"%d" % len(body)
        assert server.request.body == body


def test_a_pipe_has_no_size(send: Send, files: Package) -> None:
    out, into = os.pipe()
    with os.fdopen(into, "wb") as file:
        file.write(b"one, two")
    with Server([DONE]) as server, os.fdopen(out, "rb") as file:
        send(server, files.PutFile(body=file))
    assert dechunked(server.request.body) == b"one, two"


def test_a_file_has_a_content_type_of_its_own(send: Send, files: Package) -> None:
    scan = files.File(content=BytesIO(b"png"), content_type="image/png")
    assert repr(scan) == "<File None, a stream>"
    with Server([DONE]) as server:
        send(server, files.PutFile(body=scan))
    assert server.request.headers[b"content-type"] == b"image/png"
    assert server.request.body == b"png"


@pytest.mark.parametrize(
    "body", [5, 5.0, {"a": 1}, ["a"], [1], StringIO("a"), object()]
)
def test_what_no_bytes_can_be_read_from(files: Package, body: Any) -> None:
    [violation] = files.refused("PutFile", body=body)
    assert (violation.rule, violation.limit) == ("encoding", "bytes")
    assert violation.message.endswith('as a file that is open with mode "rb"')


@pytest.mark.parametrize("content", [5, {"a": 1}, StringIO("a")])
@pytest.mark.parametrize("operation", ["PostFile", "PutFile"])
def test_a_file_of_something_else(files: Package, operation: str, content: Any) -> None:
    name = "file" if operation == "PostFile" else "body"
    with pytest.raises(files.InvalidRequest):
        files.built(operation, **{name: files.File(content=content)})


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("operation", ["PostFile", "PatchFile"])
def test_a_file_that_is_open_as_text(
    files: Package, operation: str, wrapped: bool
) -> None:
    given: Any = {"file": files.File(content=StringIO("a")) if wrapped else StringIO()}
    if operation == "PatchFile":
        given = {"body": given, "content_type": "application/json"}
    [violation] = files.refused(operation, **given)
    assert violation.path[-1] == "file"
    assert 'open as text: open it with mode "rb"' in violation.message


def test_what_is_wrong_in_a_part_has_its_name(files: Package) -> None:
    for content in (5, "\ud800"):
        [violation] = files.refused("PostFile", file=files.File(content=content))
        assert violation.path == ("file",)


def test_a_header_of_a_file_has_a_name(files: Package) -> None:
    file = files.File(content=b"x", headers={"X A: evil": "1"})
    [violation] = files.refused("PostFile", file=file)
    assert violation.message == "must have headers with names such as X-Rate"


def test_pieces_that_are_no_bytes(send: Send, files: Package) -> None:
    why = "is to be bytes, not str: open it as binary"
    with Sink() as sink, pytest.raises(TypeError, match=why):
        send(sink, files.PutFile(body=(one for one in ["a"])))


def test_what_makes_them_fails(send: Send, files: Package) -> None:
    def failing() -> Iterator[bytes]:
        yield b"one"
        raise LookupError("no more")

    with Sink() as sink, pytest.raises(LookupError, match="no more"):
        send(sink, files.PutFile(body=failing()))


@pytest.mark.parametrize(
    "error", [OSError(5, "disk"), TimeoutError("tape"), httpx2.ReadError("upstream")]
)
def test_an_error_of_the_file_is_no_fault_of_the_connection(
    send: Send, files: Package, error: Exception
) -> None:
    class Bad(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise error
            return super().read(size)

    bad = files.File(content=Bad(b"x" * 200_000))
    with Sink() as sink, pytest.raises(type(error)) as raised:
        send(sink, files.PostFile(file=bad), retries=0)
    assert raised.value.args == error.args


class Grown(BytesIO):
    """More than it said, by far."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size) or b"x"


class Shrunk(BytesIO):
    """Less than it said."""

    def read(self, size: int | None = -1, /) -> bytes:
        return b"" if self.tell() else super().read(size)


UNLIKE = "the body is not as long as its Content-Length says"


@pytest.mark.parametrize("kind", [Grown, Shrunk])
def test_a_file_of_another_size_than_it_said(
    send: Send, files: Package, kind: type[BytesIO]
) -> None:
    body = kind(b"x" * 200_001)
    with Sink() as sink, pytest.raises(files.ConnectionLost, match=UNLIKE):
        send(sink, files.PutFile(body=body))


@pytest.mark.parametrize("length", ["3", "33"])
def test_a_length_that_is_not_that_of_the_body(
    send: Send, files: Package, length: str
) -> None:
    headers = {"Content-Length": length}
    with Sink() as sink, pytest.raises(files.ConnectionLost, match=UNLIKE):
        send(sink, files.PutFile(body=b"x" * 30), headers=headers)


def test_a_stream_is_sent_once(send: Send, files: Package) -> None:
    with Server([answer(503)]) as server, pytest.raises(files.ServerError):
        send(server, files.PutFile(body=pieces()), retries=files.Retries(first=0))
    assert len(server.requests) == 1
    with Server([answer(503)]) as server, pytest.raises(files.ServerError):
        send(server, files.PutFile(body=b"1"), retries=files.Retries(first=0))
    assert len(server.requests) == 3


def test_a_body_that_can_be_several_things(send: Send, files: Package) -> None:
    with Server([DONE]) as server:
        kind = "application/octet-stream"
        send(server, files.PatchFile(body=BytesIO(b"one\ntwo"), content_type=kind))
        given = {"file": files.File(content=BytesIO(b"\xff"))}
        send(server, files.PatchFile(body=given, content_type="application/json"))
        send(server, files.PatchFile())
    first, second, third = server.requests
    assert first.headers[b"content-length"] == b"7"
    assert first.body == b"one\ntwo"
    assert second.body == b'{"file":"%b"}' % base64.b64encode(b"\xff")
    assert third.body == b""


# --- forms ----------------------------------------------------------------------------


@pytest.mark.parametrize("sized", [True, False])
def test_parts_are_sent_as_they_are_read(
    send: Send, files: Package, sized: bool
) -> None:
    content = BytesIO(b"one, two") if sized else pieces()
    file = files.File(content=content, filename="a.txt", content_type="text/plain")
    with Server([DONE]) as server:
        send(server, files.PostFile(file=file, note="\u00e4"))
    request = server.request
    assert (b"content-length" in request.headers) == sized
    kind = request.headers[b"content-type"].decode()
    found = re.fullmatch("multipart/form-data; boundary=([0-9a-f]{64})", kind)
    assert found is not None
    body = request.body if sized else dechunked(request.body)
    line = f"--{found[1]}"
    assert body.decode() == "\r\n".join(
        [
            line,
            'Content-Disposition: form-data; name="file"; filename="a.txt"',
            "Content-Type: text/plain",
            "",
            "one, two",
            line,
            'Content-Disposition: form-data; name="note"',
            "",
            "\u00e4",
            f"{line}--",
            "",
        ]
    )


def test_the_boundary_of_a_stream_cannot_be_foreseen(files: Package) -> None:
    def boundary() -> str:
        file = files.File(content=BytesIO(b"1"))
        return str(files.built("PostFile", file=file).headers["Content-Type"])

    assert boundary() != boundary()


def test_a_file_that_is_no_part_is_not_read(files: Package) -> None:
    file = BytesIO(b"one\ntwo")
    [violation] = files.refused("PostFile", file=file)
    assert violation.path == ("file",)
    assert file.tell() == 0


# --- how much memory ------------------------------------------------------------------


class Sink:
    """A server that reads one request with a chunked body, and keeps nothing of it."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.size = 0
        self._thread = threading.Thread(target=self._serve)

    def _serve(self) -> None:
        connection, _ = self._listener.accept()
        with connection:
            last = b""
            while chunk := connection.recv(65536):
                self.size += len(chunk)
                last = (last + chunk)[-5:]
                if last == b"0\r\n\r\n":
                    connection.sendall(DONE)
                    return

    def __enter__(self) -> Sink:
        self._thread.start()
        return self

    def __exit__(self, *rest: object) -> None:
        self._thread.join()
        self._listener.close()


@pytest.mark.parametrize("form", [False, True])
def test_a_large_upload_takes_little_memory(
    send: Send, files: Package, form: bool
) -> None:
    def large() -> Iterator[bytes]:
        piece = bytes(65536)
        for _ in range(3200):
            yield piece

    if form:
        wanted = files.PostFile(file=files.File(content=large()))
    else:
        wanted = files.PutFile(body=large())
    with Sink() as sink:
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            send(sink, wanted, timeout=files.Timeout(total=None))
            grown = tracemalloc.get_traced_memory()[1] - before
        finally:
            tracemalloc.stop()
    assert sink.size > 65536 * 3200
    assert grown < 8 * 1024 * 1024
