"""What a server can say that no connection is to outlive."""

from collections.abc import Iterator

import pytest
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
