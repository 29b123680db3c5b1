"""Files of contacts at the window: taken in with a preview, and saved."""

SUFFIXES = (".vcf", ".vcard")
"""What files of contacts are called."""
