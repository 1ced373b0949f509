"""The old name does not work any more."""

# fails: types
# before: rename Pet.age Pet.years
# after: drop Pet.age

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", years=3))
pet = client.pets.add(name="Rex")
assert pet.age == 3  # breaks
