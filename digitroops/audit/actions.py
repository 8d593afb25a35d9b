"""The one way to write into the audit record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone

from digitroops.audit.models import Entry

if TYPE_CHECKING:
    from digitroops.people.models import User


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
    """
    return Entry.objects.create(
        actor=actor,
        actor_name=str(actor) if actor else "Digitroops",
        act=act,
        subject_type=subject._meta.label_lower,  # noqa: SLF001 -- Django's public model meta API
        subject_id=str(subject.pk),
        subject_name=str(subject)[:200],
        person_id=person.pk if person else None,
        before=before or {},
        after=after or {},
    )


def record_many(
    *,
    actor: "User | None",
    act: str,
    items: Sequence[tuple[models.Model, int | None, dict[str, Any], dict[str, Any]]],
) -> None:
    """Add one entry for each (subject, id of the person, before, after); for imports of thousands."""
    now = timezone.now()
    name = str(actor) if actor else "Digitroops"
    Entry.objects.bulk_create(
        Entry(
            at=now,
            actor=actor,
            actor_name=name,
            act=act,
            subject_type=subject._meta.label_lower,  # noqa: SLF001 -- Django's public model meta API
            subject_id=str(subject.pk),
            subject_name=str(subject)[:200],
            person_id=person_id,
            before=before,
            after=after,
        )
        for subject, person_id, before, after in items
    )
