"""What the tests of the generated client share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .callers import AsyncCaller, Caller, SyncCaller, stdlib
from .samples import CREATED
from .server import Server, json_answer


@pytest.fixture(scope="session")
def no_certificates(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def _nothing_from_outside(
    monkeypatch: pytest.MonkeyPatch, no_certificates: str
) -> None:
    # Nothing here speaks TLS, and reading certificates takes most of a test's time.
    monkeypatch.setenv("SSL_CERT_DIR", no_certificates)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    for name in ("ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("ACCOUNT_SID", "AUTH_TOKEN", "EDGE", "REGION"):
        monkeypatch.delenv(f"TWILIO_{name}", raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    """Answers every request with a participant."""
    with Server([json_answer(201, CREATED)]) as running:
        yield running


CALLERS: dict[str, Caller] = {
    "sync": SyncCaller(),
    "async": AsyncCaller(),
    "sync-stdlib": SyncCaller(stdlib.StdlibTransport),
    "async-stdlib": AsyncCaller(stdlib.AsyncStdlibTransport),
}


@pytest.fixture(params=list(CALLERS.values()), ids=list(CALLERS))
def caller(request: pytest.FixtureRequest) -> Caller:
    """Makes one call, by either client, and either transport."""
    chosen: Caller = request.param
    return chosen
