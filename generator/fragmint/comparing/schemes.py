"""The security schemes of a client, and what becomes of credentials by them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from .changes import At, Findings
from .source import assigned, value_of
from .surface import Scheme

__all__ = ["compare_schemes", "schemes_of"]

_NAMES = {
    "ApiKeyScheme": "an API key",
    "OAuth2Scheme": "OAuth 2",
    "OpenIdScheme": "OpenID Connect",
}


def schemes_of(client: ast.Module) -> Iterator[tuple[str, Scheme]]:
    """The schemes of the module of a client, by their names in the description."""
    match assigned(client.body).get("_SCHEMES"):
        case ast.Dict(keys, values):
            for key, value in zip(keys, values, strict=True):
                match key, value:
                    case ast.Constant(str(name)), ast.Call(ast.Name(kind)) as call:
                        yield name, _scheme(kind, call)
                    case _:
                        pass
        case _:
            pass


def _scheme(kind: str, call: ast.Call) -> Scheme:
    said = [value_of(one) for one in call.args]
    named = {one.arg: value_of(one.value) for one in call.keywords}
    token = named.get("token_url", "")
    return Scheme(
        name=_NAMES.get(kind) or f"HTTP {said[0] if said else ''}".strip(),
        wire=(said[0], said[1]) if len(said) > 1 else ("header", "Authorization"),
        tokens=token,
        refreshed=named.get("refresh_url", token),
        scopes=tuple(sorted(named.get("scopes") or ())),
    )


def compare_schemes(
    findings: Findings, what: str, schemes: tuple[Scheme, Scheme], at: At
) -> None:
    """Find what else becomes of the credentials that the argument `what` takes."""
    old, new = schemes
    if old.name != new.name:
        findings.add("scheme-changed", what, at, was=old.name, now=new.name)
    grants = {
        "the credentials of a client": (old.tokens, new.tokens),
        "a refresh token": (old.refreshed, new.refreshed),
    }
    found: dict[tuple[str, str, str], list[str]] = {}
    for name, (was, now) in grants.items():
        if was != now:
            kind = "tokens-moved" if was and now else f"tokens-{_known(now)}"
            found.setdefault((kind, was, now), []).append(name)
    for (kind, was, now), names in found.items():
        said = f"{what}, given {' or '.join(names)}"
        findings.add(kind, said, at, was=was, now=now)
    if old.tokens and new.tokens and old.scopes != new.scopes:
        was, now = (" ".join(one.scopes) or "none" for one in schemes)
        findings.add("scopes-changed", what, at, was=was, now=now)


def _known(now: str) -> str:
    return "known" if now else "unknown"
