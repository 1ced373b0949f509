"""A text that is one of several is a text."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age="dog"))
pet = client.pets.add(name="Rex")
age: str | None = pet.age
assert age == "dog"
