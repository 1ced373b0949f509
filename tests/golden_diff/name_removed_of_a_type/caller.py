"""What it stood for is spelled out."""

# fails: types

from pets import (
    Client,  # breaks
)
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
client.pets.list(status="sold")
