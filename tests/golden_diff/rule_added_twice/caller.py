"""A schema is a part of the body, and what one of its fields is: both are given."""

# fails: run

from pets import AnimalInput, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
for _ in range(2):
    fake.pets.add.returns(make_pet())
client.pets.add(name="Rex", friend=AnimalInput(name="Tom"))
client.pets.add(name="Rexie", friend=AnimalInput(name="Tommy"))  # breaks
