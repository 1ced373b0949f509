"""Generated Python without its words, so that only what it does is compared."""

from __future__ import annotations

import ast
import re

__all__ = ["bare"]

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
        self.generic_visit(node)
        return node


def bare(node: ast.AST) -> str:
    """The code of `node` without its words; it stays as it is."""
    return ast.unparse(_Bare().visit(ast.parse(ast.unparse(node))))
