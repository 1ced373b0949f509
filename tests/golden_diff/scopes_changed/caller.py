"""The client knows what to ask for."""

# fails: nothing

from pets import Client, HttpRequest, HttpResponse, OAuth2ClientCredentials, Timeout


class Server:
    """Gives tokens, and nothing else."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        if "/token" not in request.url:
            return HttpResponse(status=204, headers={}, body=b"")
        said = b'{"access_token": "t", "token_type": "bearer"}'
        return HttpResponse(status=200, headers={}, body=said)


who = OAuth2ClientCredentials("me", "secret")
client = Client(auth=who, transport=Server())
client.pets.get()
