"""Boards: the organisations one sits in, with one's seat, its people, meetings and rules."""
