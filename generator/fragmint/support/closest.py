"""Which of several schemas comes closest to a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .violation import Violation


def closest(found: Mapping[str, Sequence[Violation]]) -> str:
    """What the end of a message says of it: which one, and its first violation.

    Args:
        found: By what messages call it, what a value breaks of each.
    """
    right = [title for title, broken in found.items() if not broken]
    if len(right) > 1:
        return f"; it is {' and '.join(right)} at once"
    wrong = {title: all_ for title, all_ in found.items() if all_ and all_[0].path}
    if right or not wrong:
        return ""

    def distance(title: str) -> tuple[int, int, int]:
        rules = [one.rule for one in wrong[title]]
        # A constant says, more often than not, which of them it is.
        return rules.count("const"), rules.count("required"), len(rules)

    title = min(wrong, key=distance)
    first = wrong[title][0]
    return f"; as {title}, {first.where} {first.message}"
