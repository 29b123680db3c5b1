"""Ctrl+K: one field to go anywhere, do anything and find everything."""
