"""The versions of OpenAPI that can be read, and which of them a document is in."""

import re
from typing import NamedTuple

from fragmint.diagnostics import Problem, did_you_mean
from fragmint.reading.load import Source
from fragmint.reading.pointers import JSON


class Dialect(NamedTuple):
    """A version of OpenAPI.

    Args:
        name: Its first two numbers.
        siblings: Whether keywords beside the `$ref` of a schema count.
        booleans: Whether true and false are schemas.
    """

    name: str
    siblings: bool = True
    booleans: bool = True


_DIALECTS = {
    "2.0": Dialect("2.0", siblings=False, booleans=False),
    "3.0": Dialect("3.0", siblings=False, booleans=False),
    "3.1": Dialect("3.1"),
    "3.2": Dialect("3.2"),
}
LATEST = _DIALECTS["3.2"]
_WRITTEN = {
    "2.0": re.compile(r"2\.0"),
    "3.0": re.compile(r"3\.0\.[0-9]+(-.+)?"),
    "3.1": re.compile(r"3\.1\.[0-9]+(-.+)?"),
    "3.2": re.compile(r"3\.2\.[0-9]+(-.+)?"),
}
_SCHEMA_DIALECTS = re.compile(
    r"https://spec\.openapis\.org/oas/3\.[12]/dialect/[A-Za-z0-9-]+"
    r"|https?://json-schema\.org/draft/2020-12/schema#?"
)
_FIELDS = {"2": "swagger", "3": "openapi"}


def is_known_dialect(uri: JSON) -> bool:
    """Whether schemas that name their dialect so are read as they are meant."""
    return isinstance(uri, str) and bool(_SCHEMA_DIALECTS.fullmatch(uri))


def dialect_of(source: Source) -> tuple[Dialect | None, Problem | None]:
    """The dialect of a root document, and what is wrong with how it says so.

    Args:
        source: The document.

    Returns:
        No dialect for what can not be read; the problem says why.
    """
    document = source.value
    if not isinstance(document, dict):
        message = "this is no OpenAPI description: it is no object"
        return None, Problem("not-openapi", message, source.place(()))
    field = next((name for name in ("openapi", "swagger") if name in document), None)
    if field is None:
        message = "this is no OpenAPI description: it has no field openapi"
        meant = did_you_mean("openapi", document)
        hint = f"did you mean openapi, not {meant}?" if meant else "openapi: 3.1.1"
        return None, Problem("not-openapi", message, source.place(()), hint)
    text = _text(document[field])
    dialect = _DIALECTS.get(".".join([*text.split("."), "0"][:2]))
    if dialect is None:
        message = f"OpenAPI {text[:40]} can not be read yet"
        hint = f"{', '.join(_DIALECTS)} can be"
        place = source.place((field,))
        return None, Problem("unsupported-version", message, place, hint)
    expected = _FIELDS[dialect.name[0]]
    written = document[field]
    right = isinstance(written, str) and _WRITTEN[dialect.name].fullmatch(written)
    if right and field == expected:
        return dialect, None
    example = dialect.name if dialect.name == "2.0" else f"{dialect.name}.0"
    message = f"{field}: {text[:40]} is taken for OpenAPI {dialect.name}"
    hint = f'write {expected}: "{example}"'
    place = source.place((field,))
    return dialect, Problem("odd-version", message, place, hint, "warning")


def _text(version: JSON) -> str:
    """A version as text, also that which was written as a number."""
    return str(version).strip().removeprefix("v")
