"""What packages offer of the runtime, where their descriptions have a use for it."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["HELD_BY", "RUNTIME_EXPORTS", "YIELDING_EXPORTS"]

RUNTIME_EXPORTS: Mapping[str, str] = {
    "Advice": "_support.violations",
    "ApiError": "_support.errors",
    "ClientError": "_support.errors",
    "ConnectFailed": "_support.errors",
    "ConnectionLost": "_support.errors",
    "File": "_support.bodies",
    "HttpRequest": "_support.http",
    "HttpResponse": "_support.http",
    "InvalidPayload": "_support.payloads",
    "InvalidRequest": "_support.violations",
    "InvalidResponse": "_support.errors",
    "MissingCredentials": "_support.errors",
    "Redirect": "_support.http",
    "Request": "_support.requests",
    "TimedOut": "_support.errors",
    "Timeout": "_support.http",
    "TransportError": "_support.errors",
    "UNSET": "_support.unset",
    "UnreadableField": "_support.readers",
    "Unset": "_support.unset",
    "Violation": "_support.violations",
    "ApiKey": "_support.tokens",
    "BasicAuth": "_support.auth",
    "BearerAuth": "_support.tokens",
    "RawAuth": "_support.tokens",
    "AsyncClient": "client",
    "Client": "client",
}
"""Each name, and the module that it is in."""

_ERRORS = """BadRequest ClientFault Conflict CredentialsRefused Forbidden NotFound
RateLimited ServerError Unauthorized Unprocessable""".split()
YIELDING_EXPORTS: Mapping[str, str] = {
    "Answered": "_support.calls",
    "AsyncIncoming": "_support.http",
    "AsyncTransport": "_support.transports",
    "Incoming": "_support.http",
    "Limits": "_support.receiving",
    "Mismatch": "_support.mismatches",
    "OAuth2ClientCredentials": "_support.oauth",
    "OAuth2RefreshToken": "_support.oauth",
    "Options": "_support.settings",
    "Repeated": "_support.calls",
    "Response": "_support.settings",
    "Retries": "_support.retries",
    "Sent": "_support.calls",
    "Signer": "_support.auth",
    "AsyncStream": "_support.streaming",
    "ServerSentEvent": "_support.streams",
    "Stream": "_support.streaming",
    "Transport": "_support.transports",
    **dict.fromkeys(_ERRORS, "_support.errors"),
}
"""As above, of which what the description calls by the same name takes the place."""

HELD_BY: Mapping[str, str] = {"_support.oauth": "BearerAuth"}
"""Modules that are of use only to a client that names a class."""
