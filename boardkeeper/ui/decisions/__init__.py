"""The section Decisions: what was decided, found by a word, and what is decided in writing."""
