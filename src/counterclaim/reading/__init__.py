"""Reports to tellings: text only; knows no person, place or party."""
