"""Where requests go, who sends them, what servers send, and what is loaded for it."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from .constructs import Package, folder, make, pointers, steps

NONE = "responses: {'204': {description: None}}"


def get(name: str, more: str = "") -> str:
    return f"get: {{operationId: {name}, tags: [Pets], {more}{NONE}}}"


# --- servers --------------------------------------------------------------------------


def test_an_operation_with_a_server_of_its_own() -> None:
    made = make(f"""
        paths:
          /usual: {{{get("usual")}}}
          /photos: {{servers: [{{url: "https://photos.example.com/"}}], {get("ofPath")}}}
          /old: {{{get("relative", "servers: [{url: /v0}], ")}}}
          /own: {{{get("own", "servers: [{url: 'https://{at}.example.com/', variables: {at: {default: eu}}}, {url: 'https://b'}], ")}}}
        """)
    urls = {
        name: made.built(name).url for name in ("Usual", "OfPath", "Relative", "Own")
    }
    assert urls == {
        "Usual": "https://api.example.com/usual",
        "OfPath": "https://photos.example.com/photos",
        "Relative": "https://api.example.com/v0/old",
        "Own": "https://eu.example.com/own",
    }
    client = made.client(base_url="http://localhost:8080/x/")
    for name in urls:  # what the user says goes before the description
        url = client.prepare(getattr(made, name)()).url
        assert url.startswith("http://localhost:8080/x/")


def test_servers_to_choose_from() -> None:
    made = make(f"""
        openapi: 3.1.1
        info: {{title: Pets, version: "1"}}
        servers:
          - url: https://{{region}}.example.com:{{port}}/{{version}}
            description: The real one.
            variables: {{region: {{default: eu, enum: [eu, us]}}, port: {{default: "443"}}, version: {{default: v1}}}}
          - {{url: "https://sandbox.example.com/", description: Sandbox}}
        paths: {{/pets: {{{get("list")}}}}}
        """)
    servers = made.module("servers")
    assert made.built("ListPets").url == "https://eu.example.com:443/v1/pets"
    assert (
        servers.real_one(region="us", version="v2") == "https://us.example.com:443/v2"
    )
    client = made.client(base_url=servers.sandbox())
    assert client.prepare(made.ListPets()).url == "https://sandbox.example.com/pets"


@pytest.mark.parametrize("servers", ["", "servers: [{url: /v1}]\n", "servers: []\n"])
def test_where_nothing_is_said_of_it(servers: str) -> None:
    head = f"openapi: 3.1.1\ninfo: {{title: Pets, version: '1'}}\n{servers}"
    made = make(f"{head}paths: {{/pets: {{{get('list')}}}}}\n")
    with pytest.raises(TypeError, match="base_url"):
        made.client()
    client = made.client(base_url="https://example.com/v1")
    assert client.prepare(made.ListPets()).url == "https://example.com/v1/pets"


# --- security -------------------------------------------------------------------------

SCHEMES = """
components:
  securitySchemes:
    basic: {type: http, scheme: Basic}
    bearer: {type: http, scheme: bearer}
    digest: {type: http, scheme: digest}
    header: {type: apiKey, in: header, name: X-Key}
    secret: {type: apiKey, in: header, name: X-Secret}
    query: {type: apiKey, in: query, name: "api key"}
    cookie: {type: apiKey, in: cookie, name: session}
    user: {type: oauth2, flows: {implicit: {authorizationUrl: "https://a", scopes: {}}}}
    app: {type: oauth2, flows: {clientCredentials: {tokenUrl: "https://t", scopes: {}}}}
    openId: {type: openIdConnect, openIdConnectUrl: "https://o"}
    tls: {type: mutualTLS}
