"""What no payload is to be is whatever there is now."""

# fails: run

from pets import parse_pet_born

assert parse_pet_born(b'{"name": "Rex"}').name == "Rex"  # breaks
