"""Employees, units, roles, sign-in and the HR import."""
