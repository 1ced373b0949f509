"""Either is enough, whichever comes first: only the server sees which one it is."""

# fails: nothing

from pets import ApiKey, BearerAuth, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(key=ApiKey("k-1"), token=BearerAuth("t-1"), transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")
