"""What was one of the values is none any more."""

# fails: types

from pets import Client, Status
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
status: Status = "sold"  # breaks
client.pets.list(status=status)
