"""A cat needs a tag, too."""

# fails: run

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(kind="cat", chip="1")  # breaks
