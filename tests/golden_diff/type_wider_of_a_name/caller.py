"""Who takes all that a name stands for is asked to take one more."""

# fails: types

from typing import assert_never

from pets import Cat, Dog, Pet


def told(pet: Pet) -> str:
    match pet:
        case Cat() | Dog():
            return "known"
        case _:
            assert_never(pet)  # breaks


print(told(Cat(kind="cat")))
