"""Who is calling."""

from __future__ import annotations

from base64 import b64encode
from typing import Protocol

from .encoding import is_writable
from .models import MASKED, Model

__all__ = ["Auth", "BasicAuth"]


class Auth(Protocol):
    """What a client asks for the headers that identify its caller."""

    def headers(self) -> dict[str, str]:
        """The headers to add to a request."""
        ...


class BasicAuth(Model):
    """HTTP basic authentication (RFC 7617). The password is in no repr."""

    __slots__ = ("_credentials", "username")

    def __init__(self, username: str, password: str) -> None:
        given: dict[str, object] = {"username": username, "password": password}
        for name, value in given.items():
            if not isinstance(value, str) or not is_writable(value):
                raise ValueError(f"the {name} is no text: is a variable not set?")
        if ":" in username:
            raise ValueError("a user name for basic authentication has no colon")
        self.username = username
        pair = f"{username}:{password}".encode()
        self._credentials = "Basic " + b64encode(pair).decode("ascii")

    def headers(self) -> dict[str, str]:
        """The headers to add to a request."""
        return {"Authorization": self._credentials}

    def __repr__(self) -> str:
        return f"BasicAuth({self.username!r}, {MASKED!r})"
