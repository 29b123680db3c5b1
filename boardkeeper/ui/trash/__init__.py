"""The trash: what was thrown away and can still be fetched back."""
