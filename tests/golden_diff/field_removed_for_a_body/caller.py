"""A property has to be given, but not the body: now that is one argument."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet())
client.pets.add(name="Rex", age=3)  # breaks
