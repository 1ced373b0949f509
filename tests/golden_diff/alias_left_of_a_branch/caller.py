"""A branch that a tag picks has another name, and the old one works."""

# fails: nothing
# after: rename AddPetPaidWithCard CardPayment

from pets import AddPetPaidWithCard, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", paid=AddPetPaidWithCard(by="card", number="1"))
