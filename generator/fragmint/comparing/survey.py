"""The files of a package -> what a caller sees of it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath

from ..diagnostics import Problem, Problems
from ..planning.names import module_of
from ..writing.manifest import NAME
from .aliases import Aliases
from .building import checks_of, errors_of, fields_read, payload_read, reads_of
from .checks import Library
from .exchanges import exchange_of, styles_of
from .named import marked, named_types
from .runtime import runtime
from .schemes import schemes_of
from .source import (
    assigned,
    docs_of,
    methods,
    signature,
    value_of,
    with_docs,
    words_on_arguments,
)
from .surface import (
    Argument,
    Client,
    Function,
    Key,
    Model,
    Operation,
    Security,
    Spot,
    Surface,
)
from .validators import Validator

__all__ = ["survey"]

_PLACES = {
    "_PATH": "path",
    "_QUERY": "query",
    "_QUERYSTRING": "querystring",
    "_HEADER": "header",
    "_COOKIE": "cookie",
    "_BODY": "body",
}
_DECODERS = ("_support/decoders.py", "_support/typed.py")

_UNREADABLE = (
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


def survey(files: Mapping[str, bytes], shown: str) -> Surface:
    """The surface of the package that consists of `files`.

    Args:
        files: Their contents by path, the manifest among them.
        shown: What the package is called in problems.

    Raises:
        Problems: it is none that can be read.
    """
    try:
        return marked(_Survey(files).surface())
    except _UNREADABLE as error:
        message = f"{shown} is no package that can be compared: {error}"
        hint = f"it takes one whole, as generated, with its {NAME}"
        raise Problems([Problem("bad-package", message, None, hint)]) from None


class _Survey:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._trees: dict[str, ast.Module] = {}
        lock = json.loads(files[NAME])
        self._names: dict[str, dict[str, str]] = lock["names"]
        self._aliases = Aliases(lock.get("aliases", {}))
        self._keys: dict[str, Key] = {
            one["request"].rpartition(".")[2]: (one["method"], one["path"])
            for one in lock["operations"]
        }

    def surface(self) -> Surface:
        client = self._tree("client.py")
        names = dict(self._exported())
        functions = [*self._functions(), *runtime(self._files, names)]
        keys = {name: key for key, name in self._names.get("classes", {}).items()}
        types = named_types(self._modules("types"), names, keys)
        return Surface(
            client=self._client(_class(client, "Client")),
            operations={one.name: one for one in self._operations()},
            models={one.name: one for one in self._models()},
            types={one.name: one for one in types},
            functions={one.name: one for one in functions},
            names=names,
            schemas=dict(self._schemas()),
            readers=self._readers(),
            aliases=self._aliases,
            files=self._files,
            library=Library(dict(self._validators())),
        )

    def _tree(self, path: str) -> ast.Module:
        if path not in self._trees:
            self._trees[path] = ast.parse(self._files[path])
        return self._trees[path]

    def _modules(self, folder: str) -> Iterator[tuple[str, ast.Module]]:
        for path in sorted(self._files):
            if PurePosixPath(path).match(f"{folder}/*.py"):
                yield path, self._tree(path)

    # --- client -----------------------------------------------------------------------

    def _client(self, node: ast.ClassDef) -> Client:
        [made] = (one for one in methods(node.body) if one.name == "__init__")
        docs = ast.get_docstring(node) or ""
        words = dict(words_on_arguments(docs))
        arguments = [*signature(made, "client.py", ("client",), words)]
        for said in ast.walk(made):
            match said:
                case ast.keyword("server", value):  # what `base_url` is as None
                    own = ast.unparse(value)
                    arguments = [
                        replace(one, default=own) if one.name == "base_url" else one
                        for one in arguments
                    ]
                case _:
                    pass
        return Client(
            arguments=tuple(map(self._with_scheme, arguments)),
            docs=docs_of(docs.partition("\nArgs:")[0]),
            at=Spot("client.py", node.lineno),
        )

    @cached_property
    def _credentials(self) -> dict[str, str]:
        """The client's arguments for the security schemes."""
        return {
            value.id: ast.literal_eval(key)
            for node in ast.walk(_class(self._tree("client.py"), "Client"))
            if isinstance(node, ast.keyword) and node.arg == "credentials"
            for key, value in _items(node.value)
            if isinstance(value, ast.Name)
        }

    def _with_scheme(self, one: Argument) -> Argument:
        name = self._credentials.get(one.name, "")
        scheme = dict(schemes_of(self._tree("client.py"))).get(name)
        if scheme is None:
            return one
        at = replace(one.at, key=(*one.at.key, name))
        return replace(one, wire=scheme.wire, scheme=scheme, at=at)

    def _security(self, said: ast.expr | None) -> Security:
        ways: Security = value_of(said)
        if ways is None:
            return None
        argument = {scheme: name for name, scheme in self._credentials.items()}
        return tuple(tuple(argument.get(one, one) for one in way) for way in ways)

    # --- operations -------------------------------------------------------------------

    def _operations(self) -> Iterator[Operation]:
        requests = {
            one.name: (path, tree, one)
            for path, tree in self._modules("operations")
            for one in tree.body
            if isinstance(one, ast.ClassDef)
        }
        for path, tree in self._modules("resources"):
            resource = next(one for one in tree.body if isinstance(one, ast.ClassDef))
            for method in methods(resource.body):
                sent = {n.id for n in ast.walk(method) if isinstance(n, ast.Name)}
                found = sorted(sent & requests.keys())
                if method.name != "__init__" and found:
                    name = f"{PurePosixPath(path).stem}.{method.name}"
                    yield self._operation(name, method, *requests[found[0]])

    def _operation(
        self,
        name: str,
        method: ast.FunctionDef,
        path: str,
        tree: ast.Module,
        node: ast.ClassDef,
    ) -> Operation:
        key = self._keys.get(node.name, ())
        build, read = (
            next(one for one in methods(node.body) if one.name == wanted)
            for wanted in ("build", "read")
        )
        returns = ast.unparse(method.returns) if method.returns else "None"
        docs, _, _ = (ast.get_docstring(method) or "").partition("\nArgs:")
        words = docs.strip().rpartition("\n\n")[0] if " /" in docs else docs
        exchange = exchange_of(tree, node)
        styles = styles_of(tree)
        arguments = (
            replace(
                one,
                style=styles.get(one.wire, ""),
                is_json=exchange.is_json and one.wire[0] in ("body", ""),
            )
            for one in _fields(node, path, key, *_tables(tree))
        )
        return Operation(
            key=key,
            name=name,
            request=node.name,
            arguments=tuple(arguments),
            returns=re.sub(r"\bList\b", "list", returns),
            docs=docs_of(words),
            security=self._security(assigned(node.body).get("_security")),
            reads={when: ast.unparse(one) for when, one in reads_of(node)},
            errors={status: ast.unparse(one) for status, one in errors_of(read.body)},
            checks=tuple(checks_of(build)),
            exchange=exchange,
            at=Spot(path, node.lineno, key),
        )

    def _readers(self) -> dict[str, str]:
        """The types that functions read, by the names of these."""
        runtime = [one for one in _DECODERS if one in self._files]
        trees = [*map(self._tree, runtime), *(t for _, t in self._modules("models"))]
        return {
            function.name: ast.unparse(function.returns)
            for tree in trees
            for function in methods(tree.body)
            if function.returns is not None
        }

    # --- models, functions, names -----------------------------------------------------

    def _models(self) -> Iterator[Model]:
        keys = {name: key for key, name in self._names.get("classes", {}).items()}
        for path, tree in self._modules("models"):
            node = next(one for one in tree.body if isinstance(one, ast.ClassDef))
            key = (keys.get(node.name, ""),)
            own = assigned(node.body)
            names: dict[str, str] = value_of(own.get("_names")) or {}
            wires = {
                one.target.id: ("", names.get(one.target.id, one.target.id))
                for one, _ in with_docs(node.body)
                if isinstance(one.target, ast.Name)
            }
            nulls: frozenset[str] = frozenset(value_of(own.get("_nulls")) or ())
            promised = _promised(own.get("_promised"))
            words = ast.get_docstring(node)
            read = dict(fields_read(tree))
            fields = _fields(node, path, key, wires, nulls, promised)
            yield Model(
                key=key,
                name=node.name,
                incoming=any(methods(tree.body)),
                fields=tuple(replace(o, read=read.get(o.name, "")) for o in fields),
                docs=docs_of(None if words == f"{node.name}." else words),
                at=Spot(path, node.lineno, key),
            )

    def _functions(self) -> Iterator[Function]:
        trees = [*self._modules("payloads")]
        payloads: dict[str, Key] = {
            module_of(name): (key.removeprefix("payload "),)
            for key, name in self._names.get("classes", {}).items()
            if key.startswith("payload ")
        }
        if "servers.py" in self._files:
            trees.append(("servers.py", self._tree("servers.py")))
        for path, tree in trees:
            for node in methods(tree.body):
                docs = ast.get_docstring(node) or ""
                words = dict(words_on_arguments(docs))
                about = docs.partition("\nArgs:")[0]
                prefix = "servers."
                key: Key = ("servers",)
                if path != "servers.py":
                    about = ast.get_docstring(tree) or ""
                    prefix, key = "", payloads.get(PurePosixPath(path).stem, ())
                read, check = payload_read(node)
                yield Function(
                    name=f"{prefix}{node.name}",
                    arguments=tuple(signature(node, path, key, words)),
                    returns=ast.unparse(node.returns) if node.returns else "None",
                    docs=docs_of(about),
                    at=Spot(path, node.lineno, key),
                    exported=not prefix,
                    read=read,
                    check=check,
                )

    def _exported(self) -> Iterator[tuple[str, str]]:
        yield from value_of(assigned(self._tree("__init__.py").body)["_HOMES"]).items()
        if "testing.py" in self._files:
            yield "testing", ".testing"

    # --- rules ------------------------------------------------------------------------

    def _validators(self) -> Iterator[tuple[str, Validator]]:
        for path, tree in self._modules("validators"):
            own = [*methods(tree.body)]
            names = frozenset(one.name for one in own)
            data = self._files[path]
            yield from ((one.name, Validator(one, path, data, names)) for one in own)

    def _schemas(self) -> Iterator[tuple[str, str]]:
        classes = self._names.get("classes", {})
        for key, name in self._names.get("validators", {}).items():
            if f"{key} out" in classes:
                yield f"check_{module_of(name)}", classes[f"{key} out"]


