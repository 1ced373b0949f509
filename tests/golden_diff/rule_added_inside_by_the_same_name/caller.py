"""What a pet has, its owner has to have, too: both are called the same."""

# fails: run

from pets import AddPetOwner, Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(None)
client.pets.add(chip="1", owner=AddPetOwner(name="Ann"))  # breaks
