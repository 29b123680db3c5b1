"""Calendar files at the window: taken in with a preview, saved, and published in a folder."""

SUFFIXES = (".ics", ".ical", ".ifb", ".vcs")
"""What calendar files are called."""
