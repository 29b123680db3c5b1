"""People: everyone one meets, and where."""
