from functools import partial
from typing import Any

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people import tasks
from digitroops.people.models import HRImport, User

State = HRImport.State


@transaction.atomic
def add_import(*, file: Any, file_name: str, actor: User) -> HRImport:
    """Keep an uploaded HR list and have it checked in the background."""
    found = HRImport.objects.create(file=file, file_name=file_name[:200], uploaded_by=actor)
    record(actor=actor, act="hr_import.added", subject=found)
    transaction.on_commit(partial(tasks.check_import.enqueue, found.pk))
    return found


@transaction.atomic
def remap_import(*, found: HRImport, mapping: dict[str, int], actor: User) -> bool:
    """Read the list again with other columns; False when it is being applied or is done."""
    waiting = HRImport.objects.filter(
        pk=found.pk, state__in=[State.CHECKED, State.FAILED], finished=None
    ).update(state=State.WAITING, mapping=mapping, error="", counts={}, problems=[], sample=[])
    if waiting:
        record(actor=actor, act="hr_import.remapped", subject=found, after={"mapping": mapping})
        transaction.on_commit(partial(tasks.check_import.enqueue, found.pk))
    return bool(waiting)


@transaction.atomic
def apply_import(*, found: HRImport, skip_problems: bool, deactivate_missing: bool, actor: User) -> bool:
    """Have a checked list written in the background; False when somebody else was faster."""
    started = HRImport.objects.filter(pk=found.pk, state=State.CHECKED).update(
        state=State.APPLYING, skip_problems=skip_problems, deactivate_missing=deactivate_missing, progress=0
    )
    if started:
        after = {"skip_problems": skip_problems, "deactivate_missing": deactivate_missing}
        record(actor=actor, act="hr_import.confirmed", subject=found, after=after)
        transaction.on_commit(partial(tasks.apply_import.enqueue, found.pk))
    return bool(started)


@transaction.atomic
def cancel_import(*, found: HRImport, actor: User) -> bool:
    """Leave a list that has not been applied."""
    waiting = [State.WAITING, State.CHECKED, State.FAILED]
    cancelled = HRImport.objects.filter(pk=found.pk, state__in=waiting).update(state=State.CANCELLED)
    if cancelled:
        record(actor=actor, act="hr_import.cancelled", subject=found)
    return bool(cancelled)
