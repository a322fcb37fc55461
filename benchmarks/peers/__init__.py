"""The same seven operations on the same tables, written the way people write them with other tools."""
