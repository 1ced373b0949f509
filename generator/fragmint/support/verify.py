"""Whether the files of a package are as they were generated, by its manifest.

Only what is found in the package is opened, so that nothing leads out of it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, NoReturn


class Unverifiable(Exception):
    """There is no manifest that could tell."""


class Verdict(NamedTuple):
    """What became of the files of a package.

    `generated` is how many there were, without the manifest. `found` has those that say
    something else now (edited), those that are not there (missing), what is imported
    instead of one of them (shadowing), and what else is there, but for what Python
    compiles (foreign).
    """

    generated: int
    found: Mapping[str, list[str]]

    def told(self, folder: Path) -> str:
        """The files that are not as generated, a line each, and how many they are."""
        kinds = self.found.items()
        lines = [f"{kind}: {_shown(path)}" for kind, paths in kinds for path in paths]
        counts = [f"{len(paths)} {kind}" for kind, paths in kinds if paths]
        whole = f"as generated ({self.generated} files)"
        return "\n".join([*lines, f"{folder}: {', '.join(counts) or whole}"])

    def exit_code(self, *, strict: bool) -> int:
        """0 if all is as generated, else 1; what is foreign counts if `strict`."""
        kinds = self.found.items()
        return int(any(paths for kind, paths in kinds if strict or kind != "foreign"))


def seal(lock: Mapping[str, Any]) -> str:
    """The sha256 of what a manifest says besides."""
    said = {key: value for key, value in lock.items() if key != "seal"}
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def verify(folder: Path, name: str) -> Verdict:
    """Compare the package in `folder` with its manifest.

    Args:
        folder: That of the package.
        name: What the manifest is called.

    Raises:
        Unverifiable: there is no manifest, or it is damaged.
        OSError: a file cannot be read.
    """
    sums, is_sealed = _load(folder, name)
    there = sorted(path for path in _walk(folder) if path != name)
    kept = [path for path in there if path in sums]
    edited = [path for path in kept if not _is(folder / path, sums[path])]
    if not is_sealed:
        edited.append(name)
    others = [path for path in there if path not in sums]
    shadowing = [
        path
        for path in others
        if _hidden(path, is_folder=(folder / path).is_dir()) & sums.keys()
    ]
    found = {
        "edited": edited,
        "missing": sorted(sums.keys() - set(there)),
        "shadowing": shadowing,
        "foreign": [path for path in others if path not in shadowing],
    }
    return Verdict(len(sums), found)


def main(
    folder: Path,
    name: str,
    package: str | None,
    arguments: Sequence[str] | None = None,
) -> int:
    """What ``python -m package`` does; returns the exit code.

    Args:
        folder: That of the package.
        name: What its manifest is called.
        package: What it is imported as.
        arguments: Those of the process, if not given.
    """
    from argparse import ArgumentParser

    parser = ArgumentParser(f"python -m {package}")
    about = "tell whether the files of this package are as they were generated"
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    command = commands.add_parser("verify", help=about, description=about)
    command.add_argument(
        "--strict", action="store_true", help="fail for files of others, too"
    )
    options = parser.parse_args(arguments)
    try:
        verdict = verify(folder, name)
    except (Unverifiable, OSError) as error:
        print(f"{parser.prog}: {error}", file=sys.stderr)
        return 2
    print(verdict.told(folder))
    return verdict.exit_code(strict=options.strict)


def _load(folder: Path, name: str) -> tuple[dict[str, str], bool]:
    """The sums in a manifest, and whether it says what it said when it was sealed."""
    if not folder.is_dir():
        raise Unverifiable(f"{folder} is no folder; an archive has to be unpacked")
    try:
        lock: Any = json.loads((folder / name).read_bytes())
        sums: dict[str, str] = lock["files"]
        if all(is_inside(path) and len(sha) == 64 for path, sha in sums.items()):
            return sums, lock.get("seal") == seal(lock)
    except FileNotFoundError:
        raise Unverifiable(f"{folder} has no {name}") from None
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        pass
    raise Unverifiable(f"{folder / name} is damaged: generate it again")


def _shown(path: str) -> str:
    """`path` with nothing in it that a terminal would obey, or could not show."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in path)


def is_inside(path: str) -> bool:
    """Whether a name that a manifest has is that of a file below the package."""
    return not ({"", ".", ".."} & {*path.split("/")} or {"\\", ":"} & {*path})


def _walk(folder: Path) -> Iterator[str]:
    """What is in `folder`, links themselves and not what they lead to."""
    for parent, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [one for one in folders if one != "__pycache__"]
        links = [one for one in folders if Path(parent, one).is_symlink()]
        for one in files + links:
            yield Path(parent, one).relative_to(folder).as_posix()


def _hidden(path: str, *, is_folder: bool) -> set[str]:
    """The modules that are not imported where there is a file or link of this path."""
    folder, slash, name = path.rpartition("/")
    stem = name.partition(".")[0]
    found = {f"{folder}.py"} if stem == "__init__" else set[str]()
    if (is_folder and stem == name) or name.endswith((".so", ".pyd")):
        found.add(f"{folder}{slash}{stem}.py")
    return found


def _refuse(error: OSError) -> NoReturn:
    raise error


def _is(path: Path, digest: str) -> bool:
    return (
        path.is_file()
        and not path.is_symlink()
        and sha256(path.read_bytes()).hexdigest() == digest
    )
