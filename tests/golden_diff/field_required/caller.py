"""What was left out has to be given."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex")  # breaks
