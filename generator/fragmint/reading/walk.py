"""The walk that copies what is needed out of its files and into one document.

It keeps its own stack of jobs, so that neither nesting nor chains of references can
exhaust Python's.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from fragmint.diagnostics import Problem, Problems
from fragmint.reading import names
from fragmint.reading.cycles import Edge, cycles
from fragmint.reading.discriminators import mapped
from fragmint.reading.faults import MAX_DEPTH
from fragmint.reading.files import Files
from fragmint.reading.grammar import IN_PLACE, field_of, members
from fragmint.reading.layers import Layered, Member, layered
from fragmint.reading.pointers import JSON, Pointer
from fragmint.reading.refs import Location, Target, chase

MAX_OBJECTS = 300_000
"""How many objects a bundle may have, for references can multiply what they name."""

_UNSUPPORTED = ("$id", "$anchor", "$dynamicAnchor", "$dynamicRef")
_SCHEMAS = ("components", "schemas")
_Into: TypeAlias = "dict[str, JSON] | list[JSON]"


@dataclass(frozen=True, slots=True)
class Job:
    """An object that is to be put into the document.

    Args:
        kind: A key of `grammar.KINDS`.
        value: The object as it was written.
        at: Where that was.
        out: Where it goes.
        into: The dict or list that it goes into.
        around: The targets of references that it is part of.
        same: The hoisted schema that judges the very value that this one judges.
    """

    kind: str
    value: JSON
    at: Location
    out: Pointer
    into: _Into
    around: frozenset[Location] = frozenset()
    same: Location | None = None

    def put(self, result: JSON) -> None:
        """Put the result where it goes."""
        key = self.out[-1]
        if isinstance(self.into, list):
            self.into[int(key)] = result
        else:
            self.into[str(key)] = result


@dataclass(slots=True)
class Walk:
    """The state of the walk.

    Args:
        files: Where files come from.
        root: The name of the root document.
        origins: Where a value stands that does not stand where the value around it
            does; by its pointer into the document.
        holes: The pointers to what is missing, because its reference led nowhere.
        problems: What was found wrong.
        schemas: The schemas that references lead to, in no particular order.
    """

    files: Files
    root: str
    origins: dict[Pointer, Location] = field(default_factory=dict)
    holes: set[Pointer] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    schemas: dict[str, JSON] = field(default_factory=dict)
    _jobs: list[Job] = field(default_factory=list)
    _count: int = 0
    _hoisted: set[Location] = field(default_factory=set)
    _refs: list[tuple[dict[str, JSON], str, Location]] = field(default_factory=list)
    _implied: list[tuple[dict[str, JSON], str, Location]] = field(default_factory=list)
    _edges: dict[Location, list[Edge]] = field(default_factory=dict)

    def run(self) -> None:
        """Do all jobs, and those that follow from them.

        Raises:
            Problems: There are more than `MAX_OBJECTS`.
        """
        while self._jobs:
            job = self._jobs.pop()
            self._count += 1
            if self._count > MAX_OBJECTS:
                message = f"references multiply to more than {MAX_OBJECTS} objects"
                self._complain("too-large", message, job.at)
                raise Problems([*self.files.problems, *self.problems])
            self._do(job)

    def object(
        self,
        kind: str,
        item: Layered,
        out: Pointer,
        around: frozenset[Location] = frozenset(),
    ) -> dict[str, JSON]:
        """An object whose references have been followed; the rest of it are jobs.

        Args:
            kind: A key of `grammar.KINDS`.
            item: The object.
            out: Where it goes.
            around: The targets of references that it is part of.
        """
        result: dict[str, JSON] = {}
        if not item.whole:
            self.holes.add(out)
        if item.through:
            self.origins[out] = item.at
        for name, member in item.fields.items():
            if member.at != item.at.to(name):
                self.origins[*out, name] = member.at
            self._field(kind, name, member, out, result, around | item.through)
        return result

    def finish(self) -> dict[str, JSON]:
        """Name what was hoisted, now that all of it is known.

        Returns:
            The schemas under their names, sorted by them.
        """
        for edge in cycles(self._edges):
            message = f"this schema contains itself, by way of {edge.target}"
            self._complain("ref-cycle", message, edge.at)
        chosen = names.choose(self._hoisted)
        for into, key, target in self._refs:
            into[key] = f"#/components/schemas/{chosen[target]}"
        for discriminator, value, target in self._implied:
            if chosen[target] != value:
                mapping = discriminator.setdefault("mapping", {})
                if isinstance(mapping, dict):
                    mapping[value] = f"#/components/schemas/{chosen[target]}"
        final = {str(target): name for target, name in chosen.items()}
        self.origins = {
            _renamed(pointer, final): at for pointer, at in self.origins.items()
        }
        self.holes = {_renamed(pointer, final) for pointer in self.holes}
        return {
            name: self.schemas[str(target)]
            for name, target in sorted((name, at) for at, name in chosen.items())
        }

    def _do(self, job: Job) -> None:
        if not isinstance(job.value, dict):
            return
        if len(job.out) > MAX_DEPTH:
            message = f"references nest deeper than {MAX_DEPTH} levels"
            self._complain("too-deep", message, job.at)
        elif job.kind == "schema":
            self._schema(job, job.value)
        else:
            item, problems = layered(
                self.files, job.kind, job.value, job.at, job.around
            )
            self.problems.extend(problems)
            job.put(self.object(job.kind, item, job.out, job.around))

    def _field(
        self,
        kind: str,
        name: str,
        member: Member,
        out: Pointer,
        result: dict[str, JSON],
        around: frozenset[Location] = frozenset(),
        same: Location | None = None,
    ) -> None:
        """Put a field's value as it is, but for the objects in it: they are jobs."""
        result[name] = member.value
        about = field_of(kind, name)
        if about is None or about.container == "none":
            return
        into: _Into = result
        if about.container == "list" and isinstance(member.value, list):
            into = result[name] = list(member.value)
        elif about.container == "map" and isinstance(member.value, dict):
            into = result[name] = dict(member.value)
        for tokens, value in members(about, member.value):
            at, inner = member.at.to(*tokens), (*out, name, *tokens)
            self._jobs.append(Job(about.kind, value, at, inner, into, around, same))

    def _schema(self, job: Job, value: dict[str, JSON]) -> None:
        result: dict[str, JSON] = {}
        job.put(result)
        for name, member in value.items():
            at = job.at.to(name)
            if name == "$ref":
                self._reference(job, member, at, result)
                continue
            if name == "discriminator" and isinstance(member, dict):
                self._discriminator(job, value, result)
                continue
            if name in _UNSUPPORTED:
                self._complain(
                    "unsupported", f"{name} can not be read yet", at, key=True
                )
            same = job.same if name in IN_PLACE else None
            self._field("schema", name, Member(member, at), job.out, result, same=same)

    def _reference(
        self, job: Job, ref: JSON, at: Location, result: dict[str, JSON]
    ) -> None:
        target = self._target(chase(self.files, ref, at))
        if target is None:
            self.holes.add(job.out)
            return
        result["$ref"] = ref
        self._refs.append((result, "$ref", target))
        if job.same is not None:
            self._edges.setdefault(job.same, []).append(Edge(target, at))

    def _discriminator(
        self, job: Job, value: dict[str, JSON], result: dict[str, JSON]
    ) -> None:
        # Done here and by no job of its own, because the schema around it counts.
        written = value["discriminator"]
        if not isinstance(written, dict):
            return
        discriminator = result["discriminator"] = dict(written)
        mapping = written.get("mapping")
        if isinstance(mapping, dict):
            discriminator["mapping"] = mapping = dict(mapping)
        for each in mapped(self.files, self.root, value, job.at):
            target = self._target(each.target)
            if target is None:
                self.holes.add((*job.out, "discriminator"))
            elif not each.written:
                self._implied.append((discriminator, each.value, target))
            elif isinstance(mapping, dict):
                self._refs.append((mapping, each.value, target))

    def _target(self, found: Target | Problem | None) -> Location | None:
        """Where a reference leads to, seeing to it that it is hoisted."""
        if isinstance(found, Problem):
            self.problems.append(found)
        if not isinstance(found, Target):
            return None
        if found.at not in self._hoisted:
            self._hoisted.add(found.at)
            token = str(found.at)
            out = (*_SCHEMAS, token)
            self.origins[out] = found.at
            self.schemas[token] = found.value
            self._jobs.append(
                Job("schema", found.value, found.at, out, self.schemas, same=found.at)
            )
        return found.at

    def _complain(
        self, code: str, message: str, at: Location, *, key: bool = False
    ) -> None:
        place = self.files.sources[at.file].place(at.pointer, key=key)
        self.problems.append(Problem(code, message, place))


def _renamed(pointer: Pointer, names: dict[str, str]) -> Pointer:
    """A pointer with the name of a hoisted schema for what stood in its place."""
    if pointer[:2] == _SCHEMAS and len(pointer) > 2:
        return (*_SCHEMAS, names[str(pointer[2])], *pointer[3:])
    return pointer
