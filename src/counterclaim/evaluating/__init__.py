"""Labelled reports, and how well a reader does on them."""
