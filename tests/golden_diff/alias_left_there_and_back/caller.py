"""All names work that there have been."""

# fails: nothing
# after: rename pets.add pets.register
# after: rename pets.register pets.enter
# after: rename pets.enter pets.add
# after: rename Pet Beast
# after: rename Beast Pet
# after: rename Pet.age Pet.years
# after: rename Pet.years Pet.age
# after: rename pets animals
# after: rename animals pets

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", age=3, trace="t-1")
