"""The HTTP API: one module a resource, whose route handlers are found by looking into this folder."""
