"""Events and JSON texts, however they are cut into pieces."""

from __future__ import annotations

import json
import tracemalloc
from itertools import chain, pairwise, repeat
from typing import Any

import pytest
from fragmint.support.decoders import as_anything, as_integer
from fragmint.support.errors import InvalidResponse
from fragmint.support.http import HttpResponse
from fragmint.support.streams import (
    Items,
    Lines,
    ServerSentEvent,
    by_event,
    json_data,
    text_data,
)
from hypothesis import given
from hypothesis import strategies as st

EVENTS = "text/event-stream"
LINES = "application/jsonl"
SEQUENCE = "application/json-seq"


def items(
    kind: str,
    *pieces: bytes,
    decode: Any = as_anything,
    limit: int | None = None,
    done: str | None = None,
) -> list[Any]:
    answer = HttpResponse(status=200, headers={"content-type": kind}, body=b"")
    made = Items("Watch", answer, {kind: decode}, limit, done)
    found: list[Any] = []
    for piece in pieces:
        found += made.feed(piece)
    return found if made.ended else [*found, *made.end()]


def event(data: object, name: str = "message", **rest: Any) -> Any:
    return ServerSentEvent(data=data, event=name, **rest)


# --- events: the examples of the HTML Standard, §9.2.6, and its steps -----------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (b"data: YHOO\ndata: +2\ndata: 10\n\n", [event("YHOO\n+2\n10")]),
        (
            b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\n"
            b"data:  third event\n\n",
            [
                event("first event", id="1"),
                event("second event"),
                event(" third event"),
            ],
        ),
        (b"data\n\ndata\ndata\n\ndata:", [event(""), event("\n")]),
        (b"data:test\n\ndata: test\n\n", [event("test"), event("test")]),
        (b"event: add\ndata: 1\n\ndata: 2\n\n", [event("1", "add"), event("2")]),
        (b"\xef\xbb\xbfdata: 1\n\n", [event("1")]),
        (b"\xef\xbb\xbf\xef\xbb\xbfdata: 1\n\n", []),
        (b"data: 1\r\rdata: 2\r\n\r\ndata: 3\n\r\n", [event(n) for n in "123"]),
        (b"event: lost\n\ndata: 1\n\n", [event("1")]),
        (b"id: 1\n\ndata: 1\n\n", [event("1", id="1")]),
        (b"id: 1\nid: 2\x003\ndata: 1\n\n", [event("1", id="1")]),
        (b"retry: 10\ndata: 1\n\n", [event("1", retry=10)]),
        (b"retry: 10s\nretry: -1\nretry\ndata: 1\n\n", [event("1")]),
        (b"retry: " + b"9" * 5000 + b"\ndata: 1\n\n", [event("1")]),
        (b"what: ever\ndata: 1\nDATA: 2\n\n", [event("1")]),
        (b"data: 1\n\ndata: half\n", [event("1")]),
        (b"data: 1\n\ndata: half", [event("1")]),
        (b"data: \xff\xc3\n\n", [event("\ufffd\ufffd")]),
        (b": \n\n\n\n", []),
        (b"", []),
    ],
)
def test_events(text: bytes, wanted: list[Any]) -> None:
    assert items(EVENTS, text) == wanted
    single = [text[i : i + 1] for i in range(len(text))]
    assert items(EVENTS, *single) == wanted


def test_an_event_is_there_as_soon_as_its_last_byte() -> None:
    answer = HttpResponse(status=200, headers={"content-type": EVENTS}, body=b"")
    made = Items("Watch", answer, {EVENTS: as_anything}, None)
    assert not [*made.feed(b"data: 1\r\n\r")][1:]
    assert [*made.feed(b"\ndata: 2\n\n")] == [event("2")]


def test_nothing_between_the_halves_of_a_line_end() -> None:
    assert items(EVENTS, b"data:\r", b"", b"\n") == items(EVENTS, b"data:\r\n")


@pytest.mark.parametrize(
    ("kind", "piece"),
    [(EVENTS, b"ab"), (EVENTS, b"\ndata:a"), (LINES, b"ab"), (SEQUENCE, b"ab")],
)
def test_what_drips_takes_no_more_memory_than_allowed(kind: str, piece: bytes) -> None:
    limit = 200_000
    answer = HttpResponse(status=200, headers={"content-type": kind}, body=b"")
    made = Items("Watch", answer, {kind: as_anything}, limit)
    dripping = chain.from_iterable(map(made.feed, repeat(piece, limit)))
    tracemalloc.start()
    try:
        with pytest.raises(InvalidResponse, match="200000 bytes that are allowed"):
            next(dripping)
        assert tracemalloc.get_traced_memory()[1] < 3 * limit
    finally:
        tracemalloc.stop()


@given(
    st.lists(st.sampled_from([*"\r\n: ad", "data", "data:", "event:", "id:"])),
    st.data(),
)
def test_pieces_are_nothing_to_events(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts).encode()
    cuts = data.draw(st.lists(st.integers(0, len(text))))
    pieces = [text[a:b] for a, b in pairwise([0, *sorted(cuts), len(text)])]
    assert items(EVENTS, *pieces) == items(EVENTS, text)


def test_data_is_read() -> None:
    text = b'event: add\ndata: {"a":\ndata: 1}\n\nevent: sum\ndata: 7\n\ndata: {\n\n'
    decode = by_event(
        {"add": json_data(as_anything), "sum": json_data(as_integer)},
        text_data(as_anything),
    )
    found = items(EVENTS, text, decode=decode)
    assert found == [event({"a": 1}, "add"), event(7, "sum"), event("{")]


def test_done() -> None:
    text = b"data: 1\n\ndata: [DONE]\n\ndata: what\n\n"
    found = items(EVENTS, text, decode=json_data(as_integer), done="[DONE]")
    assert found == [event(1)]
    assert items(LINES, b'1\n"end"\n!', done='"end"') == [1]


