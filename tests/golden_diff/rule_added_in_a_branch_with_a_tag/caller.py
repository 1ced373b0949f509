"""What is in the branch that the tag picks is too long now."""

# fails: run

from pets import AddPetPaidWithCard, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
card = AddPetPaidWithCard(by="card", number="1" * 17)
client.pets.add(name="Rex", paid=card)  # breaks
