"""What a cat has besides is in a format, and which it is goes by all the rest."""

# fails: run

from pets import Cat, Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"vat": "1"}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Cat)  # breaks
