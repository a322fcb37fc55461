"""The tables. Importing this package imports every one of them, which is what Alembic needs."""
