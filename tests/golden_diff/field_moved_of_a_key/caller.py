"""The client knows where the key goes."""

# fails: nothing

from pets import ApiKey, Client
from pets.testing import FakeTransport

fake = FakeTransport()
who = ApiKey("k-1")
client = Client(auth=who, transport=fake)
fake.pets.get.returns(None)
client.pets.get()
