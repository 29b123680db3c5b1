"""Series of meetings: how they repeat, what that gives, and what is done about a whole series."""
