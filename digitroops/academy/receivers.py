"""What the academy does when lower apps speak."""

from typing import Any

from digitroops.academy import personal
from digitroops.academy.actions import activate_when_ready, add_default_course
from digitroops.academy.queries import lessons_to_name
from digitroops.people.models import User
from digitroops.people.panels import register_data
from digitroops.programme.models import Member, Policy, Programme
from digitroops.programme.signals import policy_accepted, programme_added
from digitroops.screening.lessons import register_lessons
from digitroops.screening.signals import coaching_finished


def connect() -> None:
    programme_added.connect(on_programme_added, dispatch_uid="academy")
    register_data("courses", personal.data_of)
    register_lessons(lessons_to_name)
    policy_accepted.connect(on_policy_accepted, dispatch_uid="academy")
    coaching_finished.connect(on_coaching_finished, dispatch_uid="academy")


def on_programme_added(sender: type[Programme], *, programme: Programme, actor: User, **rest: Any) -> None:
    add_default_course(actor=actor, programme=programme)


def on_policy_accepted(sender: type[Policy], *, member: Member, actor: User, **rest: Any) -> None:
    activate_when_ready(actor=actor, member=member)


def on_coaching_finished(sender: type[Member], *, member: Member, actor: User | None, **rest: Any) -> None:
    activate_when_ready(actor=actor, member=member)
