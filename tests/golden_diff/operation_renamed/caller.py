"""The method is called otherwise: its name was not kept."""

# fails: types
# names: anew

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))  # breaks
client.pets.add(name="Rex")  # breaks
