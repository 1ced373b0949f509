"""`fragmint rename`: another name for what a caller writes, and the old one beside it.

What can be renamed is a resource (``participants``), a method
(``participants.create``), a class (``CreateParticipant``) and what that has
(``CreateParticipant.call_sid``). The old name becomes an alias. Only what is given by
its name has none, a parameter or a field of what goes out: it would stand twice in each
signature, and nobody could tell which one counts.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..diagnostics import Problem, Problems, did_you_mean
from .names import Ledger, Promises, exactly, fields_of, is_sound, loosely, methods_of

__all__ = ["Renamed", "renamed"]

_OWNED = {"classes": fields_of, "resources": methods_of}


@dataclass(frozen=True, slots=True)
class _Thing:
    """What has a name, and what a caller writes before that."""

    kind: str
    key: str
    name: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Renamed:
    """What is promised once a thing has its new name, and what there is to say."""

    promises: Promises
    wanted: _Thing | None = None
    notes: tuple[Problem, ...] = ()

    def settled(self, ledger: Ledger) -> tuple[Problem, ...]:
        """What there is to say, if the names given by these promises are as wanted.

        Raises:
            Problems: the new name cannot be had.
        """
        wanted = self.wanted
        if wanted is None or ledger.names[wanted.kind][wanted.key] == wanted.name:
            return self.notes
        whole = f"{wanted.before}{wanted.name}"
        hint = "the package itself, or Python, needs it"
        if wanted.name in self.promises.aliases.get(wanted.kind, {}):
            hint = f"it is an alias: fragmint rename --drop {whole}"
        raise _problem("bad-name", f"{whole} is taken", hint)


def renamed(ledger: Ledger, promised: Promises, old: str, new: str | None) -> Renamed:
    """What is promised if `old` is to be called `new`.

    Args:
        ledger: All names of the package.
        promised: What is promised of them.
        old: A name as a caller writes it.
        new: The same, or its last part alone; None: `old` is an alias that is to go.

    Raises:
        Problems: there is nothing of the old name, or the new one cannot be one, or
            another thing has it.
    """
    if new is None:
        return Renamed(_without(promised, old))
    thing = _found(ledger, promised, old)
    wanted = replace(thing, name=_name(thing, new))
    others = {k: n for k, n in ledger.names[thing.kind].items() if k != thing.key}
    _leave(others, wanted, "by {}")
    left = promised.gone.get(thing.kind, {})
    _leave(left, wanted, "by {}, which is gone: strike that out of fragmint.lock")
    kind, key, name = thing.kind, thing.key, wanted.name
    names, gone, aliases = (
        {kind: dict(found) for kind, found in part.items()}
        for part in (promised.names, promised.gone, promised.aliases)
    )
    names.setdefault(kind, {})[key] = name
    # It may well get back a name that it had.
    own = {
        former: name if now == thing.name else now
        for former, now in aliases.get(kind, {}).items()
        if (former, now) != (name, thing.name)
    }
    notes: tuple[Problem, ...] = ()
    if _has_alias(ledger, kind):
        own[thing.name] = name
    else:
        message = (
            f"{old} is {thing.before}{name} now, and its old name is none any more"
        )
        hint = "change what calls it: a parameter has one name"
        notes = (Problem("no-alias", message, None, hint, "warning"),)
    aliases[kind] = own
    if kind in _OWNED:
        before, after = _OWNED[kind](thing.name), _OWNED[kind](name)
        for part in (names, gone, aliases):
            if before in part:
                part[after] = part.pop(before)
    promises = replace(promised, names=names, gone=gone, aliases=aliases)
    return Renamed(promises, wanted, notes)


def _without(promised: Promises, old: str) -> Promises:
    """What is promised without the alias `old`.

    Raises:
        Problems: there is none.
    """
    known = {_before(kind) + one: (kind, one) for kind, one in _aliases(promised)}
    if old not in known:
        close = did_you_mean(old, known)
        hint = f"did you mean {close}?" if close else None
        raise _problem("unknown-name", f"there is no alias {old}", hint)
    kind, alias = known[old]
    left = {one: now for one, now in promised.aliases[kind].items() if one != alias}
    return replace(promised, aliases={**promised.aliases, kind: left})


def _found(ledger: Ledger, promised: Promises, old: str) -> _Thing:
    known = {f"{one.before}{one.name}": one for one in _things(ledger)}
    if old in known:
        return known[old]
    now = _now(promised, old)
    if now != old and now in known:
        message = f"{old} is an alias now, of {now}"
        raise _problem("unknown-name", message, f"rename {now}")
    close = did_you_mean(now, known)
    hint = f"did you mean {close}?" if close else "write it as a caller does"
    raise _problem("unknown-name", f"nothing is called {old}", hint)


def _now(promised: Promises, name: str) -> str:
    """What is called now what was once called `name`: its owner first, then itself."""
    owner, dot, _ = name.partition(".")
    aliases = {
        _before(kind) + alias: _before(kind) + promised.aliases[kind][alias]
        for kind, alias in _aliases(promised)
    }
    if dot:
        name = f"{aliases.get(owner, owner)}{name.removeprefix(owner)}"
    return aliases.get(name, name)


def _things(ledger: Ledger) -> Iterator[_Thing]:
    for kind, found in ledger.names.items():
        if kind in _OWNED or kind.startswith(_KINDS_OF_ONE):
            for key, name in found.items():
                if not key.startswith("payload "):  # a function is called after it
                    yield _Thing(kind, key, name, _before(kind))


_KINDS_OF_ONE = tuple(of("") for of in _OWNED.values())


def _before(kind: str) -> str:
    owner = kind.partition(" ")[2]
    return f"{owner}." if owner else ""


def _aliases(promised: Promises) -> Iterator[tuple[str, str]]:
    for kind, found in promised.aliases.items():
        yield from ((kind, alias) for alias in found)


def _has_alias(ledger: Ledger, kind: str) -> bool:
    """Whether what is of this kind can have its old name beside its new one."""
    owner = kind.partition(" ")[2]
    is_in = {n for key, n in ledger.names["classes"].items() if key.endswith(" in")}
    return kind != fields_of(owner) or owner in is_in


def _name(thing: _Thing, new: str) -> str:
    """The last part of `new`, which is in the same place as the thing."""
    before, _, name = new.rpartition(".")
    if before and f"{before}." != thing.before:
        hint = f"write {thing.before}{name}"
        raise _problem("bad-name", f"{new} would be in another place", hint)
    if not is_sound(name) or keyword.iskeyword(name):
        hint = "letters, digits and underscores, no word of Python"
        raise _problem("bad-name", f"{name!r} cannot be a name", hint)
    if thing.kind == "classes" and not name[0].isupper():
        raise _problem("bad-name", f"{name} is a class", "begin it with a capital")
    if thing.kind != "classes" and name != name.lower():
        hint = f"write {thing.before}{name.lower()}"
        raise _problem("bad-name", f"{name} is no class", hint)
    if name == thing.name:
        raise _problem("bad-name", f"{thing.before}{name} is called so already")
    return name


def _leave(names: Mapping[str, str], wanted: _Thing, by: str) -> None:
    """Leave the name that is wanted to whoever has it among `names`."""
    fold = loosely if wanted.kind in _OWNED else exactly
    for key, name in names.items():
        if fold(name) == fold(wanted.name):
            message = f"{wanted.before}{wanted.name} is taken"
            raise _problem("bad-name", message, by.format(key.strip()))


def _problem(code: str, message: str, hint: str | None = None) -> Problems:
    return Problems([Problem(code, message, None, hint)])
