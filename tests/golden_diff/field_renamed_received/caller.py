"""A name makes room for another: it was not kept."""

# fails: types
# names: anew

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(age=3))
pet = client.pets.add(name="Rex")
assert pet.first_name  # breaks