# --- JSON texts -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (LINES, b'{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        (LINES, b'1\r\n\n  \n"\xc3\xa4"', [1, "ä"]),
        (LINES, b'{"a":\r1}\n', [{"a": 1}]),
        ("application/x-ndjson", b"null\n[]\n", [None, []]),
        (SEQUENCE, b'\x1e{"a":\n 1}\n\x1e[]\n', [{"a": 1}, []]),
        (SEQUENCE, b"\x1e\x1e1\n\x1etrue\n", [1, True]),
        (SEQUENCE, b'\x1e"a"\x1e[1]', ["a", [1]]),
        (LINES, b"", []),
        (SEQUENCE, b"", []),
    ],
)
def test_json_texts(kind: str, text: bytes, wanted: list[Any]) -> None:
    assert items(kind, text) == wanted
    assert items(kind, *(text[i : i + 1] for i in range(len(text)))) == wanted


@given(
    st.lists(st.recursive(st.none() | st.integers() | st.text(), st.lists)), st.data()
)
def test_json_texts_come_back(values: list[Any], data: st.DataObject) -> None:
    for kind, before, indent in ((LINES, "", None), (SEQUENCE, "\x1e", 1)):
        texts = [f"{before}{json.dumps(one, indent=indent)}\n" for one in values]
        text = "".join(texts).encode()
        cut = data.draw(st.integers(0, len(text)))
        assert items(kind, text[:cut], text[cut:]) == values


def test_a_text_of_a_sequence_does_not_wait_for_the_next_one() -> None:
    answer = HttpResponse(status=200, headers={"content-type": SEQUENCE}, body=b"")
    made = Items("Watch", answer, {SEQUENCE: as_anything}, None)
    assert [*made.feed(b"\x1e[1,\n")] == []
    assert [*made.feed(b"2]\n\x1e[3]\n")] == [[1, 2], [3]]
    assert [*made.end()] == []


# --- what cannot be read --------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "why", "body"),
    [
        (LINES, b"1\n2\n{]\n", "item 3: it is not JSON (", b"{]"),
        (LINES, b'1\n"\xff"\n', "item 2: it is not JSON (", b'"\xff"'),
        (LINES, b"[" * 100000, "item 1: it nests too deep", b"[" * 100000),
        (SEQUENCE, b"\x1e1\n\x1e12", "item 2: it is cut off", b""),
        (SEQUENCE, b"\x1etru", "item 1: it is cut off", b""),
        (SEQUENCE, b'\x1e{"a": \x1e1\n', "item 1: it is not JSON (", b'{"a": '),
    ],
)
def test_unreadable(kind: str, text: bytes, why: str, body: bytes) -> None:
    with pytest.raises(InvalidResponse) as caught:
        items(kind, text)
    assert str(caught.value).startswith(f"Watch: the answer 200 cannot be read: {why}")
    assert caught.value.response.body == body


def test_data_that_is_not_as_described() -> None:
    with pytest.raises(InvalidResponse, match=r"item 2: it is not an integer$"):
        items(EVENTS, b"data: 1\n\ndata: []\n\n", decode=json_data(as_integer))
    with pytest.raises(InvalidResponse, match="item 1: it is not JSON "):
        items(EVENTS, b"data: hello\n\n", decode=json_data(as_integer))


@pytest.mark.parametrize(
    ("kind", "item"),
    [(EVENTS, b"data: %b\n\n"), (LINES, b'"%b"\n'), (SEQUENCE, b'\x1e"%b"\n')],
)
def test_the_size_of_an_item_is_bounded(kind: str, item: bytes) -> None:
    good, bad = item % (b"x" * 80), item % (b"x" * 101)
    assert len(items(kind, good * 9, limit=100)) == 9
    for pieces in ([good + bad], [good, *(bad[i : i + 1] for i in range(len(bad)))]):
        with pytest.raises(InvalidResponse, match="item 2: it has more than the 100"):
            items(kind, *pieces, limit=100)


def test_lines_of_one_event_are_bounded_together() -> None:
    with pytest.raises(InvalidResponse, match="item 1: it has more than the 100"):
        items(EVENTS, b"data: x\n" * 51 + b"\n", limit=100)


def test_other_kinds_of_content() -> None:
    def made(kind: str, *described: str) -> Items:
        headers = {"content-type": kind} if kind else {}
        answer = HttpResponse(status=200, headers=headers, body=b"")
        return Items("Watch", answer, dict.fromkeys(described, as_anything), None)

    with pytest.raises(
        InvalidResponse, match="is text/html, and not text/event-stream"
    ):
        made("text/html", EVENTS)
    with pytest.raises(InvalidResponse, match="is text/event-stream, and not app"):
        made(EVENTS, LINES)
    with pytest.raises(
        TypeError, match="text/html, says what an item of the answer is"
    ):
        made("text/html")
    assert [*made(EVENTS).feed(b"data: 1\n\n")] == [event("1")]
    assert [*made(SEQUENCE).feed(b"\x1e1\n")] == [1]
    assert [*made("text/plain", LINES).feed(b"1\n")] == [1]
    assert [*made("application/json-seq", LINES).feed(b"\x1e1\n")] == [1]
    assert [*made("", EVENTS).feed(b"data: 1\n\n")] == [event("1")]
    both = made("Application/JSONL; charset=utf-8", EVENTS, LINES)
    assert [*both.feed(b"1\n")] == [1]


def test_lines() -> None:
    made = Lines(None)
    found = [*made.feed(b"a\r"), *made.feed(b"\nb\n\rc"), *made.end(), *made.end()]
    assert found == [b"a", b"b", b"", b"c"]
