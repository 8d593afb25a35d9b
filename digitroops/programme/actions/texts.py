from typing import Any

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme import defaults
from digitroops.programme.models import ConsentItem, ConsentText, Programme

ITEM_FIELDS = ("key", "title_id", "title_en", "body_id", "body_en", "required", "order")


class AlreadyPublished(Exception):
    """A published text is never changed: make a new version instead."""


@transaction.atomic
def draft_consent_text(*, actor: User, programme: Programme) -> ConsentText:
    """The open draft of the next version, copied from the newest version when there is none yet."""
    newest = programme.consent_texts.first()
    if newest is None:
        raise ConsentText.DoesNotExist
    if newest.published is None:
        return newest
    draft = ConsentText.objects.create(
        programme=programme,
        version=newest.version + 1,
        purpose_id=newest.purpose_id,
        purpose_en=newest.purpose_en,
    )
    ConsentItem.objects.bulk_create(
        ConsentItem(text=draft, **{name: getattr(item, name) for name in ITEM_FIELDS})
        for item in newest.items.all()
    )
    _add_newer_items(draft)
    record(actor=actor, act="consent_text.drafted", subject=draft, after={"version": draft.version})
    return draft


@transaction.atomic
def edit_consent_text(
    *, actor: User, text: ConsentText, purpose_id: str, purpose_en: str, items: dict[int, dict[str, Any]]
) -> ConsentText:
    """Change a draft; `items` maps item ids to their new fields. Raises AlreadyPublished."""
    fresh = ConsentText.objects.select_for_update().get(pk=text.pk)
    if fresh.published:
        raise AlreadyPublished
    before = _facts(fresh)
    fresh.purpose_id, fresh.purpose_en = purpose_id, purpose_en
    fresh.save()
    for pk, fields in items.items():
        ConsentItem.objects.filter(pk=pk, text=fresh).update(**fields)
    record(actor=actor, act="consent_text.edited", subject=fresh, before=before, after=_facts(fresh))
    return fresh


def _add_newer_items(draft: ConsentText) -> None:
    """Kinds of consent that came with a newer version of the product, none of them required, join the next draft."""
    known = set(draft.items.values_list("key", flat=True))
    for order, item in enumerate(defaults.consent_text()["items"]):
        if item["key"] not in known and not item["required"]:
            ConsentItem.objects.create(text=draft, order=order, **item)


def _facts(text: ConsentText) -> dict[str, Any]:
    items = [{name: item[name] for name in ITEM_FIELDS} for item in text.items.values(*ITEM_FIELDS)]
    return {
        "version": text.version,
        "purpose_id": text.purpose_id,
        "purpose_en": text.purpose_en,
        "items": items,
    }


@transaction.atomic
def publish_consent_text(*, actor: User, text: ConsentText) -> ConsentText:
    """Publish a draft; from now on it is what candidates are asked, and it never changes again."""
    published = ConsentText.objects.filter(pk=text.pk, published=None).update(
        published=timezone.now(), published_by=actor
    )
    text.refresh_from_db()
    if published:
        record(actor=actor, act="consent_text.published", subject=text, after={"version": text.version})
    return text
