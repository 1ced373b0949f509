"""The name in Python is the same, whatever came."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(pet_name="Rex"))
pet = client.pets.add(name="Rex")
assert pet.pet_name == "Rex"
