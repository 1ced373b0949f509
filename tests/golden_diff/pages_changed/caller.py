"""The client knows where the next page is."""

# fails: nothing

from pets import Client, ListPetsResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns(ListPetsResponse(old=["Rex"]))
assert [*client.pets.list()] == ["Rex"]
