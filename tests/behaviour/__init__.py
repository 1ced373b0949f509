"""What the generated client does, over real sockets."""
