"""Byte-compile and import every module of a package, and tell what failed.

Runs by its path in a fresh interpreter, `python -W error::SyntaxWarning importing.py
FOLDER PACKAGE`, and so imports nothing of its neighbours.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from pathlib import Path

__all__ = ["main"]


def main(folder: Path, package: str) -> dict[str, object]:
    """How many modules there are, and the errors, by where they came from."""
    sys.path.insert(0, str(folder))
    sys.setrecursionlimit(1000)
    errors: dict[str, str] = {}
    paths = sorted((folder / package).rglob("*.py"))
    for path in paths:
        inner = path.relative_to(folder).with_suffix("")
        module = ".".join(inner.parts).removesuffix(".__init__")
        try:
            compile(path.read_bytes(), str(path), "exec")
            importlib.import_module(module)
        except BaseException as error:  # noqa: BLE001  # told, whatever it is
            last = traceback.extract_tb(error.__traceback__)[-1:]
            where = f"{module}, at {Path(last[0].filename).name}" if last else module
            errors[where] = f"{type(error).__name__}: {error}"
    return {"modules": len(paths), "errors": errors}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2])))
