"""What was given besides is longer than it may be."""

# fails: run

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(name="Rex", extra={"color": "brown"})  # breaks
