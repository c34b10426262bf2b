"""The append-only log of reports, reviews and issues, and the state derived from it."""
