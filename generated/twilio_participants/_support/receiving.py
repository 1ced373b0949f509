"""A response as a whole, out of the pieces that arrive: bounded, and decompressed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from .errors import InvalidResponse
from .http import AsyncIncoming, HttpResponse, Incoming
from .models import model

ENCODINGS = "gzip, deflate"
"""What `Decompressed` undoes, as ``Accept-Encoding`` says it (RFC 9110 §12.5.3)."""

_STEP = 1 << 16
_MEMBER = 1 << 10  # for the time that each takes, be it empty
_MOST = 2  # of codings; who sends more means harm


@model
class Limits:
    """How large a response may be, in bytes.

    `received` bounds what comes over the wire, `decompressed` what becomes of it,
    compressed or not; each further member of a gzip file counts for a KiB more. A
    stream has no such bounds, but `item` bounds each of its items, events and lines.
    None is no bound.
    """

    received: int | None = 64 * 1024 * 1024
    decompressed: int | None = 256 * 1024 * 1024
    item: int | None = 16 * 1024 * 1024


class Decompressed:
    """Undoes the Content-Encoding of a response (RFC 9110 §8.4), within `limits`."""

    def __init__(
        self, operation: str, incoming: Incoming | AsyncIncoming, limits: Limits
    ) -> None:
        self._operation = operation
        self._status = incoming.status
        self._headers = incoming.headers
        self._limits = limits
        self._received = self._made = 0
        named = incoming.headers.get("content-encoding", "").lower().split(",")
        codings = [one.strip() for one in named if one.strip() not in ("", "identity")]
        if len(codings) > _MOST:
            raise self._error(f"it has {len(codings)} Content-Encodings")
        unknown = [one for one in codings if one not in _CODINGS]
        if unknown:
            raise self._error(f"its Content-Encoding {unknown[0]!r} is not understood")
        self._stages = [_Stage(self, one) for one in reversed(codings)]

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """What `chunk`, the next to arrive, stands for.

        Raises:
            InvalidResponse: It is not compressed as it says, or too large.
        """
        if not chunk:
            return
        if not self._received:  # what comes after HEAD announces a body, and has none
            announced = self._headers.get("content-length", "")
            if announced.isdecimal():
                self._bound(
                    int(announced[:19]), self._limits.received, "is announced to have"
                )
        self._received += len(chunk)
        self._bound(self._received, self._limits.received, "has")
        if not self._stages:
            self.count(len(chunk))
        pieces: Iterator[bytes] = iter((chunk,))
        for stage in self._stages:
            pieces = stage.feed(pieces)
        yield from pieces

    def end(self) -> None:
        """See that what is compressed came to its end; as `feed` otherwise."""
        if self._received and not all(stage.ended for stage in self._stages):
            raise self._error("its compressed body ends too soon")

    def whole(self, body: bytes) -> HttpResponse:
        """The response with this body."""
        return HttpResponse(status=self._status, headers=self._headers, body=body)

    def count(self, size: int) -> None:
        """Add to what has become of it; as `feed` otherwise."""
        self._made += size
        self._bound(self._made, self._limits.decompressed, "has, decompressed,")

    def broken(self) -> InvalidResponse:
        """What to raise for a body that is not compressed as it says."""
        return self._error("its body is not compressed as it says")

    def _bound(self, size: int, limit: int | None, how: str) -> None:
        if limit is not None and size > limit:
            raise self._error(
                f"its body {how} more than the {limit} bytes that are allowed; if"
                " that is right, give the client larger Limits"
            )

    def _error(self, why: str) -> InvalidResponse:
        nothing = HttpResponse(status=self._status, headers=self._headers, body=b"")
        return InvalidResponse(
            f"{self._operation}: the answer {self._status} cannot be read: {why}",
            nothing,
        )


class _Stage:
    """One coding, undone."""

    def __init__(self, whole: Decompressed, coding: str) -> None:
        self._whole = whole
        self._gzip = coding != "deflate"
        self._inflate: Any = None

    @property
    def ended(self) -> bool:
        return self._inflate is not None and self._inflate.eof

    def feed(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        # What is left is copied for each member: so it is to be little.
        steps = (
            one[at : at + _STEP] for one in pieces for at in range(0, len(one), _STEP)
        )
        for rest in steps:
            if self._inflate is None:
                self._inflate = zlib.decompressobj(self._window(rest))
            made = b""
            while rest or len(made) == _STEP:
                if self._inflate.eof:
                    if not self._gzip or rest[:1] != b"\x1f":
                        break  # some servers put more behind the end
                    self._inflate = zlib.decompressobj(self._window(rest))
                    self._whole.count(_MEMBER)
                try:
                    made = self._inflate.decompress(rest, _STEP)
                except zlib.error:
                    raise self._whole.broken() from None
                rest = self._inflate.unconsumed_tail or self._inflate.unused_data
                if made:
                    self._whole.count(len(made))
                    yield made

    def _window(self, piece: bytes) -> int:
        """What zlib knows the coding by; some send ``deflate`` without its header."""
        if self._gzip:
            return zlib.MAX_WBITS | 16
        return zlib.MAX_WBITS if piece[0] & 0x0F == 8 else -zlib.MAX_WBITS


_CODINGS = frozenset(("deflate", "gzip", "x-gzip"))


def collect(operation: str, incoming: Incoming, limits: Limits) -> HttpResponse:
    """The whole of `incoming`, which is closed.

    What says that something went wrong says so whatever its body: of one that cannot be
    decompressed, or is too large, nothing is kept.

    Raises:
        InvalidResponse: It cannot be decompressed, or is too large.
        TransportError: It does not come to its end.
    """
    try:
        return _whole(Decompressed(operation, incoming, limits), incoming)
    except InvalidResponse as error:
        return _kept(error)
    finally:
        incoming.close()


def _whole(plain: Decompressed, incoming: Incoming) -> HttpResponse:
    body = BytesIO()  # as a list of what drips is many times its size
    for chunk in incoming.chunks:
        body.writelines(plain.feed(chunk))
    plain.end()
    return plain.whole(body.getvalue())


def _kept(error: InvalidResponse) -> HttpResponse:
    if error.response.status < _ERRORS:
        raise error.with_traceback(None)  # which shows what came of the body
    return error.response


_ERRORS = 400


async def acollect(
    operation: str, incoming: AsyncIncoming, limits: Limits
) -> HttpResponse:
    """As `collect`."""
    try:
        return await _awhole(Decompressed(operation, incoming, limits), incoming)
    except InvalidResponse as error:
        return _kept(error)
    finally:
        await incoming.close()


async def _awhole(plain: Decompressed, incoming: AsyncIncoming) -> HttpResponse:
    body = BytesIO()
    async for chunk in incoming.chunks:
        body.writelines(plain.feed(chunk))
    plain.end()
    return plain.whole(body.getvalue())
