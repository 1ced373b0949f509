"""Lists that come in pages: what the request for the next page is, and all of them.

An operation declares how with one of the classes `By…`. They are pure: of a request and
its answer each makes the arguments of the next request, or the reference to follow.
`Pages` and `AsyncPages` send them, each as a call of its own.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar, cast
from urllib.parse import quote, urldefrag, urljoin

from .errors import InvalidResponse
from .http import HttpRequest, HttpResponse, origin, shown
from .models import Model, is_of_models
from .plain import plain
from .requests import Request

if TYPE_CHECKING:
    from .client import BaseAsyncClient, BaseClient
    from .settings import Response


Item = TypeVar("Item")
Page = TypeVar("Page")

_Next: TypeAlias = Mapping[str, Any] | str | None
"""The arguments that change, or a URI reference (RFC 3986 §4.1); None: that was all."""


class ByCursor(NamedTuple):
    """A page says under `next` what `parameter` is for the next one.

    `parameter` is an argument. `next` and `items` are fields of the page, dotted where
    they lie deeper; "" is the page itself.
    """

    parameter: str
    next: str
    items: str = ""

    def after(self, request: Request[Any], answer: Response[Any]) -> _Next:
        """What is next."""
        cursor = plain(_at(request, answer, self.next))
        return None if cursor in (None, "") else {self.parameter: cursor}


class ByPage(NamedTuple):
    """`parameter` counts the pages from `start` on; one without items is the last."""

    parameter: str
    items: str = ""
    start: int = 1

    def after(self, request: Request[Any], answer: Response[Any]) -> _Next:
        """What is next."""
        if not _items(request, answer):
            return None
        return {self.parameter: _number(request, self.parameter, self.start) + 1}


class ByOffset(NamedTuple):
    """`parameter` counts the items from `start` on; a page without any is the last."""

    parameter: str
    items: str = ""
    start: int = 0

    def after(self, request: Request[Any], answer: Response[Any]) -> _Next:
        """What is next."""
        count = len(_items(request, answer))
        if not count:
            return None
        return {self.parameter: _number(request, self.parameter, self.start) + count}


class ByUri(NamedTuple):
    """A page says under `next` where the next one is."""

    next: str
    items: str = ""

    def after(self, request: Request[Any], answer: Response[Any]) -> _Next:
        """What is next."""
        reference = _at(request, answer, self.next)
        return str(reference) if reference else None


class ByLink(NamedTuple):
    """The header ``Link`` says where the next page is (RFC 8288 §3)."""

    items: str = ""

    def after(self, _: Request[Any], answer: Response[Any]) -> _Next:
        """What is next."""
        return link_of(answer.headers.get("link", ""), "next")


def _items(request: Request[Any], answer: Response[Any]) -> Any:
    """The items of a page; () where it has none. Raises as `_at`."""
    model = answer.model
    if model.__class__ is list:  # or else it can be another thing
        return model
    return _at(request, answer, _scheme(request).items) or ()


def _at(request: Request[Any], answer: Response[Any], path: str) -> Any:
    """What a dotted path into a page leads to; None where there is nothing, or null.

    Raises:
        InvalidResponse: something is there, and could not be read.
    """
    found: Any = answer.model
    for name in path.split(".") if path else ():
        if isinstance(found, dict):
            why = "cannot be gone through: it is of a kind that is not described"
            raise _invalid(request, answer, f"{why}. Correct the description")
        if not isinstance(found, Model):
            return None
        holder, found = found, getattr(found, name, None)
        if found is None:
            kind: Any = type(holder)
            wire_name = kind._names.get(name, name)
            if getattr(holder, "extra", {}).get(wire_name) is not None:
                why = f"cannot be gone through: its {wire_name!r} is not as described."
                why += " Correct the description, or go through pages(), whose extra"
                raise _invalid(request, answer, f"{why} has it as it came")
    return found


def _number(request: Request[Any], parameter: str, start: int) -> int:
    given: Any = getattr(request, parameter)
    return start if given is None else given


_TARGET = re.compile(r"\s*<([^<>]*)>")  # no scan goes over what another did
_PARAMETER = re.compile(
    r'\s*;\s*([^\s=;,"<>]*)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?'
)


def link_of(header: str, relation: str) -> str | None:
    """The target of the first link of this relation in a header ``Link``.

    It is read as RFC 8288 appendix B.2 has it, and what is no link is passed over. A
    link with an anchor is not about the response, and does not count.
    """
    at = 0
    while at >= 0:
        target = _TARGET.match(header, at)
        if target is not None:
            at = target.end()
            said: dict[str, str] = {}
            while (one := _PARAMETER.match(header, at)) is not None:
                at = one.end()
                value = re.sub(r"\\(.)", r"\1", one[2] or "") or (one[3] or "")
                said.setdefault(one[1].lower(), value)
            relations = said.get("rel", "").strip("'").lower().split()
            if relation in relations and "anchor" not in said:
                return target[1]
        at = header.find(",", at)
        at = at if at < 0 else at + 1
    return None


class _Walk:
    """One way through the pages: what is to be sent now, None at the end."""

    def __init__(
        self,
        request: Request[Any],
        outgoing: HttpRequest,
        prepare: Callable[[Request[Any]], HttpRequest],
    ) -> None:
        self.now: tuple[Request[Any], HttpRequest] | None = (request, outgoing)
        self._prepare = prepare
        self._sent = {_mark(outgoing)}
        self._items: object = None

    def go_on(self, answer: Response[Any]) -> None:
        """Go to the page after the one that is in `answer`.

        Raises:
            InvalidRequest: what the page says is no value for its parameter.
            InvalidResponse: the next page is of another origin (RFC 6454 §4), or was
                there before; or pages are counted, and this one is the one before; or
                what is next is there and cannot be read.
        """
        assert self.now is not None
        request, outgoing = self.now
        after = _scheme(request).after(request, answer)
        if after is None:
            self.now = None
            return
        if isinstance(after, str):
            url = _resolved(after, outgoing.url)
            if url is None:
                why = f"names a next one at {shown(after)!r}, which is not its own"
                why += f" origin, {shown(outgoing.url)!r}: nothing was sent there"
                raise _invalid(request, answer, why)
            outgoing = outgoing._replace(url=url)
        else:
            self._look(request, answer)
            request = replace(cast(Any, request), **after)
            outgoing = self._prepare(request)
        if _mark(outgoing) in self._sent:
            raise _invalid(request, answer, "names a next one that was there before")
        self._sent.add(_mark(outgoing))
        self.now = request, outgoing

    def _look(self, request: Request[Any], answer: Response[Any]) -> None:
        """See that a server which is to count knows what is counted."""
        scheme = _scheme(request)
        if isinstance(scheme, ByPage | ByOffset):
            before, self._items = self._items, _items(request, answer)
            # What is no model can well be there again.
            if before == self._items and is_of_models(before):
                why = f"is that before it: does the server know {scheme.parameter!r}?"
                raise _invalid(request, answer, why)


def _mark(outgoing: HttpRequest) -> int:
    """What tells it from others, and holds nothing of it."""
    return hash((outgoing.url, outgoing.body))


def _scheme(request: Request[Any]) -> ByCursor | ByPage | ByOffset | ByUri | ByLink:
    kind: Any = type(request)
    scheme: ByCursor | ByPage | ByOffset | ByUri | ByLink = kind._pages
    return scheme


def _invalid(request: Request[Any], answer: Response[Any], why: str) -> InvalidResponse:
    response = HttpResponse(
        status=answer.status, headers=answer.headers, body=answer.body
    )
    return InvalidResponse(f"{type(request).__name__}: the page {why}", response)


def _resolved(reference: str, base: str) -> str | None:
    """`reference`, seen from `base` (RFC 3986 §5); None if it leaves its origin."""
    try:
        # What stands in no URL is encoded first: so all that read it read it alike.
        written = quote(reference.strip(), safe="!#$%&'()*+,/:;=?@[]~")
        url = urldefrag(urljoin(base, written)).url
        return url if origin(url) == origin(base) else None
    except ValueError:  # a port that is none, an unclosed bracket, a lone surrogate
        return None


class _AllPages(Generic[Item, Page]):
    def __init__(self, client: Any, request: Request[Page]) -> None:
        self._client = client
        self._request = request
        self._outgoing: HttpRequest = client.prepare(request)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._request!r})"


class Pages(_AllPages[Item, Page]):
    """The items of a list that comes in pages, which are fetched one after another.

    Nothing is sent before the first item is asked for. Each page is a call of its own,
    with what the client does for calls, and raises what they raise; beyond that
    `InvalidResponse`, where a page names a next one of another origin, or one that was
    there before, where pages are counted and one is as the one before, or where the
    items of one, or what is next, are there and cannot be read. To iterate again begins
    again.
    """

    _client: BaseClient

    def pages(self) -> Iterator[Page]:
        """The pages themselves, as they come."""
        return (answer.model for answer in self._answers())

    def _answers(self) -> Iterator[Response[Page]]:
        walk = _Walk(self._request, self._outgoing, self._client.prepare)
        while walk.now is not None:
            answer: Response[Page] = self._client.exchange(*walk.now)
            yield answer
            walk.go_on(answer)

    def __iter__(self) -> Iterator[Item]:
        for answer in self._answers():
            yield from _items(self._request, answer)


class AsyncPages(_AllPages[Item, Page]):
    """`Pages`, for ``async for``."""

    _client: BaseAsyncClient

    async def pages(self) -> AsyncIterator[Page]:
        """The pages themselves, as they come."""
        async for answer in self._answers():
            yield answer.model

    async def _answers(self) -> AsyncIterator[Response[Page]]:
        walk = _Walk(self._request, self._outgoing, self._client.prepare)
        while walk.now is not None:
            answer: Response[Page] = await self._client.exchange(*walk.now)
            yield answer
            walk.go_on(answer)

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for answer in self._answers():
            for item in _items(self._request, answer):
                yield item
