"""When to send a request again, and how long to wait before that."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import uniform

from .errors import TransportError
from .http import Answer, HttpRequest
from .models import model

IDEMPOTENT = frozenset(("DELETE", "GET", "HEAD", "OPTIONS", "PUT", "QUERY", "TRACE"))
"""What can be repeated (RFC 9110 §9.2.2)."""

IDEMPOTENCY_KEYS = frozenset(("idempotency-key", "x-idempotency-key"))
"""Headers by which a server knows a request that it has seen."""


@model
class Retries:
    """When a request is sent again.

    `times` is how often, after the first time. That is done when no connection could be
    made, unless TLS refused the server, or it us; and where repeating is safe, when the
    status is one of `statuses`, or a connection of an earlier request ended before
    there was an answer. It is safe with a method that is idempotent, or with an
    idempotency key; and with all if `unsafe`, which may do twice what was to be done
    once.

    The n-th wait is a random one of up to `first` * 2 ** (n - 1) seconds, and at most
    of `longest`; unless the server says ``Retry-After``. There is none where only a
    connection had ended. One that would go beyond the total timeout is not begun.
    """

    times: int = 2
    first: float = 0.5
    longest: float = 8.0
    statuses: frozenset[int] = frozenset((408, 429, 502, 503, 504))
    unsafe: bool = False


_LONGEST = 3600.0
"""Seconds that a server can ask for, where no total timeout says less."""


def pause(
    retries: Retries,
    attempt: int,
    request: HttpRequest,
    outcome: Answer | BaseException,
) -> float | None:
    """How many seconds to wait before `request` is sent again; None is not at all.

    `attempt` counts from 1.
    """
    again, asked = "never", None
    if isinstance(outcome, TransportError):
        again = outcome.again
        asked = 0.0 if again == "safe" else None  # nothing is wrong with the server
    elif not isinstance(outcome, BaseException) and outcome.status in retries.statuses:
        again, asked = "safe", retry_after(outcome)
    if again == "never" or (again == "safe" and not _is_safe(retries, request)):
        return None
    if attempt > retries.times or not isinstance(request.body, bytes):
        return None  # a stream is gone
    if asked is not None:
        return asked if asked <= _LONGEST else None
    longest = min(retries.longest, retries.first * 2 ** min(attempt - 1, 60))
    return uniform(0, longest)  # noqa: S311  # it keeps no secret


def _is_safe(retries: Retries, request: HttpRequest) -> bool:
    return (
        retries.unsafe
        or request.method in IDEMPOTENT
        or any(name.lower() in IDEMPOTENCY_KEYS for name in request.headers)
    )


def retry_after(response: Answer) -> float | None:
    """How many seconds the server asks to wait (RFC 9110 §10.2.3), if it does."""
    said = response.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdecimal():
        return float(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):  # the latter of a year that there is not
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
