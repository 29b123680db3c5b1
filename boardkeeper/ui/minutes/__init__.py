"""Taking minutes: the secretary's evening on the page of a meeting, by keyboard alone."""
