"""The walk that copies what is needed out of its files and into one document.

It keeps its own stack of jobs, so that neither nesting nor chains of references can
exhaust Python's. What it puts into the document are only fields of the grammar, and
every object of it is a new one with its place in `Origins`.
"""

from dataclasses import dataclass, field

from fragmint.diagnostics import clip
from fragmint.reading import names
from fragmint.reading.cycles import Edge, cycles
from fragmint.reading.dialects import Dialect, is_known_dialect
from fragmint.reading.discriminators import Discriminators
from fragmint.reading.faults import MAX_DEPTH
from fragmint.reading.fields import Field
from fragmint.reading.files import Files
from fragmint.reading.grammar import field_of
from fragmint.reading.jobs import Job
from fragmint.reading.kinds import IN_PLACE
from fragmint.reading.layers import Layered, Member, container, layered
from fragmint.reading.notes import Notes
from fragmint.reading.origins import Node, Origins
from fragmint.reading.pointers import JSON, Location
from fragmint.reading.refs import Nowhere, Target
from fragmint.reading.scopes import NO_SCOPE, Hoisted, Scope, entered, followed
from fragmint.reading.unknown import unknown
from fragmint.reading.written import keyword_of, no_schema, only

MAX_OBJECTS = 1_000_000
"""How many objects a bundle may have, for references can multiply what they name."""

# What only gives names and dialects to schemas, which references have been resolved by.
_NAMING = frozenset("$id $anchor $dynamicAnchor $vocabulary $defs definitions".split())
_NAMING |= {"$recursiveAnchor"}  # of an older draft
_MORE_REFS = frozenset(("$dynamicRef", "$recursiveRef"))
# What beside the `$ref` of older dialects does no harm, or is meant to count.
_BESIDE_REF = frozenset(("title", "description", "deprecated", "nullable", "example"))


class TooLargeError(Exception):
    """The document has more than `MAX_OBJECTS`."""


