"""The old name works."""

# fails: nothing
# after: rename Status PetStatus

from pets import Client, Status
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
status: Status = "sold"
client.pets.list(status=status)
