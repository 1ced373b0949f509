"""What is found wrong on the way, before anybody asks where that stands.

To find a place may take a second parse of a file, so a note only remembers the value;
`notes.problems` finds the places of all of them at the end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from fragmint.diagnostics import Problem
from fragmint.reading.load import Source
from fragmint.reading.pointers import Location

Mark: TypeAlias = Literal["value", "key"]


class Note(NamedTuple):
    """A problem that knows its value and not yet its place.

    Args:
        code: The problem's code.
        message: What is wrong.
        at: The value.
        mark: Whether the value is marked there, or its key.
        hint: What would put it right; `{other}` stands for the place of `other`.
        other: The other half of a contradiction.
        severity: As of a problem.
    """

    code: str
    message: str
    at: Location
    mark: Mark = "value"
    hint: str | None = None
    other: Location | None = None
    severity: Literal["error", "warning"] = "warning"


@dataclass(slots=True)
class Notes:
    """Everything noted so far, each once: what is shared may be met many times."""

    _found: dict[Note, None] = field(default_factory=dict)

    def warn(
        self,
        code: str,
        message: str,
        at: Location,
        *,
        mark: Mark = "value",
        hint: str | None = None,
        other: Location | None = None,
    ) -> None:
        """Note something strange that does not stop the work."""
        self._found[Note(code, message, at, mark, hint, other)] = None

    def stop(
        self, code: str, message: str, at: Location, *, hint: str | None = None
    ) -> None:
        """Note something that has no meaning."""
        self._found[Note(code, message, at, "value", hint, None, "error")] = None

    def add(self, other: "Notes") -> None:
        """Take over what has been noted elsewhere."""
        self._found.update(other._found)

    def add_warnings(self, other: "Notes") -> None:
        """Take over what has been noted elsewhere and does not stop the work."""
        warnings = (note for note in other._found if note.severity == "warning")
        self._found.update(dict.fromkeys(warnings))

    def problems(self, sources: Mapping[str, Source]) -> Iterator[Problem]:
        """The problems that were noted.

        Args:
            sources: The files, by name.
        """
        for note in self._found:
            place = sources[note.at.file].place(note.at.pointer, key=note.mark == "key")
            hint = note.hint
            if hint is not None and note.other is not None:
                other = sources[note.other.file].place(note.other.pointer)
                at = f"{other.file}:{other.line}"
                if (other.file, other.line) == (place.file, place.line):
                    at = f"{at}:{other.column}"
                hint = hint.replace("{other}", at)
            yield Problem(note.code, note.message, place, hint, note.severity)
