"""Learning from an organisation's own decisions: what counts as a label, the training, what is in use."""

import logging
import secrets
from dataclasses import asdict
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines import footprint
from digitroops.engines.footprint import LabelError, Labelled, RowProblem, Training
from digitroops.privacy.queries import holds
from digitroops.screening.models import Audit, AuditRules, Decision, Finding, Reply, Weights
from digitroops.screening.passages import masked
from digitroops.screening.queries import identities_of

OPEN = (Weights.State.WAITING, Weights.State.TRAINING)
PROBLEMS_KEPT = 200
HIDDEN_NAME = "[nama]"
logger = logging.getLogger("digitroops.screening")


class Lost(Exception):
    """The version was deleted, or another run has taken over: this one stops without a trace."""


def is_learning() -> bool:
    """Whether any programme has agreed that its decisions are learned from."""
    return AuditRules.objects.filter(learning=True).exists()


def labels_from_decisions() -> list[Labelled]:
    """The texts of decided findings with what the reviewers' decision says about them, names taken out.

    A case that ended clear says that its marks were none; one that ended otherwise says that they held, save
    for those that the person disputes. Programmes that have not agreed, cases with another look open and people
    who have paused the use of their data or objected are left out.
    """
    findings = (
        Finding.objects.filter(
            Q(audit__appeal=None) | Q(audit__appeal__decided__isnull=False),
            audit__state=Audit.State.DECIDED,
            audit__member__programme__audit_rules__learning=True,
        )
        .exclude(audit__member__employee__in=holds().values("employee"))
        .select_related("audit__member__employee", "reply")
        .order_by("audit", "pk")
    )
    names: dict[int, list[str]] = {}
    labels: dict[str, set[str]] = {}
    for finding in findings:
        member = finding.audit.member
        if member.pk not in names:
            names[member.pk] = identities_of(member)
        found = labels.setdefault(masked(finding.text, names[member.pk], HIDDEN_NAME), set())
        if finding.audit.outcome != Decision.CLEAR and not _disputed(finding):
            found.add(finding.category)
    return [
        Labelled(text, frozenset(found), row) for row, (text, found) in enumerate(labels.items(), start=1)
    ]


def _disputed(finding: Finding) -> bool:
    reply = getattr(finding, "reply", None)
    return reply is not None and reply.stance == Reply.Stance.DISPUTE


def versions() -> QuerySet[Weights]:
    """Every version, the newest first, without what only the scanner and the training need."""
    return Weights.objects.select_related("made_by").defer("model", "table")


def train_weights(weights_id: int) -> None:
    """Train one version and measure it on texts it has not seen; safe to run twice and after a kill.

    The newest run owns the row: an older one stops at its next sign of life. The uploaded table is deleted
    with the end of the training, whatever the end.
    """
    claim = secrets.token_hex(16)
    waiting = Weights.objects.filter(pk=weights_id, state__in=OPEN)
    if not waiting.update(state=Weights.State.TRAINING, claim=claim, progress=0):
        return
    own = Weights.objects.filter(pk=weights_id, claim=claim, state=Weights.State.TRAINING)
    try:
        rows, problems = _rows_of(own.get())
        training = footprint.train(rows, progress=partial(_tell, own))
    except Lost:
        return
    except LabelError as error:
        _fail(own, error.reason)
    except Exception:
        _fail(own, "training")
        logger.exception("Weights %s could not be trained.", weights_id)
        raise
    else:
        _keep(own, training, problems)


def _tell(own: QuerySet[Weights], percent: int) -> None:
    if not own.update(progress=percent):
        raise Lost


def _rows_of(weights: Weights) -> tuple[list[Labelled], list[RowProblem]]:
    if weights.source == Weights.Source.TABLE:
        return footprint.read_table(weights.table.splitlines(keepends=True))
    return labels_from_decisions(), []


def _fail(own: QuerySet[Weights], reason: str) -> None:
    own.update(state=Weights.State.FAILED, error=reason, table="", finished=timezone.now())


@transaction.atomic
def _keep(own: QuerySet[Weights], training: Training, problems: list[RowProblem]) -> None:
    found = sorted((*problems, *training.problems), key=lambda problem: problem.row)
    facts: dict[str, Any] = {
        "rows": training.rows,
        "before": {name: asdict(score) for name, score in training.before.items()},
        "after": {name: asdict(score) for name, score in training.after.items()},
    }
    weights = own.first()
    kept = own.update(
        state=Weights.State.READY,
        progress=100,
        table="",
        model=training.model.to_bytes(),
        problems=[
            {"row": problem.row, "reason": problem.reason, "detail": problem.detail}
            for problem in found[:PROBLEMS_KEPT]
        ],
        finished=timezone.now(),
        **facts,
    )
    if weights is not None and kept:
        record(
            actor=None,
            act="weights.trained",
            subject=weights,
            after={"rows": training.rows, "categories": list(training.after), "left_out": len(found)},
        )
