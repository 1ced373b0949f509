"""A cat takes more, and so what was only a dog is a cat, too."""

# fails: run

from pets import Client, Dog
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(pet=Dog(name="Rex", lives=5))  # breaks
