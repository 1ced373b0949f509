"""The rules of the tags are as they were."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(name="Rex", tags=["a", "b"])
