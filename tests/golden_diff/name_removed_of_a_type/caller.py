"""What it stood for is spelled out."""

# fails: types

from pets import Client, Status  # breaks
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
status: Status = "sold"
client.pets.list(status=status)
