"""Parameters and headers as Swagger 2.0 writes them: as if they were schemas."""

from fragmint.reading import old_schemas
from fragmint.reading.context import Context
from fragmint.reading.kinds import KINDS
from fragmint.reading.pointers import JSON

_STYLES = {
    "ssv": "spaceDelimited",
    "pipes": "pipeDelimited",
    # OpenAPI 3 has no name for it.
    "tsv": "tabDelimited",
}
_KEYWORDS = frozenset(KINDS["parameter"].old) - {"collectionFormat"} | {"x-nullable"}


def modern(context: Context, parameter: dict[str, JSON]) -> None:
    """Give a parameter or a header a schema, and its style the name of today.

    Args:
        context: What is known about its document.
        parameter: The parameter; one that has been done is left alone.
    """
    found = {name: parameter.pop(name) for name in _KEYWORDS & parameter.keys()}
    layout = parameter.pop("collectionFormat", None)
    if "schema" in parameter or "content" in parameter:
        for name in found.keys() - {"x-nullable"}:
            message = f"{name} has no effect beside a schema"
            context.warn(parameter, name, message)
        return
    if not found:
        return
    if context.dialect.name != "2.0":
        message = "what a parameter's value must be belongs in its schema"
        context.warn(parameter, sorted(found)[0], message)
    at = context.origins.of(parameter)
    schema = context.new({name: found[name] for name in sorted(found)}, at)
    parameter["schema"] = schema
    if schema.get("type") == "array":
        parameter.update(style_of(layout, parameter.get("in")))
    old_schemas.modern(context, schema)


def style_of(layout: JSON, location: JSON) -> dict[str, JSON]:
    """The style that a `collectionFormat` is.

    Args:
        layout: The format; what is none is `csv`.
        location: Where the parameter is; None for a header of a response.
    """
    if layout == "multi":
        return {"style": "form", "explode": True}
    in_text = location in ("path", "header", None)
    plain = "simple" if in_text else "form"
    return {"style": _STYLES.get(str(layout), plain), "explode": False}
