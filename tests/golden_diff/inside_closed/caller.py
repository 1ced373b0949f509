"""Nobody could give a property that has no name."""

# fails: nothing

from pets import Client, Owner
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(name="Rex", owner=Owner(name="Ann"))
