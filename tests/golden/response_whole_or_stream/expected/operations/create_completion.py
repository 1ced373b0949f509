"""CreateCompletion: POST /completions"""

from __future__ import annotations

from typing import Any

from .._support.encoding import Unwritable
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.json_bodies import json_body
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.streams import ServerSentEvent, StreamRequest, json_data
from .._support.unreadable import as_record
from .._support.violations import Found
from ..models.chunk import Chunk, read_chunk
from ..models.completion import Completion, read_completion
from ..validators.create_completion_body import check_create_completion_body

__all__ = ["CreateCompletion"]


@model
class CreateCompletion(StreamRequest[Completion, ServerSentEvent[Chunk]]):
    """POST /completions"""

    _items = {
        "text/event-stream": json_data(as_record(read_chunk)),
    }
    _done = "[DONE]"

    prompt: str

    stream: bool | None = None

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_BODY, self)
        try:
            body = _BODY.given(self)
            check_create_completion_body(body, found)
            found.settle("CreateCompletion")
            encoded = json_body(body)
            url = server + "/completions"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCompletion", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Completion:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_completion)
        raise failure("CreateCompletion", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/json",
}
_BODY = Fields(
    "spec.yaml#/paths/~1completions/post/requestBody/content/application~1json/schema",
    {
        "prompt": "prompt",
        "stream": "stream",
    },
)
