"""One call, apart from what moves the bytes: what is sent when, and what is told of it.

`steps` does no I/O. It yields what is to be done next and is sent what came of it, so
that a client which blocks and one which awaits share it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from time import monotonic
from typing import Any, NamedTuple, NoReturn, Protocol, TypeAlias

from .auth import Grant, Signer
from .encoding import unsendable
from .errors import ClientError
from .http import Answer, HttpRequest, Timeout
from .retries import Retries, pause

_LOGGER = logging.getLogger(__name__.rsplit(".", 2)[0])  # that of the package

Outcome: TypeAlias = Answer | BaseException
"""A response, or what is raised in place of one."""


class Sent(NamedTuple):
    """A request that is about to be sent.

    `operation` is the class of its parameters, `attempt` counts from 1, `context` is
    for what a hook wants to keep until a later event of the same call.
    """

    operation: str
    attempt: int
    request: HttpRequest
    context: dict[str, Any]


class Answered(NamedTuple):
    """What came of a request after `seconds`: the response, or why there is none.

    There is one for each `Sent`, whatever happens. Where no response came, `outcome`
    is what the call raises, or would if the request were not sent again: mostly a
    `TransportError`, but also an `InvalidResponse` where the body is too large, say,
    what a `signer` raises, or ``asyncio.CancelledError``.
    """

    operation: str
    attempt: int
    request: HttpRequest
    outcome: Outcome
    seconds: float
    context: dict[str, Any]


class Repeated(NamedTuple):
    """A request that is to be sent again in `pause` seconds, because of `outcome`."""

    operation: str
    attempt: int
    request: HttpRequest
    outcome: Outcome
    pause: float
    context: dict[str, Any]


class Hooks(NamedTuple):
    """What is told of each call, in the thread or task that makes it.

    `on_request` can return headers to send along, such as ``traceparent``. If it
    returns, `on_response` is called once for it, whatever happens.
    """

    on_request: Callable[[Sent], Mapping[str, str] | None] | None = None
    on_response: Callable[[Answered], None] | None = None
    on_retry: Callable[[Repeated], None] | None = None


class Send(NamedTuple):
    """Send `request`; what comes back is the outcome."""

    request: HttpRequest
    timeout: Timeout


class Wait(NamedTuple):
    """Wait for so many seconds."""

    seconds: float


class Obtain(Protocol):
    """Get a token, by a call of its own, which `run` makes: see `grants`."""

    def blocking(self, run: Callable[..., Any], retries: Retries) -> None:
        """Get it, or wait for who does."""
        ...

    async def awaited(
        self, run: Callable[..., Awaitable[Any]], retries: Retries
    ) -> None:
        """As `blocking`, in a task."""
        ...


def steps(
    operation: str,
    sign: Callable[[], HttpRequest],
    told: Callable[[], str],
    timeout: Timeout,
    retries: Retries,
    hooks: Hooks,
    grants: Sequence[Grant] = (),
    signer: Signer | None = None,
    about: object = None,
) -> Generator[Send | Wait | Obtain, Any, Outcome]:
    """Send a request until there is an outcome to keep, which is returned.

    Where a token is refused that was there already, it goes out once more with another.

    Args:
        operation: What to call it.
        sign: Makes the request, each time with the credentials of the moment.
        told: Says what is sent, without secrets.
        timeout: For all of it together.
        retries: When to send it again.
        hooks: What to tell.
        grants: The tokens that `sign` needs.
        signer: Has the last word on each request.
        about: The parameter model of what is sent, if it has one.

    Raises:
        CredentialsRefused: There is no token.
        TransportError: None came.
    """
    began = monotonic()
    context: dict[str, Any] = {}
    attempt = renewed = 0
    old = [grant for grant in grants if grant.is_fresh()]
    while True:
        attempt += 1
        for grant in grants:
            if not grant.is_fresh():
                yield from grant.obtain(timeout.after(monotonic() - began))
        left = timeout
        if attempt > 1 or grants:
            left = timeout.after(monotonic() - began)
        request, outcome = yield from _once(
            Sent(operation, attempt, sign(), context), told, left, hooks, signer, about
        )
        end = monotonic()
        again = False
        if old and _is_refused(outcome):
            for grant in old:
                grant.drop(request)
            again = isinstance(request.body, bytes)  # a stream is gone
        if again:
            renewed, old = 1, []
            seconds: float | None = 0.0
        else:
            seconds = pause(retries, attempt - renewed, request, outcome)
        total = timeout.total
        if seconds is None or (total is not None and end - began + seconds >= total):
            return outcome
        _LOGGER.debug("%s: again in %.3f s", operation, seconds)
        if hooks.on_retry is not None:
            hooks.on_retry(
                Repeated(operation, attempt, request, outcome, seconds, context)
            )
        del request  # which the traceback of what is thrown in would show
        yield Wait(seconds)


def _once(
    sent: Sent,
    told: Callable[[], str],
    left: Timeout,
    hooks: Hooks,
    signer: Signer | None,
    about: object,
) -> Generator[Send, Any, tuple[HttpRequest, Outcome]]:
    """Send it, and tell of it; returns what went out, and what came of that."""
    request: Any = sent.request
    if hooks.on_request is not None:
        # No variable holds what it returns, which a traceback would show.
        request = _with(request, hooks.on_request(sent))
    start = monotonic()
    try:
        if signer is not None and request.__class__ is not TypeError:
            request = signer(request)
        unfit = None
        if hooks.on_request is not None or signer is not None:
            unfit = _unfit(sent.operation, request)
        if unfit is None:
            if _LOGGER.isEnabledFor(logging.DEBUG):
                what = request.method, told(), sent.attempt
                _LOGGER.debug("%s %s, attempt %d", *what)
            outcome: Outcome = yield Send(request.of(about), left)
        else:
            request, outcome = sent.request, unfit
    except BaseException as error:
        _end(sent, sent.request, error, start, hooks)
        del sent, request  # as above
        raise
    _end(sent, request, outcome, start, hooks)
    return request, outcome


def _end(
    sent: Sent, request: HttpRequest, outcome: Outcome, start: float, hooks: Hooks
) -> None:
    """Tell what came of `request`."""
    seconds = monotonic() - start
    if _LOGGER.isEnabledFor(logging.DEBUG):
        what: object = outcome
        if not isinstance(outcome, BaseException):
            what = outcome.status
        elif not isinstance(outcome, ClientError):  # others can tell a secret
            what = type(outcome).__name__
        _LOGGER.debug("%s: %s after %.3f s", sent.operation, what, seconds)
    if hooks.on_response is not None:
        operation, attempt, _, context = sent
        hooks.on_response(
            Answered(operation, attempt, request, outcome, seconds, context)
        )


def answered(outcome: Outcome) -> Any:
    """`outcome`, if it is an answer; else it is raised.

    Of the functions in its traceback, none holds what was sent.
    """
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def halt(call: Generator[Any, Any, Any], error: BaseException) -> NoReturn:
    """Raise `error`, after `call`, which it stops, has told the hooks of it."""
    if not isinstance(error, Exception):  # a task that is cancelled
        error = error.with_traceback(None)  # which shows what was sent
    call.throw(error)
    raise error


def _is_refused(outcome: Outcome) -> bool:
    """Whether the request may have been refused for its token."""
    return not isinstance(outcome, BaseException) and outcome.status == 401


def _unfit(operation: str, request: Any) -> Exception | None:
    """Why what the hook and the signer have made of a request is not sent."""
    if isinstance(request, TypeError):
        return request
    if not isinstance(request, HttpRequest) or not _is_mapping(request.headers):
        return TypeError(
            "signer must return the HttpRequest that goes out, such as"
            " request._replace(headers={**request.headers, …})"
        )
    why = unsendable(request.headers)
    return ClientError(f"{operation} was not sent: {why}") if why else None


def _with(request: HttpRequest, more: Any) -> Any:
    """`request` with `more` headers, or why it cannot be."""
    if not more:
        return request
    if not _is_mapping(more):
        return TypeError(
            "on_request must return headers to send along, such as"
            ' {"traceparent": "00-…"}, or None'
        )
    return request._replace(headers=over(request.headers, more))


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def over(headers: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """`headers`, but for those that `more` has too, and `more`; names in any case."""
    named = {str(name).lower() for name in more}
    kept = {name: one for name, one in headers.items() if name.lower() not in named}
    return {**kept, **more}
