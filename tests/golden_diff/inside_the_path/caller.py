"""The path calls a part of it otherwise: neither the server nor a caller knows."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.get.returns(make_pet(name="Rex"))
client.pets.get(owner_id=1, id=2)
