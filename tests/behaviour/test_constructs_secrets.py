"""A password is told nowhere, wherever the description says that it is one."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import socket
import traceback
from collections.abc import Callable, Iterator
from dataclasses import fields
from inspect import isawaitable
from operator import attrgetter
from typing import Any

import pytest
from fragmint.support.renames import renamed

from .constructs import Package, make
from .server import Server
from .server import answer as server_answer
from .test_secrets import shown_by_traceback

SECRET = "hunter-2-hunter"
ACCOUNTS = """
    openapi: 3.1.1
    info: {title: Accounts, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /accounts:
        post:
          operationId: createAccount
          tags: [Accounts]
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    kind: {type: string}
                    login:
                      type: object
                      required: [user]
                      properties: {user: {type: string}, word: {type: string}}
                      oneOf: [{properties: {word: {format: password, minLength: 50}}}]
                    pin: {type: string}
                    words: {type: object, additionalProperties: {type: string, format: password, maxLength: 1}}
                    token: {anyOf: [{type: string, format: password, minLength: 50}, {type: integer}]}
                  additionalProperties: {type: string, format: password, minLength: 50}
                  if: {properties: {kind: {const: x}}, required: [kind]}
                  then: {properties: {pin: {type: string, format: password, minLength: 40}}}
          responses:
            "200": {description: Made, content: {application/json: {schema: {type: object, properties: {token: {type: string, format: password}, words: {type: object, additionalProperties: {type: string, format: password}}}}}}}
    """


def test_wherever_it_is_said_to_be_one() -> None:
    made = make(ACCOUNTS)
    login = {"user": "u", "word": SECRET}
    given = {"kind": "x", "login": login, "pin": SECRET, "words": {"a": SECRET}}
    given |= {"token": SECRET, "extra": {"other": SECRET}}
    request = made.CreateAccount(**given)
    with pytest.raises(made.InvalidRequest) as raised:
        made.client().prepare(request)
    violations = raised.value.violations
    assert {one.path for one in violations} == {
        ("login", "word"),
        ("words", "a"),
        ("token",),
        ("other",),
        ("pin",),
    }
    model = made.module("models.create_account_login").CreateAccountLogin(**login)
    answer = made.read(
        "CreateAccount", json.dumps({"token": SECRET, "words": {"a": SECRET}})
    )
    for shown in (request, raised.value, violations, model, answer):
        assert SECRET not in repr(shown)
        assert SECRET not in str(shown)
    assert answer.token == SECRET


MODELS = """
    openapi: 3.1.1
    info: {title: Accounts, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /accounts:
        post:
          operationId: createAccount
          tags: [Accounts]
          requestBody:
            required: true
            content:
              application/json:
                schema:
                  allOf:
                    - type: object
                      properties:
                        login: {$ref: "#/components/schemas/Login"}
                        logins: {type: array, items: {$ref: "#/components/schemas/Login"}}
                        named: {type: object, additionalProperties: {$ref: "#/components/schemas/Login"}}
                        place: {$ref: "#/components/schemas/Place"}
                        one: {$ref: "#/components/schemas/One"}
                        either: {anyOf: [{type: string, format: password}, {$ref: "#/components/schemas/Login"}]}
                    - properties: {place: {properties: {door: {format: password}}}}
          responses:
            "200": {description: Made, content: {application/json: {schema: {$ref: "#/components/schemas/Account"}}}}
            4XX: {description: Refused, content: {application/json: {schema: {$ref: "#/components/schemas/Refusal"}}}}
      /words:
        post:
          operationId: sendWords
          tags: [Accounts]
          requestBody:
            required: true
            content: {application/json: {schema: {type: array, items: {type: string, format: password}}}}
          responses: {"204": {description: None}}
      /word:
        post:
          operationId: sendWord
          tags: [Accounts]
          requestBody: {required: true, content: {text/plain: {schema: {type: string, format: password}}}}
          responses:
            "201": {description: Made, content: {text/plain: {schema: {type: string, format: password}}}}
            "200":
              description: Words
              content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Login"}}}
    components:
      schemas:
        Refusal:
          type: object
          properties:
            message: {type: string}
            code: {type: string, format: password}
            error: {type: object, properties: {message: {type: string, format: password}, code: {type: integer}}}
        Login:
          type: object
          properties:
            user: {type: string}
            word: {type: string, format: password}
            pin: {type: integer, format: password}
            key: {type: string, format: password, writeOnly: true}
        Place: {type: object, properties: {door: {type: string}, floor: {enum: [1, 2]}}}
        One:
          type: object
          required: [kind]
          properties: {kind: {type: string}}
          discriminator: {propertyName: kind, mapping: {other: Other}}
        Other: {allOf: [{$ref: "#/components/schemas/One"}, {properties: {word: {format: password}}}]}
        Account:
          allOf:
            - type: object
              properties:
                login: {$ref: "#/components/schemas/Login"}
                place: {$ref: "#/components/schemas/Place"}
                rest: {$ref: "#/components/schemas/Rest"}
                more: {$ref: "#/components/schemas/More"}
            - properties: {place: {properties: {floor: {format: password}}}}
        Rest: {type: object, properties: {one: {type: string}}, patternProperties: {^x: {format: password}}}
        More: {type: object, properties: {one: {type: string}}, additionalProperties: {format: password}}
    """


@pytest.fixture
def models() -> Package:
    return make(MODELS)


def test_models_mask_what_is_secret_in_them(models: Package) -> None:
    """What knows its secrets is shown; what does not, or is no model, is not."""
    login = models.module("models.login_input").LoginInput(user="u", word=SECRET)
    told = "LoginInput(user='u', word=***)"
    place = models.module("models.place_input").PlaceInput(door=SECRET)
    logins, named = [login, None], {"a": login}
    request = models.CreateAccount(
        login=login, logins=logins, named=named, place=place, one={"word": SECRET}
    )
    assert repr(request) == (
        f"CreateAccount(login={told}, logins=[{told}, None], named={{'a': {told}}},"
        " place=***, one=***)"
    )
    wrong = models.CreateAccount(
        login={"word": SECRET}, logins=[SECRET], named={"a": SECRET}, either=SECRET
    )
    assert repr(wrong) == "CreateAccount(login=***, logins=***, named=***, either=***)"


def test_a_body_of_one_argument(models: Package) -> None:
    assert repr(models.SendWords(body=[SECRET])) == "SendWords(body=***)"
    assert repr(models.SendWord(body=SECRET)) == "SendWord(body=***)"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_what_came_and_is_not_as_described(models: Package) -> None:
    login = {"user": "u", "word": 7, "pin": SECRET, "new": 1}
    said = {"login": login, "rest": {"x1": SECRET, "one": "1"}, "more": {"y": SECRET}}
    answer = models.read("CreateAccount", json.dumps(said))
    assert SECRET not in repr(answer)
    assert "user='u', extra=***" in repr(answer)  # a key can be in it, too
    assert "Rest(one='1', extra=***), more=More(extra=***)" in repr(answer)
    answer = models.read("CreateAccount", json.dumps({"login": SECRET, "new": 1}))
    assert repr(answer) == "Account(extra={'new': 1, 'login': ***})"


def test_an_answer_that_is_secret_as_a_whole(models: Package) -> None:
    client = models.client(answer=models.response(201, SECRET.encode(), "text/plain"))
    answer = client.exchange(models.SendWord(body=""))
    assert answer.model == SECRET
    assert repr(answer) == "<Response 201, <class 'str'>>"


@pytest.mark.parametrize(
    ("body", "said", "kept"),
    [
        ({"message": "no", "code": SECRET}, ": no", ("no", None)),
        ({"error": {"message": SECRET, "code": 7}}, " (code 7)", (None, 7)),
    ],
)
def test_no_api_error_tells_what_is_secret_in_it(
    models: Package, body: object, said: str, kept: tuple[str | None, int | None]
) -> None:
    answer = models.response(400, json.dumps(body).encode())
    with pytest.raises(models.BadRequest) as raised:
        models.client(answer=answer).send(models.CreateAccount())
    error = raised.value
    assert str(error) == f"CreateAccount: the server answered 400{said}"
    assert (error.message, error.code) == kept
    assert SECRET in (error.error.code, getattr(error.error.error, "message", None))
    assert SECRET not in f"{error!r} {vars(error)}"


def _failing(package: Package, body: object, **options: Any) -> Any:
    answer = package.response(200, json.dumps(body).encode())
    with pytest.raises(package.InvalidResponse) as raised:
        package.client(answer=answer, **options).send(package.CreateAccount())
    return raised.value


class Answering:
    """A transport in tasks, which always gives one answer."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    async def send(self, request: Any, timeout: Any) -> Any:
        return self.answer


def _lines(package: Package) -> Any:
    lines = json.dumps({"word": SECRET}).encode() + b"\n[" + SECRET.encode()
    return package.response(200, lines, "application/jsonl")


def _streaming(package: Package) -> Any:
    client = package.client(answer=_lines(package))
    with (
        client.stream(package.SendWord(body="")) as stream,
        pytest.raises(package.InvalidResponse) as raised,
    ):
        list(stream)
    return raised.value


def _awaiting(package: Package) -> Any:
    async def run() -> None:
        client = package.AsyncClient(transport=Answering(_lines(package)))
        async with client.stream(package.SendWord(body="")) as stream:
            async for _ in stream:
                pass

    with pytest.raises(package.InvalidResponse) as raised:
        asyncio.run(run())
    return raised.value


WAYS: dict[str, Callable[[Package], Any]] = {
    "no object": lambda one: _failing(one, [SECRET]),
    "strict": lambda one: _failing(
        one,
        {"login": {"user": 1, "word": SECRET}},
        validate_responses="strict",
    ),
    "strict, said beside": lambda one: _failing(
        one, {"place": {"floor": SECRET}}, validate_responses="strict"
    ),
    "stream": _streaming,
    "stream in a task": _awaiting,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_error_tells_what_came(
    models: Package, way: Callable[[Package], Any]
) -> None:
    error = way(models)
    assert SECRET in error.response.body.decode()  # it is the user's to look into
    for one in (error, getattr(error, "mismatches", ()), *shown_by_traceback(error)):
        assert SECRET not in f"{one!r} {one}"


FILES = """
    openapi: 3.1.1
    info: {title: Files, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /files/{token}:
        post:
          operationId: addFile
          tags: [Files]
          parameters:
            - {name: token, in: path, required: true, schema: {type: string, format: password}}
            - {name: word, in: header, schema: {type: string, format: password}}
          requestBody:
            content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, pin: {type: string, format: password}}}}}
          responses: {"204": {description: None}}
        get:
          operationId: watchFile
          tags: [Files]
          parameters: [{name: token, in: path, required: true, schema: {type: string, format: password}}]
          responses: {"200": {description: Lines, content: {application/jsonl: {itemSchema: {type: object}}}}}
        put:
          operationId: signFile
          tags: [Files]
          security: [{key: []}]
          parameters: [{name: token, in: path, required: true, schema: {type: string, format: password}}]
          requestBody:
            content: {application/json: {schema: {type: object, properties: {by: {type: string, format: binary}, pin: {type: string, format: password}}}}}
          responses: {"204": {description: None}}
    components: {securitySchemes: {key: {type: apiKey, in: header, name: Key}}}
    """
BAD = SECRET + "\udc80\n"
CALLS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "an answer": (MODELS, "accounts.create", {"login": {"word": SECRET}}),
    "a rule": (MODELS, "accounts.create", {"login": {"word": SECRET, "user": 1}}),
    "JSON": (MODELS, "accounts.create", {"login": {"word": BAD, "user": object()}}),
    "a body": (MODELS, "accounts.send_word", {"body": BAD}),
    "a list": (MODELS, "accounts.send_words", {"body": [SECRET, 5]}),
    "an answer to parts": (FILES, "files.add", {"token": SECRET, "pin": SECRET}),
    "a path": (FILES, "files.add", {"token": BAD}),
    "a header": (FILES, "files.add", {"token": "a", "word": BAD}),
    "a part": (FILES, "files.add", {"token": SECRET, "pin": BAD}),
    "a stream": (FILES, "files.watch", {"token": SECRET}),
    "no credentials": (FILES, "files.sign", {"token": SECRET, "pin": SECRET}),
    "the path of a stream": (FILES, "files.watch", {"token": BAD}),
}


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_no_traceback_shows_what_a_method_was_given(
    call: tuple[str, str, dict[str, Any]], kind: str
) -> None:
    text, name, given = call
    made = make(text)
    answer = made.response(500, b"{}")

    def fail() -> None:
        called = attrgetter(name)(made.client(answer=answer))(**given)
        if isinstance(called, made.module("_support.streaming").Stream):
            with called:
                pass

    async def fail_in_a_task() -> None:
        client = made.AsyncClient(transport=Answering(answer), retries=0)
        called = attrgetter(name)(client)(**given)
        if isawaitable(called):
            await called
        else:
            async with called:
                pass

    with pytest.raises(made.ClientError) as raised:
        fail() if kind == "sync" else asyncio.run(fail_in_a_task())
    shown = [*shown_by_traceback(raised.value)]
    assert shown
    for one in shown:
        assert SECRET not in f"{one!r} {one}"


def test_a_traceback_shows_what_went_wrong_in_code_of_the_user_s() -> None:
    def content() -> Iterator[bytes]:
        yield b"a"
        raise LookupError

    made = make(FILES)
    with pytest.raises(LookupError) as raised:
        made.client().files.sign(
            token=SECRET, pin=SECRET, by=made.File(content=content())
        )
    *ours, (frame, _) = traceback.walk_tb(raised.value.__traceback__)
    assert len(ours) > 3
    assert frame.f_code is content.__code__
    for one in shown_by_traceback(raised.value):
        assert SECRET not in f"{one!r} {one}"


def test_no_traceback_shows_what_a_method_is_given_by_its_old_name() -> None:
    def add(*, word: str) -> None:
        del word
        raise LookupError

    with (
        pytest.raises(LookupError) as raised,
        pytest.warns(DeprecationWarning, match="add_file is called add now"),
    ):
        renamed("add_file", "add", add)(word=SECRET)
    assert SECRET not in f"{[*shown_by_traceback(raised.value)]}"


KEYS = """
    openapi: 3.1.1
    info: {title: Keys, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /things:
        get:
          operationId: listThings
          parameters:
            - {name: X-KEY, in: header, schema: {$ref: "#/components/schemas/Key"}}
            - {name: authorization, in: header, schema: {$ref: "#/components/schemas/Key"}}
            - {name: key, in: query, schema: {$ref: "#/components/schemas/Key"}}
            - {name: Key, in: query, schema: {$ref: "#/components/schemas/Key"}}
            - {name: session, in: cookie, schema: {$ref: "#/components/schemas/Key"}}
          responses: {"204": {description: None}}
    components:
      schemas: {Key: {type: string, maxLength: 20}}
      securitySchemes:
        header: {type: apiKey, in: header, name: x-key}
        query: {type: apiKey, in: query, name: key}
        cookie: {type: apiKey, in: cookie, name: session}
    """
SAID = {"authorization", "key", "session", "x_key"}


def test_a_parameter_that_stands_where_credentials_do(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """No operation asks for the schemes; the description has the keys for parameters."""
    made = make(KEYS)
    given = dict.fromkeys(SAID, SECRET) | {"key_capital": "shown"}
    names = {f.name for f in fields(made.ListThings)}
    assert names == given.keys()
    request = made.ListThings(**given)
    with caplog.at_level(logging.DEBUG):
        made.client().send(request)
    for told in (repr(request), caplog.text):
        assert "=***, " in told
        assert "shown" in told
        assert SECRET not in told
    wrong = made.refused("ListThings", **dict.fromkeys(names, SECRET * 2))
    shown = {one.name for one in wrong if one.value == SECRET * 2}
    assert shown == {"key_capital"}
    assert sum(SECRET in one.message for one in wrong) == 1


PATHS = """
    openapi: 3.1.1
    info: {title: Tokens, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /tokens/{token}:
        get:
          operationId: getToken
          parameters:
            - {name: token, in: path, required: true, schema: {type: string, format: password}}
          responses: {"204": {description: None}}
      /pins/{pin}:
        get:
          operationId: getPin
          parameters: [{name: pin, in: path, required: true, schema: {type: string}}]
          responses: {"204": {description: None}}
    """
BY: dict[str, dict[str, Any]] = {
    "a password": {"operation": "GetToken", "given": {"token": SECRET}},
    "masked": {
        "operation": "GetPin",
        "given": {"pin": SECRET},
        "options": {"masked": ["pin"]},
    },
}


def _send(package: Package, request: Any, kind: str, **options: Any) -> None:
    async def run() -> None:
        async with package.AsyncClient(retries=0, **options) as client:
            await client.send(request)

    if kind == "async":
        asyncio.run(run())
        return
    with package.Client(retries=0, **options) as client:
        client.send(request)


@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("case", BY.values(), ids=BY)
def test_no_path_is_told(
    case: dict[str, Any], kind: str, transport: str, caplog: pytest.LogCaptureFixture
) -> None:
    made = make(PATHS, transport=transport)
    request = getattr(made, case["operation"])(**case["given"])
    options = case.get("options", {})
    sent = made.client(**options).prepare(request)
    assert SECRET in sent.url
    assert SECRET not in f"{sent!r}{sent}"
    with socket.socket() as bound, Server([server_answer(204)]) as server:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with caplog.at_level(logging.DEBUG):
            _send(made, request, kind, base_url=server.url, **options)
            with pytest.raises(made.ConnectFailed) as raised:
                _send(made, request, kind, base_url=url, **options)
    error = raised.value
    assert SECRET in server.request.raw.decode()
    assert str(error).startswith(f"GET {url} ({case['operation']}): no connection")
    assert SECRET.encode() not in pickle.dumps(error)
    assert url in caplog.text
    assert SECRET not in caplog.text
    in_frames = () if options else shown_by_traceback(error)  # which are no log
    for one in (error, *in_frames):
        assert SECRET not in f"{one!r} {one}"
