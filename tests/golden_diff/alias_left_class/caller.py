"""The old name works, and what returns it is as it was."""

# fails: nothing
# after: rename Pet Animal

from pets import Client, HttpResponse, Pet
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
fake.pets.add.returns(HttpResponse(status=200, headers=json, body=b'{"age": 3}'))
pet: Pet = client.pets.add(name="Rex")
assert isinstance(pet, Pet)
