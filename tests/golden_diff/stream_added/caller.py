"""Whoever takes it whole still can."""

# fails: nothing

from pets import Client, CountPets, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/jsonl"}
fake.pets.count.returns(HttpResponse(status=200, headers=json, body=b"1\n2\n"))
with client.stream(CountPets()) as counts:
    assert counts.status == 200
