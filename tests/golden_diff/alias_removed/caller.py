"""The old name does not work any more."""

# fails: types
# before: rename pets.add pets.register
# after: drop pets.add

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.register.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")  # breaks
