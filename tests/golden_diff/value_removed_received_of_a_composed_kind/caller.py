"""A huge dog is still no wolf."""

# fails: nothing

from pets import Client, Dog, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"kind": "dog", "born": "2020-01-31", "size": "small"}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Dog)
