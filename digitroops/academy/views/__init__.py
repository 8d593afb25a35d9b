"""Pages of the academy: learning for members, writing for PR."""
