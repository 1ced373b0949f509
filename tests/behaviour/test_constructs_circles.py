"""Schemas that lead back to themselves: what is twice as deep takes twice as much."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from .constructs import Package, make

TREES = """
    openapi: 3.1.1
    info: {title: Trees, version: "1"}
    servers: [{url: "https://api.example.com"}]
    paths:
      /trees:
        post:
          operationId: sendTree
          requestBody:
            required: true
            content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}
          responses:
            "200":
              description: A tree
              content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}
    webhooks:
      grown:
        post:
          operationId: grown
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}
          responses: {"204": {description: Seen}}
    components:
      schemas:
        Tree:
          oneOf: TREE
        Leaf: {type: object, required: [leaf], properties: {leaf: {type: string}}}
        Small:
          type: object
          required: [kind]
          properties:
            kind: {type: string}
            below: {type: array, items: {$ref: "#/components/schemas/Tree"}}
        Large:
          type: object
          required: [kind]
          properties:
            kind: {type: string}
            below: {type: array, items: {$ref: "#/components/schemas/Tree"}}
            width: {type: integer}
    """
COMPONENTS = (
    """[{$ref: "#/components/schemas/Small"}, {$ref: "#/components/schemas/Large"}]"""
)
INLINE = """
            - {type: object, required: [a], properties: {below: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}
            - {type: object, required: [b], properties: {below: {type: array, items: {$ref: "#/components/schemas/Tree"}}}}"""
LISTS = """
            - {type: array, minItems: 1, items: {$ref: "#/components/schemas/Tree"}}
            - {type: array, maxItems: 3, items: {$ref: "#/components/schemas/Tree"}}
            - {type: string}"""

Step = Callable[[object], object]
KINDS: dict[str, tuple[str, Step]] = {
    "components": (COMPONENTS, lambda tree: {"kind": "a", "below": [tree]}),
    "components, of none": (COMPONENTS, lambda tree: {"below": [tree]}),
    "inline": (INLINE, lambda tree: {"a": 1, "b": 2, "below": [tree]}),
    "lists": (LISTS, lambda tree: [tree]),
}


MOST = 20_000


def nested(step: Step, depth: int) -> object:
    tree: object = step({})
    for _ in range(depth):
        tree = step(tree)
    return tree


class TooManyError(BaseException):
    """Nothing catches it on the way."""


def calls(function: Callable[[], object], package: Package) -> int:
    """How many calls `function` takes, whatever comes of it; there is an end to it."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"
        if count > MOST:
            raise TooManyError

    sys.setprofile(note)
    try:
        function()
    except (package.ClientError, TooManyError):
        pass
    finally:
        sys.setprofile(None)
    return count


def sending(package: Package, tree: object) -> Callable[[], object]:
    return lambda: package.built("SendTree", body=[tree])


def receiving(package: Package, tree: object) -> Callable[[], object]:
    body = json.dumps(tree).encode()
    return lambda: package.module("payloads.grown").parse_grown(body)


def reading(mode: str) -> Callable[[Package, object], Callable[[], object]]:
    def reading_in(package: Package, tree: object) -> Callable[[], object]:
        answer = package.response(200, json.dumps([tree]).encode())
        client = package.client(answer=answer, validate_responses=mode)
        return lambda: client.send(package.SendTree(body=[]))

    return reading_in


WAYS: dict[str, Callable[[Package, object], Callable[[], object]]] = {
    "sent": sending,
    "of a webhook": receiving,
    **{mode: reading(mode) for mode in ("off", "warn", "strict")},
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_twice_as_deep_takes_twice_as_much(
    kind: tuple[str, Step], way: Callable[[Package, object], Callable[[], object]]
) -> None:
    branches, step = kind
    package = make(TREES.replace("TREE", branches))
    once, twice = nested(step, 10), nested(step, 20)
    calls(way(package, once), package)  # what is imported at first use
    less = calls(way(package, once), package)
    assert calls(way(package, twice), package) < min(3 * less, MOST)
