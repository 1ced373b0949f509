"""The name cannot be imported any more."""

# fails: types

from pets import Client, parse_born  # breaks
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")
assert parse_born(b'{"age": 3}').age == 3
