"""Calendar files at the window: taken in with a preview, saved, and published in a folder."""
