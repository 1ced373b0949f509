"""A dog that is called a cat has to be one; that either is an object was so before."""

# fails: run

from pets import Client, Dog
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex"))
client.pets.add(animal=Dog(kind="cat", tricks=3))  # breaks
