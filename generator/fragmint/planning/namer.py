"""All names of one package, resolved at once before anything is planned."""

from __future__ import annotations

from collections.abc import Iterable

from ..meaning.api import Api, MediaType, Operation, Payload, Server
from ..meaning.rules import Schema
from ..meaning.shapes import Record
from ..reading import Description, Pointer
from . import names
from .annotations import Way
from .exports import RUNTIME_EXPORTS
from .flattening import flat_record
from .forms import forms_of, types_of
from .media import content_type
from .names import (
    CLASSES,
    Candidates,
    Ledger,
    ModelNames,
    Promises,
    Scope,
    ValidatorNames,
    fields_of,
    loosely,
    methods_of,
)
from .plan import Import
from .whereabouts import Whereabouts, place_of

__all__ = ["Namer"]

# `Date` is what annotations call the class of the standard library.
_TAKEN = CLASSES | frozenset(RUNTIME_EXPORTS) | {"Date", "List", "Scheme"}


class Namer:
    """The names of a package, by those that were `promised` before.

    `ledger` has them all, by kind and key.
    """

    def __init__(
        self,
        api: Api,
        description: Description,
        promised: Promises | None = None,
    ) -> None:
        self._api = api
        self._whereabouts = Whereabouts(api, description.value)
        self.forms = forms_of(api)
        self.types = types_of(api, self.forms)
        self._members = self._said_by_members()
        self.ledger = Ledger((promised or Promises()).moved_to(self._members))
        self.tags = {one.pointer: _tag(one) for one in api.operations}
        self._attributes = self._resources()
        self._classes()
        self._resource_classes = self._classes_of_resources()
        self._methods()
        self._validators()
        self.credentials = self._credentials()
        self._servers = self._functions_of_servers()
        self._arguments: dict[Pointer, dict[str, str]] = {}

    @property
    def promises(self) -> Promises:
        """What is promised for the next time, once all is planned."""
        return self.ledger.promises(self._members)

    # --- what planning asks -----------------------------------------------------------

    def resource(self, tag: str) -> tuple[str, str]:
        """The attribute, which is the module too, and the class of a resource."""
        return self._attributes[tag], self._resource_classes[tag]

    def operation(self, operation: Operation) -> tuple[str, str]:
        """The module and the class of an operation."""
        name = self._class_names[_key(operation)]
        return names.module_of(name), name

    def method(self, operation: Operation) -> str:
        """The method of its resource that calls an operation."""
        return self._method_names[_key(operation)]

    def former_methods(self, operation: Operation) -> tuple[str, ...]:
        """The names that this method had before, which still work."""
        kind = methods_of(self._attributes[self.tags[operation.pointer]])
        return self.ledger.former(kind, self.method(operation))

    def former_modules(self, class_name: str) -> tuple[str, ...]:
        """The modules that a class would be by the names it had before."""
        former = self.ledger.former("classes", class_name)
        modules = dict.fromkeys(map(names.module_of, former))
        return tuple(one for one in modules if one != names.module_of(class_name))

    def server(self, server: Server) -> str | None:
        """The function that gives the URL of a server, where there is any choice."""
        return self._servers.get(_server_key(server))

    def payload(self, payload: Payload) -> str:
        """The module of what a webhook or callback brings."""
        return names.module_of(self._class_names[_payload_key(payload)])

    def input(self, record: Record) -> ModelNames:
        """The names of a record that goes out."""
        name = self._class_names[f"{place_of(record.pointer)} out"]
        return ModelNames(names.module_of(name), name)

    def output(self, record: Record) -> ModelNames:
        """The names of a record that comes in."""
        name = self._class_names[f"{place_of(record.pointer)} in"]
        return ModelNames(names.module_of(name), name)

    def request(self, record: Record) -> Import:
        """The class of a record that goes out."""
        model = self.input(record)
        self.asked_out[record] = None
        return Import(f"..models.{model.module}", model.class_name)

    def response(self, record: Record) -> Import:
        """The class of a record that comes in."""
        model = self.output(record)
        self.asked_in[record] = None
        return Import(f"..models.{model.module}", model.class_name)

    def comes(self, record: Record) -> bool:
        """Whether a record comes in at all."""
        return record in self.forms.into

    def type_name(self, component: str, way: Way) -> Import | None:
        """The name of the type of a component, if it has one in that way."""
        if (component, way) not in self.types:
            return None
        name = self._class_names[_type_key(component, way)]
        return Import(f"..types.{names.module_of(name)}", name)

    def validator(self, schema: Schema) -> ValidatorNames:
        """The names of the rules of a schema."""
        key = place_of(schema.pointer)
        title = schema.name or self._validator_names[key]
        return ValidatorNames(names.module_of(self._validator_names[key]), title)

    def local(self, schema: Schema, taken: Iterable[str]) -> str:
        """A name for a function that checks `schema`, beside those that are `taken`.

        It is no component's: the function of that can be called beside it. Where the
        schema is a class, it is called after that, which keeps its name.
        """
        candidates = self._whereabouts.schema(schema.pointer)
        place = place_of(schema.pointer)
        for way in ("out", "in"):
            if known := self._class_names.get(f"{place} {way}"):
                candidates = (known, *candidates)
        taken = self._checks.union(taken)
        return names.function_beside("check", candidates, schema.origin, taken)

    def rules(self, operation: Operation, location: str) -> ValidatorNames:
        """The names of the rules of the parameters in one place."""
        key = f"{_key(operation)} {location}"
        owner = operation.id or self._class_names[_key(operation)]
        module = names.module_of(self._validator_names[key])
        return ValidatorNames(module, f"{owner} {location}", owner)

    @property
    def classes(self) -> frozenset[str]:
        """The names that no other class in its modules can have."""
        resources = self._resource_classes.values()
        twins = (twin for one in resources for twin in _twin("", one))
        return _TAKEN.union(self._class_names.values(), resources, twins)

    def fields(self, owner: str, wire_names: Iterable[str]) -> dict[str, str]:
        """The names of the fields of a model, by wire name."""
        wanted = {name: names.field_candidates(name) for name in wire_names}
        return self.ledger.resolve(fields_of(owner), wanted, Scope.FIELD.value)

    def arguments(self, operation: Operation) -> dict[str, str]:
        """The names of what an operation takes, by ``location wire-name``."""
        if operation.pointer not in self._arguments:
            wanted = {
                f"{one.location} {one.name}": names.field_candidates(
                    one.name,
                    one.location,
                    # The client has an argument for what it holds, beside its own.
                    names.Scope.ARGUMENT if one.client else names.Scope.FIELD,
                )
                for one in operation.parameters
            }
            body = operation.body
            record = flat_record(self._api, body) if body else None
            if record is not None and body is not None:
                for one in self._api.shapes.properties(record):
                    if not one.read_only:
                        wanted[f"body {one.name}"] = names.field_candidates(
                            one.name, "body"
                        )
                if self._api.shapes.is_open(record):
                    wanted[" extra"] = ("extra", "extra_properties")
            elif body is not None:
                wanted[" body"] = ("body", "request_body")
            if (
                body is not None
                and len({content_type(c.name) for c in body.content}) > 1
            ):
                wanted[" content_type"] = ("content_type", "body_content_type")
            owner = self._class_names[_key(operation)]
            self._arguments[operation.pointer] = self.ledger.resolve(
                fields_of(owner),
                wanted,
                Scope.FIELD.value - {"extra"},
                precedence=lambda key: 0 if key.startswith("path ") else 1,
            )
        return self._arguments[operation.pointer]

    # --- what is resolved -------------------------------------------------------------

    def _said_by_members(self) -> dict[str, str]:
        """What the members of lists say of themselves in which there is a name."""
        contents = self._contents()
        pointers = {one.schema.pointer for one in contents if one.schema is not None}
        pointers |= {one.pointer for one in self.forms.into}
        pointers |= {one.pointer for one in self.forms.out}
        return self._whereabouts.members(pointers)

    def _contents(self) -> list[MediaType]:
        """What goes out in bodies, and what comes in payloads."""
        return [
            content
            for operation in self._api.operations
            for content in (operation.body.content if operation.body else ())
        ] + [payload.content for payload in self._api.payloads]

    def _resources(self) -> dict[str, str]:
        wanted = {tag: names.tag_candidates(tag) for tag in self.tags.values()}
        reserved = Scope.ATTRIBUTE.value | Scope.MODULE.value
        return self.ledger.resolve("resources", wanted, reserved, fold=loosely)

    def _classes_of_resources(self) -> dict[str, str]:
        """They stand beside the classes that their methods take and return."""
        wanted = {
            tag: names.resource_class_candidates(attribute)
            for tag, attribute in self._attributes.items()
        }
        classes = {*self._class_names.values(), *self.ledger.promised("classes", ())}
        return self.ledger.resolve(
            "resource_classes", wanted, _TAKEN | classes, companions=_twin
        )

    def _classes(self) -> None:
        self.asked_out: dict[Record, None] = {}
        self.asked_in: dict[Record, None] = {}
        wanted: dict[str, Candidates] = {}
        for operation in self._api.operations:
            wanted[_key(operation)] = names.operation_candidates(
                operation.id,
                operation.method,
                operation.path,
                self.tags[operation.pointer],
            ).class_name
        for payload in self._api.payloads:
            wanted[_payload_key(payload)] = self._whereabouts.payload(payload)
        for record in self.forms.into:
            candidates = self._whereabouts.schema(record.pointer)
            wanted[f"{place_of(record.pointer)} in"] = candidates
        for record in self.forms.out:
            candidates = self._whereabouts.schema(record.pointer)
            if record in self.forms.into:
                candidates = names.with_suffix(candidates, "input")
            wanted[f"{place_of(record.pointer)} out"] = candidates
        for component, way in self.types:
            candidates = names.schema_candidates(component)
            if way == "out" and (component, "in") in self.types:
                candidates = names.with_suffix(candidates, "input")
            wanted[_type_key(component, way)] = candidates

        def precedence(key: str) -> int:
            if key.startswith("#/components/schemas/"):
                return 0 if key.count("/") == 3 else 2
            return 1 if not key.startswith("#") else 2

        # What a resource is called was promised, too.
        held = self.ledger.promised("resource_classes", self._attributes)
        twins = {twin for name in held for twin in _twin("", name)}
        self._class_names = self.ledger.resolve(
            "classes",
            wanted,
            _TAKEN | held | twins,
            fold=loosely,
            precedence=precedence,
        )

    def _methods(self) -> None:
        self._method_names: dict[str, str] = {}
        by_tag: dict[str, dict[str, Candidates]] = {}
        for one in self._api.operations:
            tag = self.tags[one.pointer]
            found = names.operation_candidates(one.id, one.method, one.path, tag)
            by_tag.setdefault(tag, {})[_key(one)] = found.method
        for tag, wanted in by_tag.items():
            kind = methods_of(self._attributes[tag])
            self._method_names |= self.ledger.resolve(kind, wanted, Scope.METHOD.value)

    def _validators(self) -> None:
        wanted: dict[str, Candidates] = {}
        for name, schema in self._api.schemas.items():
            wanted[place_of(schema.pointer)] = names.schema_candidates(name)
        for operation in self._api.operations:
            class_name = self._class_names[_key(operation)]
            for location in {one.location for one in operation.parameters}:
                key = f"{_key(operation)} {location}"
                wanted[key] = names.inline_candidates(class_name, location)
        # What is checked may be the only part of what is described.
        described = [one.schema for one in self._contents() if one.schema is not None]
        described += map(self._api.shapes.resolved, described[:])
        for one in described:
            if (place := place_of(one.pointer)) not in wanted:
                wanted[place] = self._whereabouts.schema(one.pointer)
        for record in self.forms.into:
            if (place := place_of(record.pointer)) not in wanted:
                wanted[place] = self._whereabouts.schema(record.pointer)
        self._validator_names = self.ledger.resolve(
            "validators",
            wanted,
            fold=loosely,
            precedence=lambda key: 0 if key.count("/") == 3 else 1,
        )
        components = self._api.schemas.values()
        self._checks = {self.validator(one).check for one in components}

    def _credentials(self) -> dict[str, str]:
        """The client's argument for each scheme: `auth`, where there is but one."""
        schemes = [one.name for one in self._api.security if one.kind != "mutualTLS"]
        wanted = {name: names.argument_candidates(name) for name in schemes}
        if len(schemes) == 1:
            wanted = {name: ("auth", *found) for name, found in wanted.items()}
        return self.ledger.resolve("credentials", wanted)

    def _functions_of_servers(self) -> dict[str, str]:
        servers = self._api.servers
        if len(servers) < 2 and not any(one.variables for one in servers):
            return {}
        wanted = {
            _server_key(one): names.server_candidates(
                one.url, one.name or one.description
            )
            for one in servers
        }
        return self.ledger.resolve("servers", wanted)


def _twin(_: str, name: str) -> tuple[str]:
    """The class that comes with that of a resource."""
    return (f"Async{name}",)


def _key(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _type_key(component: str, way: Way) -> str:
    return f"{place_of(('components', 'schemas', component))} {way}"


def _server_key(server: Server) -> str:
    return f"{server.url} {server.name or ''}".rstrip()


def _payload_key(payload: Payload) -> str:
    return f"payload {place_of(payload.pointer)}"


def _tag(operation: Operation) -> str:
    """The tag of an operation, or what is one for it."""
    return operation.tag or names.resource_of(operation.path)