"""


def secured(security: str) -> Package:
    """Every scheme, and an operation `Fetch` with this `security`."""
    every = "[{basic: []}, {bearer: []}, {digest: []}, {header: []}, {secret: []},"
    every += (
        " {query: []}, {cookie: []}, {user: []}, {app: []}, {openId: []}, {tls: []}]"
    )
    return make(
        f"paths: {{/it: {{get: {{operationId: fetch, security: {security}, {NONE}}}}},"
        f" /every: {{get: {{operationId: every, security: {every}, {NONE}}}}}}}{SCHEMES}"
    )


def credentials(made: Package, *names: str) -> dict[str, Any]:
    kinds = {
        "basic": made.BasicAuth("u", "p"),
        "digest": made.RawAuth("Digest x"),
        "header": made.ApiKey("h"),
        "secret": made.ApiKey("s"),
        "query": made.ApiKey("q &"),
        "cookie": made.ApiKey("c;d"),
    }
    return {name: kinds.get(name) or made.BearerAuth(f"of-{name}") for name in names}


@pytest.mark.parametrize(
    ("scheme", "headers", "query"),
    [
        ("basic", {"Authorization": "Basic dTpw"}, ""),
        ("bearer", {"Authorization": "Bearer of-bearer"}, ""),
        ("digest", {"Authorization": "Digest x"}, ""),
        ("header", {"X-Key": "h"}, ""),
        ("query", {}, "?api%20key=q%20%26"),
        ("cookie", {"Cookie": "session=c%3Bd"}, ""),
        ("user", {"Authorization": "Bearer of-user"}, ""),
        ("app", {"Authorization": "Bearer of-app"}, ""),
        ("openId", {"Authorization": "Bearer of-open_id"}, ""),
    ],
)
def test_schemes(scheme: str, headers: dict[str, str], query: str) -> None:
    made = secured(f"[{{{scheme}: []}}]")
    argument = "open_id" if scheme == "openId" else scheme
    given = credentials(made, argument)
    sent = made.sent(made.Fetch(), **given)
    assert (sent.headers, sent.url.partition("/it")[2]) == (headers, query)
    with pytest.raises(made.MissingCredentials) as raised:
        made.sent(made.Fetch())
    assert raised.value.arguments == ((argument,),)
    assert all(repr(one) not in repr(made.client(**given)) for one in headers.values())


def test_a_certificate_is_the_affair_of_the_transport() -> None:
    made = secured("[{tls: []}]")
    assert made.sent(made.Fetch()).headers == {}


def test_two_oauth_schemes_at_once() -> None:
    made = secured("[{app: []}]")
    sent = made.sent(made.Fetch(), **credentials(made, "user", "app"))
    assert sent.headers == {"Authorization": "Bearer of-app"}


@pytest.mark.parametrize(
    ("security", "given", "headers"),
    [
        ("[{header: [], secret: []}, {bearer: []}]", "header secret", "X-Key X-Secret"),
        ("[{header: [], secret: []}, {bearer: []}]", "header bearer", "Authorization"),
        ("[{header: [], secret: []}, {bearer: []}]", "bearer", "Authorization"),
        ("[{bearer: []}, {header: []}]", "bearer header", "Authorization"),
        ("[{bearer: []}, {}]", "bearer", "Authorization"),
        ("[{}, {bearer: []}]", "bearer", "Authorization"),
        ("[{bearer: []}, {}]", "", ""),
        ("[{bearer: []}, {}]", "header", ""),
        ("[]", "bearer header", ""),
        ("[{}]", "bearer", ""),
        ("[{tls: [], header: []}]", "header", "X-Key"),
    ],
)
def test_alternatives(security: str, given: str, headers: str) -> None:
    made = secured(security)
    sent = made.sent(made.Fetch(), **credentials(made, *given.split()))
    assert sorted(sent.headers) == headers.split()


def test_what_is_missing() -> None:
    made = secured("[{header: [], secret: []}, {bearer: []}]")
    with pytest.raises(made.MissingCredentials) as raised:
        made.sent(made.Fetch(), **credentials(made, "header", "query"))
    assert raised.value.arguments == (("secret",), ("bearer",))
    assert str(raised.value) == "Fetch was not sent: give the client secret, or bearer"


def test_the_only_way_in_is_a_required_argument() -> None:
    made = make(f"""
        security: [{{key: []}}]
        paths: {{/pets: {{{get("list")}}}}}
        components: {{securitySchemes: {{key: {{type: apiKey, in: query, name: key}}}}}}
        """)
    with pytest.raises(TypeError, match="auth"):
        made.client()
    with pytest.raises(
        TypeError, match=r"^auth must be ApiKey\(…\), not <class 'str'>$"
    ):
        made.client(auth="s3cret")  # by the argument's name, not the scheme's
    keys = iter(["one", "two"])
    client = made.client(auth=made.ApiKey(lambda: next(keys)))
    client.pets.list()
    client.pets.list()
    urls = [sent.url for sent in client._transport.sent]
    assert urls == [f"https://api.example.com/pets?key={key}" for key in ("one", "two")]


# --- webhooks and callbacks -----------------------------------------------------------

HOOKS = """
openapi: 3.1.1
info: {title: Pets, version: "1"}
webhooks:
  newPet: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"200": {description: Thanks}}}}
  photo: {put: {operationId: photoTaken, requestBody: {content: {image/png: {}}}, responses: {"200": {description: Thanks}}}}
  dates: {post: {requestBody: {content: {application/json: {schema: {type: array, items: {type: string, format: date}}}}}, responses: {"200": {description: Thanks}}}}
  either: {post: {requestBody: {content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Pet"}, {type: object, required: [gone], properties: {gone: {type: boolean}}}]}}}}, responses: {"200": {description: Thanks}}}}
  sold: {post: {requestBody: {content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind}}}}}, responses: {"200": {description: Thanks}}}}
