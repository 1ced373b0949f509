"""An item that is None was none."""

# fails: run

from pets import AddPet, Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet())


def body(request: AddPet) -> bytes:
    sent = request.build("https://pets.example.com", {}).body
    assert isinstance(sent, bytes)
    return sent


client.pets.add(name="Rex", tags=["small", None])
[sent] = fake.pets.add.calls
assert b"null" not in body(sent)  # breaks
