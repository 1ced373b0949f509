"""What a server can not answer once, it is asked again, as long as that is safe."""

# fails: run

from pets import Client, HttpResponse, Retries
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake, retries=Retries(first=0.0))
busy = HttpResponse(status=503, headers={}, body=b"")
fake.pets.add.in_turn(busy, make_pet(name="Rex", age=3))
assert client.pets.add(name="Rex", age=3).name == "Rex"  # breaks
