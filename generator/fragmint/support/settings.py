"""What a client is made with: who calls, where to, how long to wait, and what else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, ClassVar, Generic, Self, TypedDict, TypeVar, Unpack
from urllib.parse import urljoin

from .auth import (
    Credentials,
    Grant,
    Scheme,
    Signer,
    awaits,
    bound,
    check,
    chosen,
    sign,
)
from .calls import (
    Answered,
    Hooks,
    Obtain,
    Outcome,
    Repeated,
    Send,
    Sent,
    Wait,
    over,
    steps,
)
from .discreet import discreet
from .errors import ClientError
from .http import HttpRequest, HttpResponse, Timeout, origin, shown
from .models import is_of_models, model
from .notes import Validation
from .options import (
    as_base_url,
    as_function,
    as_headers,
    as_limits,
    as_names,
    as_outgoing,
    as_retries,
    as_timeout,
)
from .receiving import Limits
from .requests import Request, check_request, security_of, server_of, with_key
from .retries import Retries
from .transports import check_transport
from .validation import checked, read

R = TypeVar("R")
DEFAULT_TIMEOUT = Timeout()
NONE: Mapping[str, Any] = MappingProxyType({})


@model
class Response(Generic[R]):
    """What came of a call: the response as it came, and as the `model` it stands for.

    Names of `headers` are looked up in any case.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    model: R

    def __repr__(self) -> str:
        # What is no model can be secret as a whole.
        said = self.model if is_of_models(self.model) else type(self.model)
        return f"<Response {self.status}, {said!r}>"


class Options(TypedDict, total=False):
    """What else can be said of all calls of a client, or of some of them."""

    headers: Mapping[str, str]
    """Headers to send along; those of the description and the credentials go before."""

    retries: Retries | int
    """When to send a request again, or only how often."""

    limits: Limits
    """How large a response may be, and each item of a stream."""

    signer: Signer | None
    """Makes of each request the one that goes out: it has the last word, sees the body
    and all headers, and vouches for credentials that are not given. Those for the
    header ``Authorization``, such as `BasicAuth`, can be one.
    """

    on_request: Callable[[Sent], Mapping[str, str] | None] | None
    """Is told of each request before it is sent; can return headers to send along."""

    on_response: Callable[[Answered], None] | None
    """Is told what came of each request."""

    on_retry: Callable[[Repeated], None] | None
    """Is told of each request that is to be sent again."""

    validate_responses: Validation
    """What is done where a response is not as described: nothing, a warning of each
    field that cannot be read, or, if it is strict, the error `InvalidResponse`.
    """

    masked: Collection[str]
    """Arguments that no log tells, as it tells no password."""


