"""Candidates for what is no operation: schemas, fields, resources and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from .english import singular_of
from .resolving import Candidates
from .scopes import Scope, free
from .spelling import (
    Words,
    from_end,
    is_long,
    pascal,
    plain,
    put_together,
    snake_case,
    spelled,
    style,
    words,
)

__all__ = [
    "ITEM",
    "argument_candidates",
    "body_candidates",
    "constant_candidates",
    "field_candidates",
    "inline_candidates",
    "member_candidates",
    "resource_class_candidates",
    "response_candidates",
    "schema_candidates",
    "server_candidates",
    "tag_candidates",
    "with_suffix",
]

ITEM = "[]"
"""A part of the place of an inline schema: what stands in a list or a map."""

_BRACKETS = re.compile(r"[<>«»\u2039\u203a\[\]{},]|`\d+")
_ASSEMBLY = re.compile(r",\s*[\w.]+,\s*Version=[^\]]*")
_VERSION = re.compile(r"v?\d+((alpha|beta|rc|p)\d*)*")
# Alone they are no name for anything.
_GENERIC = frozenset(
    """base body create data default delete error get id info input item items list
    meta model object output params query request response result results status type
    update value""".split()
)


# --- Schemas --------------------------------------------------------------------------


def schema_candidates(name: str) -> Candidates:
    """Names of classes for the component `name`.

    ``com.example.v1.Pet`` is Pet, then V1Pet, ExampleV1Pet, ComExampleV1Pet;
    ``Page<com.example.Pet>`` is PagePet. Then come the symbols, ``PetModel``, and how
    the name is written.
    """
    parts = [
        [words(segment) for segment in re.split(r"[./:\\+$]+", part)]
        for part in _BRACKETS.split(_ASSEMBLY.sub("", name))
    ]
    parts = [found for part in parts if (found := [one for one in part if one])]
    signed = plain(name)
    if not parts or signed[:1] in (("plus",), ("minus",)):
        parts = [[signed]]
    levels = [_joined_ends(parts, depth) for depth in (1, 2, 3, 99)]
    if is_long(levels[0]):  # what stands in front is most often a package
        levels.insert(0, from_end(levels[0]))
    whole = levels[-1]
    more = spelled(name)
    levels += [more, (*levels[0], "model"), (*whole, "model")]
    exact = pascal(whole, "schema") == name
    levels.append(whole if exact else (*more, style(name)))
    levels.append((*spelled(name, separators=True), style(name)))
    return _classes(levels, "schema")


def _joined_ends(parts: list[list[Words]], depth: int) -> Words:
    return tuple(word for part in parts for word in _end(part, depth))


def _end(segments: list[Words], depth: int) -> Words:
    """The last `depth` segments, and those before that it takes to make a name."""
    while depth < len(segments) and _says_little(segments[-depth:]):
        depth += 1
    return put_together(*segments[-depth:])


def _says_little(segments: list[Words]) -> bool:
    return all(
        len(one) == 1 and (one[0] in _GENERIC or _VERSION.fullmatch(one[0]))
        for one in segments
    )


def inline_candidates(*parts: str) -> Candidates:
    """Names of classes for a schema without one, from the names around it.

    (``Participant``, ``links``) is ParticipantLinks; with `ITEM` behind it is one of
    these, ParticipantLink. Where the whole is too long, the middle goes first.
    """
    said: Words = ()
    for part in parts:
        if part == ITEM:
            one = singular_of(said)
            said = one if one != said else put_together(said, ("item",))
        else:
            said = put_together(said, plain(part))
    return _classes([said, (*said, "model")], "schema")


def member_candidates(
    owner: str,
    title: str | None = None,
    marks: Sequence[str] = (),
    otherwise: str = "option",
) -> Candidates:
    """Names of classes for a nameless member of the union `owner`.

    Args:
        title: Its title.
        marks: What tells it from the others, such as the value of a discriminator or
            names of its properties, the most telling first.
        otherwise: What it is called where nothing tells.
    """
    base = words(owner)
    telling = [plain(mark) for mark in marks]
    levels: list[Words] = [put_together(base, words(title))] if title else []
    for count in range(1, min(len(telling), 4) + 1):
        rest = (word for mark in telling[1:count] for word in ("and", *mark))
        levels.append((*base, "with", *telling[0], *rest))
    if len(telling) > 4:
        rest = (word for mark in telling[1:] for word in ("and", *mark))
        levels.append((*base, "with", *telling[0], *rest))
    levels.append((*base, otherwise))
    return _classes(levels, "schema")


def body_candidates(operation: str, media_type: str | None = None) -> Candidates:
    """Names of classes for the body of the class `operation`: CreatePetBody."""
    base = words(operation)
    of_type = _media_words(media_type)
    whole = words((media_type or "").partition(";")[0])
    levels = [
        (*base, "body"),
        (*base, *of_type, "body"),
        (*base, *whole, "body"),
        (*base, "request", "body"),
    ]
    return _classes(levels, "schema")


def response_candidates(
    operation: str, status: str, media_type: str | None = None
) -> Candidates:
    """Names of classes for a response: CreatePetResponse, CreatePet200Response."""
    base = words(operation)
    code = words(status)
    kind = "error" if status[:1] in ("4", "5") or status == "default" else "response"
    plain_code = () if status[:1] == "2" or status == "default" else code
    levels = [
        (*base, *plain_code, kind),
        (*base, *code, kind),
        (*base, *code, *_media_words(media_type), kind),
        (*base, *code, *words((media_type or "").partition(";")[0]), kind),
    ]
    return _classes(levels, "schema")


def _media_words(media_type: str | None) -> Words:
    kind = (media_type or "").partition(";")[0].partition("/")[2]
    short = {"x-www-form-urlencoded": "form", "octet-stream": "binary", "*": "any"}
    return words(short.get(kind, kind.rpartition("+")[2].removeprefix("x-")))


def with_suffix(candidates: Candidates, suffix: str) -> Candidates:
    """`candidates` for another form of the same thing: PetInput beside Pet."""
    end = words(suffix)
    return _classes([(*words(one), *end) for one in candidates], "schema")


def _classes(levels: Sequence[Words], role: str) -> Candidates:
    said = [pascal(one, role) for one in levels]
    if is_long(levels[0]):
        said.insert(1, pascal(from_end(levels[0]), role))
    return tuple(said)


# --- Fields and arguments -------------------------------------------------------------


@lru_cache(maxsize=1 << 14)
def field_candidates(
    wire_name: str, location: str | None = None, scope: Scope = Scope.FIELD
) -> Candidates:
    """Names for a property or a parameter: ``From`` is from_, ``Id`` is id.

    ``StartTime<`` beside ``StartTime`` is start_time_lt; a parameter beside one of the
    same name elsewhere says where it goes (query_id). What is a Python name already
    stays it beside others that are written otherwise (``user_id``, ``userId``).
    """
    said = plain(wire_name)
    where = (location,) if location else ()
    symbols = spelled(wire_name)
    parted = spelled(wire_name, separators=True)
    exact = snake_case(said, "field") == wire_name
    written = said if exact else (*symbols, style(wire_name))
    last = parted if exact else (*parted, style(wire_name))
    levels = [said, symbols or said, where + said, where + parted, written]
    levels += [where + written, where + last]
    if exact and not location:  # says more only where its name was promised away
        levels = [said] * len(levels) + [(*said, style(wire_name))]
    return tuple(free(snake_case(one, "field"), scope) for one in levels)


def argument_candidates(name: str) -> Candidates:
    """Names for an argument of the client: a security scheme, a value that it holds."""
    return field_candidates(name, scope=Scope.ARGUMENT)


def constant_candidates(value: str) -> Candidates:
    """Names for a constant: GMT0, GMT_PLUS_0 and GMT_MINUS_0 of one enum."""
    parted = spelled(value, separators=True)
    levels = [plain(value), spelled(value), parted, (*parted, style(value))]
    return tuple(normalize("NFKC", snake_case(one, "value").upper()) for one in levels)


# --- Resources ------------------------------------------------------------------------


def tag_candidates(tag: str) -> Candidates:
    """Names for the resource of `tag`: attribute of the client and module."""
    levels = [plain(tag), spelled(tag), spelled(tag, separators=True)]
    exact = snake_case(levels[0], "tag") == tag
    if exact:  # says more only where its name was promised away
        levels.append(levels[0])
    levels.append((*levels[2], style(tag)))
    return tuple(
        free(free(snake_case(one, "tag"), Scope.ATTRIBUTE), Scope.MODULE)
        for one in levels
    )


def resource_class_candidates(attribute: str) -> Candidates:
    """Names of classes for the resource that the client has as `attribute`.

    ``Async`` before each is its twin; so none of them begins like a twin.
    """
    said = words(attribute)
    longer = pascal((*said, "resource"), "tag")
    if said[:1] == ("async",):
        return (longer,)
    return (pascal(said, "tag"), longer, pascal((*said, "resources"), "tag"))


# --- Servers --------------------------------------------------------------------------

_SAID_ANYWAY = frozenset(
    "a an api host our server the this url www http https com".split()
)


def server_candidates(url: str, description: str | None = None) -> Candidates:
    """Names for a server: what it is called in few words, its host, its whole URL."""
    called = tuple(
        word for word in words(description or "") if word not in _SAID_ANYWAY
    )
    host = re.sub(r"^\w+://", "", url).partition("/")[0]
    labels = words(re.sub(r"[{}]", " ", host).rpartition(".")[0] or host)
    of_host = tuple(word for word in labels if word not in _SAID_ANYWAY)
    levels = [called] if 0 < len(called) <= 4 else []
    levels += [of_host or labels or ("default",), words(re.sub(r"[{}]", " ", url))]
    return tuple(
        free(snake_case(one or ("default",), "server"), Scope.FUNCTION)
        for one in levels
    )
