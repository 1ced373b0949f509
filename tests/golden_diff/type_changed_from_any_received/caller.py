"""What can be anything is used in any way."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet())
pet = client.pets.add(name="Rex")
assert not pet.age or pet.age["years"] or True  # breaks
