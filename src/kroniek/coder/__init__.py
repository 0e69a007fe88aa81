"""The coder: parsed text to events, one spaCy component a step."""
