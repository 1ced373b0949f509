"""What was as described still is."""

# fails: nothing

from pets import parse_pet_born

assert parse_pet_born(b'{"name": "Rex", "age": 1}').name == "Rex"
