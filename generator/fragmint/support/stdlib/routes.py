"""Which way a request goes: straight to the server, or by a proxy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

_ORIGIN = re.compile(r"(https?)://([^/?#]+)", re.IGNORECASE)
_ODD = re.compile(r"[^!-~]")
_SAFE = "".join(map(chr, range(0x21, 0x7F)))  # what is escaped already stays so
_PORTS = {"http": 80, "https": 443}
_MANY = 256


class Route(NamedTuple):
    """The way to an origin.

    Args:
        host: What to connect to: the server, or the proxy.
        port: Of `host`.
        server_name: Whom the certificate is to name; None for no TLS.
        authority: What the header ``Host`` says (RFC 9110 §7.2).
        prefix: What goes before the path to tell a proxy the server (RFC 9112 §3.2.2).
        proxy_auth: The credentials for a proxy that reads the request.
        tunnel: What asks a proxy for a connection to the server (RFC 9110 §9.3.6), as
            `Wire` sends it.
    """

    host: str
    port: int
    server_name: str | None
    authority: str
    prefix: str = ""
    proxy_auth: str | None = None
    tunnel: memoryview | None = None

    def __repr__(self) -> str:
        return f"<Route to {self.authority} by {self.host}:{self.port}>"


class Routes:
    """The routes to all origins, proxies as the environment has them when it is made.

    That is ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``, or the
    settings of the system.
    """

    def __init__(self) -> None:
        self._proxies: Mapping[str, str] = getproxies()
        self._known: dict[str, Route] = {}

    def find(self, url: str) -> tuple[Route, str]:
        """The route to `url`, and what to ask for there.

        Raises:
            ValueError: There is no such route; what it says tells no secret.
        """
        at = url.find("/", len("https://"))
        route = self._known.get(url[:at]) if at > 0 else None
        if route is None:
            found = _ORIGIN.match(url)
            if found is None:
                raise ValueError("the URL begins with neither http:// nor https://")
            route, at = self._route(found[1].lower(), found[2]), found.end()
            if len(self._known) >= _MANY:
                self._known.clear()
            self._known[found[0]] = route
        target = url[at:].partition("#")[0]
        if not target.isascii() or not target.isprintable() or " " in target:
            target = quote(target, _SAFE)
        return route, target if target.startswith("/") else f"/{target}"

    def _route(self, scheme: str, authority: str) -> Route:
        if "@" in authority:
            raise ValueError("the URL holds credentials: give them as auth")
        host, port = _place(urlsplit(f"{scheme}://{authority}"), _PORTS[scheme])
        bracketed = f"[{host}]" if ":" in host else host
        said = bracketed if port == _PORTS[scheme] else f"{bracketed}:{port}"
        name = host if scheme == "https" else None
        proxy = self._proxies.get(scheme) or self._proxies.get("all")
        if not proxy or proxy_bypass(f"{bracketed}:{port}"):
            return Route(host, port, name, said)
        by, login = _proxy(proxy)
        if scheme == "http":
            return Route(*by, None, said, f"http://{said}", login)
        whole = f"{bracketed}:{port}"
        lines = [f"CONNECT {whole} HTTP/1.1", f"Host: {whole}"]
        if login is not None:
            lines.append(f"Proxy-Authorization: {login}")
        tunnel = memoryview("\r\n".join([*lines, "", ""]).encode())
        return Route(*by, name, said, tunnel=tunnel)


def _place(parts: SplitResult, port: int) -> tuple[str, int]:
    """The host, in ASCII, and the port."""
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    labels = host.removesuffix(".").split(".")
    if _ODD.search(host) or not all(0 < len(label) < 64 for label in labels):
        raise ValueError("the URL names no host")
    return host, parts.port if parts.port is not None else port


def _proxy(url: str) -> tuple[tuple[str, int], str | None]:
    """Where a proxy is, and the credentials for it (RFC 7617 §2)."""
    wrong = ValueError("the proxy in the environment is not like http://host:port")
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        place = _place(parts, _PORTS["http"])
    except ValueError:
        raise wrong from None
    if parts.scheme != "http":
        raise wrong
    if parts.username is None:
        return place, None
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return place, f"Basic {b64encode(login.encode()).decode()}"
