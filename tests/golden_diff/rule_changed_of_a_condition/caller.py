"""More homes than before need an age."""

# fails: run

from pets import AddPetHome, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", home=AddPetHome(zip="3000"))  # breaks
