"""Names for the schemas that a bundle brings together from several places.

A name depends on what is named and on what else wants that name, never on the order
in which anything was found.
"""

import hashlib
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from fragmint.reading.kinds import KINDS
from fragmint.reading.scopes import Hoisted

_NOT_ALLOWED = re.compile(r"[^a-zA-Z0-9._-]+")
# Segments of a pointer that say what follows and not what something is called.
_HOLDERS = frozenset(
    ("components", "schemas", "$defs", "definitions", "properties", "content")
)
_UNNAMED = frozenset(
    name
    for name, field in KINDS["schema"].fields.items()
    if field.kind == "schema" and name not in _HOLDERS
) | {"schema"}


def choose(targets: Iterable[Hoisted]) -> dict[Hoisted, str]:
    """A name for each target, as `components.schemas` may have them (OAS 3.1.1 §4.8.7).

    Args:
        targets: What is to be named. Where several want one name, all of them are
            qualified: by their files, or else by what stands around them.
    """
    level = dict.fromkeys(targets, 0)
    last = len(_LEVELS) - 1
    while True:
        wanted: defaultdict[str, list[Hoisted]] = defaultdict(list)
        for target, at in level.items():
            wanted[_LEVELS[at](target)].append(target)
        rivals = [group for group in wanted.values() if len(group) > 1]
        if not rivals:
            return {group[0]: name for name, group in wanted.items()}
        for group in rivals:
            # By file, where the files differ; else by parent, else by all there is.
            files_differ = len({_stem(target) for target in group}) == len(group)
            first = 1 if files_differ else 2
            for target in group:
                at = level[target]
                level[target] = min(max(at + 1, 3), last) if at else first


def _base(target: Hoisted) -> str:
    """The last segment, or as many as it takes to reach one that is a name."""
    segments = [str(token) for token in target.pointer]
    if not segments:
        return _clean(_stem(target))
    taken = [segments.pop()]
    while segments and (taken[0].isdecimal() or taken[0] in _UNNAMED):
        taken.insert(0, segments.pop())
    return _clean("_".join(taken))


def _by_file(target: Hoisted) -> str:
    return _clean(f"{_stem(target)}_{_base(target)}")


def _by_parent(target: Hoisted) -> str:
    parents = [str(t) for t in target.pointer[:-1] if str(t) not in _HOLDERS]
    return _clean("_".join([*(parents or [_stem(target)])[-1:], _base(target)]))


def _by_all(target: Hoisted) -> str:
    file = posixpath.splitext(target.file)[0]
    return _clean("_".join([file, *map(str, target.pointer)]))


def _by_digest(target: Hoisted) -> str:
    digest = hashlib.sha256(str(target).encode(errors="replace")).hexdigest()
    return f"{_by_all(target)}_{digest[:12]}"


_LEVELS: tuple[Callable[[Hoisted], str], ...] = (
    _base,
    _by_file,
    _by_parent,
    _by_all,
    _by_digest,
)


def _stem(target: Hoisted) -> str:
    return posixpath.splitext(posixpath.basename(target.file))[0]


def _clean(text: str) -> str:
    return _NOT_ALLOWED.sub("_", text) or "_"
