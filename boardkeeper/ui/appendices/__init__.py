"""Papers in the window: under items, loose in a meeting, and an organisation's own."""
