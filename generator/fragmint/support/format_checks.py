"""How the modules `format_…` say what a value has to be.

It is by JSON Schema 2020-12 Validation §7.3. No expression is compiled that no rule
asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .formats import patterns

Check = Callable[[str], object]
"""Says of a text something that is true, a match for one, where it is right."""


def at_first(
    module: dict[str, Any], whole: Mapping[str, str]
) -> Callable[[str], Check]:
    """The ``__getattr__`` of a module: compiles a check when rules first import it.

    Args:
        module: What the module has, where the check is then.
        whole: The expressions that a text has to be from end to end, by their checks.
    """

    def compiled(name: str) -> Check:
        if name not in whole:
            text = f"module {module['__name__']!r} has no attribute {name!r}"
            raise AttributeError(text)
        # As it is: to turn a match into True or False takes half as long as matching.
        check = module[name] = patterns[whole[name]].fullmatch
        return check

    return compiled
