"""The meeting pack: our own pages and everybody else's, made into one file."""
