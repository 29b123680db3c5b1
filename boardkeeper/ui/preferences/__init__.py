"""Settings: language, looks, oneself, the data, and what this program is."""
