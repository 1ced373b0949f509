"""Bodies that are texts."""

from __future__ import annotations

import re
from contextlib import suppress

from .http import HttpResponse

_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([^\s"';]+)""", re.IGNORECASE)


def text_of(response: HttpResponse) -> str:
    """The body of `response` as a text, by the charset it names, else as UTF-8.

    It is without its byte order mark; what cannot be read in it is U+FFFD.
    """
    found = _CHARSET.search(response.headers.get("content-type", ""))
    if found is not None:
        # Not every codec is one for texts, or keeps to what is asked of it.
        with suppress(LookupError, ValueError):
            return response.body.decode(found[1], "replace").removeprefix("\ufeff")
    return response.body.decode("utf-8", "replace").removeprefix("\ufeff")
