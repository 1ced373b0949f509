"""Bodies that are sent as they are read, and not held in memory."""

from __future__ import annotations

import io
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Collection,
    Iterable,
    Iterator,
    Mapping,
)
from itertools import chain
from typing import Any, TypeAlias, TypeGuard, cast

from .encoding import is_bytes

Source: TypeAlias = Iterable[bytes] | AsyncIterable[bytes]
"""What bytes are read from: a file that is open in binary mode is one, too."""

_STEP = 1 << 16


def is_source(value: Any) -> TypeGuard[Source]:
    """Whether bytes can be read from `value`, which is none itself."""
    if isinstance(value, (str, bytes, bytearray, memoryview, Mapping, io.TextIOBase)):
        return False
    if isinstance(value, Collection):
        return all(map(is_bytes, cast("Collection[object]", value)))
    return hasattr(value, "read") or isinstance(value, (Iterable, AsyncIterable))


class Upload:
    """A body out of several parts, sent once, piece by piece.

    Files are read from where they stand to their end. `size` is in bytes, None if a
    part does not tell its own.
    """

    def __init__(self, parts: Iterable[bytes | Source]) -> None:
        self._parts = tuple(parts)
        sizes = [_size(part) for part in self._parts]
        known = [size for size in sizes if size is not None]
        self.size = sum(known) if len(known) == len(sizes) else None

    def __iter__(self) -> Iterator[bytes]:
        plain = [part for part in self._parts if not isinstance(part, AsyncIterable)]
        if len(plain) < len(self._parts):  # said here, and not when half of it is sent
            raise TypeError(
                "only an AsyncClient over httpx2 sends an async iterable: give bytes, a"
                " file that is open in binary mode, or an iterable of bytes"
            )
        return chain.from_iterable(map(_pieces, plain))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            if isinstance(part, AsyncIterable):
                async for piece in part:
                    yield _checked(piece)
            else:
                for piece in _pieces(part):
                    yield piece


def whole(source: Source) -> bytes:
    """All of it, for what cannot be sent piece by piece."""
    return b"".join(Upload((source,)))


def _pieces(part: bytes | Iterable[bytes]) -> Iterator[bytes]:
    if isinstance(part, bytes):
        yield part
        return
    read = getattr(part, "read", None)
    for piece in part if read is None else iter(lambda: read(_STEP), b""):
        yield _checked(piece)


def _checked(piece: object) -> bytes:
    if is_bytes(piece):
        return bytes(piece)
    kind = type(piece).__name__
    raise TypeError(f"what is uploaded is to be bytes, not {kind}: open it as binary")


def _size(part: Any) -> int | None:
    """How many bytes are left of `part`, as far as one can tell."""
    if isinstance(part, bytes):
        return len(part)
    if isinstance(part, Collection):
        return sum(len(bytes(piece)) for piece in cast("Collection[bytes]", part))
    try:
        here: int = part.tell()
        end: int = part.seek(0, io.SEEK_END)
        part.seek(here)
    except (AttributeError, OSError):  # it is no file, or a pipe
        return None
    return max(end - here, 0)
