"""Parts of the body are checked now; their own classes are those of what comes in."""

# fails: run

from pets import AnimalHomeInput, Client
from pets.testing import FakeTransport, make_animal, make_animal_home, make_pet

fake = FakeTransport()
client = Client(transport=fake)
animal = make_animal(name="Rexie", home=make_animal_home(zip="300"))
fake.pets.add.returns(make_pet(animal=animal))
assert client.pets.add(age=3).animal == animal
client.pets.add(name="Rexie", home=AnimalHomeInput(zip="300"))  # breaks
