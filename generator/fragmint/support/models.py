"""Frozen, slotted, keyword-only dataclasses that are quick to make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias, TypeVar, cast, dataclass_transform

from .unset import UNSET

T = TypeVar("T")


Texts: TypeAlias = tuple[tuple[type[Any], Callable[[Any], str]], ...]
"""Types, and what makes a text of a value of each."""


class Masked:
    """Stands where a secret stood, so that nothing can print it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "***"

    def __reduce__(self) -> str:
        return "MASKED"  # there is one, after pickling too


MASKED = Masked()


def picklable(value: object) -> object:
    """`value`, or what its type is if it cannot be pickled, such as an open file."""
    import pickle

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001  # each kind of value has an error of its own
        return str(type(value))
    return value


class Promised:
    """What a description promises of a response, and only strict reading insists on.

    `required` fields are there and not null, those in `nullable` are there, too. Of
    those in `extensible`, other values are described than their types name. Nothing is
    there but the fields if `closed`.
    """

    __slots__ = ("closed", "extensible", "nullable", "required")

    def __init__(
        self,
        *required: str,
        nullable: tuple[str, ...] = (),
        extensible: tuple[str, ...] = (),
        closed: bool = False,
    ) -> None:
        self.required = required
        self.nullable = nullable
        self.extensible = extensible
        self.closed = closed


class Model:
    """What the models share: a repr that is short and tells no secret.

    `_secret` has the fields with a secret in them. Models in them mask it themselves,
    but for those in `_opaque`, which do not know of all.
    `_names` has the wire names of fields, where they differ, and `_nulls` the fields
    whose None is null, and not left out. `_texts` has the types in fields that are not
    written as they usually are. `_promised` is of what comes in, and `_read_only` those
    fields of it that do not go out again.
    """

    __slots__ = ()
    _secret: ClassVar[frozenset[str]] = frozenset()
    _opaque: ClassVar[frozenset[str]] = frozenset()
    _names: ClassVar[Mapping[str, str]] = MappingProxyType({})
    _nulls: ClassVar[frozenset[str]] = frozenset()
    _texts: ClassVar[Mapping[str, Texts]] = MappingProxyType({})
    _promised: ClassVar[Promised] = Promised()
    _read_only: ClassVar[frozenset[str]] = frozenset()

    def __repr__(self) -> str:
        try:
            return told(self)
        except RecursionError:
            return f"{type(self).__name__}(…)"


def told(
    model: Model,
    masked: frozenset[str] = frozenset(),
    show: Callable[[object], str] = repr,
) -> str:
    """The repr of `model`, in which `masked` are secret fields, too.

    `show` tells what is in a field.
    """
    kind: Any = type(model)
    raw = {kind._names.get(name, name) for name in kind._secret | masked}
    shown: list[str] = []
    for one in fields(kind):
        name, value = one.name, getattr(model, one.name)
        if value is one.default and (value is None or value is UNSET):
            continue  # it is left out
        if one.default_factory is not MISSING and value == one.default_factory():
            continue
        if name in masked or is_masked(model, name, value):
            value = MASKED
        elif name == "extra" and isinstance(value, Mapping):  # what cannot be read, too
            given = cast("Mapping[str, Any]", value)
            value = {key: MASKED if key in raw else given[key] for key in given}
        shown.append(f"{name}={show(value)}")
    return f"{kind.__name__}({', '.join(shown)})"


def is_masked(model: Model, name: str, value: object) -> bool:
    """Whether the repr of `model` does not show `value`, that of the field `name`."""
    kind: Any = type(model)
    return name in kind._opaque or (name in kind._secret and not is_of_models(value))


def is_of_models(value: object) -> bool:
    """Whether the repr of `value` is that of models, which mask what is secret."""
    if isinstance(value, Mapping):
        value = [*cast("Mapping[Any, object]", value).values()]
    if isinstance(value, list | tuple):
        return all(map(is_of_models, cast("list[object]", value)))
    return value is None or isinstance(value, Model)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(field,)
)
def model(cls: type[T]) -> type[T]:
    """Make `cls` a frozen, slotted, keyword-only dataclass.

    It is ``dataclass(frozen=True, slots=True, kw_only=True)`` but for ``__init__``:
    the standard one sets each field of a frozen class by a call, which for forty
    fields is most of the time that a request takes. Here the new object is of an
    open subclass until its fields are set.
    """
    plain = not issubclass(cls, Model)  # which has a repr of its own
    frozen = dataclass(frozen=True, slots=True, kw_only=True, repr=plain, init=False)(
        cls
    )
    settled = fields(cast(Any, frozen))
    open_ = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    draft = type(cls.__name__, (frozen,), {"__slots__": (), **open_})
    init = _initializer(frozen, draft, settled)
    setattr(frozen, "__init__", init)  # noqa: B010  # type checkers forbid `=` here
    return frozen


def _initializer(
    frozen: type, draft: type, settled: tuple[Field[Any], ...]
) -> Callable[..., Any]:
    scope: dict[str, Any] = {
        "_frozen": frozen,
        "_draft": draft,
        "_become": object.__dict__["__class__"].__set__,
        "_LEFT_OUT": MISSING,
    }
    parameters = [""]
    lines = ["_become(self, _draft)"]
    for f in settled:
        given = f.name
        if f.default_factory is not MISSING:
            scope[f"_make_{f.name}"] = f.default_factory
            parameters.append(f"{f.name}=_LEFT_OUT")
            given = f"_make_{f.name}() if {f.name} is _LEFT_OUT else {f.name}"
        elif f.default is not MISSING:
            scope[f"_default_{f.name}"] = f.default
            parameters.append(f"{f.name}=_default_{f.name}")
        else:
            parameters.append(f.name)
        lines.append(f"self.{f.name} = {given}")
    lines.append("_become(self, _frozen)")
    star = ", *" if settled else ""
    init = made(f"__init__(self{star}{', '.join(parameters)})", lines, scope)
    init.__qualname__ = f"{frozen.__qualname__}.__init__"
    init.__annotations__ = {f.name: f.type for f in settled} | {"return": None}
    return init


def made(head: str, lines: list[str], scope: dict[str, Any]) -> Callable[..., Any]:
    """The function with this head and body: straight-line code where a loop is slow.

    As in dataclasses, only the names of fields, which are identifiers, become code.
    """
    body = "\n ".join(lines)
    exec(f"def {head}:\n {body}", scope)  # noqa: S102  # see above
    return cast(Callable[..., Any], scope[head.partition("(")[0]])