paths:
  /subscriptions:
    post:
      operationId: subscribe
      responses: {"204": {description: Done}}
      callbacks:
        onEvent:
          "{$request.query.url}": {post: {requestBody: {content: {application/json: {schema: {type: object, required: [kind], properties: {kind: {enum: [born, sold]}, next: {$ref: "#/components/schemas/Pet"}}}}}}, responses: {"204": {description: Thanks}}}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string, minLength: 1}, born: {type: string, format: date}, mother: {$ref: "#/components/schemas/Pet"}}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {hunt: {type: boolean}}}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {required: [pack], properties: {pack: {type: integer}}}]}
"""


def test_payloads() -> None:
    made = make(HOOKS)
    pet = made.parse_new_pet(b'{"name": "Rex", "born": "2020-01-02", "legs": 4}')
    assert (pet.name, pet.born, pet.extra) == ("Rex", date(2020, 1, 2), {"legs": 4})
    assert made.parse_photo_taken(b"\x89") == b"\x89"
    assert made.parse_either(b'\xef\xbb\xbf{"name": "Rex"}') == made.Pet(name="Rex")
    assert made.parse_either(b'{"name": "Rex"}') == made.Pet(name="Rex")
    assert made.parse_either(b'{"gone": true}').gone is True
    dog = made.parse_sold(b'{"kind": "Dog", "name": "Rex", "pack": 1}')
    assert (type(dog), dog.pack) == (made.Dog, 1)
    event = made.parse_on_event(b'{"kind": "born", "next": {"name": "Rex"}}')
    assert (event.kind, event.next) == ("born", made.Pet(name="Rex"))


def test_payloads_that_break_rules() -> None:
    made = make(HOOKS)
    body = b'{"name": "Rex", "born": 5, "mother": {"name": "", "mother": {}}}'
    with pytest.raises(made.InvalidPayload) as raised:
        made.parse_new_pet(body)
    assert isinstance(raised.value, made.ClientError)
    assert steps(raised.value.violations) == {
        ("born",): "type",
        ("mother", "name"): "minLength",
        ("mother", "mother", "name"): "required",
    }
    assert pointers(raised.value.violations)[0] == (
        "/components/schemas/Pet/properties/born/type"
    )
    with pytest.raises(made.InvalidPayload, match="  the body: must be a mapping"):
        made.parse_new_pet(b"5")
    with pytest.raises(made.InvalidPayload) as raised:
        made.parse_sold(b'{"kind": "Dog", "name": ""}')
    broken = {("name",): "minLength", ("pack",): "required"}
    assert steps(raised.value.violations) == broken
    with pytest.raises(made.InvalidPayload) as raised:
        made.parse_on_event(b'{"kind": "died", "next": {}}')
    assert steps(raised.value.violations) == {
        ("kind",): "enum",
        ("next", "name"): "required",
    }


@pytest.mark.parametrize(
    "body", [b"", b"<", b"\xff", b"[" * 100_000, b"[]", b"null", b"5"]
)
def test_payloads_that_are_nothing_of_the_kind(body: bytes) -> None:
    made = make(HOOKS)
    for parse in (made.parse_new_pet, made.parse_either, made.parse_on_event):
        with pytest.raises(made.InvalidPayload):
            parse(body)


def test_a_payload_that_cannot_be_read() -> None:
    made = make(HOOKS)
    assert made.parse_dates(b'["2020-01-02"]') == [date(2020, 1, 2)]
    with pytest.warns(made.UnreadableField, match="^parse_new_pet: born is not"):
        assert made.parse_new_pet(b'{"name": "a", "born": "x"}').extra == {"born": "x"}
    with pytest.raises(made.InvalidPayload):
        made.parse_dates(b'["soon"]')


def test_a_payload_nested_without_end() -> None:
    made = make(HOOKS)
    body = b'{"name": "a", "mother": ' * 600 + b"{}" + b"}" * 600
    with pytest.raises(made.InvalidPayload):
        made.parse_new_pet(body)


# --- both clients ---------------------------------------------------------------------


def test_methods_of_both_clients() -> None:
    made = make("""
        paths:
          /pets/{id}:
            get:
              operationId: fetchPet
              tags: [Pets]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
        components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
        """)
    answer = made.response(200, b'{"name": "Rex"}')
    client = made.client(answer=answer)
    assert client.pets.fetch(id="1") == made.Pet(name="Rex")
    assert client.send(made.FetchPet(id="1")) == made.Pet(name="Rex")
    assert client._transport.sent == [client.prepare(made.FetchPet(id="1"))] * 2

    class Later:
        async def send(self, request: Any, timeout: Any) -> Any:
            return client._transport.send(request, timeout)

        async def aclose(self) -> None:
            pass

    async def call() -> Any:
        async with made.AsyncClient(transport=Later()) as other:
            return await other.pets.fetch(id="1")

    assert asyncio.run(call()) == made.Pet(name="Rex")
    assert len(client._transport.sent) == 3


# --- what is loaded -------------------------------------------------------------------

LAZY = """
openapi: 3.1.1
info: {title: Lazy, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /pets:
    get: {operationId: listPets, tags: [Pets], responses: {"200": {description: All, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}, default: {description: Wrong, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}}}
    post: {operationId: createPet, tags: [Pets], requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}, responses: {"204": {description: Made}}}
  /jobs:
    get: {operationId: fetchJob, tags: [Jobs], responses: {"200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}}}}
webhooks:
  newPet: {post: {requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"200": {description: Thanks}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    NewPet: {type: object, properties: {name: {type: string, minLength: 1}, owner: {$ref: "#/components/schemas/Owner"}}}
    Owner: {type: object, properties: {name: {type: string}}}
    Job: {type: object, properties: {progress: {type: number}}}
    Problem: {type: object, properties: {title: {type: string}}}
"""


def loaded_after(made: Package, *steps: str) -> list[set[str]]:
    """Which modules of a package each step loads, in a fresh interpreter."""
    program = [
        "import sys",
        "def told():",
        f"    start = '{made.name}.'",
        "    names = [m.removeprefix(start) for m in sys.modules if m.startswith(start)]",
        "    print(*[m for m in names if not m.startswith('_support')])",
        f"import {made.name} as made",
        "told()",
    ]
    for step in steps:
        program += [step, "told()"]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "\n".join(program)],
        cwd=folder(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    before: set[str] = set()
    found = []
    for line in done.stdout.splitlines():
        found.append(set(line.split()) - before)
        before |= set(line.split())
    return found


def test_modules_are_loaded_when_they_are_needed() -> None:
    class_ = "class Says: send = lambda self, request, timeout: self.answer"
    imported, client, resource, called, failed, received = loaded_after(
        make(LAZY),
        f"{class_}\nclient = made.Client(transport=Says())",
        "client.pets",
        "Says.answer = made.HttpResponse(status=200, headers={}, body=b'[{}]')\n"
        "client.pets.list()",
        "Says.answer = made.HttpResponse(status=500, headers={}, body=b'{}')\n"
        "try: client.pets.list()\nexcept made.ApiError: pass",
        "made.parse_new_pet(b'{}')",
    )
    assert imported == set()
    assert client == {"client"}
    assert resource == {"resources", "resources.pets"}
    assert called == {"operations", "operations.list_pets", "models", "models.pet"}
    assert failed == {"models.problem"}
    assert received == {"payloads", "payloads.new_pet", "validators", "validators.pet"}


def test_a_package_lists_what_it_does_not_load() -> None:
    made = make(LAZY).module("")
    assert {"Client", "ListPets", "Pet", "parse_new_pet"} <= set(dir(made))
    with pytest.raises(AttributeError, match="no attribute 'Nonsense'"):
        made.Nonsense  # noqa: B018  # asking is the test
