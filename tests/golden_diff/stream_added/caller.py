"""Whoever takes it whole still can."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.count.returns(3)
assert client.pets.count() == 3
