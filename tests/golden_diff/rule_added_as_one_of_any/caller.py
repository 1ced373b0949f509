"""Both were one of them at least, and are not exactly one."""

# fails: run

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(chip="1", tag="2")  # breaks
