"""Whose fields rules are about: by which names a caller gives what is checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ..planning.names import module_of
from .fields import label
from .formulas import Formula, Leaf, implies
from .surface import Argument, Check, Model, Operation, Spot, Surface
from .validators import OF_ABSENCE, Path, Rule

__all__ = [
    "Named",
    "Owner",
    "model_of",
    "of_model",
    "of_operation",
    "of_whatever_fits",
    "renamed_checks",
]


_EXTRA = "extra"
"""The field for properties that the description does not name."""
_CLOSING = {"additionalProperties", "unevaluatedProperties"}
_OPEN = {"Any", "Mapping", "dict", "object"}
"""Types of what can have any properties."""


class Named(NamedTuple):
    """What stands somewhere, as Python has it, and the last field on the way there.

    `types` are the names in its annotation; None if it has none.
    """

    what: str
    spot: Spot
    types: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Owner:
    """What a caller gives fields to: a method, or a model.

    `fields` are by their names on the wire, `whole` is the one that what is checked is
    in, if it is not all of them. `can_lack`: without any, nothing is checked.
    `are_fields`: what is checked is made of them, and so an object for sure.
    `has_extra`: properties can be given that have no name. `place`: where in a request
    it goes.
    """

    name: str
    fields: Mapping[str, Argument]
    at: Spot
    surface: Surface = field(repr=False)
    whole: Path = ()
    can_lack: bool = False
    are_fields: bool = True
    has_extra: bool = False
    place: str = ""

    def named(self, path: Path) -> Named:
        """What stands at `path`."""
        owner, fields, rest = self.name, self.fields, [*path]
        what, at, types = owner, self.at, frozenset[str]()
        while rest and rest[0] in fields:
            one = fields[rest.pop(0)]
            what, at = label(owner, one.name), one.at
            types = frozenset(re.findall(r"\w+", one.annotation))
            steps = [step for step in rest if not step.startswith("[") and step != "*"]
            model = self._model_in(one.annotation, steps[0]) if steps else None
            if model is None:
                break
            owner, fields = model.name, _by_wire(model)
            rest = rest[rest.index(steps[0]) :]
        known = all(step.startswith("[") for step in rest)
        for step in rest:
            if step == "*":
                what = f"each other property of {what}"
            elif step.startswith("["):
                what = f"each item of {what}" if step == "[]" else f"{what}{step}"
            else:
                what = f"{step} of {what}"
        return Named(what, at, types if known else None)

    def can_give(self, rule: Rule, refused: Formula) -> bool:
        """Whether a caller can give what is refused where `rule` is: a property may
        have no name there, as one that only comes in.
        """
        if rule.keyword in OF_ABSENCE:
            return True
        for index, step in enumerate(rule.path):
            names = None if step.startswith("[") else self._names_in(rule.path[:index])
            if names is None or step in names:
                continue
            others = Leaf("name", "in", frozenset(map(repr, names)), holds=False)
            # Of which fields are new or gone there where all others are refused, they
            # tell themselves.
            by_name = rule.keyword in _CLOSING and isinstance(refused, Leaf)
            if step != "*" or by_name or implies(refused, others):
                return False
        return True

    def are_objects(self, path: Path) -> bool:
        """Whether all that a type checker lets a caller give there is an object."""
        types = self.named(path).types if path else None
        beside = {"None", *(["Sequence"] if path and path[-1].startswith("[") else [])}
        kinds = (types or frozenset()) - beside
        return bool(kinds) and kinds <= self.surface.models.keys()

    def models_in(self, path: Path) -> list[Model]:
        """Those that a caller gives there."""
        types = self.named(path).types if path else None
        found = (self.surface.models.get(one) for one in sorted(types or ()))
        return [one for one in found if one is not None]

    def _names_in(self, path: Path) -> frozenset[str] | None:
        """Those of properties that can be given at `path`; None: any at all."""
        types = self.named(path).types if path else frozenset[str]()
        models = [*map(self.surface.models.get, types or ())]
        holders = [_by_wire(one) for one in models if one and not one.incoming]
        if not path and self.are_fields:
            holders = [{**self.fields}]
        open_ = types is None or types & _OPEN or (self.has_extra and not path)
        given = [one for fields in holders for one in fields.items()]
        if open_ or not holders or any(one.name == _EXTRA for _, one in given):
            return None
        return frozenset(wire for wire, _ in given)

    def gives_null(self, path: Path) -> bool:
        """Whether null can come where `path` is, and is not what is left out."""
        field = self.fields.get(path[0]) if len(path) == 1 else None
        return field is None or field.nullable or field.default != "None"

    def _model_in(self, annotation: str, step: str) -> Model | None:
        """The model in an annotation that has a field of this name on the wire."""
        models = map(self.surface.models.get, re.findall(r"\w+", annotation))
        found = (one for one in models if one is not None and not one.incoming)
        return next((one for one in found if step in _by_wire(one)), None)

    def has_apart(self, function: str, path: Path) -> bool:
        """Whether what `function` checks at `path` is a model there: its rules are then
        told of that, and else of the field that it is in.
        """
        model = model_of(self.surface, function)
        types = self.named(path).types
        return model is not None and (types is None or model.name in types)


def of_operation(surface: Surface, operation: Operation, check: Check) -> Owner:
    """The method, as it gives what is checked."""
    fields = {
        wire: one
        for one in operation.arguments
        for place, wire in [one.wire]
        if place == check.place
    }
    whole = (check.whole,) if check.whole else ()
    name = f"client.{operation.name}(…)"
    can_lack = operation.exchange.can_lack and check.place == "body"
    extra = any(one.name == _EXTRA for one in operation.arguments)
    return Owner(
        name,
        fields,
        operation.at,
        surface,
        whole,
        can_lack,
        are_fields=not whole,
        has_extra=extra,
        place=check.place,
    )


def of_model(surface: Surface, model: Model) -> Owner:
    """A model that goes out."""
    return Owner(model.name, _by_wire(model), model.at, surface)


def of_whatever_fits(surface: Surface, what: str, at: Spot) -> Owner:
    """What asks that a value fits, where no model has what is checked."""
    return Owner(what, {}, at, surface, are_fields=False)


def model_of(surface: Surface, function: str) -> Model | None:
    """The model of what goes out that a function checks, if there is one: that of the
    same schema, else for a branch that is described in place the one that has its name
    from where the function has it.
    """
    validator = surface.library.validators.get(function)
    if validator is None or not validator.of_object:
        return None
    if function in surface.schemas:
        return surface.models.get(surface.schemas[function])
    models = (one for one in surface.models.values() if not one.incoming)
    found = (one for one in models if f"check_{module_of(one.name)}" == function)
    return next(found, None)


def renamed_checks(
    old: Surface, new: Surface, renamed: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The functions that check classes which are `renamed`, where they are called after
    them: by what they are called in the new package.
    """
    for names in renamed.items():
        functions = [f"check_{module_of(one)}" for one in names]
        models = [*map(model_of, (old, new), functions)]
        if [one.name for one in models if one is not None] == [*names]:
            yield functions[0], functions[1]


def _by_wire(model: Model) -> dict[str, Argument]:
    return {one.wire[1]: one for one in model.fields}
