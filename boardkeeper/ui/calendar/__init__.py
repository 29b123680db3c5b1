"""The calendar: every organisation's meetings in one month, week or list, and what clashes."""
