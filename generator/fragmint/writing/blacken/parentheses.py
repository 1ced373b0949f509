"""Whether invisible parentheses around an expression are worth being made visible.

A line can be split at such a pair, or at brackets within. Black has a taste here, and
these are its rules.
"""

from __future__ import annotations

from typing import NamedTuple

from .leaves import CLOSING, DOT, OPENING, Leaf, Line

__all__ = ["Thirds", "can_omit", "can_split", "prefers"]


class Thirds(NamedTuple):
    """A line, split at a pair of brackets."""

    head: Line
    body: Line
    tail: Line
    opening: Leaf
    closing: Leaf


def prefers(other: Thirds, thirds: Thirds) -> bool:
    """Whether a split without the optional parentheses is better than with them."""
    head = thirds.head.leaves
    if (
        len(head) < 2
        or head[-2].kind != "="
        or not any(leaf.kind in OPENING or leaf.kind in CLOSING for leaf in head[:-1])
        or not thirds.head.fits(1)
        or thirds.head.magic
    ):
        return True
    targets = sum(leaf.kind == "=" for leaf in head)
    kept = sum(leaf.kind == "=" for leaf in other.head.leaves)
    if 1 < targets > kept:
        return False
    for leaf in reversed(other.head.leaves):
        if leaf.kind == "=":
            break
        if leaf.kind in CLOSING:
            return True
    return kept > 0 and other.head.fits()


def can_split(line: Line) -> bool:
    """Whether it may be possible to split `line`: not a string with one call."""
    leaves = line.leaves
    if len(leaves) < 2:
        return False
    if leaves[0].kind == "string" and leaves[1].kind == ".":
        calls = dots = 0
        after = leaves[-1]
        for leaf in leaves[-2::-1]:
            if leaf.kind in OPENING:
                if after.kind not in CLOSING:
                    return False
                calls += 1
            elif leaf.kind == ".":
                dots += 1
            elif leaf.kind == "name":
                if after.kind != "." and after.kind not in OPENING:
                    return False
            elif leaf.kind not in CLOSING:
                return False
            if dots > 1 and calls > 1:
                return False
    return True


def can_omit(thirds: Thirds) -> bool:
    """Whether the body reads well without the optional parentheses around it."""
    line = thirds.body
    delimiters = line.delimiters
    priority = max(delimiters)
    if not priority:
        return True
    if delimiters.count(priority) > 1:
        return False
    if priority == DOT:
        return True
    leaves = line.leaves
    first, second, last = leaves[0], leaves[1], leaves[-1]
    if (
        first.kind in OPENING
        and second.kind not in CLOSING
        and _fits_after(line, first)
    ):
        return True
    if last.kind in (")", "}") or (last.kind == "]" and last.role != "trailer"):
        if leaves[-2].kind in OPENING:
            return False
        return _fits_before(line, last)
    return False


def _fits_after(line: Line, first: Leaf) -> bool:
    """Whether what follows the bracket `first` fits, or has brackets to split at."""
    remainder = False
    length = 4 * line.indent
    for index, leaf in enumerate(line.leaves):
        if leaf.opening is first:
            remainder = True
        if remainder:
            length += len(leaf.value) + (len(leaf.space) if index else 0)
            if length > line.limit:
                return False
            if leaf.kind in OPENING:
                remainder = False
    return True


def _fits_before(line: Line, last: Leaf) -> bool:
    """Whether what precedes the bracket that `last` closes fits, or can be split."""
    length = 4 * line.indent
    others = False
    for index, leaf in enumerate(line.leaves):
        length += len(leaf.value) + (len(leaf.space) if index else 0)
        if leaf is last.opening:
            if others or length <= line.limit:
                return True
        elif leaf.kind in OPENING:
            others = True
    return False
