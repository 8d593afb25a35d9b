"""What people decide about learning: whether it happens, from what, and whether its outcome is used."""

from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines import footprint
from digitroops.people.models import User
from digitroops.screening import tasks
from digitroops.screening.learning import OPEN, is_learning, labels_from_decisions
from digitroops.screening.models import Weights


class NotAgreed(Exception):
    """No programme has agreed that its reviewers' decisions are learned from."""


class StillLearning(Exception):
    """Another version is being trained."""


class NotUsable(Exception):
    """The version is not ready, or is in use and so cannot be deleted."""


@transaction.atomic
def learn_from_decisions(*, actor: User) -> Weights:
    """Train a version on what the reviewers have decided. Raises NotAgreed, StillLearning or LabelError."""
    if not is_learning():
        raise NotAgreed
    usable, _problems = footprint.without_contradictions(labels_from_decisions())
    footprint.learnable(usable)
    return _begin(actor, Weights(source=Weights.Source.DECISIONS, rows=len(usable)))


@transaction.atomic
def learn_from_table(*, actor: User, table: str) -> Weights:
    """Train a version on an uploaded CSV table. Raises StillLearning or LabelError."""
    rows, _problems = footprint.read_table(table.splitlines(keepends=True))
    usable, _contradictions = footprint.without_contradictions(rows)
    footprint.learnable(usable)
    return _begin(actor, Weights(source=Weights.Source.TABLE, table=table, rows=len(usable)))


def _begin(actor: User, weights: Weights) -> Weights:
    if Weights.objects.filter(state__in=OPEN).exists():
        raise StillLearning
    weights.made_by = actor
    try:
        with transaction.atomic():
            weights.save()
    except IntegrityError as error:
        raise StillLearning from error
    record(
        actor=actor,
        act="weights.asked",
        subject=weights,
        after={"source": weights.source, "rows": weights.rows},
    )
    transaction.on_commit(partial(tasks.train_weights.enqueue, weights.pk))
    return weights


def use_weights(*, actor: User, weights: Weights) -> None:
    """Put a version into use, an older one as well; audits scanned from now on take it. Raises NotUsable."""
    try:
        _use(actor, weights)
    except IntegrityError as error:
        raise NotUsable from error


@transaction.atomic
def _use(actor: User, weights: Weights) -> None:
    ready = Weights.objects.select_for_update().filter(pk=weights.pk, state=Weights.State.READY)
    if not ready.exists():
        raise NotUsable
    before = _in_use()
    if before == weights.pk:
        return
    Weights.objects.filter(in_use=True).update(in_use=False)
    ready.update(in_use=True, used_from=timezone.now())
    record(
        actor=actor,
        act="weights.put_into_use",
        subject=weights,
        before={"version": before},
        after={"version": weights.pk},
    )


@transaction.atomic
def stop_using_weights(*, actor: User) -> None:
    """Go back to the built-in rules alone; the versions stay."""
    used = Weights.objects.select_for_update().filter(in_use=True).first()
    if used is None:
        return
    Weights.objects.filter(pk=used.pk).update(in_use=False)
    record(actor=actor, act="weights.taken_out_of_use", subject=used, before={"version": used.pk})


@transaction.atomic
def delete_weights(*, actor: User, weights: Weights) -> None:
    """Delete a version for good; one that is being trained stops. Raises NotUsable for the one in use."""
    found = Weights.objects.select_for_update().defer("model", "table").filter(pk=weights.pk).first()
    if found is None:
        return
    if found.in_use:
        raise NotUsable
    record(actor=actor, act="weights.deleted", subject=found, before={"rows": found.rows})
    found.delete()


def _in_use() -> int | None:
    return Weights.objects.filter(in_use=True).values_list("pk", flat=True).first()
