"""The section Tasks: what was promised, by whom and by when, across every board."""
