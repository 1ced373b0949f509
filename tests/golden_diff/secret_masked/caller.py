"""It is there as before."""

# fails: nothing

from pets import Login

assert Login(user="rex", word="hunter2").word == "hunter2"
