"""The history of the tables. It ships in the wheel; services.schema runs it."""
