"""Nothing says what the items are, nor that any operation has items."""

# fails: types

from pets import Client, CountPets, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/jsonl"}
body = b'"2024-05-01"\n'
fake.pets.count.returns(HttpResponse(status=200, headers=json, body=body))
with client.stream(CountPets()) as counts:  # breaks
    assert [one.year for one in counts] == [2024]
