"""What people do in recruitment: calls, applications, eligibility."""
