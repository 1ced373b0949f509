"""The only maker of identifiers: the door to `planning.naming`.

What wants a name gives its candidates (`operation_candidates` and the like), all that
share a place are resolved at once (`resolve`), and what they were given is promised
(`dump_promises`). A name that Python or the package itself needs is not taken.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256

from .naming.english import singular
from .naming.ledger import Ledger, fields_of, methods_of
from .naming.makers import (
    ITEM,
    argument_candidates,
    body_candidates,
    constant_candidates,
    field_candidates,
    inline_candidates,
    member_candidates,
    resource_class_candidates,
    response_candidates,
    schema_candidates,
    server_candidates,
    tag_candidates,
    with_suffix,
)
from .naming.operations import OperationCandidates, operation_candidates
from .naming.paths import resource_of
from .naming.promises import Promises, dump_promises, load_promises
from .naming.resolving import (
    Broken,
    Candidates,
    Resolution,
    exactly,
    loosely,
    resolve,
)
from .naming.scopes import CLASSES, Scope, free
from .naming.spelling import fitted, is_sound, snake_case, words
from .naming.uniting import united

__all__ = [
    "CLASSES",
    "ITEM",
    "Broken",
    "Candidates",
    "Ledger",
    "ModelNames",
    "OperationCandidates",
    "Promises",
    "Resolution",
    "Scope",
    "ValidatorNames",
    "argument_candidates",
    "body_candidates",
    "constant_candidates",
    "dump_promises",
    "exactly",
    "field_candidates",
    "fields_of",
    "function_beside",
    "function_of",
    "inline_candidates",
    "is_sound",
    "load_promises",
    "loosely",
    "member_candidates",
    "methods_of",
    "module_of",
    "operation_candidates",
    "part_of",
    "resolve",
    "resource_class_candidates",
    "resource_of",
    "response_candidates",
    "schema_candidates",
    "server_candidates",
    "singular",
    "tag_candidates",
    "united",
    "with_suffix",
    "words",
]


def module_of(class_name: str) -> str:
    """The module of a class: ``ListPets`` lives in ``list_pets``.

    Classes that are distinct to `loosely` live in distinct modules.
    """
    return free(snake_case(words(class_name), "n"))


def function_of(prefix: str, module: str) -> str:
    """The function of a module that does what `prefix` says: ``is_e164_number``."""
    return free(f"{prefix}_{module.rstrip('_')}", Scope.FUNCTION)


def part_of(function: str, name: str, taken: Container[str]) -> str:
    """A name for the part of the check `function` that looks at the property `name`."""
    known = words(function)
    found = free(snake_case(fitted((*known, *words(name)), 80), "part"), Scope.FUNCTION)
    if found not in taken:
        return found
    digest = sha256(f"{function} {name}".encode(errors="replace")).hexdigest()[:8]
    return f"{found}_x{digest}"


def function_beside(
    prefix: str, candidates: Candidates, place: str, taken: Container[str]
) -> str:
    """A name for a function of what `candidates` are names of classes of.

    Where all are taken, a digest of the `place` of it tells it from the others.
    """
    found = [function_of(prefix, module_of(one)) for one in candidates]
    free_one = next((name for name in found if name not in taken), None)
    digest = sha256(place.encode(errors="replace")).hexdigest()[:8]
    return free_one or f"{found[0]}_x{digest}"


@dataclass(frozen=True, slots=True)
class ModelNames:
    """What a model, its module and its reader are called."""

    module: str
    class_name: str

    @property
    def reader(self) -> str:
        """The function that reads it."""
        return function_of("read", self.module)


@dataclass(frozen=True, slots=True)
class ValidatorNames:
    """What a module of rules and its functions are called; `title` says of what,
    and `owner` of which operation, if they are of one.
    """

    module: str
    title: str
    owner: str = ""

    @property
    def check(self) -> str:
        """The function that checks."""
        return self.function("check")

    def function(self, kind: str) -> str:
        """The function of this kind: check or is, tolerate or resembles.

        The last two are the first two but for formats, at which they do not look.
        """
        return function_of(kind, self.module)
