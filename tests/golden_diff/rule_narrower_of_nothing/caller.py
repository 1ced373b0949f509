"""The body has to be sent now, and has to have something in it."""

# fails: run

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
for _ in range(2):
    fake.pets.add.returns(make_pet())
client.pets.add(age=3)
client.pets.add()  # breaks
