"""A password is told nowhere, wherever the description says that it is one."""

from __future__ import annotations

import json

import pytest

from .constructs import make

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
