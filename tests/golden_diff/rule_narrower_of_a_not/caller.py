"""A chip is one too many now."""

# fails: run

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(chip="1")  # breaks
