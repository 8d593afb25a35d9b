"""What the academy stores about one person, for their own data."""

from typing import Any

from digitroops.academy.models import Enrolment
from digitroops.people.models import User


def data_of(user: User) -> list[dict[str, Any]]:
    """Courses with the lessons read, every attempt at the quiz, and the certificate."""
    enrolments = Enrolment.objects.filter(member__employee__user=user).select_related("course")
    return [
        {
            "course": enrolment.course.title,
            "started": enrolment.started,
            "passed": enrolment.passed,
            "certificate": enrolment.certificate,
            "lessons_read": list(enrolment.lessons_read.values_list("title", flat=True)),
            "attempts": list(enrolment.attempts.order_by("at").values("at", "score", "passed", "answers")),
        }
        for enrolment in enrolments.order_by("started")
    ]
