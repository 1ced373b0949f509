"""Lists that come in pages, by both clients, from servers on the loopback interface."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import pytest

from .constructs import Package, make
from .server import Reply, Server, answer, json_answer

API = """
security: [{key: [], token: []}]
paths:
  /cursor:
    get:
      operationId: listByCursor
      tags: [Lists]
      x-fragmint-pagination:
        {by: cursor, parameter: Page-Token, next: /meta/next, items: /data}
      parameters:
        - {name: Page-Token, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /page:
    get:
      operationId: listByPage
      tags: [Lists]
      x-fragmint-pagination: {by: page, parameter: page}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /offset:
    get:
      operationId: listByOffset
      tags: [Lists]
      x-fragmint-pagination: {by: offset, parameter: offset}
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /v1/uri:
    get:
      operationId: listByUri
      tags: [Lists]
      x-fragmint-pagination: {by: uri, next: /meta/next}
      parameters: [{name: X-Trace, in: header, schema: {type: string}}]
      responses: {"200": {$ref: "#/components/responses/Page"}}
  /link:
    get:
      operationId: listByLink
      tags: [Lists]
      x-fragmint-pagination: {by: link}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Item"}}
components:
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
    token: {type: http, scheme: bearer}
  responses:
    Page:
      description: A page.
      content:
        application/json:
          schema:
            type: object
            properties:
              data: {type: array, items: {$ref: "#/components/schemas/Item"}}
              meta:
                type: [object, "null"]
                properties: {next: {type: [string, "null"]}}
  schemas:
    Item: {type: object, properties: {id: {type: integer}}}
"""


@pytest.fixture(scope="module")
def api() -> Package:
    return make(API)


class Walked(NamedTuple):
    """What a walk through pages found, and what ended it."""

    items: list[Any]
    error: Any


Walk: TypeAlias = Callable[..., Walked]


def settings(api: Package, at: Server, options: dict[str, Any]) -> dict[str, Any]:
    credentials = {"key": api.ApiKey("k-1"), "token": api.BearerAuth("t-1")}
    return credentials | {"base_url": at.url, "retries": 0} | options


class Sync:
    """The client that blocks."""

    def walk(
        self,
        api: Package,
        at: Server,
        method: str,
        *,
        whole: bool = False,
        **given: Any,
    ) -> Walked:
        """All items of a list, or all of its pages."""
        options = given.pop("client", {})
        found: list[Any] = []
        with api.Client(**settings(api, at, options)) as client:
            pages = getattr(client.lists, method)(**given)
            try:
                for one in pages.pages() if whole else pages:
                    found += [one if whole else one.id]
            except api.ClientError as error:
                return Walked(found, error)
        return Walked(found, None)


class Async:
    """The client that awaits."""

    def walk(
        self,
        api: Package,
        at: Server,
        method: str,
        *,
        whole: bool = False,
        **given: Any,
    ) -> Walked:
        """As that of the other."""
        options = given.pop("client", {})

        async def run() -> Walked:
            found: list[Any] = []
            async with api.AsyncClient(**settings(api, at, options)) as client:
                pages = getattr(client.lists, method)(**given)
                try:
                    async for one in pages.pages() if whole else pages:
                        found += [one if whole else one.id]
                except api.ClientError as error:
                    return Walked(found, error)
            return Walked(found, None)

        return asyncio.run(run())


@pytest.fixture(params=[Sync(), Async()], ids=["sync", "async"])
def walk(request: pytest.FixtureRequest) -> Walk:
    chosen: Walk = request.param.walk
    return chosen


def page(*ids: int, then: object = None) -> list[bytes]:
    return [
        json_answer(200, {"data": [{"id": i} for i in ids], "meta": {"next": then}})
    ]


def linked(*ids: int, link: str = "") -> list[bytes]:
    body = b"[%s]" % b",".join(b'{"id":%d}' % one for one in ids)
    headers = {"Link": link} if link else {}
    return [answer(200, body, **headers)]


def asked(server: Server) -> list[str]:
    """What was asked for, without the key that goes with it."""
    lines = [one.line.decode().split()[1] for one in server.requests]
    return [
        line.replace("&api_key=k-1", "").replace("?api_key=k-1", "") for line in lines
    ]


# --- each kind ------------------------------------------------------------------------


@pytest.mark.parametrize("end", [None, ""])
def test_a_cursor_becomes_the_parameter(api: Package, walk: Walk, end: object) -> None:
    with Server(page(1, 2, then="b/c"), page(then="d"), page(3, then=end)) as server:
        assert walk(api, server, "list_by_cursor", limit=2) == ([1, 2, 3], None)
        assert asked(server) == [
            "/cursor?limit=2",
            "/cursor?Page-Token=b%2Fc&limit=2",
            "/cursor?Page-Token=d&limit=2",
        ]


@pytest.mark.parametrize("last", [{}, {"meta": None}, {"meta": {}}])
def test_where_no_cursor_is_it_ends(api: Package, walk: Walk, last: object) -> None:
    with Server(page(1, then="b"), [json_answer(200, last)]) as server:
        assert walk(api, server, "list_by_cursor") == ([1], None)
        assert len(server.requests) == 2


def test_a_page_number_counts_to_an_empty_page(api: Package, walk: Walk) -> None:
    with Server(page(1, 2), page(3), page()) as server:
        assert walk(api, server, "list_by_page") == ([1, 2, 3], None)
        assert asked(server) == ["/page", "/page?page=2", "/page?page=3"]


def test_an_offset_counts_items(api: Package, walk: Walk) -> None:
    with Server(page(1, 2), page(3), page()) as server:
        assert walk(api, server, "list_by_offset", limit=2) == ([1, 2, 3], None)
        assert asked(server) == [
            "/offset?limit=2",
            "/offset?offset=2&limit=2",
            "/offset?offset=3&limit=2",
        ]


def test_counting_goes_on_from_what_is_given(api: Package, walk: Walk) -> None:
    with Server(page(1), page()) as server:
        walk(api, server, "list_by_page", page=7)
        assert asked(server) == ["/page?page=7", "/page?page=8"]
    with Server(page(1), page()) as server:
        walk(api, server, "list_by_offset", offset=40)
        assert asked(server) == ["/offset?offset=40", "/offset?offset=41"]


@pytest.mark.parametrize("start", ["{by: page, parameter: page, start: 0}"])
def test_counting_can_start_elsewhere(walk: Walk, start: str) -> None:
    other = make(API.replace("{by: page, parameter: page}", start))
    with Server(page(1), page()) as server:
        walk(other, server, "list_by_page")
        assert asked(server) == ["/page", "/page?page=1"]


@pytest.mark.parametrize(
    ("reference", "leads_to"),
    [
        ("/v1/uri?page=2", "/v1/uri?page=2"),
        ("uri/2", "/v1/uri/2"),
        ("?page=2#top", "/v1/uri?page=2"),
        ("../v2", "/v2"),
        ("//127.0.0.1:{port}/x", "/x"),
        ("http://127.0.0.1:{port}/x?y=%20z", "/x?y=%20z"),
        ("HTTP://127.0.0.1:{port}/x", "/x"),
        (" /x?y=ü|\n", "/x?y=%C3%BC%7C"),
    ],
)
def test_a_uri_is_followed(
    api: Package, walk: Walk, reference: str, leads_to: str
) -> None:
    first: list[bytes] = []
    with Server(first, page(2)) as server:
        first += page(1, then=reference.format(port=server.port))
        assert walk(api, server, "list_by_uri", x_trace="t") == ([1, 2], None)
        assert asked(server) == ["/v1/uri", leads_to]
        for one in server.requests:
            assert one.headers[b"x-trace"] == b"t"
            assert one.headers[b"authorization"] == b"Bearer t-1"
            assert b"api_key=k-1" in one.line


def test_a_uri_is_relative_to_the_page_that_names_it(api: Package, walk: Walk) -> None:
    replies = [page(1, then="/a/b/c"), page(2, then="d"), page(3)]
    with Server(*replies) as server:
        assert walk(api, server, "list_by_uri").items == [1, 2, 3]
        assert asked(server) == ["/v1/uri", "/a/b/c", "/a/b/d"]


def test_a_key_that_stands_in_the_uri_is_sent_once(api: Package, walk: Walk) -> None:
    with Server(page(1, then="/x?api_key=k-0&b=1"), page()) as server:
        walk(api, server, "list_by_uri")
        assert server.requests[1].line.split()[1] == b"/x?b=1&api_key=k-1"


def test_a_link_is_followed(api: Package, walk: Walk) -> None:
    odd = (
        '<https://e.example/>; rel="self"; title="a, <x>; rel=\\"next\\"", ,'
        '</skip>; rel=prev;; REL=next, </no>; rel=next; anchor="/other",'
        "</link?a=1,2;b>;title*=UTF-8''x ; Rel = \"last  NEXT\""
    )
    with Server(linked(1, link=odd), linked(2, link="</x>; rel=prev"), linked()) as s:
        assert walk(api, s, "list_by_link") == ([1, 2], None)
        assert asked(s) == ["/link", "/link?a=1,2;b"]


UNION = """
security: [{key: [], token: []}]
paths:
  /tracks:
    get:
      operationId: listTracks
      tags: [Lists]
      x-fragmint-pagination: {by: uri, next: /count, items: /collection}
      responses: {"200": {$ref: "#/components/responses/Either"}}
  /offset:
    get:
      operationId: listByOffset
      tags: [Lists]
      x-fragmint-pagination: {by: offset, parameter: offset, items: /collection}
      parameters: [{name: offset, in: query, schema: {type: integer}}]
      responses: {"200": {$ref: "#/components/responses/Either"}}
components:
  responses:
    Either:
      description: A page.
      content:
        application/json:
          schema:
            oneOf:
              - {type: array, items: {$ref: "#/components/schemas/Track"}}
              - {type: array, items: {$ref: "#/components/schemas/Song"}}
              - type: object
                required: [collection]
                properties:
                  collection: {type: array, items: {$ref: "#/components/schemas/Track"}}
                  count: {type: string}
              - {type: "null"}
  securitySchemes:
    key: {type: apiKey, in: query, name: api_key}
    token: {type: http, scheme: bearer}
  schemas:
    Track: {type: object, required: [id], properties: {id: {type: integer}}}
    Song: {type: object, required: [song], properties: {song: {type: integer}}}
"""


@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
def test_a_page_can_be_an_object_or_the_list_itself(walk: Walk, transport: str) -> None:
    api = make(UNION, transport=transport)
    first = {"collection": [{"id": 1}, {"id": 2}], "count": "/tracks?2"}
    bare = [{"id": 3}]
    with Server([json_answer(200, first)], [json_answer(200, bare)]) as server:
        assert walk(api, server, "list_tracks") == ([1, 2, 3], None)
    replies: list[Reply] = [[json_answer(200, one)] for one in (first, bare, [])]
    with Server(*replies) as server:
        assert walk(api, server, "list_by_offset") == ([1, 2, 3], None)
        assert asked(server) == ["/offset", "/offset?offset=2", "/offset?offset=3"]
    source = (api.folder / "resources" / "lists.py").read_text("utf-8")
    assert re.search(r"-> Pages\[\s*Track \| Song,", source)


@pytest.mark.parametrize("method", ["list_by_offset", "list_tracks"])
def test_a_page_of_another_kind_does_not_end_in_silence(
    walk: Walk, method: str
) -> None:
    kinds = UNION.replace(
        "[collection]\n                properties:",
        "[kind]\n                properties:\n                  kind: {const: page}",
    ).replace(
        '- {type: "null"}',
        "- {type: object, required: [kind], properties: {kind: {const: none}}}",
    )
    api = make(kinds)
    first = {"kind": "page", "collection": [{"id": 1}], "count": "/tracks?2"}
    other = {"kind": "other", "collection": [{"id": 2}]}
    with Server([json_answer(200, first)], [json_answer(200, other)]) as server:
        items, error = walk(api, server, method)
        assert items == [1]
        assert isinstance(error, api.InvalidResponse)
        assert "it is of a kind that is not described" in str(error)
    none = {"kind": "none"}
    with Server([json_answer(200, first)], [json_answer(200, none)]) as server:
        assert walk(api, server, method) == ([1], None)


# --- what goes wrong ------------------------------------------------------------------


@pytest.mark.parametrize(
    "reference",
    [
        "http://127.0.0.1:{other}/v1/uri?secret=s",
        "//127.0.0.1:{other}/x",
        "http://127.0.0.1:{port}@127.0.0.1:{other}/x",
        "http://127.0.0.1:{other}\\@127.0.0.1:{port}/x",
        "http://user:pw@127.0.0.1:{port}/x",
        "https://127.0.0.1:{port}/x",
        "http://localhost:{port}/x",
        "http://127.0.0.1:99999999/x",
        "http://[127.0.0.1:{port}/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/v1/uri?secret=\ud800",
    ],
)
def test_no_page_leads_to_another_origin(
    api: Package, walk: Walk, reference: str
) -> None:
    first: list[bytes] = []
    with Server(first) as server, Server(page(2)) as other:
        first += page(1, then=reference.format(port=server.port, other=other.port))
        items, error = walk(api, server, "list_by_uri")
        assert items == [1]
        assert isinstance(error, api.InvalidResponse)
        assert error.response.status == 200
        assert "which is not its own origin" in str(error)
        assert f"'http://127.0.0.1:{server.port}'" in str(error)
        assert "secret" not in str(error)
        assert "pw" not in str(error)
        assert len(server.requests) == 1
        assert other.requests == []


def test_a_link_does_not_lead_to_another_origin(api: Package, walk: Walk) -> None:
    with Server(linked(1, link="<http://127.0.0.1:1/x>; rel=next")) as server:
        items, error = walk(api, server, "list_by_link")
        assert items == [1]
        assert "'http://127.0.0.1:1'" in str(error)


@pytest.mark.parametrize(
    ("method", "replies", "items"),
    [
        ("list_by_uri", [page(1, then="/v1/uri")], [1]),
        (
            "list_by_uri",
            [page(1, then="/x"), page(2, then="/y"), page(3, then="x")],
            [1, 2, 3],
        ),
        ("list_by_cursor", [page(1, then="b"), page(2, then="b")], [1, 2]),
        (
            "list_by_cursor",
            [page(1, then="b"), page(2, then="c"), page(3, then="b")],
            [1, 2, 3],
        ),
        ("list_by_link", [linked(1, link="<>; rel=next")], [1]),
    ],
)
def test_a_page_that_was_there_before_is_not_asked_for_again(
    api: Package, walk: Walk, method: str, replies: list[Reply], items: list[int]
) -> None:
    with Server(*replies) as server:
        found, error = walk(api, server, method)
        assert found == items
        assert isinstance(error, api.InvalidResponse)
        assert "names a next one that was there before" in str(error)
        assert len(server.requests) == len(replies)


@pytest.mark.parametrize(
    ("method", "parameter"), [("list_by_page", "page"), ("list_by_offset", "offset")]
)
def test_a_server_that_does_not_count_is_not_asked_for_ever(
    api: Package, walk: Walk, method: str, parameter: str
) -> None:
    with Server(page(1, 2), page(3), page(3)) as server:
        found, error = walk(api, server, method)
    assert found == [1, 2, 3, 3]
    assert isinstance(error, api.InvalidResponse)
    assert f"is that before it: does the server know '{parameter}'?" in str(error)
    assert len(server.requests) == 3


ODD = [
    ("list_by_cursor", {"data": [{"id": 1}, None], "meta": {"next": "b"}}, "data"),
    ("list_by_cursor", {"data": "x", "meta": {"next": "b"}}, "data"),
    ("list_by_cursor", {"data": [], "meta": "x"}, "meta"),
    ("list_by_cursor", {"data": [], "meta": {"next": 5}}, "next"),
    ("list_by_uri", {"data": [], "meta": {"next": ["/x"]}}, "next"),
    ("list_by_page", {"data": [{"id": 1}, "x"]}, "data"),
    ("list_by_offset", {"data": [None]}, "data"),
    ("list_by_offset", {"data": {"id": 1}}, "data"),
]


@pytest.mark.parametrize("transport", ["httpx2", "stdlib"])
@pytest.mark.parametrize("mode", ["warn", "off"])
@pytest.mark.parametrize(("method", "odd", "name"), ODD)
@pytest.mark.filterwarnings("ignore::UserWarning")  # that it cannot be read
def test_what_cannot_be_read_does_not_end_it_in_silence(
    walk: Walk, transport: str, mode: str, method: str, odd: object, name: str
) -> None:
    api = make(API, transport=transport)
    with Server(page(7, then="b"), [json_answer(200, odd)], page()) as server:
        client = {"validate_responses": mode}
        items, error = walk(api, server, method, client=client)
        assert items == [7]
        assert isinstance(error, api.InvalidResponse)
        assert f"its '{name}' is not as described" in str(error)
        assert error.response.body == json.dumps(odd).encode()
        assert len(server.requests) == 2


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_page_that_cannot_be_read_is_there_itself(api: Package, walk: Walk) -> None:
    odd = {"data": [{"id": 1}, None], "meta": {"next": "c"}}
    with Server(page(7, then="b"), [json_answer(200, odd)], page(8)) as server:
        pages, error = walk(api, server, "list_by_cursor", whole=True)
        assert error is None
        assert [one.extra for one in pages] == [{}, {"data": odd["data"]}, {}]


@pytest.mark.parametrize("empty", [{}, {"data": None}, {"data": []}])
@pytest.mark.parametrize("method", ["list_by_page", "list_by_offset"])
def test_a_page_without_a_list_has_no_items(
    api: Package, walk: Walk, method: str, empty: object
) -> None:
    with Server(page(1), [json_answer(200, empty)]) as server:
        assert walk(api, server, method) == ([1], None)


def test_an_error_on_a_later_page_is_raised_there(api: Package, walk: Walk) -> None:
    replies = [page(1, then="b"), [json_answer(500, {"message": "oh"})]]
    with Server(*replies) as server:
        items, error = walk(api, server, "list_by_cursor")
        assert items == [1]
        assert isinstance(error, api.ApiError)
        assert (error.status, len(server.requests)) == (500, 2)


def test_each_page_is_tried_again_on_its_own(api: Package, walk: Walk) -> None:
    later = answer(503, b"{}", **{"Retry-After": "0"})
    seen: list[Any] = []
    client = {"retries": 1, "on_request": seen.append, "headers": {"X-Mine": "m"}}
    replies: list[Reply] = [[later], page(1, then="b"), [later], page(2)]
    with Server(*replies) as server:
        assert walk(api, server, "list_by_cursor", client=client) == ([1, 2], None)
        assert [one.headers[b"x-mine"] for one in server.requests] == [b"m"] * 4
    assert [(one.operation, one.attempt) for one in seen] == [
        ("ListByCursor", 1),
        ("ListByCursor", 2),
        ("ListByCursor", 1),
        ("ListByCursor", 2),
    ]


def test_what_is_refused_is_refused_at_the_call(api: Package) -> None:
    for kind in (api.Client, api.AsyncClient):
        client = kind(base_url="http://127.0.0.1:1")
        with pytest.raises(api.InvalidRequest):
            client.lists.list_by_cursor(limit=101)


# --- pages ----------------------------------------------------------------------------


def test_the_pages_themselves(api: Package, walk: Walk) -> None:
    with Server(page(1, 2, then="b"), page(3)) as server:
        pages, error = walk(api, server, "list_by_cursor", whole=True)
        assert error is None
        assert [len(one.data) for one in pages] == [2, 1]
        assert pages[0].meta.next == "b"


def test_one_page_is_sent_as_before(api: Package) -> None:
    with Server(page(1, then="b")) as server:
        with api.Client(**settings(api, server, {})) as client:
            (item,) = client.send(api.ListByCursor(limit=1)).data
            assert item.id == 1
        assert len(server.requests) == 1


def test_nothing_is_sent_before_an_item_is_asked_for(api: Package) -> None:
    replies = page(1, then="b"), page(2, then="c"), page(3)
    with (
        Server(*replies) as server,
        api.Client(**settings(api, server, {})) as client,
    ):
        pages = client.lists.list_by_cursor()
        assert repr(pages) == "Pages(ListByCursor())"
        assert server.requests == []
        assert next(iter(pages)).id == 1
        assert len(server.requests) == 1
        assert [one.id for one in pages] == [2, 3]  # it begins again
