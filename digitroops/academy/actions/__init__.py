"""What people do in the academy: PR writes courses, members learn."""

from digitroops.academy.actions.courses import (
    EditedMeanwhile,
    NotReady,
    add_course,
    add_default_course,
    edit_course,
    move,
    publish_course,
    remove,
    write_lesson,
    write_question,
)
from digitroops.academy.actions.learning import (
    LessonsUnread,
    activate_when_ready,
    answer_quiz,
    read_lesson,
)

__all__ = [
    "EditedMeanwhile",
    "LessonsUnread",
    "NotReady",
    "activate_when_ready",
    "add_course",
    "add_default_course",
    "answer_quiz",
    "edit_course",
    "move",
    "publish_course",
    "read_lesson",
    "remove",
    "write_lesson",
    "write_question",
]
