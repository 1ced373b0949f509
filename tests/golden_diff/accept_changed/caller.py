"""A picture is bytes, whatever they mean."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(b"abc")
client.pets.add(name="Rex", age=3, trace="t-1")
