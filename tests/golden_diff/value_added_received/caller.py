"""Other values than those that are named could come before."""

# fails: nothing

from pets import Client
from pets.testing import FakeTransport, make_pet

fake = FakeTransport()
client = Client(transport=fake)
fake.pets.add.returns(make_pet(name="Rex", age="dog"))
pet = client.pets.add(name="Rex")
match pet.age:
    case "cat" | "dog":
        pass
    case other:
        raise ValueError(other)
