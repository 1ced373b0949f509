"""Either is enough, whichever comes first."""

# fails: nothing

from pets import ApiKey, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(key=ApiKey("k-1"), transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")
