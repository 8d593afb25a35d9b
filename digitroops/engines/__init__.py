"""Pure Python engines: what the product exists for. No Django in here."""
