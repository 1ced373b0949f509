"""Generated Python without its words, so that only what it does is compared."""

from __future__ import annotations

import ast
import re

__all__ = ["bare", "in_any_order"]

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
        match node.targets:
            case [ast.Name("words")]:
                return None
            case _:
                self.generic_visit(node)
                return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        match node.func:
            case ast.Attribute(ast.Name("found"), "refuse" | "advise"):
                del node.args[4:]  # what is quoted, and from where
            case _:
                pass
        node.keywords.sort(key=lambda one: one.arg or "")
        self.generic_visit(node)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        items = sorted(zip(node.keys, node.values, strict=True), key=_key)
        return ast.Dict([key for key, _ in items], [value for _, value in items])


def _key(item: tuple[ast.expr | None, ast.expr]) -> str:
    return ast.unparse(item[0]) if item[0] is not None else ""


def bare(node: ast.AST) -> str:
    """The code of `node` without its words; it stays as it is."""
    return ast.unparse(_Bare().visit(ast.parse(ast.unparse(node))))


def in_any_order(node: ast.AST) -> list[str]:
    """As `bare`, its lines sorted: that fields are in another order matters nothing."""
    return sorted(line.strip() for line in bare(node).splitlines())
