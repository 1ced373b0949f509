"""The only maker of identifiers: the door to `planning.naming`.

What wants a name gives its candidates (`operation_candidates` and the like), all that
share a place are resolved at once (`resolve`), and what they were given is promised
(`dump_names`). A name that Python or the package itself needs is not taken.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from hashlib import sha256
from unicodedata import normalize

from .naming.english import singular
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
from .naming.operations import OperationCandidates, on_resource, operation_candidates
from .naming.paths import resource_of
from .naming.promises import dump_names, load_names, worth_keeping
from .naming.resolving import (
    Broken,
    Candidates,
    Resolution,
    exactly,
    loosely,
    resolve,
)
from .naming.scopes import CLASSES, Scope, free
from .naming.spelling import fitted, pascal, snake_case, words

__all__ = [
    "CLASSES",
    "ITEM",
    "Broken",
    "Candidates",
    "OperationCandidates",
    "Resolution",
    "Scope",
    "argument_candidates",
    "attribute",
    "body_candidates",
    "class_name",
    "constant_candidates",
    "dump_names",
    "exactly",
    "field_candidates",
    "field_name",
    "function",
    "function_inside",
    "function_of",
    "inline_candidates",
    "load_names",
    "loosely",
    "member_candidates",
    "method_name",
    "module_of",
    "operation_candidates",
    "resolve",
    "resource_class_candidates",
    "resource_of",
    "response_candidates",
    "schema_candidates",
    "server_candidates",
    "singular",
    "snake",
    "tag_candidates",
    "with_suffix",
    "words",
    "worth_keeping",
]


def module_of(class_name: str) -> str:
    """The module of a class: ``ListPets`` lives in ``list_pets``.

    Classes that are distinct to `loosely` live in distinct modules.
    """
    return free(snake_case(words(class_name), "n"))


def function_of(prefix: str, module: str) -> str:
    """The function of a module that does what `prefix` says: ``is_e164_number``."""
    return free(f"{prefix}_{module.rstrip('_')}", Scope.FUNCTION)


_SILENT = frozenset(
    """components schemas properties items schema content paths requestBody
    additionalProperties patternProperties then if else not""".split()
)


def function_inside(
    title: str, pointer: Sequence[str | int], taken: Container[str]
) -> str:
    """A name for a check of a schema without a name, within the module of `title`.

    It says where the schema stands, and more of that where another one stands alike.
    """
    steps = [str(step) for step in pointer if step not in _SILENT]
    known = words(title)
    for depth in range(1, len(steps) + 1):
        said = tuple(word for step in steps[-depth:] for word in words(step))
        name = f"check_{snake_case(fitted((*known, *said), 60), 'rules')}"
        if name not in taken:
            return name
    digest = sha256("/".join(map(str, pointer)).encode(errors="replace")).hexdigest()
    return f"check_{snake_case((*known, digest[:8]), 'rules')}"


def snake(text: str) -> str:
    """A name for a module."""
    return free(_joined(words(text)))


def function(prefix: str, text: str) -> str:
    """A name for a function of the package: ``is_e164_number``."""
    return free(f"{prefix}_{'_'.join(words(text)) or 'unnamed'}", Scope.FUNCTION)


def class_name(text: str, kind: str) -> str:
    """A name for a class; `kind` tells it from one that is taken: ``ClientModel``."""
    name = pascal(words(text) or ("unnamed",), "n")
    return f"{name}{kind}" if name in CLASSES else name


def field_name(wire_name: str, taken: frozenset[str] = frozenset()) -> str:
    """A name for a parameter or property: ``From`` is ``from_``, ``Id`` is ``id``."""
    name = free(_joined(words(wire_name)), Scope.FIELD)
    return f"{name}_" if name in taken else name


def attribute(tag: str) -> str:
    """A name for a resource on its client."""
    return free(_joined(words(tag)), Scope.ATTRIBUTE)


def method_name(operation_id: str, tag: str) -> str:
    """The name of an operation beside its resource.

    What the resource says already is left out: ``createParticipant`` of
    ``Participants`` is ``create``.
    """
    return free(_joined(on_resource(words(operation_id), words(tag))))


def _joined(said: tuple[str, ...]) -> str:
    name = "_".join(said) or "unnamed"
    return name if name.isidentifier() else normalize("NFKC", f"n{name}")
