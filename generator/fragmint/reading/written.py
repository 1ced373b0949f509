"""What is meant by what was written in another way."""

from fragmint.reading.pointers import JSON


def only(value: JSON) -> list[JSON] | None:
    """The list of which somebody wrote the only item."""
    return [value] if isinstance(value, dict) else None


def keyword_of(name: str, schema: dict[str, JSON]) -> str:
    """What a keyword is called today: a list of items was `items` once."""
    if isinstance(schema.get("items"), list):
        return {"items": "prefixItems", "additionalItems": "items"}.get(name, name)
    return name


def is_root(value: dict[str, JSON]) -> bool:
    """Whether a value is a whole description."""
    return "openapi" in value or "swagger" in value
