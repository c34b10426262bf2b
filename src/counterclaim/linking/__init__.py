"""What is one claim, who told it first, what each retelling changed, and how many independent roots stand behind it."""
