"""What tests share: a PostgreSQL server, the server as a real process, waiting for a condition."""
