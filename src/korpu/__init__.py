"""Körpü keeps the file on relations between states."""
