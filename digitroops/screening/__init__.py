"""Footprint audits: findings, replies, reviews."""
