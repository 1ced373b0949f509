"""What a server can say that no connection is to outlive."""

from collections.abc import Iterator
from itertools import repeat

import pytest
from fragmint.support.stdlib import reply as module
from fragmint.support.stdlib.reply import Broken, Reply


def reply(*pieces: bytes) -> Reply:
    given: Iterator[bytes] = iter(pieces)
    return Reply(lambda: next(given, b""), "GET")


def test_interim_responses_without_end_are_no_http() -> None:
    endless = reply(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)
    with pytest.raises(Broken, match="not HTTP"):
        endless.begin()


def test_a_few_interim_responses_are_passed_over() -> None:
    few = reply(b"HTTP/1.1 103 Early\r\n\r\n" * 16 + b"HTTP/1.1 204 None\r\n\r\n")
    few.begin()
    assert (few.status, few.ended, few.goes_on) == (204, True, True)


@pytest.mark.parametrize(("version", "goes_on"), [(b"1.0", False), (b"1.1", True)])
def test_chunks_of_an_old_server_end_the_connection(
    version: bytes, goes_on: bool
) -> None:
    said = reply(
        b"HTTP/" + version + b" 200 OK\r\nConnection: keep-alive\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    )
    said.begin()
    assert said.more() == b""
    assert (said.ended, said.goes_on) == (True, goes_on)


def head_that_drips(size: int, kind: type[bytes] = bytes) -> Reply:
    line = b"X: " + b"a" * (size // 200) + b"\r\n"
    head = b"HTTP/1.1 204 None\r\n" + line * 200 + b"\r\n"
    return reply(*(kind(head[at : at + 1]) for at in range(len(head))))


def test_a_head_that_drips_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not all that is there each time that a byte comes."""
    searched = copied = 0
    ends = module._HEAD_ENDS

    class Counted:
        def search(self, came: bytes, at: int) -> object:
            nonlocal searched
            searched += len(came) - at
            return ends.search(came, at)

    class Piece(bytes):
        def __radd__(self, came: bytes) -> bytes:
            nonlocal copied
            if isinstance(came, bytearray):  # grows where it is
                return NotImplemented
            copied += len(came)
            return came + bytes(self)

    monkeypatch.setattr(module, "_HEAD_ENDS", Counted())
    slow = head_that_drips(20_000, Piece)
    slow.begin()
    assert len(slow.headers["x"]) == 200 * 100 + 199 * 2
    assert searched < 100_000
    assert copied < 100_000


def test_a_head_has_a_bound_however_short_its_lines_are() -> None:
    given: Iterator[bytes] = repeat(b"X: y\r\n" * 100)
    start = iter([b"HTTP/1.1 200 OK\r\n"])
    endless = Reply(lambda: next(start, None) or next(given), "GET")
    with pytest.raises(Broken, match="too many headers"):
        endless.begin()
    with pytest.raises(Broken, match="too long"):
        head_that_drips(270_000).begin()


def test_what_began_is_not_silent() -> None:
    """Else the request would be sent again, though it was acted on."""
    for begun in (b"H", b"HTTP/1.1 200 OK\r\nX"):
        one = reply(begun)
        with pytest.raises(Broken, match="ended before"):
            one.begin()
        assert not one.silent
    none = reply()
    with pytest.raises(Broken, match="without response"):
        none.begin()
    assert none.silent
