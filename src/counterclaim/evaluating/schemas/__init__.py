"""What the files of labels hold: a JSON Schema each, and the differences from it."""
