"""The year wheel: what comes back every year, as a picture and as a list."""
