"""What was masked is in a log."""

# fails: run

from pets import Login

assert "hunter2" not in repr(Login(user="rex", word="hunter2"))  # breaks
