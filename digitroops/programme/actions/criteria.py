from typing import Any

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import User
from digitroops.programme.models import Criterion, Programme
from digitroops.programme.signals import criteria_changed


def _state(criterion: Criterion) -> dict[str, Any]:
    return {
        "kind": criterion.kind,
        "parameters": criterion.parameters,
        "enabled": criterion.enabled,
        "order": criterion.order,
    }


@transaction.atomic
def change_criterion(
    *,
    actor: User,
    programme: Programme,
    kind: str,
    parameters: dict[str, Any],
    enabled: bool,
    criterion: Criterion | None = None,
    remove: bool = False,
) -> Criterion | None:
    """Add a criterion (`criterion=None`), change it, or remove it; returns None once removed."""
    before = _state(criterion) if criterion else {}
    if criterion and remove:
        record(actor=actor, act="criterion.removed", subject=criterion, before=before)
        criterion.delete()
        criteria_changed.send(Criterion, programme=programme)
        return None
    if criterion is None:
        last = programme.criteria.order_by("-order").values_list("order", flat=True).first()
        criterion = Criterion(programme=programme, kind=kind, order=0 if last is None else last + 1)
    criterion.parameters, criterion.enabled = parameters, enabled
    criterion.save()
    act = "criterion.changed" if before else "criterion.added"
    record(actor=actor, act=act, subject=criterion, before=before, after=_state(criterion))
    criteria_changed.send(Criterion, programme=programme)
    return criterion


@transaction.atomic
def move_criterion(*, actor: User, criterion: Criterion, up: bool) -> None:
    """Swap a criterion with its neighbour; at the end of the list nothing happens."""
    rows = list(Criterion.objects.filter(programme=criterion.programme_id))
    place = next(index for index, row in enumerate(rows) if row.pk == criterion.pk)
    target = place - 1 if up else place + 1
    if not 0 <= target < len(rows):
        return
    rows[place], rows[target] = rows[target], rows[place]
    for order, row in enumerate(rows):
        row.order = order
    Criterion.objects.bulk_update(rows, ["order"])
    record(
        actor=actor,
        act="criterion.moved",
        subject=criterion,
        before={"order": place},
        after={"order": target},
    )
