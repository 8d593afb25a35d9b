"""Shares and their proofs."""
