"""To ask for a value that does not come harms nobody."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age="dog"))
pet = client.pets.add(name="Rex")
assert pet.age != "cow"
