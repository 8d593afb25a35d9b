"""Open calls, applications, eligibility, and the selection of the team."""
