"""The model has the field no more."""

# fails: types

from pets import Client, Home
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", home=Home(city="Bern", zip="3000"))  # breaks
