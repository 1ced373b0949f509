"""What has a curly coat was no dog, and so a cat; a dog is never a cat now."""

# fails: run

from pets import Cat, Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"lives": 9, "coat": {"curls": 100}}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Cat)  # breaks
