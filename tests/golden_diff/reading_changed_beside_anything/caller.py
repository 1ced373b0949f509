"""What is in a list within a list was anything, and is a cat now."""

# fails: run

from pets import Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'[{"lives": 9}, [{"lives": 8}]]'
fake.pets.list.returns(HttpResponse(status=200, headers=json, body=body))
assert client.pets.list()[1] == [{"lives": 8}]  # breaks
