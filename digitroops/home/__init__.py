"""Dashboards, navigation, installable app and health."""
