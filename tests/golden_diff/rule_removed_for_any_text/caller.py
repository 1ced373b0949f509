"""A pattern that any text matches asks for nothing."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")
