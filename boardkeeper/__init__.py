"""BoardKeeper: every board and network you sit on, in one place, on your own machine."""

__version__ = "0.1.0"
