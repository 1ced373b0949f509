"""The rules of a class keep their name where the class has another."""

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
