"""Who calls the method finds it gone."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
fake.pets.get.returns(None)  # breaks
client.pets.add(name="Rex", age=3, trace="t-1")
client.pets.get(id="7")  # breaks
