"""There may be no pet in the answer."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
pet = client.pets.add(name="Rex")
assert pet.name == "Rex"  # breaks
