"""One dialect out of all: what older versions say in another way is said as 3.2 does.

It works on the document that stands on its own, and each object takes its place along.
What an older version says is understood in a newer one too, where it is a slip.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from fragmint.reading import old_parameters, old_schemas, swagger
from fragmint.reading.context import Context
from fragmint.reading.grammar import objects
from fragmint.reading.pointers import JSON

_Upgrade: TypeAlias = Callable[[Context, dict[str, JSON]], None]


def upgrade(context: Context) -> None:
    """Bring a document to OpenAPI 3.2.

    Args:
        context: The document and what is known about it; it is changed.
    """
    # Before anything is moved: an operation's fields go to new places, and what is
    # below them has its turn all the same.
    found = list(objects(context.document, "openapi"))
    for kind, value in found:
        for step in _STEPS.get(kind, ()):
            step(context, value)


_STEPS: Mapping[str, tuple[_Upgrade, ...]] = {
    "openapi": (swagger.document,),
    "path-item": (swagger.path_item,),
    "operation": (swagger.operation,),
    "request-body": (swagger.request_body,),
    "parameter": (old_parameters.modern,),
    "header": (old_parameters.modern,),
    "security-scheme": (swagger.security_scheme,),
    "schema": (old_schemas.modern,),
}
