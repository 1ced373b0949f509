"""The commands: each is a module of its name here, and a row below.

A module has `arguments`, which tells a parser what the command takes, and `run`, which
does it and returns the exit code. Only the one that is asked for is imported.
"""

from __future__ import annotations

__all__ = ["COMMANDS"]

COMMANDS = {
    "init": "write a target into the configuration, and make its package",
    "generate": "make the packages of all targets, or of those named",
    "watch": "make packages anew whenever their descriptions are saved",
    "check": "tell whether generating would change anything",
    "verify": "tell whether the files of packages are as they were generated",
    "templates": "list the templates, or copy one to change it",
    "diff": "tell what changes for a caller, and how much of a change it is",
    "rename": "call something in the package otherwise, and keep the old name working",
    "explain": "show the lines of a description that a violation points to",
    "schema": "print the JSON Schema of the configuration, for editors",
    "completion": "print what has a shell complete commands, flags and targets",
}
"""What each does, in the order of the help."""