def _class(tree: ast.Module, name: str) -> ast.ClassDef:
    [found] = (
        one for one in tree.body if isinstance(one, ast.ClassDef) and one.name == name
    )
    return found


def _items(node: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                yield key, value


def _tables(tree: ast.Module) -> tuple[dict[str, tuple[str, str]], frozenset[str]]:
    """Where the fields of an operation go, by name, and those that can be null."""
    wires: dict[str, tuple[str, str]] = {}
    nulls: set[str] = set()
    for constant, value in assigned(tree.body).items():
        match value:
            case ast.Call(ast.Name("Fields"), [_, table, *more]):
                names: dict[str, str] = value_of(table)
                place = _PLACES[constant]
                wires |= {name: (place, wire) for wire, name in names.items()}
                nulls |= {name for one in more for name in value_of(one) or ()}
            case _:
                pass
    return wires, frozenset(nulls)


def _fields(
    node: ast.ClassDef,
    path: str,
    key: Key,
    wires: Mapping[str, tuple[str, str]],
    nulls: frozenset[str],
    promised: frozenset[str] = frozenset(),
) -> Iterator[Argument]:
    secret = value_of(assigned(node.body).get("_secret")) or ()
    for one, words in with_docs(node.body):
        assert isinstance(one.target, ast.Name)
        name = one.target.id
        wire = wires.get(name, ("", ""))
        yield Argument(
            name=name,
            wire=wire,
            annotation=ast.unparse(one.annotation),
            default=ast.unparse(one.value) if one.value else None,
            docs=docs_of(words),
            at=Spot(path, one.lineno, (*key, *filter(None, wire))),
            nullable=name in nulls,
            promised=name in promised,
            secret=name in secret,
        )


def _promised(said: ast.expr | None) -> frozenset[str]:
    match said:
        case ast.Call(args=args, keywords=keywords):
            more = [one.value for one in keywords if one.arg == "nullable"]
            names = [value_of(one) for one in args]
            return frozenset(
                [*names, *(name for one in more for name in value_of(one))]
            )
        case _:
            return frozenset()
