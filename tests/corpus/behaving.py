"""A package at work: requests over the loopback interface, and examples read back."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any

import httpx2  # noqa: F401  # here once, so that the children need not

from . import examples, wire
from .calling import Call, Given, give, plan
from .counter import Operation, operations
from .dialect import Dialect
from .judges import Judge
from .library import Library, Unresolved
from .loopback import Loopback, Recorded
from .package import NoField, Package, Request
from .values import Maker, Unmakeable

__all__ = ["work"]

_BROKEN: tuple[Any, ...] = (
    {"a": [None]},
    [[None]],
    "",
    "no such value, and a long one at that " * 20,
    -(10**15) - 0.5,
    10**15,
    True,
)


class _Trial:
    """One description's package before its judges."""

    def __init__(self, spec: str, package: Package, seed: int, url: str) -> None:
        self.library = Library(Path(spec))
        self.package = package
        self.outward = Dialect(self.library, "out")
        self.inward = Dialect(self.library, "in")
        self.dice = random.Random(f"{seed} {Path(spec).name}")
        self.maker = Maker(self.outward, self.dice)
        self.judge = Judge(self.library)
        self.counts: Counter[str] = Counter()
        self.failures: list[tuple[str, str, str]] = []
        self.url = url
        transports = package.module("_support.httpx2")
        self.transport = transports.Httpx2Transport()
        self.timeout = package.module("_support.http").Timeout()
        self.refusal = package.module("_support.violations").InvalidRequest

    def fail(
        self, check: str, cause: str, operation: Operation, more: str = ""
    ) -> None:
        where = f"{operation.method} {operation.path}"
        self.failures.append((check, cause, f"{where}: {more or cause}"))

    def send(self, loopback: Loopback, operation: Operation) -> None:
        """Call an operation with values that the description allows, and judge."""
        self.counts["operations called"] += 1
        request = self.package.request(*operation.key)
        if request is None:
            cause = "fragmint.lock does not tell the request of an operation"
            self.fail("request", cause, operation)
            return
        try:
            call = plan(self.library, self.outward, operation)
            given = give(call, self.maker, self.dice.random)
        except (Unmakeable, Unresolved, RecursionError):
            self.counts["operations that no values were found for"] += 1
            return
        came = self._built_and_sent(loopback, operation, request, call, given)
        if came is not None:
            self.counts["requests sent"] += 1
            self._judged(operation, call, given, came)
            self._broken(operation, request, call, given)

    def _built_and_sent(
        self,
        loopback: Loopback,
        operation: Operation,
        request: Request,
        call: Call,
        given: Given,
    ) -> Recorded | None:
        try:
            model = request.model(**request.arguments(call, given))
            built = model.build(self.url, {})
        except NoField as error:
            self.fail("request", "no field for a parameter", operation, str(error))
            return None
        except self.refusal as error:
            for one in error.violations:
                cause = f"refused what is allowed: {one.rule}"
                self.fail("request", cause, operation, str(one))
            return None
        except Exception as error:  # noqa: BLE001  # told, whatever it is
            cause = f"cannot be built: {type(error).__name__}: {error}"
            self.fail("request", cause, operation)
            return None
        loopback.take()
        try:
            self.transport.send(built, self.timeout)
        except Exception as error:  # noqa: BLE001  # told, whatever it is
            cause = f"cannot be sent: {type(error).__name__}: {error}"
            self.fail("request", cause, operation)
            return None
        return loopback.take()

    def _judged(
        self, operation: Operation, call: Call, given: Given, came: Recorded
    ) -> None:
        wrong = [*wire.faults(call, given, came)]
        for where, how in wrong:
            self.fail("request", f"says otherwise: {where}", operation, how)
        self.counts["requests that say what was given"] += not wrong
        if not self.judge.can_judge(operation):
            self.counts["requests that openapi-core cannot judge"] += 1
            return
        objection = self.judge.objection(operation, came, self.url)
        if objection is None:
            self.counts["requests that openapi-core accepts"] += 1
        else:
            # Where the bytes say what was given, and that is allowed, it is disputed.
            check = "request" if wrong else "disputed"
            self.fail(check, f"openapi-core: {objection}", operation)

    def _broken(
        self, operation: Operation, request: Request, call: Call, given: Given
    ) -> None:
        """One parameter with a value that its schema does not allow."""
        candidates = [
            (one, value)
            for one in call.parameters
            if (one.location, one.name) in given.parameters
            for value in _BROKEN
            if self.outward.faults(one.schema, value)
        ]
        if not candidates:
            return
        one, value = self.dice.choice(candidates)
        broken = Given(given.parameters | {(one.location, one.name): value})
        broken.body, broken.has_body = given.body, given.has_body
        self.counts["broken values"] += 1
        try:
            model = request.model(**request.arguments(call, broken))
            model.build(self.url, {})
        except self.refusal:
            self.counts["broken values refused"] += 1
        except Exception as error:  # noqa: BLE001  # told, whatever it is
            cause = f"a broken value: {type(error).__name__}: {error}"
            self.fail("request", cause, operation, f"{one.name}={value!r}: {cause}")

    def read(self, operation: Operation, limit: int) -> None:
        """Read the operation's response examples."""
        request = self.package.request(*operation.key)
        if request is None:
            return
        for example in examples.of_operation(self.library, self.inward, operation):
            if self.counts["response examples"] >= limit:
                return
            self.counts["response examples"] += 1
            if self.inward.faults(example.schema, example.value):
                self.counts["response examples that break their own schema"] += 1
                continue
            wrong = examples.read(self.package, request, example)
            self.counts["response examples read and written again"] += not wrong
            if wrong:
                status = f"{example.status} {example.media_type}"
                self.fail("example", wrong, operation, f"{status}: {wrong}")


def work(
    spec: str, packages: str, package: str, seed: int, requests: int, examples: int
) -> dict[str, Any]:
    """Try `requests` operations of a package and read its response examples."""
    with Loopback() as loopback:
        trial = _Trial(spec, Package(Path(packages), package), seed, loopback.url)
        every = list(operations(trial.library))
        for operation in trial.dice.sample(every, min(requests, len(every))):
            trial.send(loopback, operation)
        for operation in every:
            trial.read(operation, examples)
    return {"counts": dict(trial.counts), "failures": trial.failures}
