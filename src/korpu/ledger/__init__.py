"""Keeping what was read: append-only, one file now, a database server later."""
