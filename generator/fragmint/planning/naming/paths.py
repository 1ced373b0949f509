"""What a method and a path say, as a person would: GET /v1/pets is list pets."""

from __future__ import annotations

import re
from typing import NamedTuple

from .english import ACTIONS, CHANGES, JOINTS, THINGS, is_plural, singular_of
from .spelling import Words, put_together, words

__all__ = ["names_of_path", "resource_of", "spelled_out"]

_SLOT = re.compile(r"\{([^{}]*)\}")
_VERSION = re.compile(
    r"v?\d+([._-]\d+)*((alpha|beta|rc|p)\d*)*|\d{4}-\d\d(-\d\d)?|latest"
)
_PREFIXES = frozenset({"api", "apis", "rest"})
_SUFFIX = re.compile(
    r"\.(aspx?|atom|csv|do|gz|html?|ics|js|jsonp?|jsp|pdf|php|rss|txt|xml|ya?ml|zip"
    r"|\{[^{}]*\})$",
    re.IGNORECASE,
)
# What a placeholder says of the thing that it stands for, and not which thing it is.
_HANDLES = frozenset(
    "code guid id ids key name no num number sid slug uid uri uuid".split()
)
_WRITING = frozenset({"patch", "post", "put"})


class _Step(NamedTuple):
    """A segment: text, or a placeholder; `custom` is a method behind a colon."""

    said: Words
    slot: bool
    custom: bool = False


class _Path(NamedTuple):
    steps: tuple[_Step, ...]
    versions: Words


def names_of_path(method: str, path: str) -> tuple[Words, ...]:
    """Names for an operation, one for each level of context.

    ======================================  ==========================================
    GET on the plural, on anything else     list_pets, get_pet
    POST on a collection, on a member       create_pet, post_pet
    PUT and PATCH                           update_pet; replace_pet, patch_pet if both
    DELETE                                  delete_pet
    a last segment that is a verb           activate_pet, search_pets
    any other method                        head_pet
    ======================================  ==========================================

    Leading ``api`` and ``rest``, versions, dates and suffixes of files say nothing.
    Context adds the segments before, the nearest first (list_owner_pets), then the
    placeholders (get_pet_by_id), then version and suffix, and the method as it is sent.
    """
    method = method.lower()
    steps, versions = _read(path)
    verb, noun, around, rest = _parts(method, steps)
    by = _by(steps)
    if not noun and all(step.slot for step in steps):
        noun, by = by or ("root",), ()
    other = verb
    if verb == ("update",):
        other = ("replace",) if method == "put" else ("patch",)
    base = verb + noun + rest
    near = [
        verb + put_together(*around[-count:], noun) + rest for count in (1, 2, 3, 99)
    ]
    whole = near[-1]
    by_last = (by and steps[-1].slot and ("by", *steps[-1].said)) or ()
    whole_by = whole + by
    return (
        base,
        other + noun + rest,
        *near,
        base + by_last,
        whole + by_last,
        whole_by,
        base + versions,
        whole + versions,
        whole_by + versions,
        words(method) + whole_by[len(verb) :] + versions,
    )


def resource_of(path: str) -> str:
    """What an operation without a tag belongs to: the first thing its path names.

    That of ``/v1/pets/{id}`` is pets; of ``/`` it is root.
    """
    steps, _ = _read(path)
    named = [step for step in steps if not step.slot and not step.custom]
    return " ".join(named[0].said) if named else "root"


def spelled_out(method: str, path: str) -> tuple[Words, bool]:
    """The words of `path` with all there is in it, and whether much of it is noise.

    An identifier that is these words and the method was made by a machine.
    """
    steps, versions = _read(path)
    noise = bool(versions) or any(step.slot for step in steps)
    return words(re.sub(r"[{}]", " ", path)), noise


def _read(path: str) -> _Path:
    steps: list[_Step] = []
    versions: Words = ()
    segments = [part for part in re.split(r"[/#?&]|(?=:[A-Za-z])", path) if part]
    for index, segment in enumerate(segments):
        text = segment.removeprefix(":")
        custom = text != segment
        if index == len(segments) - 1 and (suffix := _SUFFIX.search(text)):
            text = text[: suffix.start()]
            versions += words(suffix[1])
        if "=" in text and "{" not in text:
            text = text.rpartition("=")[2].rpartition(".")[2]
        if _VERSION.fullmatch(text.lower()):
            versions += words(text.replace(".", "_"))
            continue
        if text.lower() in _PREFIXES and not any(not step.slot for step in steps):
            continue
        for number, piece in enumerate(_SLOT.split(text)):
            said = words(piece)
            if said:
                steps.append(_Step(said, bool(number % 2), custom))
    return _Path(tuple(steps), versions)


def _parts(
    method: str, steps: tuple[_Step, ...]
) -> tuple[Words, Words, list[Words], Words]:
    """The verb, the noun, the nouns around it, and what comes after the noun."""
    item = bool(steps) and steps[-1].slot
    nouns = [
        singular_of(step.said) if after and after.slot else step.said
        for step, after in zip(steps, (*steps[1:], None), strict=False)
        if not step.slot
    ]
    if not nouns:
        return _verb(method, item=item, plural=False), _handled(steps), [], ()
    last = nouns.pop()
    in_item = any(step.slot for step in steps[-2:-1])
    custom = steps[-1].custom
    if item or not (custom or _is_action(method, last, in_item=in_item)):
        verb = _verb(method, item=item, plural=is_plural(last[-1]))
        noun = singular_of(last) if verb == ("create",) else last
        return verb, noun, nouns, ()
    if len(last) > 1 and last[1] not in JOINTS:
        return last[:1], (), nouns, last[1:]
    noun = nouns.pop() if nouns else _handled(steps[:-1])
    return last[:1], noun, nouns, last[1:]


def _is_action(method: str, said: Words, *, in_item: bool) -> bool:
    """Whether a last segment says what is done, and is no thing itself."""
    first = said[0]
    may_change = method in _WRITING or (method == "delete" and len(said) > 1)
    if first not in ACTIONS and not (may_change and first in CHANGES):
        return False
    if first not in THINGS or (len(said) > 1 and said[1] in JOINTS):
        return True
    if len(said) > 1:
        return in_item and not is_plural(said[-1])
    return in_item or first in ACTIONS


def _verb(method: str, *, item: bool, plural: bool) -> Words:
    match method:
        case "get":
            return ("list",) if plural and not item else ("get",)
        case "post":
            return ("post",) if item else ("create",)
        case "put" | "patch":
            return ("update",)
        case _:
            return words(method) or ("call",)


def _handled(steps: tuple[_Step, ...]) -> Words:
    """What a path of placeholders only is about: {accountId} is an account."""
    said = steps[-1].said if steps and steps[-1].slot else ()
    while said and said[-1] in _HANDLES:
        said = said[:-1]
    return said


def _by(steps: tuple[_Step, ...]) -> Words:
    said: Words = ()
    for step in steps:
        if step.slot:
            said += ("and" if said else "by", *step.said)
    return said
