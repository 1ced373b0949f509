"""What is in one of the branches is too short now."""

# fails: run

from pets import AddPetHomeWithCity, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", home=AddPetHomeWithCity(city="Bern"))  # breaks
