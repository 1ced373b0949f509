"""The details were a mapping before, and still are."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(name="Rex", details={"x-coat": "long"})
