"""The auth token and SipAuthPassword are told to the server and to nobody else."""

from __future__ import annotations

import copy
import logging
import pickle
import pprint
import socket
import sys
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from types import FrameType, FunctionType, ModuleType, TracebackType
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from fragmint.support.discreet import discreet
from fragmint.support.oauth import OAuth2ClientCredentials, OAuth2RefreshToken
from fragmint.support.tokens import ApiKey, BearerAuth, RawAuth
from twilio_participants import (
    Advice,
    ApiError,
    AsyncClient,
    BasicAuth,
    Client,
    ClientError,
    ConnectFailed,
    ConnectionLost,
    CreateParticipant,
    InvalidRequest,
    InvalidResponse,
    TimedOut,
    Timeout,
)

from .callers import AsyncCaller, Caller, SyncCaller, settings
from .samples import (
    ACCOUNT,
    AUTH,
    CREATED,
    ERROR,
    EVERYTHING,
    LEAST,
    SIP_PASSWORD,
    TOKEN,
)
from .server import Reply, Server, Step, answer, json_answer

SECRETS = {
    spelling
    for secret in (TOKEN, SIP_PASSWORD)
    for spelling in (secret, quote(secret), quote_plus(secret))
} | {b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()}
WITH_SECRET: dict[str, Any] = {"sip_auth_password": SIP_PASSWORD}

# Each way to fail: what it raises, the answer, the client's options, the parameters.
Way = tuple[type[ClientError], Reply, dict[str, Any], dict[str, Any]]
CUT: Reply = [answer(201, b"{}")[:-1], Step.CLOSE]
SOON = {"timeout": Timeout(connect=20.0, total=0.3)}
WAYS: dict[str, Way] = {
    "400": (ApiError, [json_answer(400, ERROR)], {}, {}),
    "401": (ApiError, [json_answer(401, {"code": 20003})], {}, {}),
    "500": (ApiError, [answer(500, b"<html>", "text/html")], {}, {}),
    "307": (ApiError, [answer(307, Location="http://127.0.0.1:9/")], {}, {}),
    "empty": (InvalidResponse, [answer(201)], {}, {}),
    "no JSON": (InvalidResponse, [answer(201, b"{")], {}, {}),
    "no UTF-8": (InvalidResponse, [answer(201, b"\xff")], {}, {}),
    "a list": (InvalidResponse, [answer(201, b"[]")], {}, {}),
    "truncated": (ConnectionLost, CUT, {}, {}),
    "no HTTP": (ConnectionLost, [b"SSH-2.0\r\n\r\n", Step.CLOSE], {}, {}),
    "reset": (ConnectionLost, [Step.RESET], {}, {}),
    "stalled": (TimedOut, [Step.STALL], SOON, {}),
    "stalled body": (TimedOut, [answer(201, b"{}")[:-1], Step.STALL], SOON, {}),
    "refused": (InvalidRequest, [], {}, {"max_participants": 1}),
    "refused password": (
        InvalidRequest,
        [],
        {},
        {"sip_auth_password": [SIP_PASSWORD]},
    ),
    "refused bytes": (
        InvalidRequest,
        [],
        {},
        {"sip_auth_password": SIP_PASSWORD.encode()},
    ),
    "unwritable password": (
        InvalidRequest,
        [],
        {},
        {"sip_auth_password": SIP_PASSWORD + "\udc80"},
    ),
}


def failing(caller: Caller, way: Way) -> ClientError:
    kind, reply, options, parameters = way
    with Server(reply) as server, pytest.raises(kind) as raised:
        caller.create(server, client=options, **(EVERYTHING | WITH_SECRET | parameters))
    return raised.value


def refused_connection(caller: Caller) -> ClientError:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with pytest.raises(ConnectFailed) as raised:
            caller.create(url, **WITH_SECRET)
    return raised.value


def reachable(root: object, depth: int = 6) -> Iterator[object]:
    """Everything that hangs on `root`, but for code and the frames of tracebacks."""
    seen: set[int] = set()
    todo: list[tuple[object, int]] = [(root, 0)]
    while todo:
        one, level = todo.pop()
        if id(one) in seen or isinstance(one, ModuleType | type | FunctionType):
            continue
        if isinstance(one, FrameType | TracebackType):
            continue
        seen.add(id(one))
        yield one
        if level < depth:
            todo += [(part, level + 1) for part in _parts(one)]


