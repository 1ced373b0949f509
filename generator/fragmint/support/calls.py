"""One call, apart from what moves the bytes: what is sent when, and what is told of it.

`steps` does no I/O. It yields what is to be done next and is sent what came of it, so
that a client which blocks and one which awaits share it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from time import monotonic
from typing import Any, NamedTuple, Protocol, TypeAlias

from .auth import Grant, Signer
from .encoding import unsendable
from .errors import ClientError, TransportError
from .http import Answer, HttpRequest, Timeout
from .retries import Retries, pause

__all__ = [
    "Answered",
    "Hooks",
    "Obtain",
    "Outcome",
    "Repeated",
    "Send",
    "Sent",
    "Wait",
    "answered",
    "steps",
]

_LOGGER = logging.getLogger(__name__.rsplit(".", 2)[0])  # that of the package

Outcome: TypeAlias = Answer | TransportError


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
    """What came of a request: the response, or why there is none; after `seconds`."""

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

    `on_request` can return headers to send along, such as ``traceparent``.
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
    new = False
    while True:
        attempt += 1
        for grant in grants:
            if not grant.is_fresh():
                yield from grant.obtain(timeout.after(monotonic() - began))
                new = True
        request = sign()
        if hooks.on_request is not None:
            # No variable holds what it returns, which a traceback would show.
            request = _with(
                request, hooks.on_request(Sent(operation, attempt, request, context))
            )
        if signer is not None:
            request = signer(request)
        if hooks.on_request is not None or signer is not None:
            why = unsendable(request.headers)
            if why is not None:
                del request  # which a traceback would show
                raise ClientError(f"{operation} was not sent: {why}")
        if told_at_all := _LOGGER.isEnabledFor(logging.DEBUG):
            _LOGGER.debug("%s %s, attempt %d", request.method, told(), attempt)
        start = monotonic()
        left = timeout if attempt == 1 and not new else timeout.after(start - began)
        outcome: Outcome = yield Send(request.of(about), left)
        end = monotonic()
        if told_at_all:
            what = outcome if isinstance(outcome, TransportError) else outcome.status
            _LOGGER.debug("%s: %s after %.3f s", operation, what, end - start)
        if hooks.on_response is not None:
            hooks.on_response(
                Answered(operation, attempt, request, outcome, end - start, context)
            )
        again = False
        if grants and not new and _is_refused(outcome):
            for grant in grants:
                grant.drop(request)
            again = isinstance(request.body, bytes)  # a stream is gone
        if again:
            renewed, new = 1, True
            seconds: float | None = 0.0
        else:
            seconds = pause(retries, attempt - renewed, request, outcome)
        total = timeout.total
        if seconds is None or (total is not None and end - began + seconds >= total):
            return outcome
        if told_at_all:
            _LOGGER.debug("%s: again in %.3f s", operation, seconds)
        if hooks.on_retry is not None:
            hooks.on_retry(
                Repeated(operation, attempt, request, outcome, seconds, context)
            )
        yield Wait(seconds)


def answered(outcome: Outcome) -> Any:
    """`outcome`, if it is an answer.

    Raises:
        TransportError: It is none. Of the functions in its traceback, none holds what
            was sent.
    """
    if isinstance(outcome, TransportError):
        raise outcome
    return outcome


def _is_refused(outcome: Outcome) -> bool:
    """Whether the request may have been refused for its token."""
    return not isinstance(outcome, TransportError) and outcome.status == 401


def _with(request: HttpRequest, more: Mapping[str, str] | None) -> HttpRequest:
    if not more:
        return request
    return request._replace(headers=over(request.headers, more))


def over(headers: Mapping[str, str], more: Mapping[str, str]) -> dict[str, str]:
    """`headers`, but for those that `more` has too, and `more`; names in any case."""
    named = {str(name).lower() for name in more}
    kept = {name: one for name, one in headers.items() if name.lower() not in named}
    return {**kept, **more}
