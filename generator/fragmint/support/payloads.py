"""What a server sends of its own accord: webhooks and callbacks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from .errors import ClientError
from .fields import Fields
from .notes import READING
from .unreadable import Unreadable
from .violations import Found, InvalidRequest, Violation

T = TypeVar("T")


class InvalidPayload(ClientError, ValueError):
    """What came is not what the description says.

    `violations` holds every rule that it breaks; none where it is no JSON at all.
    """

    def __init__(
        self, what: str, why: str, violations: tuple[Violation, ...] = ()
    ) -> None:
        super().__init__(what, why, violations)
        self.violations = violations

    def __str__(self) -> str:
        lines = "".join(f"\n  {violation}" for violation in self.violations)
        return f"{self.args[0]}: {self.args[1]}{lines}"


def received(
    what: str,
    body: bytes,
    decoder: Callable[[Any], T],
    check: Callable[[Any, Found], object] | None = None,
    schema: str = "",
) -> T:
    """What `decoder` makes of the JSON in `body`, which `check` has nothing to say of.

    Raises:
        InvalidPayload: it is no JSON, breaks a rule of the schema, nests too deep, or
            is not what `decoder` reads.
    """
    refused: tuple[Violation, ...] = ()
    reading = READING.set(what)
    try:
        data = json.loads(body.decode("utf-8").removeprefix("\ufeff"))
        if check is not None:
            found = Found(Fields(schema, {}, whole="the body"))
            check(data, found.inside((), schema))
            found.settle(what)
        return decoder(data)
    except InvalidRequest as error:
        why, refused = "the body breaks its description", error.violations
    except Unreadable as error:
        at = f"{error}" if error.path else f"it is not {error.kind}"
        why = f"the body is not as described: {at}"
    except RecursionError:
        why = "the body nests too deep"
    except ValueError:
        why = "the body cannot be read as JSON"
    finally:
        READING.reset(reading)
    # Not in a handler: the error there has what came.
    raise InvalidPayload(what, why, refused)
