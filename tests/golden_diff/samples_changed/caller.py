"""What a test needs it says."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.get.returns(make_pet(name="Rex"))
assert client.pets.get().name == "Rex"
