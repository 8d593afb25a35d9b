"""The one way to write into the audit record."""

from typing import TYPE_CHECKING, Any

from django.db import models

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
