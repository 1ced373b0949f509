"""How identifiers are made; `planning.names` is the door to it."""
