"""What a fake answers: models, in the bytes that a server would send."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeVar, cast

from .errors import ApiError, InvalidResponse, error_of
from .http import HttpResponse, Redirect
from .json_bodies import json_body
from .notes import noting
from .plain import answered
from .requests import Request

Q = TypeVar("Q", bound=Request[Any])
R = TypeVar("R")
_NONE: Mapping[str, str] = MappingProxyType({})


class Unanswered(AssertionError):
    """An operation was called that the test has no answer for."""


class Answers(Generic[Q, R]):
    """What one operation answers; what is said last holds.

    Where several are given, each is the answer to one call, in their order.
    """

    _others = ".raises, .answers, .fails or .in_turn"

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
        self._each(answers)

    def raises(self, error: BaseException | type[BaseException]) -> None:
        """Raise `error` in place of an answer, as a transport does.

        Raises:
            TypeError: It is no error, or a class that needs more than to be called.
        """
        raised = _object(error)
        if not isinstance(raised, BaseException):
            what = f"{error!r} is no error: raise one such as TimedOut(…)"
            raise TypeError(f"{self._name}: {what}, or answer with one by .fails")
        self._each([raised])

    def answers(self, function: Callable[[Q], R | HttpResponse]) -> None:
        """Answer with what `function` makes of the request; it may raise, too."""
        self._answer = function

    def fails(
        self, status: int, error: object = None, headers: Mapping[str, str] = _NONE
    ) -> None:
        """Answer with an error: its status, and the model of what is in its body.

        Raises:
            TypeError: The description has no such error, or `status` is no number.
        """
        given: Any = status
        if not isinstance(given, int):
            what = f"a status must be an integer, not {type(given)}"
            raise TypeError(f"{self._name}: {what}: write .fails(404, …)")
        body = b"" if error is None else json_body(answered(error))
        kind = {"content-type": "application/json"} if body else {}
        named = {name.lower(): value for name, value in headers.items()}
        response = HttpResponse(status=status, headers={**kind, **named}, body=body)
        read = what_is_read(self._kind, response)
        why = f"its answer {status} is no error"
        if isinstance(read, ApiError):
            if error is None or type(read.error) is type(error):
                return self._each([response])
            known, wanted = type(read.error).__name__, type(error).__name__
            why = f"its error {status} is read as {known}, not {wanted}"
            if read.error is None:
                why = f"no {wanted} is described as its error {status}"
            why += f"; .returns(HttpResponse(status={status}, …)) says anything"
        raise TypeError(f"{self._kind.__name__}: {why}")

    def in_turn(self, *answers: R | HttpResponse | BaseException) -> None:
        """Answer each call with the next of these; an exception is raised."""
        rest = iter([_object(one) for one in answers])

        def following(request: Q) -> object:
            for answer in rest:
                return answer
            raise Unanswered(
                f"{self._name} was called more often than it has answers: it has"
                f" {len(answers)}. Give it more, or one answer for all calls"
            )

        self._answer = following

    def _each(self, answers: Sequence[Any]) -> None:
        if len(answers) == 1:
            answer = _object(answers[0])
            self._answer = lambda _: answer
        else:
            self.in_turn(*answers)

    def _unanswered(self, request: Q) -> object:
        raise Unanswered(
            f"{self._kind.__name__} was sent, and has no answer: write {self._right},"
            f" or {self._others}"
        )

    @property
    def _right(self) -> str:
        """How an answer is given that is as described."""
        reader: Any = self._kind.read
        model = reader.__annotations__["return"]
        if model == "None":
            return f"{self._name}.returns(None)"
        return f"{self._name}.returns(…) with {model} in it"

    def respond(self, request: Q, accept: str) -> Any:
        """The answer to `request`, of one of the media types that are accepted."""
        answer = self._answer(request)
        if isinstance(answer, BaseException):
            raise answer
        kinds = [one.partition(";")[0].strip() for one in accept.split(",")]
        return self._put(answer, [*map(_concrete, filter(None, kinds)), *_KINDS])

    def _put(self, answer: object, kinds: list[str]) -> Any:
        """`answer` as a client gets it."""
        return (
            answer if isinstance(answer, HttpResponse) else self._written(answer, kinds)
        )

    def _written(self, answer: object, kinds: list[str]) -> HttpResponse:
        """The response that is read as `answer`."""
        close: HttpResponse | None = None
        for response in self._possible(answer, kinds):
            read = what_is_read(self._kind, response)
            if type(read) is type(answer):
                if read == answer:
                    self._fitting = response.status, response.media_type
                    return response
                close = close or response
        if close is None:
            raise TypeError(
                f"{self._name}: no answer of {self._kind.__name__} is read as"
                f" {type(answer).__name__}: write {self._right}"
            )
        return close

    def _possible(self, answer: object, kinds: list[str]) -> Iterator[HttpResponse]:
        """What may be read as `answer`; first what the one before was."""
        if isinstance(answer, Redirect):
            location = {} if answer.location is None else {"location": answer.location}
            yield HttpResponse(status=answer.status, headers=location, body=b"")
            return
        tried = [self._fitting] if self._fitting[0] else []
        tried += [(204, "")] if answer is None else []
        tried += [(status, kind) for status in GOOD for kind in kinds]
        for status, kind in tried:
            for body in self._bodies(answer, kind):
                yield plain_response(status, kind, body)

    def _bodies(self, answer: object, kind: str) -> list[bytes]:
        if answer is None:
            return [b"", b"null"]
        if isinstance(answer, bytes):
            return [answer, json_body(answered(answer))]
        if isinstance(answer, str):
            return [json_body(answer), answer.encode()]
        return [json_body(answered(answer))]


def _object(answer: Any) -> Any:
    """`answer`, or an error of that class.

    Raises:
        TypeError: It is a class of something else, or of errors that need more, or a
            function.
    """
    if not isinstance(answer, type):
        if callable(answer):
            how = "write () behind it, or give it to .answers"
            raise TypeError(f"a function is no answer: {how}")
        return answer
    name = cast("type[Any]", answer).__name__
    if issubclass(answer, ApiError):
        known = range(400, 600)
        like = (one for one in known if issubclass(error_of(one), answer))
        how = f".fails({next(like, 500)}, …)"
        raise TypeError(f"{name} is made of an answer: write {how}, or give an object")
    if issubclass(answer, BaseException):
        return answer()
    raise TypeError(f"{name} is a class: give an object of it, as factories make them")


GOOD = (200, 201, 202, 204, 203, 206, 207, 205, 208, 226, *range(300, 309))
_KINDS = ("application/json", "text/plain", "application/octet-stream")
_RANGES = {"*": "application/octet-stream", "image": "image/png"}


def _concrete(kind: str) -> str:
    """A media type for a range of such."""
    first, _, second = kind.partition("/")
    return _RANGES.get(first, f"{first}/plain") if second == "*" else kind


def plain_response(status: int, kind: str, body: bytes) -> HttpResponse:
    headers = {"content-type": kind} if kind else {}
    return HttpResponse(status=status, headers=headers, body=body)


UNDESCRIBED = object()


def what_is_read(kind: type[Request[Any]], response: HttpResponse) -> object:
    """What `response` says, or the error that it is."""
    with noting() as notes:
        try:
            read: object = kind.read(response)
        except (ApiError, InvalidResponse) as error:
            read = error
    return UNDESCRIBED if any(one.holder is response for one in notes) else read
