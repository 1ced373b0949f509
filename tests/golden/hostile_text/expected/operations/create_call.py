"""CreateCall: POST /calls/'\"\"\"/{Sid}/\\"""

from __future__ import annotations

from typing import Any, Literal

from .._support.encoding import Unwritable, form, segment
from .._support.fields import Fields
from .._support.http import HttpRequest, HttpResponse
from .._support.models import model
from .._support.readers import content, failure, undescribed
from .._support.requests import Request
from .._support.violations import Found
from ..models.call import Call, read_call
from ..validators.create_call_body import check_create_call_body
from ..validators.create_call_path import check_create_call_path

__all__ = ["CreateCall"]


@model
class CreateCall(Request[Call]):
    """\"\"\"quoted\"\"\"

    one
    two
    three
    four
    five
    six\x00seven\x1beight \u202egnirts\u202c \u2066x\u2069 \ufeff \\N{BULLET} \\x41 \\

    POST /calls/'\"\"\"/{Sid}/\\
    """

    sid: str
    """a \\" quote and \"\"\" at the end\""""

    to: str
    """" + boom() + \""""

    a_b_c_d: (
        Literal[
            '"',
            "'",
            "'\"",
            '"""',
            "\\",
            "\n",
            "\x00",
            "\u202e",
            "{{ x }}",
            "{% raw %}",
            "😀",
            "\u2028",
        ]
        | None
    ) = None
    """# noqa

    \"\"\"
    import os
    \"\"\"

    Default: "\\"\\"\\"\\\\".
    """

    title: str | None = None
    """\\"""

    def build(self, server: str, defaults: dict[str, Any]) -> HttpRequest:
        found = Found(_PATH, self)
        try:
            path = _PATH.given(self)
            body = _BODY.given(self)
            check_create_call_path(path, found)
            check_create_call_body(body, found.within(_BODY))
            found.settle("CreateCall")
            encoded = form(body)
            url = server + "/calls/'%22%22%22/" + segment(path["Sid"]) + "/%5C"
            return HttpRequest("POST", url, _HEADERS, encoded)
        except Unwritable as error:
            raise found.unwritable("CreateCall", error) from None

    @classmethod
    def read(cls, response: HttpResponse) -> Call:
        if response.status == 200 or undescribed(response, "200"):
            return content(response, read_call)
        raise failure("CreateCall", response)


_HEADERS: dict[str, str] = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
}
_PATH = Fields(
    "spec.yaml#/paths/~1calls~1'%22%22%22~1{Sid}~1%5C/post",
    {
        "Sid": "sid",
    },
)

_BODY = Fields(
    "spec.yaml#/paths/~1calls~1'%22%22%22~1{Sid}~1%5C/post/requestBody/content/application~1x-www-form-urlencoded/schema",
    {
        'To"""\\': "to",
        "a/b~c\n{{ d }}": "a_b_c_d",
        "Title": "title",
    },
)
