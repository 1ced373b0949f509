"""A token is a token."""

# fails: nothing

from pets import BearerAuth, Client
from pets.testing import FakeTransport

fake = FakeTransport()
who = BearerAuth("t-1")
client = Client(auth=who, transport=fake)
fake.pets.get.returns(None)
client.pets.get()
