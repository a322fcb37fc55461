"""What every service stands on: errors, settings, storage, time, ids, correlation, logs, lifecycle."""
