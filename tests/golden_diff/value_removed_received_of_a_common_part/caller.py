"""What is too huge for a dog is so for a wolf: both are animals."""

# fails: nothing

from pets import Client, Dog, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
body = b'{"size": "small"}'
fake.pets.get.returns(HttpResponse(status=200, headers=json, body=body))
assert isinstance(client.pets.get(), Dog)
