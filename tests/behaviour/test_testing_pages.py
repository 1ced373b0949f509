"""Pages in tests: what a factory makes is the last one, unless it is told otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from .constructs import Package, make

API = """
paths:
  /cursor:
    get:
      operationId: byCursor
      tags: [Lists]
      x-fragmint-pagination:
        {by: cursor, parameter: after, next: /meta/next, items: /data}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: A page, of which everything is required.
          content:
            application/json:
              schema:
                type: object
                required: [data, meta]
                example: {data: [{id: 7}], meta: {next: p3}}
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Item"}}
                  meta:
                    type: object
                    example: {next: p2}
                    required: [next]
                    properties: {next: {type: string, minLength: 2, example: p2}}
  /token:
    get:
      operationId: byToken
      tags: [Lists]
      x-fragmint-pagination: {by: cursor, parameter: after, next: /next, items: /data}
      parameters: [{name: after, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Item"}}
                  next: {type: [integer, "null"], minimum: 5}
  /uri:
    get:
      operationId: byUri
      tags: [Lists]
      x-fragmint-pagination: {by: uri, next: /next}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Item"}}
                  next: {type: string, format: uri, default: "https://api.example.com/uri"}
  /page:
    get:
      operationId: byPage
      tags: [Lists]
      x-fragmint-pagination: {by: page, parameter: page}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Counted"}}
  /offset:
    get:
      operationId: byOffset
      tags: [Lists]
      x-fragmint-pagination: {by: offset, parameter: offset}
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Counted"}}
components:
  responses:
    Counted:
      description: A page, which says nothing of further ones.
      content:
        application/json:
          schema: {$ref: "#/components/schemas/Counted"}
  schemas:
    Counted:
      type: object
      required: [data, total]
      properties:
        data: {type: array, items: {$ref: "#/components/schemas/Item"}}
        total: {type: integer}
    Item: {type: object, properties: {id: {type: integer}}}
"""


@pytest.fixture(scope="module")
def api() -> Package:
    return make(API)


@pytest.fixture
def fake(api: Package) -> Any:
    return api.module("testing").FakeTransport()


def walked(api: Package, fake: Any, method: str) -> list[int]:
    """The items of all pages that there are."""
    client = api.Client(transport=fake, validate_responses="strict")
    return [one.id for one in getattr(client.lists, method)()]


@pytest.mark.parametrize("method", ["by_cursor", "by_token", "by_uri"])
def test_a_page_that_could_name_a_next_one_names_none(
    api: Package, fake: Any, method: str
) -> None:
    testing = api.module("testing")
    page = getattr(testing, f"make_{method}_response")
    answers = getattr(fake.lists, method)
    answers.returns(page(data=[testing.make_item(id=1), testing.make_item(id=2)]))
    assert walked(api, fake, method) == [1, 2]
    assert len(answers.calls) == 1


def test_a_next_page_that_is_named_is_asked_for(api: Package, fake: Any) -> None:
    testing = api.module("testing")
    fake.lists.by_cursor.returns(
        testing.make_by_cursor_response(
            data=[testing.make_item(id=1)],
            meta=testing.make_by_cursor_response_meta(next="p2"),
        ),
        testing.make_by_cursor_response(data=[testing.make_item(id=2)]),
    )
    assert walked(api, fake, "by_cursor") == [1, 2]
    assert [one.after for one in fake.lists.by_cursor.calls] == [None, "p2"]


@pytest.mark.parametrize("method", ["by_page", "by_offset"])
def test_of_pages_that_are_counted_the_last_has_no_items(
    api: Package, fake: Any, method: str
) -> None:
    testing = api.module("testing")
    answers = getattr(fake.lists, method)
    answers.returns(
        testing.make_counted(data=[testing.make_item(id=1)]), testing.make_counted()
    )
    assert walked(api, fake, method) == [1]
    assert len(answers.calls) == 2


def test_what_a_last_page_is_filled_with(api: Package) -> None:
    testing = api.module("testing")
    whole = testing.make_by_cursor_response()
    # Left out it would not be as described, and "" leads nowhere, too.
    assert whole.meta == testing.make_by_cursor_response_meta(next="")
    assert whole.data == [api.Item(id=7)]
    assert testing.make_by_token_response().next is None
    assert testing.make_by_uri_response().next is None
    assert testing.make_counted() == api.Counted(data=[], total=1)
