"""Its type has None in it, before as after."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
pet = client.pets.add(name="Rex")
assert pet.name
