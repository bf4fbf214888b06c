"""What happens to a ledger when things break: they are broken on purpose, many times, and what was lost is counted."""
