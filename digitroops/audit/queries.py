"""What one may read of the record; the caller says which roles the viewer holds."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from digitroops.audit.models import Entry
from digitroops.audit.titles import field_of
from digitroops.ui.formats import day

#: Fields whose words belong to another model than the one the act was done to.
ELSEWHERE = {"role": "people.rolegrant"}
ISO_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d)")

#: Acts on accounts and on the installation, which only administrators follow.
ADMINISTRATION = ("user.", "role.", "company.", "sign_in_link.")
#: What was found in somebody's posts is for the person and the reviewers; others see that something was done.
CONFIDENTIAL = "screening."
#: What reviewers do in a case: they stay unnamed for everybody but administrators.
OF_REVIEWERS = (
    "audit.opened",
    "audit.reviewed",
    "audit.review_taken_back",
    "appeal.answered",
    "finding.opinion_asked",
)


def entries_for(roles: Collection[str]) -> QuerySet[Entry]:
    """Everything for administrators, the acts of the programme for PR, nothing for others."""
    if "administrator" in roles:
        return Entry.objects.all()
    if "pr" not in roles:
        return Entry.objects.none()
    hidden = Q()
    for prefix in ADMINISTRATION:
        hidden |= Q(act__startswith=prefix)
    return Entry.objects.exclude(hidden)


def entries_about(roles: Collection[str], person_id: int) -> QuerySet[Entry]:
    """What was done to one person."""
    return entries_for(roles).filter(person_id=person_id)


def names_reviewers(roles: Collection[str]) -> bool:
    """Whether the viewer may read which reviewer did something."""
    return "administrator" in roles


def actor_for(roles: Collection[str], entry: Entry) -> str:
    """Who did it, as the viewer may read it: beside a person's name no reviewer is named."""
    if entry.act in OF_REVIEWERS and not names_reviewers(roles):
        return _("a reviewer")
    return entry.actor_name


def acts_for(roles: Collection[str]) -> list[str]:
    """The acts that occur in what the viewer may read."""
    return list(entries_for(roles).order_by().values_list("act", flat=True).distinct())


def search_entries(
    found: QuerySet[Entry],
    *,
    roles: Collection[str],
    q: str = "",
    act: str = "",
    person: str = "",
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> QuerySet[Entry]:
    """Words in who or what; an act; a person by id; a span of time. Unnamed reviewers are not found by name."""
    unnamed = Q() if names_reviewers(roles) else ~Q(act__in=OF_REVIEWERS)
    for word in q.split()[:5]:
        found = found.filter(Q(actor_name__icontains=word) & unnamed | Q(subject_name__icontains=word))
    if act:
        found = found.filter(act=act)
    if person.isdecimal():
        found = found.filter(person_id=int(person))
    if since:
        found = found.filter(at__gte=since)
    if until:
        found = found.filter(at__lt=until)
    return found


def differences(entry: Entry) -> list[dict[str, Any]]:
    """What differs, before and after, in the viewer's language; empty for what only reviewers may read."""
    if entry.subject_type.startswith(CONFIDENTIAL):
        return []
    names = [*entry.before, *(name for name in entry.after if name not in entry.before)]
    found = []
    for name in names:
        labels = _labels(entry.subject_type, name)
        before, after = _text(entry.before.get(name), labels), _text(entry.after.get(name), labels)
        if before != after:
            found.append({"name": field_of(name), "before": before, "after": after})
    return found


def _labels(subject_type: str, name: str) -> dict[str, str]:
    """What the stored values of a field with choices are called, where the subject has such a field."""
    try:
        field = apps.get_model(ELSEWHERE.get(name, subject_type))._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return {}
    choices = getattr(field, "flatchoices", None) or []
    return {str(value): str(label) for value, label in choices if value not in (None, "")}


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _text(value: Any, labels: Mapping[str, str]) -> str:
    if _is_empty(value):
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(_text(one, labels) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{field_of(key)}: {_text(one, {})}" for key, one in value.items())
    text = str(value)
    if ISO_DAY.fullmatch(text):
        return day(dt.date.fromisoformat(text))
    return labels.get(text, text)
