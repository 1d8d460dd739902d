"""Results of scoring → text for the terminal, and JSON (docs/scorecard.md); each room is imported by who prints it."""
