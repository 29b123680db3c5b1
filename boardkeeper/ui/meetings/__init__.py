"""Meetings: the list of them, and one meeting with its agenda."""
