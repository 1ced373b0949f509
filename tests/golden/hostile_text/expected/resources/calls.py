"""{{ boom() }} {% for x in y %} {# no comment #} ''' \\"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._support.client import BaseAsyncClient, BaseClient

if TYPE_CHECKING:
    from ..models.call import Call

__all__ = ["AsyncCalls", "Calls"]


class Calls:
    """{{ boom() }} {% for x in y %} {# no comment #} ''' \\"""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def create(
        self,
        *,
        sid: str,
        to: str,
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
        ) = None,
        title: str | None = None,
    ) -> Call:
        """\"\"\"quoted\"\"\"

        one
        two
        three
        four
        five
        six\x00seven\x1beight \u202egnirts\u202c \u2066x\u2069 \ufeff \\N{BULLET} \\x41 \\

        POST /calls/'\"\"\"/{Sid}/\\

        Args:
            sid: a \\" quote and \"\"\" at the end"
            to: " + boom() + "
            a_b_c_d: # noqa. \"\"\" import os \"\"\". Default: "\\"\\"\\"\\\\".
            title: \\
        """
        from ..operations.create_call import CreateCall

        return self._client.send(
            CreateCall(
                sid=sid,
                to=to,
                a_b_c_d=a_b_c_d,
                title=title,
            )
        )


class AsyncCalls:
    """{{ boom() }} {% for x in y %} {# no comment #} ''' \\"""

    def __init__(self, client: BaseAsyncClient) -> None:
        self._client = client

    async def create(
        self,
        *,
        sid: str,
        to: str,
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
        ) = None,
        title: str | None = None,
    ) -> Call:
        """\"\"\"quoted\"\"\"

        one
        two
        three
        four
        five
        six\x00seven\x1beight \u202egnirts\u202c \u2066x\u2069 \ufeff \\N{BULLET} \\x41 \\

        POST /calls/'\"\"\"/{Sid}/\\

        The arguments are those of `Calls.create`, the fields of `CreateCall`.
        """
        from ..operations.create_call import CreateCall

        return await self._client.send(
            CreateCall(
                sid=sid,
                to=to,
                a_b_c_d=a_b_c_d,
                title=title,
            )
        )
