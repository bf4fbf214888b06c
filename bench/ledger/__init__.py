"""How fast the ledger is, and how large, on made ledgers of a million claims and more."""
