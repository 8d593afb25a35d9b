"""Kind words about a member: recorded by PR with their source."""

import datetime as dt

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Member
from digitroops.screening.models import KindWord


@transaction.atomic
def add_kind_word(
    *, actor: User, member: Member, text: str, source: str, day: dt.date, url: str = ""
) -> KindWord:
    """Keep what somebody said about a member, with where it was said."""
    word = KindWord.objects.create(
        member=member, text=text, source=source, url=url, day=day, recorded_by=actor
    )
    record(actor=actor, act="kind_word.added", subject=word, person=member.employee, after={"source": source})
    return word


@transaction.atomic
def remove_kind_word(*, actor: User, word: KindWord) -> None:
    """Take a kind word out again."""
    record(actor=actor, act="kind_word.removed", subject=word, person=word.member.employee)
    word.delete()
