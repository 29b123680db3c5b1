"""The meeting pack in the window: chosen, looked at, printed, saved, sent and released."""
