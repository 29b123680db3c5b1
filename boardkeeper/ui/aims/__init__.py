"""My own side of a meeting: what I go there for, and what came of it."""
