"""Lessons that a reviewer can name: screening lies below the academy, so the academy registers where they come from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from digitroops.programme.models import Programme


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to go through together: a key that stays, its title, and the page where the member finds it."""

    key: str
    title: str
    url: str


LessonMaker = Callable[[Programme], Iterable[Lesson]]
_sources: list[LessonMaker] = []


def register_lessons(maker: LessonMaker) -> LessonMaker:
    """Add a source of lessons; it is given the programme."""
    _sources.append(maker)
    return maker


def lessons_of(programme: Programme) -> list[Lesson]:
    """Everything that can be named as coaching in a programme."""
    return [lesson for source in _sources for lesson in source(programme)]


def lesson_of(programme: Programme, key: str) -> Lesson | None:
    """The lesson of that key, None where it is gone or never was."""
    return next((lesson for lesson in lessons_of(programme) if lesson.key == key), None) if key else None
