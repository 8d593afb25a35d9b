"""Pages of recruitment: calls, the application, the applicants."""
