"""The body of the error is not read any more."""

# fails: run

from pets import Client, Fault, NotFound
from pets.testing import FakeTransport, make_fault

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.fails(404, make_fault(text="gone"))
try:
    client.pets.add(name="Rex")
except NotFound as error:
    assert isinstance(error.error, Fault)  # breaks
