"""Media types: how content of each is written and read."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

__all__ = ["Kind", "content_type", "is_range", "kind_of"]

Kind: TypeAlias = Literal["json", "form", "multipart", "text", "binary"]

_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"application/x-www-form-urlencoded", "form"),
    (r"multipart/.*", "multipart"),
    # A sequence of JSON texts is read by whoever asked for one.
    (r".*[/+.-](jsonl|ndjson|json-seq|jsonlines|x-ndjson)", "text"),
    (r"(.*[/+.-])?json([;,].*)?", "json"),
    (r"\*/\*|\*|", "json"),
    (r"text/.*|.*[/+.-](xml|yaml|csv|html|javascript)", "text"),
)
_TYPE = re.compile(r"[\w!#$&^.+*-]+/[\w!#$&^.+*-]+( *;[ -~]*)?", re.ASCII)


def kind_of(media_type: str, *, sequential: bool = False) -> Kind:
    """How content of `media_type` is taken; what is not known is bytes.

    `sequential`: it is a stream, which is text, but for a multipart of so many parts.
    """
    bare = media_type.partition(";")[0].strip().lower()
    for expression, kind in _KINDS:
        if re.fullmatch(expression, bare):
            return "text" if sequential and kind != "multipart" else kind
    return "text" if sequential else "binary"


def is_range(media_type: str) -> bool:
    """Whether `media_type` is one, or a range of them, that a request can ask for."""
    return _TYPE.fullmatch(media_type) is not None


def content_type(media_type: str) -> str:
    """What a request says of its body: a type that is none, or a range, is made one."""
    if is_range(media_type.strip()) and "*" not in media_type:
        return media_type.strip()
    fallback = {
        "json": "application/json",
        "form": "application/x-www-form-urlencoded",
        "multipart": "multipart/form-data",
        "text": "text/plain",
    }
    return fallback.get(kind_of(media_type), "application/octet-stream")
