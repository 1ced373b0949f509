"""A long coat is a curly one, too: told once, though a dog may be another by it."""

# fails: run

from pets import Client, Dog, Long
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(body=Dog(coat=Long(inches=3)))  # breaks
