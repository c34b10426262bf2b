"""What a stage needs to know of a language, as data: one folder each."""
