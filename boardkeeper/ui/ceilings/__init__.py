"""How much one takes on: the ceiling in force, those before it, and the times away."""
