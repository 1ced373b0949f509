"""What had to be a cat can be a dog as well."""

# fails: nothing

from pets import Cat, Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(pet=Cat(kind="cat", name="Tom"))
