"""The services without a window. Knows no Qt, and no database but through the services."""
