"""What a name stands for is told once, wherever it is used."""

# fails: nothing

from pets import Client, Status
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.list.returns([])
status: Status = "sold"
client.pets.list(status=status)
