"""The one way to write into the audit record."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.work.bulk import insert_rows

if TYPE_CHECKING:
    from digitroops.people.models import User

COLUMNS = (
    "at", "actor", "actor_name", "act", "subject_type", "subject_id", "subject_name", "person_id",
    "before", "after",
)  # fmt: skip


def record(
    *,
    actor: "User | None",
    act: str,
    subject: models.Model,
    person: models.Model | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Entry:
    """Add one entry. `act` is `noun.verb_past`, e.g. `archive.added`; `actor=None` is the system itself.

    `person` is the employee the act is about, so that everything done to a person can be listed.
    Nothing is ever deleted from the record, so a model whose name says who somebody is outside of the company offers
    `recorded_as` instead.
    """
    return Entry.objects.create(
        actor=actor,
        actor_name=str(actor) if actor else "Digitroops",
        act=act,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        subject_name=str(getattr(subject, "recorded_as", subject))[:200],
        person_id=person.pk if person else None,
        before=before or {},
        after=after or {},
    )


def record_many(
    *,
    actor: "User | None",
    act: str,
    kind: type[models.Model],
    items: Iterable[tuple[int, str, int | None, dict[str, Any], dict[str, Any]]],
) -> None:
    """Add one entry for each (subject id, its name, id of the person, before, after); for imports of thousands."""
    same = (timezone.now(), actor.pk if actor else None, str(actor) if actor else "Digitroops", act)
    label = kind._meta.label_lower
    rows = (
        (*same, label, str(pk), name[:200], person_id, before, after)
        for pk, name, person_id, before, after in items
    )
    insert_rows(Entry, COLUMNS, rows)
