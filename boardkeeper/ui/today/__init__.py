"""The front page: what comes next, what it lacks, what is due, and where the hours went."""
