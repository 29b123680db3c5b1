"""Records to and from files that other programs, and later years, can read."""
