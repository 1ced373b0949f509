"""YAML text -> a value and its spots, under the core schema of YAML 1.2.

PyYAML's events are read in one loop that keeps its own stack. Its composer recurses
in C, where a hundred thousand brackets end the interpreter.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import yaml
from yaml import events

from fragmint.reading.faults import (
    MAX_DEPTH,
    Fault,
    Spot,
    Stretch,
    TextError,
    duplicate_key,
    too_deep,
)
from fragmint.reading.pointers import JSON
from fragmint.reading.scalars import plain, tagged

MAX_ALIASED = 1_000_000
"""How many values aliases may repeat in one file, all together."""

# YAML 1.2.2 §5.1; libyaml names no position for these.
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_IDLE = re.compile(r"[ \t]*(?=#|\r?\n)")
_MAX_TABBED = 50
"""How many such lines with tabs may be; the file is read anew for each."""
_MERGE = "<<"
_COLLECTION_TAGS = {
    "map": "tag:yaml.org,2002:map",
    "seq": "tag:yaml.org,2002:seq",
}


class _Parser(Protocol):
    def get_event(self) -> events.Event | None: ...


@dataclass(slots=True)
class _Anchor:
    """What an alias repeats; `size` is None while its end has not been read."""

    value: JSON = None
    spot: Spot | None = None
    size: int | None = None
    height: int = 1


@dataclass(slots=True)
class _Frame:
    """A collection that is being read."""

    value: dict[str, JSON] | list[JSON]
    spot: Spot
    anchor: _Anchor | None
    count: int
    key: str | None = None
    merging: bool = False
    merged: list[tuple[JSON, Spot]] = field(default_factory=list)
    height: int = 1


_Node: TypeAlias = tuple[JSON, Spot, int]


def parse(text: str) -> tuple[JSON, Spot, list[Fault]]:
    """Read one YAML document.

    Args:
        text: The file, without a byte order mark.

    Returns:
        The value, in which aliases are shared and not copied, its spots, and what is
        wrong with it.

    Raises:
        TextError: It is no YAML, or none that JSON could say, or beyond a limit.
    """
    faults = [
        Fault(
            "bad-character",
            f"U+{ord(bad[0]):04X} is not allowed in YAML",
            bad.span(),
            fatal=False,
        )
        for bad in _UNPRINTABLE.finditer(text)
    ]
    if faults:
        text = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    value, spot, more = _read(text)
    return value, spot, faults + more


def _read(text: str) -> tuple[JSON, Spot, list[Fault]]:
    """As `parse`; libyaml knows no tabs in a line of nothing else, or before a comment.

    YAML does (1.2.2 §6.6).
    """
    for _ in range(_MAX_TABBED):
        try:
            return _Reader(text).read()
        except TextError as error:
            fault = error.faults[-1]
            start = text.rfind("\n", 0, fault.stretch[0]) + 1
            blank = _IDLE.match(text, start)
            if fault.code != "tab" or blank is None:
                raise
            text = text[:start] + " " * len(blank[0]) + text[blank.end() :]
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._anchors: dict[str, _Anchor] = {}
        self._stack: list[_Frame] = []
        self._faults: list[Fault] = []
        self._count = 0
        self._aliased = 0
        self._root: tuple[JSON, Spot] | None = None

    def read(self) -> tuple[JSON, Spot, list[Fault]]:
        documents = 0
        for event in _events(self._text):
            match event:
                case events.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        message = "a second document begins, which is not read"
                        self._note("many-documents", message, event)
                        break
                case events.ScalarEvent():
                    self._scalar(event)
                case events.MappingStartEvent() | events.SequenceStartEvent():
                    self._open(event)
                case events.MappingEndEvent() | events.SequenceEndEvent():
                    self._close(event)
                case events.AliasEvent():
                    self._alias(event)
                case _:
                    pass
        if self._root is None or _is_blank(self._root):
            raise TextError(Fault("empty-file", "the file is empty", (0, 0)))
        return *self._root, self._faults

    def _stop(
        self, code: str, message: str, event: events.Event, hint: str | None = None
    ) -> None:
        fault = Fault(code, message, _stretch(event), hint)
        raise TextError(*self._faults, fault)

    def _note(self, code: str, message: str, event: events.Event) -> None:
        self._faults.append(Fault(code, message, _stretch(event), fatal=False))

    def _scalar(self, event: events.ScalarEvent) -> None:
        self._count += 1
        stretch = _stretch(event)
        frame = self._stack[-1] if self._stack else None
        if frame and frame.key is None and isinstance(frame.value, dict):
            if event.anchor:
                self._anchors[event.anchor] = _Anchor(
                    event.value, Spot(stretch), size=1, height=0
                )
            frame.merging = event.value == _MERGE and event.implicit[0]
            self._key(frame, event.value, stretch)
            return
        value: JSON = event.value
        try:
            if event.tag:
                value = tagged(event.tag, event.value)
            elif event.implicit[0]:
                value = plain(event.value)
        except KeyError:
            self._note("unknown-tag", f"the tag {_tag(event.tag)} is not known", event)
        except ValueError as error:
            self._note("bad-scalar", str(error), event)
            value = None
        spot = Spot(stretch)
        if event.anchor:
            self._anchors[event.anchor] = _Anchor(value, spot, size=1, height=0)
        self._place(value, spot, 0)

    def _open(self, event: events.CollectionStartEvent) -> None:
        self._count += 1
        if len(self._stack) >= MAX_DEPTH:
            raise TextError(*self._faults, too_deep(_stretch(event)[0]))
        is_map = isinstance(event, events.MappingStartEvent)
        frame = self._stack[-1] if self._stack else None
        if frame and frame.key is None and isinstance(frame.value, dict):
            self._stop("bad-key", "a key must be a scalar", event)
        if event.tag and event.tag not in (
            "!",
            _COLLECTION_TAGS["map" if is_map else "seq"],
        ):
            self._note("unknown-tag", f"the tag {_tag(event.tag)} is not known", event)
        anchor = None
        if event.anchor:
            anchor = self._anchors[event.anchor] = _Anchor()
        value: dict[str, JSON] | list[JSON] = {} if is_map else []
        spot = Spot(_stretch(event))
        self._stack.append(_Frame(value, spot, anchor, self._count))

    def _close(self, event: events.Event) -> None:
        frame = self._stack.pop()
        frame.spot.value = (frame.spot.value[0], _stretch(event)[1])
        if frame.merged and isinstance(frame.value, dict):
            _merge(frame.value, frame.spot, frame.merged)
        if frame.anchor:
            frame.anchor.value = frame.value
            frame.anchor.spot = frame.spot
            frame.anchor.size = self._count - frame.count + 1
            frame.anchor.height = frame.height
        self._place(frame.value, frame.spot, frame.height)

    def _alias(self, event: events.AliasEvent) -> None:
        name = event.anchor or ""
        anchor = self._anchors.get(name)
        if anchor is None:
            self._stop("unknown-anchor", f"there is no anchor &{name} before", event)
            return
        if anchor.size is None or anchor.spot is None:
            self._stop("recursive-alias", f"*{name} stands inside of &{name}", event)
            return
        self._count += anchor.size
        self._aliased += anchor.size
        if self._aliased > MAX_ALIASED:
            message = f"aliases repeat more than {MAX_ALIASED} values"
            self._stop("too-large", message, event)
        if len(self._stack) + anchor.height > MAX_DEPTH:
            raise TextError(*self._faults, too_deep(_stretch(event)[0]))
        frame = self._stack[-1] if self._stack else None
        if frame and frame.key is None and isinstance(frame.value, dict):
            if not isinstance(anchor.value, str):
                self._stop("bad-key", "a key must be a scalar", event)
            self._key(frame, str(anchor.value), _stretch(event))
            return
        spot = Spot(_stretch(event), members=anchor.spot.members)
        self._place(anchor.value, spot, anchor.height)

    def _key(self, frame: _Frame, key: str, stretch: Stretch) -> None:
        frame.key = key
        known = frame.spot.members.get(key)
        if known is not None and known.key is not None and not frame.merging:
            keys = [around.key for around in self._stack[:-1]]
            self._faults.append(duplicate_key([*keys, key], stretch, known.key))
        # The value takes this spot's place as soon as it has been read.
        frame.spot.members[key] = Spot(stretch, stretch)

    def _place(self, value: JSON, spot: Spot, height: int) -> None:
        if not self._stack:
            self._root = (value, spot)
            return
        frame = self._stack[-1]
        frame.height = max(frame.height, height + 1)
        if isinstance(frame.value, list):
            frame.spot.members[len(frame.value)] = spot
            frame.value.append(value)
            return
        key = frame.key or ""
        spot.key = frame.spot.members[key].key
        if spot.value[0] == spot.value[1] and spot.key:
            spot.value = spot.key
        frame.key = None
        if frame.merging:
            frame.merging = False
            del frame.spot.members[key]
            self._to_merge(frame, value, spot)
        else:
            frame.spot.members[key] = spot
            frame.value[key] = value

    def _to_merge(self, frame: _Frame, value: JSON, spot: Spot) -> None:
        """Remember what a `<<` brings (https://yaml.org/type/merge.html)."""
        if isinstance(value, list):
            parts = [(part, spot.members[i]) for i, part in enumerate(value)]
        else:
            parts = [(value, spot)]
        for part, place in parts:
            if isinstance(part, dict):
                frame.merged.append((part, place))
                self._count += len(part)
                self._aliased += len(part)
            else:
                self._faults.append(
                    Fault(
                        "bad-merge",
                        "only mappings can be merged",
                        place.value,
                        fatal=False,
                    )
                )


def _merge(value: dict[str, JSON], spot: Spot, merged: list[tuple[JSON, Spot]]) -> None:
    """Put the merged members before the mapping's own, which win."""
    own = dict(value)
    value.clear()
    for part, place in reversed(merged):
        if isinstance(part, dict):
            value.update(part)
            for key, member in place.members.items():
                spot.members.setdefault(key, member)
    value.update(own)


def _is_blank(root: tuple[JSON, Spot]) -> bool:
    value, spot = root
    return value is None and spot.value[0] == spot.value[1]


def _events(text: str) -> Iterator[events.Event]:
    last: events.Event | None = None
    try:
        next_event: Callable[[], events.Event | None] = _parser(text).get_event
        while (event := next_event()) is not None:
            yield event
            last = event
    except yaml.MarkedYAMLError as error:
        raise TextError(_syntax_fault(text, error, last)) from error
    except yaml.YAMLError as error:
        raise TextError(Fault("broken-yaml", str(error), (0, 1))) from error


def _parser(text: str) -> _Parser:
    return yaml.CBaseLoader(text) if yaml.__with_libyaml__ else yaml.BaseLoader(text)


# {line} is that in which what cannot be parsed begins.
_HINTS = {
    "mapping values are not allowed": "a value that contains a colon needs quotes",
    "could not find expected ':'": "is there a colon missing, or a wrong indentation?",
    "did not find expected key": "do the keys of the mapping that begins in line {line}"
    " stand in one column?",
    "did not find expected '-'": "do the items of the list that begins in line {line}"
    " stand in one column?",
    "did not find expected ',' or ']'": "is the list that begins in line {line} closed,"
    " and are there commas in it?",
    "did not find expected ',' or '}'": "is the mapping that begins in line {line}"
    " closed, and are there commas in it?",
    "found character": "a value that begins with this character needs quotes",
    "found unknown escape": "single quotes keep a backslash as it is",
}


def _syntax_fault(
    text: str, error: yaml.MarkedYAMLError, last: events.Event | None
) -> Fault:
    """What is wrong behind the `last` that could be parsed."""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    said = error.problem or error.context or "this is no YAML"
    began = error.context_mark.index if error.context_mark else None
    hints = [hint for start, hint in _HINTS.items() if said.startswith(start)]
    # What is wrong at the end of the file is better shown where it began.
    if error.context_mark and not text[offset:].strip():
        offset = error.context_mark.index
        said = f"{error.context}, {said}" if error.context else said
    if text[offset : offset + 1] == "\t":
        hint = "YAML is indented by spaces"
        return Fault("tab", "a tab indents this line", (offset, offset + 1), hint)
    if "undefined alias" in said:
        return Fault("unknown-anchor", said, (offset, offset + 1))
    if isinstance(last, events.ScalarEvent) and last.style in _QUOTED:
        opened, closed = _stretch(last)
        if closed == offset:
            began, is_long = opened, "\n" in text[opened:closed]
            hints = [_LONG_QUOTE if is_long else _QUOTED[last.style]]
    stretch = offset, offset + 1
    return Fault("broken-yaml", said, stretch, next(iter(hints), None), began)


_LONG_QUOTE = "the quotes that open in line {line} close here: is one missing there?"
_QUOTED = {
    '"': 'within double quotes, a quote is written \\"',
    "'": "within single quotes, a quote is written twice",
}


def _stretch(event: events.Event) -> Stretch:
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)


def _tag(tag: str | None) -> str:
    return (tag or "!").replace("tag:yaml.org,2002:", "!!")
