"""What if I say yes, and what if I leave: the year with a seat more, or with one less."""