def _parts(one: object) -> Iterator[object]:
    if isinstance(one, BaseException):
        yield from (one.args, one.__cause__, one.__context__)
        yield from getattr(one, "__notes__", ())
    if isinstance(one, Mapping):
        yield from (*one.keys(), *one.values())
    elif isinstance(one, list | tuple | set | frozenset):
        yield from one
    yield from getattr(one, "__dict__", {}).values()
    for kind in type(one).__mro__:
        names = getattr(kind, "__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            yield getattr(one, name, None)


def shown_by_traceback(error: BaseException) -> Iterator[object]:
    """What tools show of our frames beside a traceback: locals, and what is in them.

    Who takes a tuple apart does not mind that it has a name, and a repr of its own.
    """
    for one in (error.__cause__, error.__context__):
        if one is not None:
            yield from shown_by_traceback(one)
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if _is_ours(frame.f_globals["__name__"]):
            todo = list(frame.f_locals.values())
            while todo:
                one = todo.pop()
                yield one
                if isinstance(one, Mapping):
                    todo += [*one.keys(), *one.values()]
                elif isinstance(one, list | tuple | set | frozenset):
                    todo += one
        trace = trace.tb_next


def _is_ours(module: str) -> bool:
    """Whether a module is of the runtime, or of a package that has a copy of it."""
    package = module.partition(".")[0]
    return "support." in module or f"{package}._support" in sys.modules


def told(text: str) -> set[str]:
    return {secret for secret in SECRETS if secret in text}


def assert_silent(root: object) -> None:
    of_frames = shown_by_traceback(root) if isinstance(root, BaseException) else ()
    for one in (*reachable(root), *of_frames):
        text = one.decode("latin-1") if isinstance(one, bytes) else f"{one!r} {one}"
        assert not told(text), f"{type(one)} tells a secret"


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_no_error_tells(
    caller: Caller, way: Way, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        error = failing(caller, way)
        logging.getLogger("app").exception("it failed", exc_info=error)
    assert_silent(error)
    assert not told("".join(traceback.format_exception(error)))
    assert not told(caplog.text)
    for record in caplog.records:
        assert_silent(record.__dict__ | {"message": record.getMessage()})


def test_no_refused_connection_tells(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        error = refused_connection(caller)
    assert_silent(error)
    assert not told("".join(traceback.format_exception(error)))
    assert not told(caplog.text)


@pytest.mark.parametrize("way", ["400", "truncated", "reset"])
def test_no_stream_that_breaks_tells(caller: Caller, way: str) -> None:
    kind, reply, _, _ = WAYS[way]
    request = CreateParticipant(conference_sid="CF", **(EVERYTHING | WITH_SECRET))
    with Server(reply) as server, pytest.raises(kind) as raised:
        caller.stream(server, request)
    assert_silent(raised.value)


def test_no_call_that_goes_well_is_logged_with_a_secret(
    caller: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        participant = caller.create(server, **EVERYTHING)
    # The package does log, and so does httpx2: there was something to tell.
    logging_ = {"twilio_participants", *(["httpcore2"] if caller.by_httpx2 else [])}
    assert {one.name.partition(".")[0] for one in caplog.records} >= logging_
    assert not told(caplog.text)
    for record in caplog.records:
        assert_silent(record.__dict__ | {"message": record.getMessage()})
    assert_silent(participant)
    # They were sent: what is looked for is what is secret.
    assert quote_plus(SIP_PASSWORD) in server.request.raw.decode()
    assert told(server.request.raw.decode())


def test_no_advice_tells(
    caller: Caller, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.warns(Advice) as warned:
        caller.create(server, region="mars1", **WITH_SECRET)
    for one in warned:
        assert_silent(one.message)


@pytest.mark.parametrize("value", [[SIP_PASSWORD], SIP_PASSWORD.encode()])
def test_a_violation_masks_the_password(caller: Caller, value: object) -> None:
    with Server() as server, pytest.raises(InvalidRequest) as raised:
        caller.create(server, sip_auth_password=value)
    (violation,) = raised.value.violations
    assert (violation.name, violation.rule) == ("sip_auth_password", "type")
    assert repr(violation.value) == "***"
    assert "***" in violation.message


BROKEN = f"{TOKEN}\n"
URL = "http://127.0.0.1:1"
PLAIN = "http://auth.example"


def client(**options: Any) -> Client:
    return Client(**settings(URL, options))


# What is refused where it is given, or where it is to be sent.
REFUSED: dict[str, Callable[[], object]] = {
    "header": lambda: client(headers={"X-Key": BROKEN}),
    "header of a view": lambda: client().with_options(headers={"X-Key": BROKEN}),
    "header of an async client": lambda: AsyncClient(
        **settings(URL, {"headers": {"X-Key": BROKEN}})
    ),
    "other than headers": lambda: client(headers=[("X-Key", TOKEN)]),
    "other option": lambda: client(headers={"X-Key": TOKEN}, retries=-1),
    "query of the base URL": lambda: client(base_url=f"{URL}?key={TOKEN}"),
    "port of the base URL": lambda: client(base_url=f"http://x:p/{TOKEN}"),
    "user of the base URL": lambda: client(base_url=f"http://u:{TOKEN}@x/"),
    "password": lambda: BasicAuth("u", BROKEN),
    "token": lambda: BearerAuth(BROKEN),
    "key": lambda: ApiKey(BROKEN),
    "authorization": lambda: RawAuth(BROKEN),
    "token endpoint": lambda: OAuth2ClientCredentials("a", TOKEN, token_url=PLAIN),
    "client secret": lambda: OAuth2RefreshToken(
        "r", client_id="a", client_secret=BROKEN
    ),
    "refresh token": lambda: OAuth2RefreshToken(
        TOKEN, client_id="a", token_url="http:"
    ),
    "header of a hook": lambda: client(
        on_request=lambda _: {"X-Key": BROKEN}
    ).participants.create(**LEAST),
    "other than headers of a hook": lambda: client(
        on_request=lambda _: [("X-Key", TOKEN)]
    ).participants.create(**LEAST),
    "other than a request of a signer": lambda: client(
        signer=lambda _: TOKEN
    ).participants.create(**LEAST),
    "header of a signer": lambda: client(
        signer=lambda sent: sent._replace(headers={"X-Key": BROKEN})
    ).participants.create(**LEAST),
    "key of a function": lambda: ApiKey(lambda: BROKEN).value(),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_is_not_told(refused: Callable[[], object]) -> None:
    with pytest.raises((ClientError, TypeError, ValueError)) as raised:
        refused()
    assert raised.value.__traceback__ is not None
    assert_silent(raised.value)
    assert not told("".join(traceback.format_exception(raised.value)))


def test_a_client_that_was_not_made_has_a_repr() -> None:
    made = Client.__new__(Client)
    with pytest.raises(ValueError, match="base_url"):
        made.__init__(auth=AUTH, base_url="nowhere")  # type: ignore[misc]  # twice
    assert repr(made) == "Client(base_url='')"


REPRS: dict[str, Callable[[], object]] = {
    "auth": lambda: AUTH,
    "request": lambda: CreateParticipant(conference_sid="CF", **EVERYTHING),
    "client": lambda: Client(**settings("http://127.0.0.1", {})),
    "async client": lambda: AsyncClient(**settings("http://127.0.0.1", {})),
    "resource": lambda: Client(**settings("http://127.0.0.1", {})).participants,
    "prepared": lambda: Client(**settings("http://127.0.0.1", {})).prepare(
        CreateParticipant(conference_sid="CF", **EVERYTHING)
    ),
}


@pytest.mark.parametrize("make", REPRS.values(), ids=REPRS.keys())
def test_no_repr_tells(make: Callable[[], object]) -> None:
    made = make()
    for text in (repr(made), str(made), f"{made}", pprint.pformat(made), repr([made])):
        assert not told(text)


def test_a_request_shows_that_there_is_a_password() -> None:
    assert "sip_auth_password=***" in repr(CreateParticipant(**LEAST, **WITH_SECRET))
    assert "sip_auth_password" not in repr(CreateParticipant(**LEAST))


def test_the_search_finds_what_is_there() -> None:
    inner = ValueError("x")
    inner.__context__ = KeyError({"headers": [TOKEN.encode()]})
    for one in (ValueError(TOKEN), inner, [AUTH.headers()], _raised()):
        with pytest.raises(AssertionError, match="tells a secret"):
            assert_silent(one)


def _raised() -> BaseException:
    """An error with a secret beside it in a traceback."""
    there = {"__name__": "shop._support.x", "request": ("GET", AUTH.headers())}
    exec("def fail(given):\n    raise ValueError", there)
    try:
        there["fail"](there["request"])  # type: ignore[operator]  # made above
    except ValueError as error:
        return error
    raise AssertionError


# Errors cross processes


def same(error: ClientError, other: ClientError) -> None:
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert other.args == error.args
    assert vars(other) == vars(error)


ALL_WAYS: list[tuple[str, Callable[[Caller], ClientError]]] = [
    *[
        (name, lambda caller, way=way: failing(caller, way))
        for name, way in WAYS.items()
    ],
    ("no connection", refused_connection),
]


@pytest.mark.parametrize("fail", [fail for _, fail in ALL_WAYS], ids=dict(ALL_WAYS))
def test_an_error_can_be_pickled_and_copied(fail: Callable[[Caller], Any]) -> None:
    error = fail(SyncCaller())
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        same(error, pickle.loads(pickle.dumps(error, protocol)))
    same(error, copy.copy(error))
    same(error, copy.deepcopy(error))


def test_a_participant_can_be_pickled() -> None:
    with Server([json_answer(201, CREATED | {"new": 1})]) as server:
        participant = AsyncCaller().create(server)
    assert pickle.loads(pickle.dumps(participant)) == participant


def test_a_traceback_has_what_is_the_users_own() -> None:
    """Also where that calls this package again."""

    def supplier() -> str:
        return BearerAuth(lambda: [""][1]).value()

    with pytest.raises(IndexError) as raised:
        discreet(BearerAuth(supplier).value)()
    names = [one.name for one in traceback.extract_tb(raised.value.__traceback__)]
    assert names[1:] == ["guarded", "supplier", "<lambda>"]
