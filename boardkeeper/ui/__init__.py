"""The window: everything a person sees and touches on screen, and the only place that knows Qt."""
