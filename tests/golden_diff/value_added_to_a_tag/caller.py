"""The tag of a branch has one value more."""

# fails: nothing

from pets import AddPetPaidWithSepa, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", paid=AddPetPaidWithSepa(by="sepa"))
