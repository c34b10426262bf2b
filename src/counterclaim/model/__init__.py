"""The values that travel between the stages: small, frozen, and able to print and compare themselves."""
