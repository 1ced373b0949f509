"""One rule of the description that a value breaks."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import unquote

from .models import picklable
from .places import Path, plain_step


class Violation(NamedTuple):
    """One rule of the description that a value breaks.

    `name` is the parameter in Python, `wire_name` its name in the description and
    `path` where in it the value stands: the parameter first, then names in the
    description and indexes. The name is empty where it is no parameter but the
    `whole`: the request. `rule` is the keyword and `limit` what it demands; `value` is
    masked if it is secret, and its type after pickling if it cannot be pickled; `words`
    are the description's own and `pointer` says where in it the rule stands. `inside`
    is the way from the parameter on, as the caller writes it.
    """

    name: str
    wire_name: str
    path: Path
    rule: str
    limit: object
    value: object
    message: str
    words: str | None
    pointer: str
    whole: str = "the request"
    inside: str = ""

    @property
    def where(self) -> str:
        """The place of the value as Python writes it: ``to``, ``items[0].name``."""
        return f"{self.name or self.whole}{self.inside}"

    @property
    def source(self) -> str:
        """The file and the last name on the way to the rule; else the `pointer`."""
        file, *fragment = self.pointer.rsplit("#", 1)  # a file's name can have one, too
        own = [self.wire_name] if "/parameters/" in self.pointer else []
        names = [unquote(plain_step(one)) for one in _NAMES.findall("".join(fragment))]
        name = "".join((names or own)[-1:])
        return f"{file}, {name}" if name else self.pointer

    def __str__(self) -> str:
        return f"{self.where}: {self.message} ({self.source})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Violation, tuple(self._replace(value=picklable(self.value)))


_NAMES = re.compile(r"/(?:properties|schemas|definitions|\$defs)/([^/]+)")
