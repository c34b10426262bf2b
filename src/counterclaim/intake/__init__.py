"""Bytes to reports: one file per format, each a line in FORMATS."""
