"""Frozen records and pure rules. Nothing here knows a database, a window or a page."""
