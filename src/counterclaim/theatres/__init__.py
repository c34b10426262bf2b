"""Theatres: a conflict's parties, places, people, outlets and words, as data, and the reader that checks them."""
