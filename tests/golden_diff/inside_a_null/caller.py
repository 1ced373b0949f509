"""What is None is left out, before as well as after."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns(None)
client.pets.list(age=None)
