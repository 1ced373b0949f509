"""What changed, and is it right."""
