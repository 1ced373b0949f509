"""The tag of a branch has one value less."""

# fails: types

from pets import AddPetPaidWithBy, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", paid=AddPetPaidWithBy(by="debit"))  # breaks
