"""Looks that are recorded: opening the process or a reputation, and asking a model for a second opinion."""

from django.db import transaction
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines.footprint.second import NoOpinion, SecondOpinion, redacted, second_opinion
from digitroops.people.models import User
from digitroops.programme.models import Member, Programme
from digitroops.screening.asking import endpoint_of
from digitroops.screening.models import Finding, ModelOpinion
from digitroops.screening.queries import identities_of, may_ask_model


@transaction.atomic
def open_process(*, programme: Programme, viewer: User) -> None:
    """Keep that somebody has looked at the process of the audits."""
    record(actor=viewer, act="audit_process.opened", subject=programme)


@transaction.atomic
def open_reputation(*, member: Member, viewer: User) -> None:
    """Keep that PR has looked at a member's reputation."""
    record(actor=viewer, act="reputation.opened", subject=member, person=member.employee)


def ask_second_opinion(
    *, finding: Finding, reviewer: User, language: str
) -> SecondOpinion | NoOpinion | None:
    """Ask the company's own model about a finding, names taken out; None while that is switched off.

    None too for whoever objects to machines reading, and where the finding was deleted while the model thought.
    The answer is kept with the finding, beside the rules, and goes with it; asking again replaces it. The record keeps
    that it was asked and the category, never a text.
    """
    audit = finding.audit
    endpoint = endpoint_of(audit.member.programme)
    if endpoint is None or not may_ask_model(audit):
        return None
    sent = redacted(finding.text, identities_of(audit.member))
    answer = second_opinion(endpoint, sent, language=language)
    said = answer.category if isinstance(answer, SecondOpinion) else answer.reason
    with transaction.atomic():
        if not Finding.objects.select_for_update().filter(pk=finding.pk).exists():
            return None
        if isinstance(answer, SecondOpinion):
            kept = {"model": endpoint.model, "category": answer.category, "why": answer.why}
            ModelOpinion.objects.update_or_create(
                finding=finding, defaults={**kept, "asked_text": sent, "at": timezone.now()}
            )
        record(
            actor=reviewer,
            act="finding.opinion_asked",
            subject=audit,
            person=audit.member.employee,
            after={"outcome": said},
        )
    return answer
