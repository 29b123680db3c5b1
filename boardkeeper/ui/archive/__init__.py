"""Old minutes at the window: a folder of them looked over, and taken in."""
