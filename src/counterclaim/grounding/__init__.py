"""What the words of a telling mean in the world: days and counts so far."""
