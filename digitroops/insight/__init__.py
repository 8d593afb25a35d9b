"""Measures, rate cards and reports."""
