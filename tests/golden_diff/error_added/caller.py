"""The status says it, as before."""

# fails: nothing

from pets import Client, NotFound
from pets.testing import FakeTransport, make_fault

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.fails(404, make_fault(text="gone"))
try:
    client.pets.add(name="Rex")
except NotFound as error:
    assert error.status == 404
