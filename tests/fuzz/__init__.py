"""Our verdicts beside those of another validator, on schemas made at random."""
