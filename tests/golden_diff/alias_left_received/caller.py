"""The old name works."""

# fails: nothing
# after: rename Pet.age Pet.years

from pets import Client, HttpResponse
from pets.testing import FakeTransport

fake = FakeTransport()
client = Client(transport=fake)
json = {"Content-Type": "application/json"}
fake.pets.add.returns(HttpResponse(status=200, headers=json, body=b'{"age": 3}'))
pet = client.pets.add(name="Rex")
assert pet.age == 3
