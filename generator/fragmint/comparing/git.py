"""What git has of a folder at a revision; nothing is checked out."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..diagnostics import Problem, Problems

__all__ = ["files_at"]


def files_at(
    revision: str, folder: Path, suffixes: tuple[str, ...] = ("",)
) -> dict[str, bytes]:
    """The files below `folder` at `revision`, by path; none if it was not there.

    Args:
        revision: Whatever names a commit.
        folder: In a working tree of git; it need not be there any more.
        suffixes: How the names of the wanted files end.

    Raises:
        Problems: there is no git, no repository, or no such revision.
    """
    folder = folder.resolve()
    inside = next(one for one in (folder, *folder.parents) if one.is_dir())
    top = Path(_git(inside, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    wanted = f"{revision}^{{commit}}"
    commit = _git(top, "rev-parse", "--verify", "--end-of-options", wanted)
    within = folder.relative_to(top.resolve()).as_posix()
    tree = f"{commit.decode().strip()}:{'' if within == '.' else within}"
    try:
        listed = _git(top, "ls-tree", "-r", "-z", tree)
    except Problems:
        return {}  # it was not there
    found: dict[str, str] = {}
    for entry in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        about, _, path = entry.partition("\t")
        mode, _, name = about.split()
        if mode.startswith("100") and path.endswith(suffixes):  # no link, no module
            found[path] = name
    asked = "".join(f"{name}\n" for name in found.values())
    contents = _git(top, "cat-file", "--batch", given=asked.encode())
    files: dict[str, bytes] = {}
    for path in found:
        head, _, contents = contents.partition(b"\n")
        size = int(head.split()[-1])
        files[path], contents = contents[:size], contents[size + 1 :]
    return files


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # the revision cannot be an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607  # the user's own
            input=given,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        message = "there is no git here, which knows what was"
        raise Problems([Problem("no-git", message, None)]) from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        message = f"git {arguments[0]}: {said[-1] if said else 'failed'}"
        hint = "--since takes what git knows: a branch, a tag, a commit"
        if _is_shallow(folder):
            hint = "this clone has the newest commits alone: git fetch what is meant"
        raise Problems([Problem("bad-revision", message, None, hint)]) from None
    return done.stdout


def _is_shallow(folder: Path) -> bool:
    command = ["git", "-C", str(folder), "rev-parse", "--is-shallow-repository"]
    done = subprocess.run(  # noqa: S603  # nothing of it is of a description
        command, capture_output=True, check=False
    )
    return done.stdout.strip() == b"true"
