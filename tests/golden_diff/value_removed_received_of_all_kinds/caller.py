"""A home that is described no more is neither a cat's nor a dog's."""

# fails: nothing

from pets import Cat, Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"kind": "A", "home": {"city": "Bern"}}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Cat)
