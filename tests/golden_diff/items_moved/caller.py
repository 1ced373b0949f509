"""The items are the same, wherever they stand."""

# fails: types

from pets import Client, ListPetsResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns(ListPetsResponse(old=["Rex"]))  # breaks
assert [*client.pets.list()] == ["Rex"]
