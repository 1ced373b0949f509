"""What was one of several classes is none of them any more."""

# fails: types

from pets import Cat, Pet

pet: Pet = Cat(kind="cat")  # breaks
print(pet.kind)
