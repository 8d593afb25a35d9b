"""Campaigns, briefs, facts, questions, stories, captions and assets."""