class Settings:
    """What both clients hold; nothing of it changes.

    `server` is where the description says that the API is; `base_url` is the user's
    word, and goes before it. `credentials` are by the names of `schemes`.
    """

    _awaits: ClassVar[bool] = False
    _transport_class: ClassVar[Any]
    _own: Any = None
    """The transport that was made for this client, and is closed with it."""
    _headers: Mapping[str, str] = NONE
    _retries = Retries()
    _limits = Limits()
    _hooks = Hooks()
    _masked: frozenset[str] = frozenset()
    _credentials: Mapping[str, Credentials | None] = NONE
    _base_url = ""
    _validation: Validation = "warn"
    _signer: Signer | None = None

    def __init__(
        self,
        *,
        base_url: str | None = None,
        server: str = "",
        timeout: Timeout | float = DEFAULT_TIMEOUT,
        defaults: Mapping[str, Any] = NONE,
        credentials: Mapping[str, Credentials | None] = NONE,
        schemes: Mapping[str, Scheme] = NONE,
        transport: Any = None,
        **options: Unpack[Options],
    ) -> None:
        for name, one in credentials.items():
            argument, scheme = _argument(schemes, name), schemes.get(name)
            check(argument, one, scheme, can_await=self._awaits)
        self._own_url = base_url is not None
        self._base_url = as_base_url(base_url) if self._own_url else server.rstrip("/")
        self._defaults = {k: v for k, v in defaults.items() if v is not None}
        self._credentials = {
            name: bound(one, schemes.get(name), self._base_url)
            for name, one in credentials.items()
        }
        self._schemes = schemes
        self._timeout = as_timeout(timeout)
        self._set(options)
        if transport is None:
            transport = self._own = self._transport_class()
        else:
            check_transport(transport, self._transport_class)
        self._transport = transport

    def _set(self, options: Options) -> None:
        """Take over what is given, and leave the rest."""
        unknown = options.keys() - Options.__annotations__.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no option {min(unknown)!r}")
        if "headers" in options:
            self._headers = as_headers(options["headers"])
        if "retries" in options:
            self._retries = as_retries(options["retries"])
        if "limits" in options:
            self._limits = as_limits(options["limits"])
        if "validate_responses" in options:
            self._validation = checked(options["validate_responses"])
        if "masked" in options:
            self._masked = as_names(options["masked"])
        if "signer" in options:
            signer = options["signer"]
            as_function("signer", signer)
            self._signer = bound(signer, None, self._base_url) if signer else None
        everything = (*self._credentials.values(), self._signer)
        self._has_grants = any(
            isinstance(one, Grant) or awaits(one) for one in everything
        )
        for name in Hooks._fields:
            as_function(name, options.get(name))
        self._hooks = Hooks(
            options.get("on_request", self._hooks.on_request),
            options.get("on_response", self._hooks.on_response),
            options.get("on_retry", self._hooks.on_retry),
        )

    @discreet
    def with_options(
        self, *, timeout: Timeout | float | None = None, **options: Unpack[Options]
    ) -> Self:
        """This client with other options, on the same connections.

        It costs next to nothing, so make one for a single call. To close it closes
        nothing.
        """
        view = copy(self)
        view._own = None
        for name in self.__dict__:  # such as the resources, which are this client's
            if isinstance(getattr(type(self), name, None), cached_property):
                del view.__dict__[name]
        if timeout is not None:
            view._timeout = as_timeout(timeout)
        view._set(options)
        return view

    @discreet
    def prepare(self, request: Request[Any]) -> HttpRequest:
        """The request as it would go out, but for the credentials and the options.

        Raises:
            InvalidRequest: a rule of the description is broken.
        """
        server = self._server(request)
        try:
            outgoing = with_key(request).build(server, self._defaults)
        except RecursionError:
            outgoing = None
        if outgoing is None:  # not in the handler: it has a thousand frames
            raise _too_deep(type(request).__name__)
        if isinstance(outgoing.body, bytes):
            return outgoing
        return _with_size(outgoing)

    def _at_server(self, request: Request[Any], outgoing: HttpRequest) -> HttpRequest:
        """`outgoing`, if it goes where credentials are for.

        Raises:
            ClientError: It does not.
        """
        server = self._server(request)
        try:
            fits = origin(as_outgoing(outgoing).url) == origin(server)
        except ValueError:
            fits = False
        if fits:
            return outgoing
        raise ClientError(
            f"{type(request).__name__} was not sent: it would go to"
            f" {shown(outgoing.url)}, and this client calls {shown(server)}. Make one"
            " whose base_url is there, with the credentials for it"
        )

    def _server(self, request: Request[Any]) -> str:
        """Where `request` goes: what the user says goes before the description."""
        check_request(request)
        url = self._base_url
        its_own = server_of(request)
        if its_own is not None and not self._own_url:
            url = urljoin(f"{url}/", its_own).rstrip("/")
        if not url.lower().startswith(("https://", "http://")):
            raise ClientError(
                "the description does not say where the API is: give the client a"
                " base_url"
            )
        return url

    @discreet
    def _signed(
        self,
        request: Request[Any],
        outgoing: HttpRequest,
        held: Mapping[str, Credentials | None],
    ) -> HttpRequest:
        if self._schemes:
            names = self._chosen(request)
            outgoing = sign(outgoing, names, self._schemes, held)
        if self._headers:
            # Which of the media types is wanted is the caller's to say.
            there = {name.lower() for name in outgoing.headers} - {"accept"}
            more = {n: v for n, v in self._headers.items() if n.lower() not in there}
            outgoing = outgoing._replace(headers=over(outgoing.headers, more))
        return outgoing

    def _chosen(self, request: Request[Any]) -> Sequence[str]:
        return chosen(
            type(request).__name__,
            security_of(request),
            self._schemes,
            self._credentials,
            vouched=self._signer is not None,
        )

    def _callers(
        self, request: Request[Any]
    ) -> tuple[Mapping[str, Credentials | None], Sequence[Grant]]:
        """By what `request` is called, and what of that has to be got for it."""
        held = self._credentials
        if not self._has_grants:
            return held, ()
        held = {name: one and one.of_a_call() for name, one in held.items()}
        everything = [*map(held.get, self._chosen(request)), self._signer]
        return held, [one for one in everything if isinstance(one, Grant)]

    def _steps(
        self, request: Request[Any], outgoing: HttpRequest | None
    ) -> Generator[Send | Wait | Obtain, Any, Outcome]:
        if outgoing is None:
            sent = self.prepare(request)
        else:
            sent = self._at_server(request, outgoing)
        held, grants = self._callers(request)
        return steps(
            type(request).__name__,
            partial(self._signed, request, sent, held),
            partial(self._told, request, sent),
            self._timeout,
            self._retries,
            self._hooks,
            grants,
            self._signer,
            about=request,
        )

    def _told(self, request: Request[Any], outgoing: HttpRequest) -> str:
        """What a log tells of it."""
        from .brief import brief  # few logs tell anything

        return f"{shown(outgoing.url)}: {brief(request, self._masked)}"

    def _is_kept(self, status: int) -> bool:
        """Whether the body of an answer to `stream` is the user's to read."""
        return 200 <= status < 300 and status not in self._retries.statuses

    def __repr__(self) -> str:
        given = "".join(
            f"{_argument(self._schemes, name)}={one!r}, "
            for name, one in self._credentials.items()
            if one is not None
        )
        return f"{type(self).__name__}({given}base_url={self._base_url!r})"


def _argument(schemes: Mapping[str, Scheme], name: str) -> str:
    """The argument of the client that credentials are."""
    return getattr(schemes.get(name), "argument", "") or name


def _with_size(outgoing: HttpRequest) -> HttpRequest:
    """`outgoing` with its size, where it is known; else it goes out in chunks."""
    size: int | None = getattr(outgoing.body, "size", None)
    if size is None:
        return outgoing
    headers = {**outgoing.headers, "Content-Length": str(size)}
    return outgoing._replace(headers=headers)


def _too_deep(operation: str) -> Exception:
    """What to raise where the arguments of `operation` nest deeper than Python can."""
    from .fields import Fields  # few clients need it
    from .violations import Found, InvalidRequest

    found = Found(Fields(operation, {}))
    found.refuse((), "depth", None, None, None)
    return InvalidRequest(operation, tuple(found.violations))


def response(
    request: Request[R], answer: HttpResponse, validation: Validation
) -> Response[R]:
    return Response(
        status=answer.status,
        headers=answer.headers,
        body=answer.body,
        model=read(request, answer, validation),
    )
