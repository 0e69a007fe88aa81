"""Dutch: its words in YAML, and how its verbs are inflected."""
