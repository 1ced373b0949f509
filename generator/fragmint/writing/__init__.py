"""Plan -> files: render (Jinja), layout (black), manifest, atomic write."""
