"""Hours: written down, added up, corrected."""
