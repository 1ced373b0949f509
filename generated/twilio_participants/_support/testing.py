"""A transport for tests: it answers by models, and keeps the requests it was sent.

What a request breaks is refused as ever, since the client builds and checks it before
it comes here. An answer is written as a server would write it, and read by the client.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard, TypeVar

from .http import HttpRequest, HttpResponse, Timeout
from .requests import Request
from .testing_answers import Answers as Answers
from .testing_answers import Unanswered as Unanswered
from .testing_factories import factory as factory
from .testing_factories import made as made
from .testing_types import annotations_of, declared

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


Q_co = TypeVar("Q_co", bound=Request[Any], covariant=True)


class Operations:
    """The operations of a resource, each an attribute."""

    def __init__(self, name: str, known: Callable[[Any, str], Any]) -> None:
        self._name = name
        self._known = known

    if not TYPE_CHECKING:  # to which other names are mistakes

        def __getattr__(self, name: str) -> Any:
            kind = None if name.startswith("__") else declared(type(self), name)
            if kind is None:
                raise AttributeError(f"{self._name} has no operation {name!r}")
            return self._known(kind.__args__[0], f"{self._name}.{name}")


class Resources:
    """The resources of a client, each an attribute, as tests have them."""

    def __init__(self) -> None:
        self._sent: list[Request[Any]] = []
        self._said: dict[type[Request[Any]], Answers[Any, Any]] = {}

    @property
    def calls(self) -> list[Request[Any]]:
        """All requests so far, equal to those that were sent, in their order."""
        return list(self._sent)

    if not TYPE_CHECKING:  # to which other names are mistakes

        def __getattr__(self, name: str) -> Any:
            kind = None if name.startswith("__") else declared(type(self), name)
            if kind is None:
                raise AttributeError(f"{type(self).__name__} has no resource {name!r}")
            resource = kind(f"fake.{name}", self._answers_of)
            setattr(self, name, resource)
            return resource

    def _answers_of(
        self, kind: type[Request[Any]], name: str = ""
    ) -> Answers[Any, Any]:
        if kind not in self._said:
            self._said[kind] = self._answers(kind, name or self._name_of(kind))
        return self._said[kind]

    def _answers(self, kind: type[Request[Any]], name: str) -> Answers[Any, Any]:
        return Answers(kind, name, self._sent)

    def _name_of(self, kind: type[Request[Any]]) -> str:
        """Where the answers of `kind` are said."""
        start = f"Answers[{kind.__name__},"
        for resource in annotations_of(type(self)):
            group = declared(type(self), resource)
            for name, (annotation, _) in annotations_of(group).items():
                if start in annotation:
                    return f"fake.{resource}.{name}"
        return "its operation of the fake"

    def _respond(self, request: HttpRequest) -> Any:
        operation = request.operation
        if not _is_request(operation):
            raise Unanswered(
                f"{request!r} was not sent by an operation, and a fake answers nothing"
                ' else: in place of what gets access tokens, give BearerAuth("…")'
            )
        self._sent.append(operation)
        answers = self._answers_of(type(operation))
        return answers.respond(operation, request.headers.get("Accept", ""))


def _is_request(value: object) -> TypeGuard[Request[Any]]:
    return isinstance(value, Request)


class Fake(Resources):
    """A transport for a client that blocks."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """Keep the request, and answer it as the test says."""
        answer: HttpResponse = self._respond(request)
        return answer


class AsyncFake(Resources):
    """A transport for one that is awaited."""

    async def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """As `Fake.send`."""
        answer: HttpResponse = self._respond(request)
        return answer


class Strategy(Protocol[Q_co]):
    """Makes a strategy of Hypothesis that draws requests of one operation.

    What it draws satisfies every rule, and takes advice if it can. A field that is
    given a strategy is drawn by it.

    Raises:
        TypeError: There is no such field, or what it is given is no strategy.
    """

    def __call__(self, **given: SearchStrategy[Any]) -> SearchStrategy[Q_co]:
        """The strategy."""
        ...


class Strategies:
    """A `Strategy` for each operation, by the name of its module."""

    if not TYPE_CHECKING:  # to which other names are mistakes

        def __getattr__(self, name: str) -> Any:
            kind = None if name.startswith("__") else declared(type(self), name)
            if kind is None:
                raise AttributeError(
                    f"there is no operation {name!r} to draw requests of"
                )
            try:
                from .testing_strategies import strategy
            except ModuleNotFoundError as error:
                if error.name != "hypothesis":
                    raise
                raise ModuleNotFoundError(
                    "strategies draw by Hypothesis: pip install hypothesis"
                ) from None
            return strategy(kind.__args__[0])
