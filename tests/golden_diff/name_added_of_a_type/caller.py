"""What was spelled out has a name now, and is the same."""

# fails: nothing

from typing import Literal

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
status: Literal["new", "sold"] = "sold"
client.pets.list(status=status)
