"""A transport for tests: it answers by models, and keeps the requests it was sent.

What a request breaks is refused as ever, since the client builds and checks it before
it comes here. An answer is written as a server would write it, and read by the client.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import get_annotations
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeGuard, TypeVar

from .bodies import json_body
from .errors import ApiError, InvalidResponse
from .http import HttpRequest, HttpResponse, Redirect, Timeout
from .notes import noting
from .plain import plain
from .requests import Request
from .testing_factories import factory, made
from .testing_types import declared

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "Answers",
    "AsyncFake",
    "Fake",
    "Operations",
    "Resources",
    "Strategies",
    "Strategy",
    "Unanswered",
    "factory",
    "made",
]

Q = TypeVar("Q", bound=Request[Any])
Q_co = TypeVar("Q_co", bound=Request[Any], covariant=True)
R = TypeVar("R")
_NONE: Mapping[str, str] = MappingProxyType({})


class Unanswered(AssertionError):
    """An operation was called that the test has no answer for."""


class Answers(Generic[Q, R]):
    """What one operation answers; what is said last holds.

    Where several are given, each is the answer to one call, in their order.
    """

    def __init__(self, kind: type[Q], name: str, calls: list[Request[Any]]) -> None:
        self._kind = kind
        self._name = name
        self._calls = calls
        self._answer: Callable[[Q], object] = self._unanswered
        self._fitting = (0, "")

    @property
    def calls(self) -> list[Q]:
        """The requests so far, equal to those that were sent, in their order."""
        return [one for one in self._calls if type(one) is self._kind]

    def returns(self, *answers: R | HttpResponse) -> None:
        """Answer with these, one each call; a single one answers all of them.

        An `HttpResponse` goes as it is.
        """
        self.in_turn(*answers) if len(answers) != 1 else self._always(answers[0])

    def raises(self, error: BaseException) -> None:
        """Raise `error` in place of an answer, as a transport does."""
        self._always(error)

    def answers(self, function: Callable[[Q], R | HttpResponse]) -> None:
        """Answer with what `function` makes of the request; it may raise, too."""
        self._answer = function

    def fails(
        self, status: int, error: object = None, headers: Mapping[str, str] = _NONE
    ) -> None:
        """Answer with an error: its status, and the model of what is in its body."""
        self._always(_Failure(status, error, headers))

    def in_turn(self, *answers: R | HttpResponse | BaseException) -> None:
        """Answer each call with the next of these; an exception is raised."""
        rest = iter(answers)

        def following(request: Q) -> object:
            for answer in rest:
                return answer
            raise Unanswered(
                f"{self._name} was called more often than it has answers: it has"
                f" {len(answers)}. Give it more, or one answer for all calls"
            )

        self._answer = following

    def _always(self, answer: object) -> None:
        self._answer = lambda _: answer

    def _unanswered(self, request: Q) -> object:
        reader: Any = self._kind.read
        model = reader.__annotations__["return"]
        raise Unanswered(
            f"{self._kind.__name__} was sent, and has no answer: write"
            f" {self._name}.returns(…) with {model} in it, or .raises, .answers,"
            " .fails or .in_turn"
        )

    def respond(self, request: Q, accept: str) -> HttpResponse:
        """The answer to `request`, of one of the media types that are accepted."""
        answer = self._answer(request)
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, HttpResponse):
            return answer
        if isinstance(answer, _Failure):
            return answer.written(self._kind)
        return self._written(answer, accept)

    def _written(self, answer: object, accept: str) -> HttpResponse:
        """The response that is read as `answer`."""
        close: HttpResponse | None = None
        for response in _responses(answer, accept, self._fitting):
            try:
                with noting():
                    read: object = self._kind.read(response)
            except (ApiError, InvalidResponse):
                continue
            if read == answer and type(read) is type(answer):
                self._fitting = response.status, response.media_type
                return response
            if close is None and type(read) is type(answer):
                close = response
        if close is None:
            raise TypeError(
                f"{self._name}: no answer of {self._kind.__name__} is read as"
                f" {type(answer).__name__}"
            )
        return close


class _Failure:
    def __init__(self, status: int, error: object, headers: Mapping[str, str]) -> None:
        self._status = status
        self._error = error
        self._headers = {name.lower(): value for name, value in headers.items()}

    def written(self, kind: type[Request[Any]]) -> HttpResponse:
        body = b"" if self._error is None else json_body(plain(self._error))
        headers = {"content-type": "application/json"} if body else {}
        response = HttpResponse(
            status=self._status, headers={**headers, **self._headers}, body=body
        )
        try:
            with noting():
                kind.read(response)
        except InvalidResponse:
            why = f"its answer {self._status} is no error"
        except ApiError as failed:
            if self._error is None or type(failed.error) is type(self._error):
                return response
            known = type(failed.error).__name__
            wanted = type(self._error).__name__
            why = f"its error {self._status} is read as {known}, not {wanted}"
        else:
            why = f"its answer {self._status} is no error"
        raise TypeError(f"{kind.__name__}: {why}")


_GOOD = (200, 201, 202, 204, 203, 206, 207, 205, 208, 226, *range(300, 309))
_KINDS = {"*": "application/octet-stream", "image": "image/png", "text": "text/plain"}


def _responses(
    answer: object, accept: str, fitting: tuple[int, str]
) -> Iterator[HttpResponse]:
    """What may be read as `answer`; first what the one before was."""
    if isinstance(answer, Redirect):
        location = {} if answer.location is None else {"location": answer.location}
        yield HttpResponse(status=answer.status, headers=location, body=b"")
        return
    bodies = _bodies(answer)
    kinds = [one.partition(";")[0].strip() for one in accept.split(",")]
    kinds = [_concrete(one) for one in kinds if one] or [
        "application/json",
        "text/plain",
        "application/octet-stream",
    ]
    tried = [fitting] if fitting[0] else []
    tried += [(status, kind) for status in _GOOD for kind in kinds]
    if answer is None:
        tried.insert(0, (204, ""))
    for status, kind in tried:
        headers = {"content-type": kind} if kind else {}
        for body in bodies:
            yield HttpResponse(status=status, headers=headers, body=body)


def _concrete(kind: str) -> str:
    """A media type for a range of such."""
    first, _, second = kind.partition("/")
    return _KINDS.get(first, f"{first}/plain") if second == "*" else kind


def _bodies(answer: object) -> list[bytes]:
    if answer is None:
        return [b"", b"null"]
    if isinstance(answer, bytes):
        return [answer, json_body(plain(answer))]
    if isinstance(answer, str):
        return [json_body(answer), answer.encode()]
    return [json_body(plain(answer))]


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
            self._said[kind] = Answers(kind, name or self._name_of(kind), self._sent)
        return self._said[kind]

    def _name_of(self, kind: type[Request[Any]]) -> str:
        """Where the answers of `kind` are said."""
        start = f"_testing.Answers[{kind.__name__},"
        for resource in _annotations(type(self)):
            group = declared(type(self), resource)
            for name, annotation in _annotations(group).items():
                if annotation.startswith(start):
                    return f"fake.{resource}.{name}"
        return "its operation of the fake"

    def _respond(self, request: HttpRequest) -> HttpResponse:
        operation = request.operation
        if not _is_request(operation):
            raise Unanswered(
                f"{request!r} is no operation of this package: a fake answers no others"
            )
        self._sent.append(operation)
        answers = self._answers_of(type(operation))
        return answers.respond(operation, request.headers.get("Accept", ""))


def _is_request(value: object) -> TypeGuard[Request[Any]]:
    return isinstance(value, Request)


def _annotations(kind: type) -> dict[str, str]:
    return {
        name: text
        for one in reversed(kind.__mro__)
        for name, text in get_annotations(one).items()
    }


class Fake(Resources):
    """A transport for a client that blocks."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """Keep the request, and answer it as the test says."""
        return self._respond(request)


class AsyncFake(Resources):
    """A transport for one that is awaited."""

    async def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        """As `Fake.send`."""
        return self._respond(request)


class Strategy(Protocol[Q_co]):
    """Makes a strategy of Hypothesis that draws requests of one operation.

    What it draws satisfies every rule. A field that is given a strategy is drawn by it.
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
