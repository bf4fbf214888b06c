"""Phrases: what units of a sentence name together, each kind of phrase in a module of its own."""
