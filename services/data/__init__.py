"""What an inventory begins with: the set-up types, and a workshop to look around in."""
