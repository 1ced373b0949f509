"""fragmint mints typed, validated Python clients out of OpenAPI descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .schemas import Validator as Validator
    from .schemas import compile_schema as compile_schema

__version__ = "0.1.0"
__all__ = ["Validator", "__version__", "compile_schema"]


def __getattr__(name: str) -> Any:
    """What is not needed by every command is loaded when it is asked for."""
    if name not in ("Validator", "compile_schema"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import schemas

    return getattr(schemas, name)
