"""The checks, each with the rules whose breach it finds."""
