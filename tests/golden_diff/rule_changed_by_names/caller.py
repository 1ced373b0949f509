"""What decides on a rule, told by its name in Python, is another value."""

# fails: run

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", address_id="a1", age=3)
client.pets.add(name="Rex", city="Bern", cross_border=False)  # breaks
