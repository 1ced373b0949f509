"""That the home takes nothing else but its fields goes without saying."""

# fails: nothing

from pets import Client, Home
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(name="Rex", home=Home(city="Bern"))
