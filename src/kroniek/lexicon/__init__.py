"""What is the same in every language: states, organisations, persons; how entries are loaded."""
