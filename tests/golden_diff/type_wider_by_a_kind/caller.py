"""The kinds of toys that there were still are toys."""

# fails: nothing

from pets import Ball, Client, Rope
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))
client.pets.add(name="Rex", toys=[Ball(kind="Ball", size=1), Rope(kind="Rope")])
