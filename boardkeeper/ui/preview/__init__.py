"""Looking at a paper before it is printed, saved or mailed."""
