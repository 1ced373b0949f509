"""Generated Python without words, in one order: only what it does is compared."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

__all__ = ["bare", "called", "in_any_order", "untyped"]

_POINTER = re.compile(r"[^#\s]*#(/\S*)?")


class _Bare(ast.NodeTransformer):
    """Takes the words out of a module, and the places in the description."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, str) and _POINTER.fullmatch(node.value):
            return ast.Constant("")
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.stmt | None:
        if isinstance(node.value, ast.Constant):
            return None
        self.generic_visit(node)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt | None:
        match node:
            case ast.Assign([ast.Name("words" | "__all__")]):
                return None  # which names there are is asked elsewhere
            case ast.Assign([ast.Name("schema")], ast.Constant()):
                return None  # as of what stands in place of a reference
            case ast.Assign([ast.Name("allowed")]):
                node.value = _sorted(node.value)
            case _:
                pass
        self.generic_visit(node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node.func:
            case ast.Attribute(ast.Name("found"), "refuse" | "advise"):
                del node.args[4:]  # what is quoted, and from where
                node.args[2:3] = map(_sorted, node.args[2:3])
                for one in node.keywords:
                    if one.arg == "tag" and isinstance(one.value, ast.Tuple):
                        one.value.elts[1:2] = map(_sorted, one.value.elts[1:2])
            case _:
                pass
        node.keywords.sort(key=lambda one: one.arg or "")
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name("one_of" | "first_of" | "Promised"), branches):
                branches.sort(key=ast.unparse)  # `readings` looks at their order
            case ast.Call(ast.Name("sum"), [branches]):
                node.args = [_sorted(branches)]
            case ast.Call(ast.Name("isinstance"), [_, kinds]):
                node.args[1] = _sorted(kinds)
            case ast.Call(ast.Name("OAuth2Scheme")):
                for one in node.keywords:  # its scopes
                    one.value = _sorted(one.value)
            case ast.Call(ast.Name("cast"), [_, value]):
                return value
            case _:
                pass
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        node.values.sort(key=ast.unparse)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        members = _members(node)
        if members is None:
            self.generic_visit(node)
            return node
        said = sorted(ast.unparse(self.visit(one)) for one in members)
        return ast.Name(" | ".join(said))

    def visit_arguments(self, node: ast.arguments) -> ast.arguments:
        self.generic_visit(node)
        named = sorted(
            zip(node.kwonlyargs, node.kw_defaults, strict=True),
            key=lambda one: one[0].arg,
        )
        node.kwonlyargs = [one for one, _ in named]
        node.kw_defaults = [default for _, default in named]
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Compare(_, [ast.In() | ast.NotIn()], [values]):
                node.comparators = [_sorted(values)]
            case _:
                pass
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Subscript(ast.Name("Literal"), values):
                node.slice = _sorted(values)
            case _:
                pass
        return node

    def visit_Set(self, node: ast.Set) -> ast.expr:
        self.generic_visit(node)
        node.elts.sort(key=ast.unparse)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        items = sorted(zip(node.keys, node.values, strict=True), key=_key)
        return ast.Dict([key for key, _ in items], [value for _, value in items])


def _sorted(node: ast.expr) -> ast.expr:
    """A tuple of what is alike, in an order that says nothing."""
    if isinstance(node, ast.Tuple):
        node.elts.sort(key=ast.unparse)
    return node


def _members(node: ast.expr) -> list[ast.expr] | None:
    """Those of a union of types; None if it is something else."""
    match node:
        case ast.BinOp(left, ast.BitOr(), right):
            both = _members(left), _members(right)
            return (
                None if None in both else [one for side in both for one in side or ()]
            )
        case ast.Name() | ast.Subscript() | ast.Attribute() | ast.Constant():
            return [node]
        case _:
            return None


def _key(item: tuple[ast.expr | None, ast.expr]) -> str:
    return ast.unparse(item[0]) if item[0] is not None else ""


def bare(node: ast.AST) -> str:
    """The code of `node` without its words; it stays as it is."""
    return ast.unparse(_Bare().visit(ast.parse(ast.unparse(node))))


def in_any_order(node: ast.AST) -> list[str]:
    """As `bare`, its lines sorted: that fields are in another order matters nothing."""
    return sorted(line.strip().removeprefix("el") for line in bare(node).splitlines())


class _Untyped(ast.NodeTransformer):
    """Takes annotations out of a module, and what is imported for them."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AnnAssign:
        node.annotation = ast.Constant(None)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        node.returns = None
        self.generic_visit(node)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        bases = (o.value if isinstance(o, ast.Subscript) else o for o in node.bases)
        node.bases = [*bases]
        self.generic_visit(node)
        return node

    def visit_If(self, node: ast.If) -> ast.If | None:
        if ast.unparse(node.test) == "TYPE_CHECKING":
            return None
        self.generic_visit(node)
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom | None:
        types = not node.level or (node.module or "").startswith("types.")
        return None if types else node


def untyped(tree: ast.Module) -> ast.Module:
    """A module, which is changed, without what its annotations say."""
    done: ast.Module = _Untyped().visit(tree)
    return done


class _Called(ast.NodeTransformer):
    def __init__(self, renamed: Mapping[str, str], modules: Mapping[str, str]) -> None:
        self.renamed = renamed
        self.modules = modules

    def _name(self, name: str) -> str:
        # A function is called after its module: `read_pet`, `check_pet`.
        verb, _, module = name.partition("_")
        home = "models" if verb == "read" else "validators"
        found = self.modules.get(f"{home}/{module}")
        return f"{verb}_{found}" if found else self.renamed.get(name, name)

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._name(node.id))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom:
        path = (node.module or "").split(".")
        home = path[-2] if path[1:] else "validators"  # which import one another
        path[-1] = self.modules.get(f"{home}/{path[-1]}", path[-1])
        node.module = ".".join(path)
        for one in node.names:
            one.name = self._name(one.name)
        return node


def called(
    tree: ast.Module, renamed: Mapping[str, str], modules: Mapping[str, str]
) -> ast.Module:
    """A module in which classes, and the modules they are in, have other names.

    Args:
        tree: The module, which is changed.
        renamed: The classes, by what they are called in it.
        modules: Likewise, the names of their modules, by folder and name.
    """
    done: ast.Module = _Called(renamed, modules).visit(tree)
    return done
