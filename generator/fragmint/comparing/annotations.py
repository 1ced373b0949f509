"""Annotations of generated code, side by side: is one narrower than the other?"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, TypeAlias

__all__ = ["MARK", "Difference", "difference", "literals", "names_in"]

_Member: TypeAlias = "tuple[str, tuple[_Type, ...]]"
_Type: TypeAlias = "frozenset[_Member]"
"""A union. A member is a name and what stands in brackets behind it; a literal has a
name such as ``Literal 'a'``."""

MARK = "_Named"
"""``_Named['Status', Literal['a']]`` is the type called ``Status``."""
_NAMED = re.compile(rf"\b{MARK}\['(\w+)', ")
_LITERAL = "Literal "
_WIDER = {
    "int": {"float"},
    "list": {"Sequence"},
    "dict": {"Mapping"},
}


@dataclass(frozen=True, slots=True)
class Difference:
    """How the type `new` differs from the type `old`, both as source.

    `kind` says which of them has fewer values, as far as the annotations tell; `more`
    and `fewer` are the values that a `Literal` names now, and no longer. `literal`:
    that is all the difference there is; `enumerated`: both of them name some. `rest` is
    what differs apart from the types that both of them name, if they do.
    """

    kind: Literal["same", "narrower", "wider", "other"]
    old: str
    new: str
    more: tuple[str, ...]
    fewer: tuple[str, ...]
    literal: bool
    enumerated: bool
    rest: Difference | None = None


def difference(
    old: str,
    new: str,
    renamed: Mapping[str, str],
    not_of_old: frozenset[str] = frozenset(),
    not_of_new: frozenset[str] = frozenset(),
) -> Difference:
    """How the annotation `new` differs from `old`.

    Args:
        old: Of the old package.
        new: Of the new one.
        renamed: Classes of the old one that are called otherwise in the new one.
        not_of_old: Members that say only that it can be left out.
        not_of_new: As above, of the new one.
    """
    nodes = ast.parse(old, mode="eval").body, ast.parse(new, mode="eval").body
    without = not_of_old, not_of_new
    found = _difference(nodes, renamed, without)
    both = {renamed.get(name, name) for name in names_in(old)} & names_in(new)
    if (found.kind == "same" and not found.more + found.fewer) or not both:
        return found
    return replace(found, rest=_difference(nodes, renamed, without, frozenset(both)))


def names_in(annotation: str) -> set[str]:
    """The types with names in an annotation, those in others among them."""
    return {*_NAMED.findall(annotation)}


def _difference(
    nodes: tuple[ast.expr, ast.expr],
    renamed: Mapping[str, str],
    without: tuple[frozenset[str], frozenset[str]],
    both: frozenset[str] = frozenset(),
) -> Difference:
    """As `difference`, where the names in `both` stand for the same."""
    node, after = nodes
    told, known = (
        _without(_type(node, names, both), without[0]) for names in ({}, renamed)
    )
    fresh = _without(_type(after, {}, both), without[1])
    return Difference(
        kind=_kind(known, fresh),
        old=_shown(told),
        new=_shown(fresh),
        more=_fresh(known, fresh),
        fewer=_fresh(fresh, known),
        literal=_no_literals(known) == _no_literals(fresh),
        enumerated=bool(_literals(known)) and bool(_literals(fresh)),
    )


def _kind(old: _Type, new: _Type) -> Literal["same", "narrower", "wider", "other"]:
    # What was Any could be used in any way: no type is a part of it for who gets it.
    match _covers(old, new, by_any=False), _covers(new, old):
        case True, True:
            return "same"
        case True, False:
            return "narrower"
        case False, True:
            return "wider"
        case _:
            return "other"


def _type(
    node: ast.expr, renamed: Mapping[str, str], both: frozenset[str] = frozenset()
) -> _Type:
    match node:
        case ast.BinOp(left=left, right=right):
            return _type(left, renamed, both) | _type(right, renamed, both)
        case ast.Subscript(
            ast.Name(name), ast.Tuple([ast.Constant(str(said)), inner])
        ) if (name == MARK):
            said = renamed.get(said, said)
            known = said in both
            return frozenset({(said, ())}) if known else _type(inner, renamed, both)
        case ast.Subscript(ast.Name("Literal"), inner):
            values = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            return frozenset((f"{_LITERAL}{ast.unparse(one)}", ()) for one in values)
        case ast.Subscript(outer, inner):
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            types = tuple(_type(one, renamed, both) for one in parts)
            return frozenset({(ast.unparse(outer), types)})
        case _:
            name = ast.unparse(node)
            return frozenset({(renamed.get(name, name), ())})


def _covers(wide: _Type, narrow: _Type, *, by_any: bool = True) -> bool:
    """Whether each value of `narrow` is one of `wide`, if lists are only read."""
    return all(any(_fits(one, other, by_any) for other in wide) for one in narrow)


def _fits(one: _Member, wide: _Member, by_any: bool) -> bool:
    (name, parts), (other, wider) = one, wide
    if other == "Any" and by_any:
        return True
    if name.startswith(_LITERAL) and name != other:
        name = type(ast.literal_eval(name.removeprefix(_LITERAL))).__name__
    if name != other and other not in _WIDER.get(name, ()):
        return False
    covers = partial(_covers, by_any=by_any)
    return len(parts) == len(wider) and all(map(covers, wider, parts))


def _without(type_: _Type, names: frozenset[str]) -> _Type:
    return frozenset(one for one in type_ if one[0] not in names)


def literals(annotation: str) -> set[str]:
    """The values that an annotation names, as source."""
    return _literals(_type(ast.parse(annotation, mode="eval").body, {}))


def _literals(type_: _Type) -> set[str]:
    found: set[str] = set()
    for name, parts in type_:
        if name.startswith(_LITERAL):
            found.add(name.removeprefix(_LITERAL))
        found = found.union(*map(_literals, parts))
    return found


def _no_literals(type_: _Type) -> _Type:
    return frozenset(
        (name, tuple(map(_no_literals, parts)))
        for name, parts in type_
        if not name.startswith(_LITERAL)
    )


def _fresh(old: _Type, new: _Type) -> tuple[str, ...]:
    return tuple(sorted(_literals(new) - _literals(old)))


def _shown(type_: _Type) -> str:
    """A type as source; members in a fixed order, None last."""
    values = ", ".join(sorted(_literals(frozenset(m for m in type_ if not m[1]))))
    members = sorted(
        f"{name}[{', '.join(map(_shown, parts))}]" if parts else name
        for name, parts in type_
        if not name.startswith(_LITERAL) and name != "None"
    )
    first = [f"Literal[{values}]"] if values else []
    last = ["None"] if ("None", ()) in type_ else []
    return " | ".join([*first, *members, *last]) or "None"
