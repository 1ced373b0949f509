"""What a server sends of its own accord: webhooks and callbacks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from .errors import ClientError
from .fields import Fields
from .violations import Found, InvalidRequest, Violation

__all__ = ["InvalidPayload", "received"]


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
    check: Callable[[Any, Found], object] | None = None,
    schema: str = "",
) -> Any:
    """The JSON in `body`, which `check` has nothing to say of.

    Raises:
        InvalidPayload: it is no JSON, or breaks a rule of the schema.
    """
    try:
        data = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        data = None
        broken = True
    else:
        broken = False
    if broken:  # not in the handler: the error there has what came
        raise InvalidPayload(what, "the body cannot be read as JSON")
    if check is not None:
        found = Found(Fields(schema, {}))
        check(data, found.inside((), schema))
        refused: tuple[Violation, ...] = ()
        try:
            found.settle(what)
        except InvalidRequest as error:
            refused = error.violations
        if refused:
            raise InvalidPayload(what, "the body breaks its description", refused)
    return data
