"""Nobody can count with a text."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet())
pet = client.pets.add(name="Rex")
assert pet.age is None or pet.age + 1  # breaks
