"""Social accounts, uploaded archives, followers and posts."""
