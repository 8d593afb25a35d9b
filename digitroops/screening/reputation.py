"""Reputation: facts over time, never a number. Higher apps add the facts that they know of."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from django.utils.translation import gettext as _

from digitroops.programme.models import Member
from digitroops.screening.models import Audit

FactMaker = Callable[[Member], Iterable["Fact"]]
_makers: list[FactMaker] = []


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened on a day, and where it is known from."""

    at: dt.datetime
    title: str
    text: str
    icon: str
    source: str = ""
    url: str = ""
    word_id: int = 0


def register_facts(maker: FactMaker) -> FactMaker:
    """Add facts about a member; the maker is called in the reader's language."""
    _makers.append(maker)
    return maker


def facts_of(member: Member) -> list[Fact]:
    """Everything that is known of a member, the newest first."""
    found = [*own_facts(member), *(fact for maker in _makers for fact in maker(member))]
    return sorted(found, key=attrgetter("at"), reverse=True)


def own_facts(member: Member) -> Iterable[Fact]:
    """Audits with their outcome, coaching done, kind words; nothing of what was found."""
    for audit in member.audits.filter(state=Audit.State.DECIDED):
        if audit.decided:
            yield Fact(
                audit.decided,
                _("Footprint audit decided"),
                str(audit.outcome_label),
                "clipboard-check",
            )
        if audit.coached:
            yield Fact(audit.coached, _("Coaching done"), audit.lesson_title, "school")
    for word in member.kind_words.all():
        at = dt.datetime.combine(word.day, dt.time(5), tzinfo=dt.UTC)
        yield Fact(at, _("A kind word"), word.text, "heart", word.source, word.url, word.pk)
