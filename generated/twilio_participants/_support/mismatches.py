"""What of a response is not as its description says."""

from __future__ import annotations

from typing import NamedTuple


class Mismatch(NamedTuple):
    """One thing in the body of a response that is not as described.

    `path` is where it stands, as names in the description and indexes. `rule` is the
    keyword: `type` (also of what a format says), `required`, `enum`, `discriminator`,
    `anyOf` or `additionalProperties`. `wanted` is what is described and `value` what
    came, masked if it is secret, None if nothing did.
    """

    path: tuple[str | int, ...]
    rule: str
    wanted: object
    value: object
    message: str

    @property
    def where(self) -> str:
        """The place in the body: ``participants[0].status``."""
        where = ""
        for step in self.path:
            named = isinstance(step, str) and step.isidentifier()
            where += f".{step}" if named else f"[{step!r}]"
        return where.removeprefix(".") or "the body"

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
