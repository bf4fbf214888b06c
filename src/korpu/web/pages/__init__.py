"""The pages: one module each, whose route handlers are found by looking into this folder."""
