"""A union of classes cannot be called as a class can."""

# fails: types

from pets import Pet

pet = Pet(kind="cat")  # breaks
print(pet.kind)
