"""Pages of footprint audits: the person's own, the reviewers', and those who see that the process was kept."""
