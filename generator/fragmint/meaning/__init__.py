"""What a description means: document -> Api. Knows OpenAPI and no Python."""
