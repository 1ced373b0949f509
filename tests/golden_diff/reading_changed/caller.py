"""What is a cat and a dog is whichever comes first."""

# fails: run

from pets import Cat, Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"kind": "cat", "lives": 9}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Cat)  # breaks
