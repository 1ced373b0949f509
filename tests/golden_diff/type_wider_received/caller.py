"""A number is not always an integer."""

# fails: types

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
pet = client.pets.add(name="Rex")
age: int | None = pet.age  # breaks
assert age == 3
