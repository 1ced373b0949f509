"""None was left out, and is null now."""

# fails: run

from pets import AddPet, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age=3))


def body(request: AddPet) -> bytes:
    sent = request.build("https://pets.example.com", {}).body
    assert isinstance(sent, bytes)
    return sent


client.pets.add(name="Rex", age=None)
[sent] = fake.pets.add.calls
assert b"age" not in body(sent)  # breaks
