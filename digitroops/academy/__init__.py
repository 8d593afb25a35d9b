"""Courses, quizzes and certificates."""
