"""The web application: what the ledger holds, to read, look at, check and decide in a browser."""
