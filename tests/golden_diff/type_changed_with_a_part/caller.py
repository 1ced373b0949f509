"""The pet is of another class, a part of which is another, too."""

# fails: types

from pets import Client, PetRequest  # breaks
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(pet=PetRequest(name="Rex"))
