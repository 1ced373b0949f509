"""What is gone through is another list."""

# fails: run

from pets import Client, ListPetsResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns(ListPetsResponse(old=["Rex"], young=["Tom"]))
assert [*client.pets.list()] == ["Rex"]  # breaks