@dataclass(slots=True)
class Walk:
    """The state of the walk.

    Args:
        files: Where files come from.
        root: The name of the root document.
        dialect: What the description is written in.
        notes: Where problems go.
        origins: The places of the objects of the document.
        holes: The objects that are not whole, because a reference led nowhere; by id.
        hoisted: Where references to schemas lead to.
        schemas: The schemas that stand there, under their locations.
        ignored: Keywords that mean nothing.
    """

    files: Files
    root: str
    dialect: Dialect
    notes: Notes
    origins: Origins
    holes: set[int] = field(default_factory=set)
    hoisted: set[Hoisted] = field(default_factory=set)
    schemas: dict[str, JSON] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    _jobs: list[Job] = field(default_factory=list)
    _count: int = 0
    _refs: list[tuple[dict[str, JSON], str, Hoisted]] = field(default_factory=list)
    _edges: dict[Hoisted, list[Edge]] = field(default_factory=dict)
    _discriminators: Discriminators = field(init=False)

    def __post_init__(self) -> None:
        self._discriminators = Discriminators(self.files, self.root)

    def run(self) -> None:
        """Do all jobs, and those that follow from them.

        Raises:
            TooLargeError: There are more than `MAX_OBJECTS`.
        """
        while self._jobs:
            job = self._jobs.pop()
            self._count += 1
            if self._count > MAX_OBJECTS:
                message = f"references multiply to more than {MAX_OBJECTS} objects"
                self.notes.stop("too-large", message, job.at)
                raise TooLargeError(message)
            self._do(job)

    def object(
        self,
        kind: str,
        item: Layered,
        depth: int = 0,
        around: frozenset[Location] = frozenset(),
    ) -> dict[str, JSON]:
        """An object whose references have been followed; the rest of it are jobs.

        Args:
            kind: A key of `KINDS`.
            item: The object.
            depth: How many tokens its pointer has.
            around: The targets of references that it is part of.
        """
        result = self._new(item.at)
        if not item.whole:
            self.holes.add(id(result))
        inner = around | item.through if item.through else around
        for name, member in item.fields.items():
            if (
                member.at.pointer[:-1] != item.at.pointer
                or member.at.file != item.at.file
            ):
                self.origins.put_field(result, name, member.at)
            self._field(
                Job(kind, None, item.at, result, "", depth, inner), name, member, result
            )
        return result

    def name_of(self, hoisted: Hoisted) -> str:
        """What a schema is called that was hoisted, now that all of them are."""
        return names.choose(self.hoisted)[hoisted]

    def finish(self) -> dict[str, JSON]:
        """Name what was hoisted, now that all of it is known.

        Returns:
            The schemas under their names, sorted by them.
        """
        chosen = names.choose(self.hoisted)
        for into, key, target in self._refs:
            into[key] = f"#/components/schemas/{chosen[target]}"
        for edge in cycles(self._edges):
            message = f"this schema contains itself, by way of {edge.target}"
            self.notes.warn("ref-cycle", message, edge.at)
            self._cut(edge.holder, self.schemas[str(edge.target)])
        result: dict[str, JSON] = {}
        for name, at in sorted((name, at) for at, name in chosen.items()):
            result[name] = self.schemas[str(at)]
            self.origins.put_field(result, name, at.at)
        return result

    def _cut(self, schema: dict[str, JSON], target: JSON) -> None:
        """Have a schema say itself what its target says, but for what leads on."""
        del schema["$ref"]
        if isinstance(target, dict):
            for name, value in target.items():
                if name not in (*IN_PLACE, "$ref", "discriminator"):
                    schema.setdefault(name, value)

    def _do(self, job: Job) -> None:
        if not isinstance(job.value, dict):
            return
        if job.depth > MAX_DEPTH:
            message = f"references nest deeper than {MAX_DEPTH} levels"
            self.notes.stop("too-deep", message, job.at)
            job.put(self._new(job.at))
        elif job.kind == "schema":
            self._schema(job, job.value)
        else:
            item = layered(
                self.files, self.notes, job.kind, job.value, job.at, job.around
            )
            job.put(self.object(job.kind, item, job.depth, job.around))

    def _new(self, at: Location) -> dict[str, JSON]:
        result: dict[str, JSON] = {}
        self.origins.put(result, at)
        return result

    def _field(
        self, job: Job, name: str, member: Member, result: dict[str, JSON]
    ) -> None:
        """Put a field's value as it is, but for the objects in it: they are jobs."""
        about = field_of(job.kind, name)
        if about is None:
            said = unknown(job.kind, name)
            if said.meant is not None:
                self.origins.put_misspelt(result, said.meant)
            self.notes.warn(
                said.code, said.message, member.at, mark="key", hint=said.hint
            )
            return
        if about.container == "none":
            result[name] = member.value
            return
        found = self._members(about, name, member)
        if found is None:
            return
        value, at = found
        same = job.same if job.kind == "schema" and name in IN_PLACE else None
        is_choice = job.is_choice or name in ("oneOf", "anyOf")

        def add(item: JSON, item_at: Location, into: Node, key: str | int) -> None:
            if isinstance(item, dict):
                depth = job.depth + (1 if into is result else 2)
                self._jobs.append(
                    Job(
                        about.kind,
                        item,
                        item_at,
                        into,
                        key,
                        depth,
                        job.around,
                        same,
                        is_choice,
                        job.scope,
                    )
                )

        if isinstance(value, list):
            items: list[JSON] = list(value)
            result[name] = items
            self.origins.put(items, at)
            for index, item in enumerate(value):
                add(item, at.to(index), items, index)
        elif about.container == "map" and isinstance(value, dict):
            entries: dict[str, JSON] = dict(value)
            result[name] = entries
            self.origins.put(entries, at)
            for key, item in value.items():
                add(item, at.to(key), entries, key)
        else:
            result[name] = value
            add(value, at, result, name)

    def _members(self, about: Field, name: str, member: Member) -> Member | None:
        """The list or map of a field, or what can be taken for it; None for neither."""
        if about.container == "one":
            return member
        found = container(self.files, self.notes, about.container, *member)
        if found is None:
            return None
        value, at = found
        if about.container == "list":
            if isinstance(value, list):
                return found
            expected, meant = "a list", only(value)
        else:
            if isinstance(value, dict):
                return found
            expected, meant = "an object", None
        if value is None and about.kind != "schema":
            return None
        message = f"{clip(name)} must be {expected}"
        self.notes.warn("invalid-description", message, at)
        if meant is None:
            return None
        return Member(meant, at)

    def _schema(self, job: Job, value: dict[str, JSON]) -> None:
        result = self._new(job.at)
        job.put(result)
        job = job.within(entered(self.files, job.scope, job.at))
        ref = value.get("$ref")
        has_ref = isinstance(ref, str)
        # A second reference goes into `allOf`, which has to be there.
        for name in sorted(value, key=lambda one: has_ref and one in _MORE_REFS):
            at, member = job.at.to(name), value[name]
            if name in self.ignored:
                continue
            if name == "$ref" or name in _MORE_REFS:
                if isinstance(member, str):
                    self._reference(job, name, member, at, result)
                else:
                    message = f"{name} must be a string"
                    self.notes.warn("invalid-description", message, at)
            elif has_ref and not self._counts_beside_ref(name):
                message = f"{clip(name)} has no effect beside $ref"
                self.notes.warn("ignored-field", message, at, mark="key")
            elif name == "discriminator":
                self._discriminator(job, value, result)
            elif name == "$schema":
                self._dialect(member, at)
            elif name not in _NAMING:
                keyword = keyword_of(name, value)
                if keyword == "prefixItems" != name:
                    message = "items must be a schema: an object, true or false"
                    hint = "prefixItems has the list"
                    self.notes.warn("invalid-description", message, at, hint=hint)
                self._field(job, keyword, Member(member, at), result)

    def _dialect(self, written: JSON, at: Location) -> None:
        if not is_known_dialect(written):
            message = f"the dialect {clip(str(written))} is read as JSON Schema 2020-12"
            self.notes.warn("unknown-dialect", message, at)

    def _counts_beside_ref(self, name: str) -> bool:
        return self.dialect.siblings or name in _BESIDE_REF or name.startswith("x-")

    def _reference(
        self, job: Job, keyword: str, ref: str, at: Location, result: dict[str, JSON]
    ) -> None:
        found = followed(self.files, self.notes, keyword, ref, at, job.scope)
        target = self._target(found, at, job.scope)
        if target is None:
            self.holes.add(id(result))
            return
        holder = result
        if "$ref" in result:
            # Both `$ref` and another one: the value has to be both.
            holder, rest = self._new(job.at), result.setdefault("allOf", [])
            assert isinstance(rest, list)
            rest.append(holder)  # what is in it waits to be put into this very list
        holder["$ref"] = ref
        self._refs.append((holder, "$ref", target))
        if job.same is not None:
            edge = Edge(target, at, holder, job.is_choice)
            self._edges.setdefault(job.same, []).append(edge)

    def _discriminator(
        self, job: Job, value: dict[str, JSON], result: dict[str, JSON]
    ) -> None:
        # Done here and by no job of its own, because the schema around it counts.
        written, at = value["discriminator"], job.at.to("discriminator")
        if isinstance(written, str):
            if self.dialect.name != "2.0":
                message = "discriminator must be an object"
                self.notes.warn("invalid-description", message, at)
            named: dict[str, JSON] = {"propertyName": written}
            written = named
        if not isinstance(written, dict):
            message = "discriminator must be an object"
            self.notes.warn("invalid-description", message, at)
            return
        found = self._discriminators.mapped(written, value, job.at)
        discriminator = self._new(at)
        inner = Job("discriminator", None, at, result, "", job.depth + 1)
        for name, member in written.items():
            self._field(inner, name, Member(member, at.to(name)), discriminator)
        result["discriminator"] = discriminator
        mapping = self._new(at.to("mapping"))
        for each in found:
            target = self._target(each.target, at, job.scope, is_needed=False)
            if target is not None:
                mapping[each.value] = ""
                self._refs.append((mapping, each.value, target))
        if mapping or "mapping" in discriminator:
            discriminator["mapping"] = mapping
        default = discriminator.pop("defaultMapping", None)
        if isinstance(default, str):
            default_at = at.to("defaultMapping")
            target = self._target(
                self._discriminators.target(default, default_at),
                default_at,
                job.scope,
                is_needed=False,
            )
            if target is not None:
                discriminator["defaultMapping"] = default
                self._refs.append((discriminator, "defaultMapping", target))

    def _target(
        self,
        found: Target | Nowhere,
        at: Location,
        scope: Scope,
        *,
        is_needed: bool = True,
    ) -> Hoisted | None:
        """Where a reference `at` a place leads to, seeing to it that it is hoisted."""
        if isinstance(found, Target):
            document = self.files.sources[found.at.file].value
            other = no_schema(found.at.pointer, document)
            if other is None or self.files.schemas:
                return self.hoist(found, scope)
            message = f"this leads to {clip(other)}, and to no schema"
            self.notes.warn("bad-ref", message, at)
            return None
        if not is_needed or found.says_nothing:
            self.notes.warn(*found[:3], hint=found.hint)
        elif found.code:
            self.notes.stop(*found[:3], hint=found.hint)
        return None

    def hoist(self, found: Target, scope: Scope = NO_SCOPE) -> Hoisted:
        """See to it that a schema that is reached through `scope` gets a name."""
        hoisted = Hoisted(*found.at, entered(self.files, scope, found.at))
        if hoisted not in self.hoisted:
            self.hoisted.add(hoisted)
            token = str(hoisted)
            self.schemas[token] = found.value
            self._jobs.append(
                Job(
                    *("schema", found.value, found.at, self.schemas, token, 2),
                    same=hoisted,
                    scope=scope,
                )
            )
        return hoisted
