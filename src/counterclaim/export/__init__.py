"""Tellings out: one format per file, each a line in EXPORTS."""
