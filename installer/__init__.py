"""The tools of those who work on BoardKeeper; `python3 installer/dev.py` is their one door."""
