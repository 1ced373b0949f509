"""A schema alone -> a function that validates, by the stages that make packages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, cast

from .diagnostics import Problem, Problems, has_errors, in_order
from .support.fields import Fields
from .support.violations import Found, Violation

__all__ = ["Validator", "compile_schema"]

# What is strange in what a client is made of, and right in a schema.
_OF_CLIENTS = frozenset(("no-operations", "unknown-property"))
_RUNTIME = f"{__package__}.support"


class Validator(Protocol):
    """What a schema was compiled to: a function that says what an instance breaks.

    Attributes:
        source: The Python that it is: a module with a function for each schema.
        warnings: What in the schema is less than it seems.
    """

    source: str
    warnings: tuple[Problem, ...]

    def __call__(self, instance: Any, /) -> list[Violation]:
        """Every rule of the schema that `instance` breaks; none if it is valid.

        Args:
            instance: What `json.loads` makes of JSON; a tuple is a list, too. A name
                in it that is no string is refused where a rule looks at names.
        """
        ...


def compile_schema(
    schema: Mapping[str, Any] | bool,
    *,
    documents: Mapping[str, Any] | None = None,
    formats: bool = False,
) -> Validator:
    """Compile a schema of JSON Schema 2020-12 to Python.

    Args:
        schema: The schema.
        documents: What its references can lead to, by URI (Core §9.1); nothing is
            fetched. The meta-schema that `$schema` names is looked up here, too.
        formats: Whether `format` is asserted (Validation §7.2), which it also is where
            the meta-schema says so.

    Raises:
        Problems: The schema can not be used; all that was found wrong.
    """
    try:
        return _compiled(schema, documents or {}, formats)
    except RecursionError:
        message = "the schema nests too deep, or refers on too many times in a row"
        raise Problems([Problem("too-deep", message, None)]) from None


def _compiled(
    schema: Mapping[str, Any] | bool, documents: Mapping[str, Any], formats: bool
) -> Validator:
    from .meaning.build import build
    from .planning.alone import Alone
    from .planning.formats import exactly, never, with_formats
    from .planning.namer import Namer
    from .reading.schema import read_schema
    from .writing.layout import layout
    from .writing.render import Page, Style, render

    read = read_schema(schema, documents)
    api, problems = build(read.description)
    names = Namer(api, read.description)
    asserted = exactly if formats or read.asserts_formats else never
    context = Alone(api, read.description, with_formats(()), names, asserted)
    module, function = context.module(api.schemas[read.name], _RUNTIME)
    texts, more = render([Page(read.name, "validator.py.jinja", module)], Style())
    texts, wrong = layout(texts)
    found = [*read.description.warnings, *problems, *context.problems, *more, *wrong]
    told = [one for one in in_order(found) if one.code not in _OF_CLIENTS]
    if has_errors(told):
        raise Problems(told)
    return _loaded(texts[read.name], function, tuple(told))


def _loaded(source: str, function: str, warnings: tuple[Problem, ...]) -> Validator:
    # Strings of the schema stand in it as literals and comments, never as code.
    code = compile(source, "<schema>", "exec")
    scope: dict[str, Any] = {"__name__": "schema"}
    exec(code, scope)  # noqa: S102  # see above
    check: Callable[[Any, Found], None] = scope[function]

    # To call what has a `__call__`, or `__init__`, takes longer than many a rule.
    own = {
        "fields": Fields("schema#", {}, whole="the instance"),
        "__init__": object.__init__,
    }
    nothing: Callable[[], Found] = cast(Any, type("Found", (Found,), own))
    clean = [nothing()]  # of those who call at once, the others make one of their own

    def validator(instance: Any, /) -> list[Violation]:
        try:
            found = clean.pop()
        except IndexError:
            found = nothing()
        try:
            check(instance, found)
        except (RecursionError, TypeError):
            found = again(instance)
        if found.refused:
            clean.append(nothing())
            return found.violations
        clean.append(found)
        return []

    def again(instance: Any) -> Found:
        from .depth import deepen  # few instances need it

        scope: dict[str, Any] = {"__name__": "schema"}
        exec(code, scope)  # noqa: S102  # see above
        deepen(scope)
        found = nothing()
        try:
            scope[function](instance, found)
        except RecursionError:
            found.refuse((), "depth", None, None, None)
        except TypeError:
            # To look for them first would slow down what is right.
            misnamed = list(_misnamed(instance))
            if not misnamed:
                raise
            for at, name in misnamed:
                found.refuse(at, "names", "string", name, None, "schema#")
        return found

    validator.__doc__ = Validator.__call__.__doc__
    validator.__dict__.update(source=source, warnings=warnings)
    return cast(Validator, validator)


def _misnamed(instance: Any) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """The objects in `instance` that have a name which is no string, with that name."""
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), instance)]
    seen: set[int] = set()
    for at, value in waiting:
        if id(value) in seen:
            continue  # it can be within itself
        seen.add(id(value))
        if isinstance(value, dict):
            names = [name for name in value if isinstance(name, str)]
            waiting += [((*at, name), value[name]) for name in names]
            if len(names) < len(value):
                yield at, next(name for name in value if not isinstance(name, str))
        elif isinstance(value, list | tuple):
            waiting += [((*at, index), one) for index, one in enumerate(value)]
