"""What was masked is in a log."""

# fails: run

from pets import AddPet

assert "hunter2" not in repr(AddPet(user="rex", word="hunter2"))  # breaks
