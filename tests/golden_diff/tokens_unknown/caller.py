"""Nobody says where tokens are to be had."""

# fails: run

from pets import Client, HttpRequest, HttpResponse, OAuth2ClientCredentials, Timeout


class Server:
    """Gives tokens, and nothing else."""

    def send(self, request: HttpRequest, timeout: Timeout) -> HttpResponse:
        if "/token" not in request.url:
            return HttpResponse(status=204, headers={}, body=b"")
        said = b'{"access_token": "t", "token_type": "bearer"}'
        return HttpResponse(status=200, headers={}, body=said)


who = OAuth2ClientCredentials("me", "secret")
client = Client(auth=who, transport=Server())  # breaks
client.pets.get()
