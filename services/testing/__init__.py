"""Test mode: worlds of their own for browser tests. Production imports nothing of this."""
