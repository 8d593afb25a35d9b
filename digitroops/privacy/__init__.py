"""The rights of a person over their data, the register of processing, and what to do about a breach."""
