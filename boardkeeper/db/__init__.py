"""Records to and from SQLite. Nothing else knows SQLAlchemy, and only the journal writes."""
