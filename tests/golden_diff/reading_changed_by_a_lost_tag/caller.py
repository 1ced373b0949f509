"""What is called a dog is of no kind that is known, and of no class."""

# fails: run

from pets import Client, Dog, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"kind": "dog"}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Dog)  # breaks
