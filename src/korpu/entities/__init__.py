"""Persons, missions, organisations, agreements, projects and places: one entity under its spellings, cases and scripts."""
