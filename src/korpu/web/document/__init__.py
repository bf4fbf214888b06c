"""A document as its page shows it: paragraphs cut where claims begin and end, and what is said of each claim."""
