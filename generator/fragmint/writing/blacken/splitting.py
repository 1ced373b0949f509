"""A line that is too long -> the lines that black makes of it.

Three ways, each of which gives lines that are split further where they have to be:
at the parameters of a definition; between the brackets that hold the line, at all
breaks of the highest priority; and at the last brackets that help. The third has to
decide whether the parentheses that may be added around an expression are worth it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .leaves import (
    CLOSING,
    COMMA,
    DOT,
    OPENING,
    Leaf,
    Line,
    Unsure,
    one_element,
    width,
)
from .parentheses import Thirds, can_omit, can_split, prefers

__all__ = ["Context", "split"]


class Context(NamedTuple):
    """What has to be known besides the line."""

    modern: bool
    """Whether the file can only be for a Python that knows commas after `*`."""
    forced: bool = False
    """Whether optional parentheses are to be used wherever there are any."""


class Stuck(Exception):
    """A line cannot be split in this way."""


def split(line: Line, context: Context, whole: str = "") -> list[Line]:
    """`line`, in as many lines as it takes.

    Raises:
        Stuck: it is no less than the `whole` that it should be a part of.
    """
    text = line.text()
    if text == whole:
        raise Stuck
    if not line.exploded and not line.magic and width(text) <= line.limit:
        return [line]
    ways: list[Callable[[Line, Context], list[Line]]]
    if line.is_def and not _splits_at_result(line):
        ways = [_at_parameters]
    elif line.inside:
        ways = [_at_delimiters, _at_brackets]
    else:
        ways = [_at_brackets]
    for way in ways:
        try:
            return _split_by(way, line, text, context)
        except Stuck:
            continue
    return [line]


def _split_by(
    way: Callable[[Line, Context], list[Line]], line: Line, text: str, context: Context
) -> list[Line]:
    optional = [leaf for leaf in line.invisible if not leaf.depth]
    result: list[Line] = []
    for part in way(line, context):
        result += split(part, context, text)
    if (
        context.forced
        or way is not _at_brackets
        or not line.invisible
        or any(leaf.value for leaf in optional)
        or any(leaf.role == "added" for leaf in line.leaves)
        or result[0].fits()
    ):
        return result
    # The first line is still too long: see whether parentheses would have done better.
    second = _split_by(way, _copy(line), text, context._replace(forced=True))
    return second if all(one.fits() for one in second) else result


def _copy(line: Line) -> Line:
    leaves = [
        Leaf(leaf.kind, leaf.value, leaf.space, leaf.before, leaf.role, leaf.noted)
        for leaf in line.leaves
    ]
    copy = Line(leaves, line.indent, line.limit, inside=line.inside)
    copy.exploded, copy.magic = line.exploded, line.magic or copy.magic
    return copy


def _splits_at_result(line: Line) -> bool:
    """Whether what a definition returns has to be split, rather than its parameters."""
    kinds = [leaf.kind for leaf in line.leaves]
    if "->" not in kinds:
        return False
    start = kinds.index("->") + 1
    end = kinds.index(":", start) if ":" in kinds[start:] else None
    result = line.leaves[start:end]
    alone = Line(result, line.indent, line.limit, watched=_matched(result))
    is_text = next(leaf.kind for leaf in result if leaf.value) == "string"
    return alone.magic or (is_text and not alone.fits(1))


def _at_parameters(line: Line, context: Context) -> list[Line]:
    """Split at the first parentheses with something in them."""
    leaves = line.leaves
    for start, opening in enumerate(leaves[:-1]):
        if opening.kind != "(" or leaves[start + 1].opening is opening:
            continue
        end = next(i for i, leaf in enumerate(leaves) if leaf.opening is opening)
        closing = leaves[end]
        opening.value, closing.value = "(", ")"
        head, body, tail = leaves[: start + 1], leaves[start + 1 : end], leaves[end:]
        return list(_thirds(line, head, body, tail, opening, closing)[:3])
    raise Stuck


def _thirds(
    line: Line,
    head: list[Leaf],
    body: list[Leaf],
    tail: list[Leaf],
    opening: Leaf,
    closing: Leaf,
) -> Thirds:
    return Thirds(
        Line(head, line.indent, line.limit, watched=_matched(head)),
        _body(line, body, opening),
        Line(tail, line.indent, line.limit, watched=()),
        opening,
        closing,
    )


def _body(line: Line, leaves: list[Leaf], opening: Leaf) -> Line:
    """The line between two brackets, with the trailing comma that belongs there."""
    if leaves[-1].kind != "," and _wants_comma(line, leaves, opening):
        leaves = [*leaves, Leaf(",", ",", role="added")]
    body = Line(leaves, line.indent + 1, line.limit, inside=True)
    trailing = leaves[-1].kind == ","
    if trailing or opening.role in ("atom", "import"):
        delimiters = body.delimiters[: len(leaves) - trailing]
        body.exploded = max(delimiters, default=0) == COMMA
    return body


def _wants_comma(line: Line, leaves: list[Leaf], opening: Leaf) -> bool:
    if line.is_import:
        return True
    return (
        line.is_def
        and opening.value == "("
        and leaves[0].noted != "return"
        and not any(leaf.kind == "," and not leaf.noted for leaf in leaves)
    )


def _matched(leaves: list[Leaf]) -> list[int]:
    """The numbers of those leaves that are in pairs of brackets, or are such a pair."""
    inside: set[int] = set()
    stack: list[int] = []
    for index, leaf in enumerate(leaves):
        if leaf.kind in OPENING:
            stack.append(index)
        elif leaf.kind in CLOSING and (stack or inside):
            if not stack:
                break
            inside.update(range(stack.pop(), index + 1))
    return sorted(inside)


def _at_delimiters(line: Line, context: Context) -> list[Line]:
    leaves = line.leaves
    delimiters = line.delimiters
    priority = max(delimiters[:-1], default=0)
    if not priority or (priority == DOT and delimiters.count(DOT) == 1):
        raise Stuck
    parts: list[list[Leaf]] = [[]]
    for leaf, after in zip(leaves, delimiters, strict=True):
        parts[-1].append(leaf)
        if after == priority:
            parts.append([])
    if not parts[-1]:
        parts.pop()
    if priority == COMMA and leaves[-1].kind != ",":
        if not context.modern and any(
            leaf.role == "star" and not leaf.depth for leaf in leaves
        ):
            raise Unsure("a comma after a star, for a Python that may not know it")
        parts[-1].append(Leaf(",", ",", role="added"))
    return [Line(part, line.indent, line.limit, inside=line.inside) for part in parts]


def _at_brackets(line: Line, context: Context) -> list[Line]:
    """Split at the last brackets, or at earlier ones if what follows them fits."""
    first: list[Line] | None = None
    starts: dict[int, int] = {}
    length = 4 * line.indent
    for index, leaf in enumerate(line.leaves):
        starts[id(leaf)] = length
        length += len(leaf.value) + (len(leaf.space) if index else 0)
    for omit in _omissions(line):
        if omit:
            target = next(
                (
                    leaf.opening
                    for leaf in reversed(line.leaves)
                    if leaf.kind in CLOSING and id(leaf) not in omit
                ),
                None,
            )
            if (
                target is not None
                and target.value
                and starts.get(id(target), 0) > line.limit
            ):
                continue
        lines = _optional(_last_brackets(line, omit), line, context, omit)
        if first is None and not omit:
            first = lines
        if lines[0].fits():
            return lines
    if first is not None:
        return first
    return _optional(_last_brackets(line, set()), line, context, set())


def _omissions(line: Line) -> Iterator[set[int]]:
    """Closing brackets to pass over: none, then more and more from the right."""
    omit: set[int] = set()
    if not line.magic:
        yield omit
    length = 4 * line.indent
    opening: Leaf | None = None
    closing: Leaf | None = None
    inner: set[int] = set()
    leaves = line.leaves
    for index in range(len(leaves) - 1, -1, -1):
        leaf = leaves[index]
        length += len(leaf.value) + (len(leaf.space) if index else 0)
        if length > line.limit:
            break
        before = leaves[index - 1] if index else None
        if opening is not None:
            if leaf is opening:
                opening = None
            elif leaf.kind in CLOSING:
                if _holds_comma(leaves, index):
                    break
                inner.add(id(leaf))
        elif leaf.kind in CLOSING:
            if before is not None and before.kind in OPENING:
                inner.add(id(leaf))
                continue
            if closing is not None:
                omit.add(id(closing))
                omit |= inner
                inner.clear()
                yield omit
            if _holds_comma(leaves, index):
                break
            if leaf.value:
                opening, closing = leaf.opening, leaf


def _holds_comma(leaves: list[Leaf], index: int) -> bool:
    """Whether a trailing comma before the bracket there says to split at it."""
    if not index or leaves[index - 1].kind != ",":
        return False
    return leaves[index].kind != ")" or not one_element(leaves, index)


def _last_brackets(line: Line, omit: set[int]) -> Thirds:
    """Split at the last brackets that are not passed over."""
    leaves = line.leaves
    start, end = 0, len(leaves)
    opening: Leaf | None = None
    closing: Leaf | None = None
    index = len(leaves) - 1
    while index >= 0:
        leaf = leaves[index]
        if leaf.kind in CLOSING and id(leaf) not in omit:
            opening, closing = leaf.opening, leaf
            start = index - 1
            while start >= 0 and leaves[start] is not opening:
                start -= 1
            if start < index - 1:
                end = index
                break
            index = start  # empty brackets are worth nothing
        index -= 1
    else:
        raise Stuck
    if start < 0 or opening is None or closing is None:
        raise Stuck
    return _thirds(
        line,
        leaves[: start + 1],
        leaves[start + 1 : end],
        leaves[end:],
        opening,
        closing,
    )


def _optional(
    thirds: Thirds, line: Line, context: Context, omit: set[int]
) -> list[Line]:
    """The split `thirds`, or a better one without its optional parentheses."""
    opening, closing = thirds.opening, thirds.closing
    if (
        not context.forced
        and not opening.value
        and not closing.value
        and not line.is_import
        and can_omit(thirds)
    ):
        omit = {id(closing), *omit}
        try:
            other = _last_brackets(line, omit)
            if prefers(other, thirds):
                return _optional(other, line, context, omit)
        except Stuck:
            chained = sum(leaf.kind == "=" for leaf in line.leaves) > 1
            if not chained and not can_split(thirds.body) and not thirds.body.fits():
                raise
    if not opening.value:
        opening.value, closing.value = "(", ")"
    return [*thirds[:3]]
