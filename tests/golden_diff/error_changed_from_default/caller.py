"""The error was read as all others, and is of another class."""

# fails: run

from pets import Client, Fault, HttpResponse, NotFound
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
fake.pets.add.returns(HttpResponse(status=404, headers=json, body=b'{"text": "gone"}'))
try:
    client.pets.add(name="Rex")
except NotFound as error:
    told = error
assert isinstance(told.error, Fault)  # breaks
