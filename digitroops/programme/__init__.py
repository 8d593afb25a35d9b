"""Programmes, their criteria, consent, policy and members."""
