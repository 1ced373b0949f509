"""All of them are text, the first one, too."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(tags=["a", "b"])
