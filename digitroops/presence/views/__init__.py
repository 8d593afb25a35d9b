"""Pages of accounts, archives and how to get them."""
