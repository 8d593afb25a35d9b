"""Incidents, statements, acknowledgements and claims."""
