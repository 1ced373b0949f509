"""What was read is refused."""

# fails: run

from pets import parse_pet_born

assert parse_pet_born(b"0") == 0  # breaks
