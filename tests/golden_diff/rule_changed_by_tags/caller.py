"""Nothing says any more that it is a cat and no dog."""

# fails: run

from pets import Cat, Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(animal=Cat(kind="cat", lives=9))  # breaks
