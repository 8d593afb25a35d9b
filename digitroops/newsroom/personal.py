"""What the newsroom stores about one person, for their own data."""

from typing import Any

from digitroops.newsroom.models import BriefReading, Question
from digitroops.people.models import User


def data_of(user: User) -> dict[str, Any]:
    """Which briefs the person has read and when, and the questions they asked with the answers."""
    readings = BriefReading.objects.filter(member__employee__user=user).order_by("at")
    questions = Question.objects.filter(asked_by__employee__user=user).order_by("asked")
    return {
        "read": list(readings.values("brief__title", "version", "at")),
        "questions": list(questions.values("brief__title", "text", "answer", "asked", "answered")),
    }
