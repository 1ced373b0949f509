"""Rules -> shapes: what values of a schema look like.

A shape is approximate where a type cannot be exact, and then it is the wider one: what
`if`, `not` or `dependentRequired` say stays with the rules. `allOf` and `$ref` are
taken together first; what they say of one property is met, not chosen from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..reading import Pointer
from . import shapes
from .kinds import Kinds, kinds
from .knots import Knots
from .rules import AdditionalProperties, Schema
from .shapes import Anything, Nothing, Record, Scalar, Shape, Tag, both, union
from .wholes import Whole, Wholes

__all__ = ["Property", "Shaper"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a record, and all the schemas that describe it, nearest first.

    If `alternative`, one of the schemas describes it, else all of them do. Only
    responses have it if it is `read_only`, only requests if `write_only` (OAS 3.0
    §4.7.24). `besides` are what branches say of it, which may not count. If it is
    `only_required`, nothing describes it, and its schema stands where that is said.
    """

    name: str
    schemas: tuple[Schema, ...]
    required: bool
    read_only: bool = False
    write_only: bool = False
    alternative: bool = False
    besides: tuple[Schema, ...] = ()
    only_required: bool = False


class Shaper:
    """Tells the shape of any schema of `components`, or beside them."""

    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._components = components
        self._knots: Knots[Shape] = Knots()
        self._wholes = Wholes(components)
        self.records: dict[Pointer, Schema] = {}

    def of(self, schema: Schema) -> Shape:
        """The shape of `schema`; a `Recursion` where it is asked for within itself."""
        target = self.resolved(schema)
        if self._knots.is_within(target.pointer):
            return shapes.Recursion(target.name or "")
        shape = self._knots.found(target.pointer)
        if shape is None:
            self._knots.start(target.pointer)
            shape = self._knots.end(
                target.pointer, shapes.named(self._shape(target), target.name)
            )
        return shape

    def resolved(self, schema: Schema) -> Schema:
        """What `schema` refers to, where it says nothing else of its own."""
        return self._wholes.resolved(schema)

    def properties(self, record: Record) -> tuple[Property, ...]:
        """The properties of a record, those that are only required among them."""
        schema = self.records[record.pointer]
        found = {one.name: one for one in self.described(schema)}
        whole = self._wholes.of(schema)
        for one in (whole, *self._wholes.variants(whole)):
            for name, pointer in (one.required | one.implied).items():
                if name not in found:
                    found[name] = Property(name, (_undescribed(pointer),), False)
        return tuple(found.values())

    def described(self, schema: Schema) -> tuple[Property, ...]:
        """The properties that objects of `schema` have, by all that it consists of."""
        whole = self._wholes.of(schema)
        required = whole.required
        found = {
            name: self._property(name, schemas, required)
            for name, schemas in whole.properties.items()
        }
        variants: dict[str, list[Schema]] = {}
        for variant in self._wholes.variants(whole):
            for name, schemas in variant.properties.items():
                variants.setdefault(name, []).extend(schemas)
        for name, schemas in variants.items():
            if name in found:
                found[name] = replace(found[name], besides=tuple(schemas))
                continue
            one = self._property(name, schemas, required)
            found[name] = replace(one, alternative=True)
        for name, pointer in required.items():
            if name not in found:
                found[name] = Property(
                    name, (_undescribed(pointer),), required=True, only_required=True
                )
        return tuple(found.values())

    def _property(
        self, name: str, schemas: list[Schema], required: Mapping[str, Pointer]
    ) -> Property:
        members = [one for schema in schemas for one in self.members(schema)]
        return Property(
            name,
            tuple(schemas),
            name in required,
            read_only=any(one.read_only for one in members),
            write_only=any(one.write_only for one in members),
        )

    def property_shape(self, one: Property) -> Shape:
        """The shape of a property: what all its schemas together say."""
        if one.alternative:
            return union(tuple(map(self.of, one.schemas)))
        shape: Shape = Anything()
        for schema in one.schemas:
            met = both(shape, self.of(schema))
            # Two that contradict each other leave no value, but the name is promised.
            shape = met if met != Nothing() else shape
        return shape

    def is_open(self, record: Record) -> bool:
        """Whether a record is said to have properties that are not described."""
        return bool(self._wholes.of(self.records[record.pointer]).others)

    def is_closed(self, record: Record) -> bool:
        """Whether a record is said to have no properties that are not described."""
        whole = self._wholes.of(self.records[record.pointer])
        all_ = (whole, *self._wholes.variants(whole))
        return whole.closed and not any(one.others for one in all_)

    def others(self, record: Record) -> shapes.Mapping:
        """The shape of the properties of a record that are not described."""
        whole = self._wholes.of(self.records[record.pointer])
        rules = (rule for one in whole.members for rule in one.rules)
        limited = any(isinstance(rule, AdditionalProperties) for rule in rules)
        return shapes.Mapping(self._values(whole) if limited else Anything())

    def branches(self, record: Record) -> list[tuple[Property, ...]]:
        """What each `anyOf` and `oneOf` of a record says of its properties."""
        whole = self._wholes.of(self.records[record.pointer])
        return [
            self.described(branch) for branches in whole.branches for branch in branches
        ]

    def members(self, schema: Schema) -> list[Schema]:
        """`schema`, and what its `allOf` and `$ref` bring."""
        return self._wholes.of(schema).members

    def _shape(self, schema: Schema) -> Shape:
        whole = self._wholes.of(schema)
        shape = self._plain(schema, whole)
        for branches in whole.branches:
            if isinstance(shape, Record):
                variants = union(tuple(map(self.of, branches)))
                if isinstance(variants, shapes.Union) and self._covers(variants, whole):
                    shape = variants
                continue
            met = both(shape, union(tuple(map(self.of, branches))))
            shape = met if met != Nothing() else shape
        return self._tagged(shape, whole)

    def _plain(self, schema: Schema, whole: Whole) -> Shape:
        """The shape apart from `oneOf` and `anyOf`."""
        if whole.never:
            return Nothing()
        shape: Shape = Anything()
        for types in whole.types:
            shape = both(
                shape, union(tuple(self._typed(t, whole) for t in types.types))
            )
        if not whole.types and whole.objectlike:
            shape = self._object(schema, whole)
        elif not whole.types and whole.items and not whole.branches:
            shape = self._array(whole)
        for literal in whole.literals:
            shape = both(shape, literal)
        return self._with_record(shape, schema, whole)

    def _typed(self, type_: str, whole: Whole) -> Shape:
        match type_:
            case "array":
                return self._array(whole)
            case "object":
                return shapes.Mapping(self._values(whole))
            case "string":
                return Scalar("string", whole.format)
            case _:
                return Scalar(type_, whole.format if type_ != "null" else None)

    def _with_record(self, shape: Shape, schema: Schema, whole: Whole) -> Shape:
        """`shape`, with the record in place of an object that has properties."""
        named = whole.properties or any(
            variant.properties for variant in self._wholes.variants(whole)
        )
        match shape:
            case shapes.Mapping() if named and _states_object(whole):
                record = Record(schema.pointer)
                self.records[schema.pointer] = schema
                return record
            case shapes.Union(members=members, tag=tag):
                met = (self._with_record(member, schema, whole) for member in members)
                return union(tuple(met), tag)
            case _:
                return shape

    def _object(self, schema: Schema, whole: Whole) -> Shape:
        if whole.branches and not whole.properties:
            return Anything()
        return shapes.Mapping(self._values(whole))

    def _values(self, whole: Whole) -> Shape:
        found = [self.of(schema) for schema in whole.others]
        return union(tuple(found)) if found else Anything()

    def _array(self, whole: Whole) -> Shape:
        found = [self.of(schema) for schema in whole.items]
        return shapes.Array(union(tuple(found)) if found else Anything())

    def _covers(self, variants: shapes.Union, whole: Whole) -> bool:
        """Whether each of `variants` is a record with all properties of `whole`."""
        names = set(whole.properties)
        names.update(*(one.properties for one in self._wholes.conditional(whole)))
        return all(
            isinstance(member, Record)
            and names <= {one.name for one in self.properties(member)}
            for member in variants.members
        )

    def _tagged(self, shape: Shape, whole: Whole) -> Shape:
        """`shape` as a union told apart by the discriminator, if it has one."""
        for discriminator in whole.discriminators:
            if discriminator.pointer[:-1] != whole.members[0].pointer:
                continue  # that of a parent, which tells its own children apart
            mapping: list[tuple[str, Record]] = []
            for value, name in discriminator.mapping:
                if isinstance(one := self.of(self._components[name]), Record):
                    mapping.append((value, one))
            otherwise = None
            if discriminator.otherwise is not None:
                found = self.of(self._components[discriminator.otherwise])
                otherwise = found if isinstance(found, Record) else None
            elif isinstance(shape, Record):
                otherwise = shape
            sure = all(value != name for value, name in discriminator.mapping)
            tag = Tag(discriminator.property, tuple(mapping), otherwise, sure=sure)
            if mapping:
                return union((shape, *(record for _, record in mapping)), tag)
        if isinstance(shape, shapes.Union) and shape.tag is None:
            return union((shape,), self._implied(shape))
        return shape

    def kinds(self, objects: Sequence[Schema], name: str | None = None) -> Kinds | None:
        """The property, or only `name`, that tells objects of some schemas apart."""
        return kinds(objects, self._wholes, name)

    def _implied(self, shape: Shape, name: str | None = None) -> Tag | None:
        """The property, or only `name`, that tells the records of `shape` apart."""
        members = shape.members if isinstance(shape, shapes.Union) else ()
        records = [one for one in members if isinstance(one, Record)]
        found = self.kinds([self.records[one.pointer] for one in records], name)
        if found is None:
            return None
        pairs = zip(found.texts, records, strict=True)
        mapping = tuple((value, one) for some, one in pairs for value in some)
        return Tag(found.property, mapping, implied=True, sure=found.sure)


def _states_object(whole: Whole) -> bool:
    return bool(whole.types) or whole.objectlike


def _undescribed(pointer: Pointer) -> Schema:
    """The schema of a property that is required and not described."""
    return Schema(
        pointer=pointer,
        origin="",
        name=None,
        title=None,
        description=None,
        default=None,
        has_default=False,
        format=None,
        encoding=None,
        content_type=None,
        advice=False,
        deprecated=False,
        read_only=False,
        write_only=False,
        discriminator=None,
        rules=(),
    )
