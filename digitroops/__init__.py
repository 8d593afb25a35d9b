"""Digitroops: the platform with which a PR team runs its internal influencers."""

__version__ = "0.1.0"
