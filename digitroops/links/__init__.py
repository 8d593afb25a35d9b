"""Tracked links, the redirect path and clicks."""
