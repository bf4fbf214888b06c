"""How fast the web application is for many readers of a large ledger, and what a page weighs."""
