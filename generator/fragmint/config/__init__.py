"""What to generate, from where, to where: the configuration and the flags -> Target.

- `target`: a target, and the one table of its options.
- `kinds`: what their values can be.
- `loading`: fragmint.toml, or the table of pyproject.toml, to targets.
- `places`: where its keys stand.
- `schema`: the table of options as JSON Schema, for editors.
"""

from __future__ import annotations

from .loading import (
    CONFIG,
    PROJECT,
    around_us,
    found,
    load_targets,
    placed,
    targets_of,
    text_of,
)
from .target import Option, Target, checked, options

__all__ = [
    "CONFIG",
    "PROJECT",
    "Option",
    "Target",
    "around_us",
    "checked",
    "found",
    "load_targets",
    "options",
    "placed",
    "targets_of",
    "text_of",
]
