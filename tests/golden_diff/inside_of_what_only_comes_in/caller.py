"""A tag only comes in: no caller can give one that is too long."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(name="Rex")
