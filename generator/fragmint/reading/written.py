"""What is meant by what was written in another way."""

from fragmint.reading.kinds import KINDS, METHODS
from fragmint.reading.pointers import JSON, Pointer


def only(value: JSON) -> list[JSON] | None:
    """The list of which somebody wrote the only item."""
    return [value] if isinstance(value, dict) else None


def keyword_of(name: str, schema: dict[str, JSON]) -> str:
    """What a keyword is called today: a list of items was `items` once."""
    if isinstance(schema.get("items"), list):
        return {"items": "prefixItems", "additionalItems": "items"}.get(name, name)
    return name


def no_schema(pointer: Pointer, document: JSON) -> str | None:
    """What stands in a description, if by its place it can be no schema.

    Args:
        pointer: Where it stands.
        document: What it stands in; a file of schemas can call them as it likes.
    """
    if not isinstance(document, dict) or not {"openapi", "swagger"} & document.keys():
        return None
    match pointer:
        case ():
            return "the whole description"
        case ("paths", path):
            return f"the path {path}"
        case ("paths", path, method) if method in METHODS:
            return f"the operation {str(method).upper()} {path}"
        case ("components", str(field), name) if field in _COMPONENTS:
            return f"the {_COMPONENTS[field]} {name}"
        case _:
            return None


_COMPONENTS = {
    name: KINDS[field.kind].title
    for name, field in KINDS["components"].fields.items()
    if name != "schemas"
}
