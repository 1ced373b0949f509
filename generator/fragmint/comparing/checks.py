"""The check functions of a package, as rules: where, which keyword, what it refuses."""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from typing import TypeAlias

from .apart import Apart, Said, are_apart, never
from .bare import in_any_order
from .conditions import formula, substituted
from .formulas import FALSE, Formula, Leaf, assuming, every, follows, negated, uses
from .naming import formula_named, formula_within, limit_named
from .sayings import OBJECT, by_place, fixed_by, refuses, said_by, tagged, when_of
from .scopes import Elsewhere, Scope, steps
from .validators import OF_ABSENCE, Path, Rule, Validator

__all__ = ["Library"]

_Key: TypeAlias = tuple[Path, bool, Formula]

_NAMES: Mapping[str, str] = {}
"""None but their own."""


class Library:
    """The check functions and the predicates of a package, by name."""

    def __init__(self, validators: Mapping[str, Validator]) -> None:
        self.validators = validators
        self._said: dict[str, Said] = {}

    def renamed(self, functions: Mapping[str, str]) -> Library:
        """The same, in which some of the functions have other names."""
        if not functions:
            return self
        found = self.validators.items()
        return Library(
            {functions.get(name, name): one.renamed(functions) for name, one in found}
        )

    def rules(
        self,
        function: str,
        path: Path = (),
        apart: Elsewhere | None = None,
        *,
        are_fields: bool = False,
        names: Mapping[str, str] = _NAMES,
    ) -> list[Rule]:
        """All rules of a check function; those of an object that is `apart` are one:
        ``call``.

        Args:
            function: Its name.
            path: Where the value is that it checks.
            apart: What is told of by itself; by default, all of other modules.
            are_fields: The value is made of arguments, and so an object for sure.
            names: If it is, by which a caller gives its properties.
        """
        disjoint = partial(are_apart, said=self.said, are_objects=are_fields)
        return self._rules(
            function, path, apart, disjoint, are_fields=are_fields, names=names
        )

    def _rules(
        self,
        function: str,
        path: Path,
        apart: Elsewhere | None,
        disjoint: Apart,
        *,
        are_fields: bool,
        names: Mapping[str, str],
    ) -> list[Rule]:
        validator = self.validators.get(function)
        if validator is None:
            return []
        apart = apart or (lambda name, _: name not in validator.own)
        known = OBJECT if are_fields else None
        scope = Scope(validator, path, (), apart, known, disjoint=disjoint, names=names)
        line = validator.node.lineno
        found = self._inside(function, path, ast.Name("value"), line, scope)
        return [one for one in found if one.refused != FALSE]

    def said(self, function: str) -> Said:
        """What a function says of objects."""
        if function not in self._said:
            rules = self._rules(
                function, (), None, never, are_fields=True, names=_NAMES
            )
            self._said[function] = said_by(rules, self._body(function))
        return self._said[function]

    def _body(self, function: str) -> list[ast.stmt]:
        validator = self.validators.get(function)
        return validator.node.body if validator else []

    def calls(self, function: str) -> frozenset[str]:
        """Every function that is called in the end, by way of others too."""
        found: set[str] = set()
        waiting = [function]
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.validators:
                found.add(name)
                waiting += self.called[name]
        return frozenset(found)

    def unread(self, function: str) -> set[str]:
        """The lines of it, and of predicates that it asks, that no rule comes from."""
        found: set[str] = set()
        for name in (function, *self.called[function]):
            if name == function or self._is_unread(name):
                found |= {*in_any_order(self.validators[name].node)}
        return {one for one in found if not one.startswith(_READ)}

    def _is_unread(self, name: str) -> bool:
        return self.validators[name].is_predicate and self.predicate(name) is None

    def is_like(self, other: Library, function: str) -> bool:
        """Whether a function does the same in both, with all that it calls."""
        called = self.calls(function)
        return called == other.calls(function) and all(
            self.validators[name].is_like(other.validators[name]) for name in called
        )

    def refuses_no_more(
        self, function: str, than: Library, another: str, beside: Iterable[str] = ()
    ) -> bool:
        """Whether it refuses at most what `another` of `than` does, for sure.

        What one of the functions `beside` refuses is no matter: it comes to nobody.
        """
        passed = frozenset(_key(rule) for one in beside for rule in self.rules(one))
        asked: dict[bool, set[str]] = {True: set(), False: set()}
        for rule in self.rules(function):
            asked[_key(rule) in passed] |= {name for name, _ in rule.asked}
        named = self.called.get(function, set()) - (asked[True] - asked[False])
        called = frozenset[str]().union(*map(self.calls, named)) - {function}
        turned = self.turned(called | {function})
        known = called & than.validators.keys()  # no rule asks of the others there
        none = frozenset[_Key]()
        there = function in self.validators and another in than.validators
        return there and all(
            self._is_like(than, one, other)
            or (one not in turned and self._implies(than, one, other, passed))
            for one, other, passed in (
                (function, another, passed),
                *((one, one, none) for one in known),
            )
        )

    def _is_like(self, than: Library, function: str, another: str) -> bool:
        """Whether it says the same, and so do the predicates that it asks in the end:
        what these answer is a part of its own rules.
        """
        asked = self.calls(function) - self.checks - {function}
        return self.validators[function].is_like(than.validators[another]) and all(
            one in than.validators
            and self.validators[one].is_like(than.validators[one])
            for one in asked
        )

    def _implies(
        self, than: Library, function: str, another: str, passed: Container[_Key]
    ) -> bool:
        if function not in self.checks:
            return self.predicate(function) is not None  # a rule that asks it says all
        if another in than.checks and self.is_said_otherwise(than, function, another):
            return False
        known = by_place(than.rules(another))
        rules = (one for one in self.rules(function) if _key(one) not in passed)
        refused = by_place(rules)
        return all(follows(one, known.get(at, FALSE)) for at, one in refused.items())

    def is_said_otherwise(self, other: Library, function: str, another: str) -> bool:
        """Whether rules that are the same are said in lines that no rule tells."""
        said = [
            {(one.path, one.keyword, one.advice, one.refused) for one in rules}
            for rules in (self.rules(function), other.rules(another))
        ]
        return said[0] == said[1] and self.unread(function) != other.unread(another)

    def turned(self, functions: Iterable[str]) -> frozenset[str]:
        """Those on whose passing it may depend that something is refused, by way of
        others too: what one of `functions` says under a condition, or by ``not``.
        """
        return self._used(functions, straight=False)

    def straight(self, functions: Iterable[str]) -> frozenset[str]:
        """As above, those on whose refusing it may depend."""
        return self._used(functions, straight=True)

    def _used(self, functions: Iterable[str], *, straight: bool) -> frozenset[str]:
        found: set[str] = set()
        for one in functions:
            for rule in self.rules(one):
                for name, told in uses(rule.refused, self.checks):
                    found |= self.calls(name) if told == straight else frozenset()
        return frozenset(found)

    @cached_property
    def checks(self) -> frozenset[str]:
        """The functions that say what is wrong, and do not only answer."""
        found = self.validators.items()
        return frozenset(name for name, one in found if not one.is_predicate)

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """Which other functions each of them names."""
        return {
            name: {
                node.id
                for node in ast.walk(one.node)
                if isinstance(node, ast.Name) and node.id in self.validators
            }
            for name, one in self.validators.items()
        }

    def predicate(self, name: str) -> ast.expr | None:
        """What the predicate `name` returns; of a check, what holds of what fits it.

        That is also which values its fields have then: so branches that are told apart
        by such a field are known to be apart.
        """
        validator = self.validators.get(name)
        if validator is None:
            return None
        body = validator.node.body
        if not validator.is_predicate:
            fits = ast.parse(f"fits({name}, value)", mode="eval").body
            fixed = [*fixed_by(body)]
            return ast.BoolOp(ast.And(), [fits, *fixed]) if fixed else None
        match body:
            case [*_, ast.Return(ast.expr() as value)]:
                return value
            case _:
                return None

    def _block(self, statements: Iterable[ast.stmt], scope: Scope) -> Iterator[Rule]:
        for one in statements:
            match one:
                case ast.If():
                    yield from self._if(one, scope)
                case ast.For():
                    yield from self._for(one, scope)
                case ast.Expr(ast.Call() as call):
                    yield from self._call(call, scope)
                case ast.Assign([ast.Name("allowed")], value):
                    scope = replace(scope, values={**scope.values, "allowed": value})
                case ast.Assign(
                    [ast.Tuple()], ast.Tuple([ast.Constant(int(number)), _])
                ):
                    scope = replace(scope, index=f"[{number}]")
                case _:
                    pass

    def _if(self, node: ast.If, scope: Scope) -> Iterator[Rule]:
        match node.test:
            case ast.Compare(ast.NamedExpr(value=ast.Constant(str(name))), [_], _):
                # A property: what is said of it goes without saying that it is there.
                inner = replace(scope, name=name)
                yield from self._block(node.body, inner)
                yield from self._block(node.orelse, inner)
                return
            case _:
                pass
        asked = *scope.asked, *self._asked(node.test, scope)
        scope = replace(scope, asked=asked)
        condition = substituted(node.test, {**scope.values})
        test = formula(condition, self.predicate, scope.disjoint)
        if scope.known is not None:
            test = assuming(test, scope.known)
        test = formula_named(test, scope.names)
        tag = tagged(node.test)
        where = tag or scope.where
        then = replace(scope, conditions=(*scope.conditions, test), where=where)
        yield from self._block(node.body, then)
        # What was refused already need not be told from what is refused after it.
        told_apart = isinstance(test, Leaf) and test.verb == "is" and test.holds
        if told_apart or not refuses(node.body):
            scope = replace(scope, conditions=(*scope.conditions, negated(test)))
        if tag:  # and what is left has no tag that is described
            scope = replace(scope, disjoint=lambda one, other: True)
        yield from self._block(node.orelse, scope)

    def _asked(self, test: ast.expr, scope: Scope) -> Iterator[tuple[str, Path]]:
        """The functions that a test asks in the end, each with of what."""
        for node in ast.walk(test):
            match node:
                case ast.Call(ast.Name(name), [*functions, subject]):
                    names = {name, *map(ast.unparse, functions)}
                    for one in sorted(names & self.validators.keys()):
                        called = self.calls(one) if one not in self.checks else (one,)
                        yield from ((other, scope.at(subject)) for other in called)
                case _:
                    pass

    def _for(self, node: ast.For, scope: Scope) -> Iterator[Rule]:
        match node.iter:
            case ast.Call(ast.Attribute(attr="items")):
                scope = replace(scope, name="*")
            case ast.Call(ast.Name("islice")):
                start = formula(node.iter, self.predicate)
                conditions = (*scope.conditions, start)
                scope = replace(scope, index="[]", conditions=conditions)
            case _:
                scope = replace(scope, index="[]")
        yield from self._block(node.body, scope)

    def _call(self, call: ast.Call, scope: Scope) -> Iterator[Rule]:
        match call:
            case ast.Call(
                ast.Attribute(ast.Name("found"), str(verb)), [at, rule, limit, *_]
            ):
                named = (k for k in call.keywords if k.arg in ("because", "unless"))
                said = next(named, None)
                way, keyword = steps(at, scope), str(ast.literal_eval(rule))
                refused = every(scope.conditions)
                limit = substituted(limit, {**scope.values})
                if keyword == "type" and refused == negated(OBJECT):
                    refused = Leaf("value", "is", "object", holds=False)
                if keyword in OF_ABSENCE and way:  # which goes without saying
                    name = scope.names.get(way[-1], way[-1])
                    absent = Leaf(f"{name!r} in fields", holds=False)
                    refused = assuming(refused, absent)
                yield Rule(
                    function=scope.validator.node.name,
                    path=(*scope.path, *way),
                    keyword=keyword,
                    limit=ast.unparse(limit_named(keyword, limit, scope.names)),
                    advice=verb == "advise",
                    refused=refused,
                    asked=scope.asked,
                    when=when_of(said, scope.names),
                    file=scope.validator.file,
                    line=call.lineno,
                )
            case ast.Call(ast.Name(name), [value, found]):
                inner = found.args[0] if isinstance(found, ast.Call) else ast.Tuple([])
                path = (*scope.path, *steps(inner, scope))
                yield from self._inside(name, path, value, call.lineno, scope)
            case _:
                pass

    def _inside(
        self, name: str, path: Path, value: ast.expr, line: int, scope: Scope
    ) -> Iterator[Rule]:
        """The rules of another function, unless it is one to be told of by itself."""
        validator = self.validators.get(name)
        if validator is None:
            return
        elsewhere = validator.of_object and scope.apart(name, path)
        if elsewhere or name in scope.inside:
            refused = Leaf(f"{name}({ast.unparse(value)})")
            yield Rule(
                function=scope.validator.node.name,
                path=path,
                keyword="call",
                limit=name,
                advice=False,
                refused=every((*scope.conditions, refused)),
                asked=(*scope.asked, (name, path)),
                when=scope.where,
                file=scope.validator.file,
                line=line,
            )
            return
        known = scope.known if path == scope.path else None
        within = partial(
            formula_within,
            value=ast.unparse(value),
            is_=validator.node.args.args[0].arg,
            depth=len(scope.path),
        )
        apart = partial(are_apart, said=self.said, are_objects=known is not None)
        inner = Scope(
            validator,
            path,
            (*scope.inside, name),
            scope.apart,
            known,
            conditions=tuple(map(within, scope.conditions)),
            asked=scope.asked,
            disjoint=never if scope.disjoint is never else apart,
            names=scope.names if path == scope.path else _NAMES,
        )
        yield from self._block(validator.node.body, inner)


def _key(rule: Rule) -> _Key:
    return rule.path, rule.advice, rule.refused


_READ = ("def ", "if ", "se:", "found.", "allowed = ")
"""How lines begin that are names, conditions of rules, or words on them."""
