"""A year of a real description: edits as providers make them, and what is told of each.

`python -m tests.corpus.year CORPUS` walks through it with Twilio's description, each
edit upon those before, and fails where anything else is told than stands in `year.txt`;
`--golden` rewrites that.
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

from fragmint.comparing.report import report, verdict
from fragmint.comparing.sides import of_paths

__all__ = ["EDITS", "walk"]

WANTED = Path(__file__).with_name("year.txt")
SPEC = "big/twilio_api_v2010.json"
ACCOUNT = "/2010-04-01/Accounts/{AccountSid}"
MESSAGES, MESSAGE = f"{ACCOUNT}/Messages.json", f"{ACCOUNT}/Messages/{{Sid}}.json"
QUEUES, QUEUE = f"{ACCOUNT}/Queues.json", f"{ACCOUNT}/Queues/{{Sid}}.json"
FORM = "application/x-www-form-urlencoded"

Edit = Callable[[dict[str, Any]], object]


def form(api: dict[str, Any], path: str) -> Any:
    """The schema of the form that is posted to a path."""
    return api["paths"][path]["post"]["requestBody"]["content"][FORM]["schema"]


def given(api: dict[str, Any], path: str, name: str) -> Any:
    """A property of that form."""
    return form(api, path)["properties"][name]


def schema(api: dict[str, Any], name: str) -> Any:
    """A component."""
    return api["components"]["schemas"][name]


def came(api: dict[str, Any], name: str = "message") -> Any:
    """The properties of what comes back."""
    return schema(api, f"api.v2010.account.{name}")["properties"]


def parameter(api: dict[str, Any], name: str) -> Any:
    """A parameter of listing messages."""
    found = api["paths"][MESSAGES]["get"]["parameters"]
    return next(one for one in found if one["name"] == name)


STATISTICS = {
    "get": {
        "operationId": "FetchQueueStatistics",
        "tags": ["Api20100401Queue"],
        "security": [{"accountSid_authToken": []}],
        "responses": {"204": {"description": "Fine."}},
    }
}
FAULT = {
    "description": "It went wrong.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/fault"}}},
}
EITHER = [{"required": ["From"]}, {"required": ["MessagingServiceSid"]}]


def _move(api: dict[str, Any]) -> None:
    api["paths"][f"{ACCOUNT}/CallQueues.json"] = api["paths"].pop(QUEUES)


def _shuffle(api: dict[str, Any]) -> None:
    properties = form(api, MESSAGES)["properties"]
    form(api, MESSAGES)["properties"] = dict(reversed(properties.items()))


def _describe_errors(api: dict[str, Any]) -> None:
    properties = {"code": {"type": "integer"}, "message": {"type": "string"}}
    api["components"]["schemas"]["fault"] = {"type": "object", "properties": properties}
    api["paths"][MESSAGE]["get"]["responses"]["404"] = FAULT


EDITS: dict[str, Edit] = {
    "say more of the body": lambda api: given(api, MESSAGES, "Body").update(
        description="What the message says."
    ),
    "take tags": lambda api: form(api, MESSAGES)["properties"].update(
        Tags={"type": "string"}
    ),
    "take another way to keep content": lambda api: schema(
        api, "message_enum_content_retention"
    )["enum"].append("obfuscate"),
    "tell of another status": lambda api: schema(api, "message_enum_status")[
        "enum"
    ].append("expired"),
    "offer statistics": lambda api: api["paths"].update(
        {f"{ACCOUNT}/Statistics.json": STATISTICS}
    ),
    "limit the names of queues": lambda api: given(api, QUEUES, "FriendlyName").update(
        maxLength=64
    ),
    "allow longer names": lambda api: given(api, QUEUES, "FriendlyName").update(
        maxLength=100
    ),
    "limit the size of queues": lambda api: given(api, QUEUE, "MaxSize").update(
        minimum=1, maximum=5000
    ),
    "deprecate a filter": lambda api: parameter(api, "DateSent").update(
        deprecated=True
    ),
    "halve the pages": lambda api: parameter(api, "PageSize")["schema"].update(
        maximum=500
    ),
    "take that back": lambda api: parameter(api, "PageSize")["schema"].update(
        maximum=1000
    ),
    "drop a parameter": lambda api: form(api, MESSAGES)["properties"].pop("Attempt"),
    "make prices numbers": lambda api: came(api)["price"].update(type="number"),
    "tell of tags": lambda api: came(api).update(tags={"type": "string"}),
    "tell no number of media": lambda api: came(api).pop("num_media"),
    "require a body": lambda api: form(api, MESSAGES)["required"].append("Body"),
    "require none": lambda api: form(api, MESSAGES)["required"].remove("Body"),
    "name a default": lambda api: given(api, MESSAGES, "SmartEncoded").update(
        default=False
    ),
    "check numbers": lambda api: given(api, MESSAGES, "To").update(pattern="^[+]"),
    "check them no more": lambda api: given(api, MESSAGES, "To").pop("pattern"),
    "keep messages for ever": lambda api: api["paths"][MESSAGE].pop("delete"),
    "describe an error": _describe_errors,
    "let anybody see queues": lambda api: api["paths"][QUEUES]["get"].update(
        security=[{}]
    ),
    "let nobody see them": lambda api: api["paths"][QUEUES]["get"].update(
        security=[{"accountSid_authToken": []}]
    ),
    "move queues": _move,
    "keep all content": lambda api: schema(api, "message_enum_content_retention")[
        "enum"
    ].remove("discard"),
    "limit media": lambda api: given(api, MESSAGES, "MediaUrl").update(maxItems=10),
    "ask for a sender": lambda api: form(api, MESSAGES).update(anyOf=EITHER),
    "take the time in seconds": lambda api: given(api, MESSAGES, "SendAt").update(
        {"type": "integer", "format": "int64"}
    ),
    "move the servers": lambda api: api["servers"][0].update(
        url="https://api.eu.twilio.com"
    ),
    "call an operation something else": lambda api: api["paths"][QUEUE]["post"].update(
        operationId="ModifyQueue"
    ),
    "put the parameters in another order": _shuffle,
}
"""What is done, and how; each is done to what came of those before."""


def walk(spec: Path) -> Iterator[str]:
    """What is told of each edit."""
    api = json.loads(spec.read_text("utf-8"))
    paths = (MESSAGES, MESSAGE, QUEUES, QUEUE)  # a few are enough, and quick
    api["paths"] = {path: api["paths"][path] for path in paths}
    with tempfile.TemporaryDirectory(prefix="year-") as folder, chdir(folder):
        old, new = Path("old.json"), Path("new.json")
        new.write_text(json.dumps(api), "utf-8")
        for words, edit in EDITS.items():
            new.replace(old)
            edit(api)
            new.write_text(json.dumps(api), "utf-8")
            found = report(*of_paths(old, new))
            yield f"{words}: {verdict([found])}\n"
            for entry in found.entries:
                yield f"    {entry.severity}: {entry.sentence}\n"


def main() -> int:
    """Exit code 1 if something else is told than is written down."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.year")
    parser.add_argument("corpus", type=Path, help=f"the folder with {SPEC}")
    parser.add_argument("--golden", action="store_true", help="write it down")
    options = parser.parse_args()
    told = [*walk(options.corpus / SPEC)]
    if options.golden:
        WANTED.write_text("".join(told), "utf-8")
    wanted = WANTED.read_text("utf-8").splitlines(keepends=True)
    sys.stdout.writelines(difflib.unified_diff(wanted, told, "year.txt", "told"))
    print(f"{len(EDITS)} edits")
    return 0 if told == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
