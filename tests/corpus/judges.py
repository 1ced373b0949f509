"""openapi-core's word on a request, against the original document."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from werkzeug.datastructures import Headers, ImmutableMultiDict

from .calling import kind_of
from .counter import Operation
from .library import Library
from .loopback import Recorded

__all__ = ["Judge"]


@dataclass
class _Request:
    """A recorded request, as openapi-core asks for it."""

    host_url: str
    path: str
    method: str
    body: bytes | None
    content_type: str
    parameters: RequestParameters = field(default_factory=RequestParameters)


class Judge:
    """Judges the requests of one description."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def can_judge(self, operation: Operation) -> bool:
        """Whether openapi-core reads such a description at all.

        It knows no 2.0, and paths with a query or a fragment are none to it.
        """
        root = self._library.root.file
        return (
            self._library.version >= (3, 0)
            and operation.item.file == root
            and not set("?#") & set(operation.path)
        )

    def objection(self, operation: Operation, came: Recorded, url: str) -> str | None:
        """What openapi-core has against it; None if nothing."""
        try:
            described = self._described(operation, url, came)
            described.validate_request(_as_request(came, url))
        except OpenAPIError as error:
            return _told(error)
        except Exception as error:  # noqa: BLE001  # its own faults are not ours
            return f"fails itself: {type(error).__name__}: {error}"
        return None

    def _described(self, operation: Operation, url: str, came: Recorded) -> OpenAPI:
        """The document with this operation alone, as if it were served here."""
        moved = ("servers", "security")
        methods = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
        methods |= {"query", "additionalOperations"}
        one = {k: v for k, v in operation.node.value.items() if k not in moved}
        item = {
            key: value
            for key, value in operation.item.value.items()
            if key not in methods and key not in moved
        }
        method = operation.method.lower()
        if method in methods:
            item[method] = one
        else:
            item["additionalOperations"] = {operation.method: one}
        document = {k: v for k, v in self._library.root.value.items() if k not in moved}
        paths = {operation.path: item}
        if '"#/paths/' in json.dumps(item, default=str):
            paths = self._library.root.value["paths"] | paths
        document |= {"servers": [{"url": url}], "paths": paths}
        document.pop("webhooks", None)
        unchecked: Any = None  # allowed, and what it takes to leave the document alone
        config = Config(
            spec_validator_cls=unchecked,
            extra_media_type_deserializers=_more_json(came),
        )
        base = self._library.root.file.as_uri()
        return OpenAPI.from_dict(document, config=config, base_uri=base)


def _more_json(came: Recorded) -> dict[str, Any]:
    """How to read the body, where its type is JSON that openapi-core does not know."""
    main = (came.header("content-type") or "").partition(";")[0].strip().lower()
    is_json = kind_of(main) == "json" and main != "application/json"
    return {main: json.loads} if is_json else {}


def _decoded(path: str) -> str:
    """The path as servers hand it on; what would end or divide it stays escaped."""
    escapes = r"(?i)(?:%(?!2f|3f|23)[0-9a-f]{2})+"
    return re.sub(escapes, lambda found: unquote(found[0]), path)


def _as_request(came: Recorded, url: str) -> _Request:
    path, _, query = came.target.partition("?")
    cookies = [
        (part.strip().partition("=")[0], part.strip().partition("=")[2])
        for part in (came.header("cookie") or "").split(";")
        if part.strip()
    ]
    pairs = parse_qsl(query, keep_blank_values=True)
    headers = Headers(list(came.headers))
    # A parameter of this name is to be ignored, but openapi-core asks for it.
    headers.setdefault("Authorization", "none")
    return _Request(
        host_url=url,
        path=_decoded(path),
        method=came.method.lower(),
        body=came.body or None,
        content_type=came.header("content-type") or "",
        parameters=RequestParameters(
            query=ImmutableMultiDict(pairs),
            header=headers,
            cookie=ImmutableMultiDict(cookies),
        ),
    )


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except ValueError:  # openapi-core's own, of a body that is no text
        return "?"


def _told(error: BaseException) -> str:
    """The error and what it came from, and the first of what a schema found."""
    said = [f"{type(error).__name__}: {_text(error)}"]
    inner = error.__cause__ or error.__context__
    if inner is not None:
        said.append(f"{type(inner).__name__}: {_text(inner)}")
        found = list(getattr(inner, "schema_errors", ()))
        said += [str(one.message) for one in found[:1]]
    return " < ".join(said)
