"""What PR can set for the audits of a programme, and what the data protection officer signs."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from digitroops.audit.actions import record
from digitroops.people.models import Unit, User
from digitroops.programme.models import Programme
from digitroops.screening.models import AuditRules, AuditTerm, ImpactNote, RoleRule
from digitroops.screening.rules import essentials

FIELDS = (
    "levels", "reply_days", "appeal_days", "answer_days", "next_chance_months", "watch_months", "post_days",
    "signoff_required", "dpo_name", "dpo_email", "learning", "opinion_url", "opinion_model",
)  # fmt: skip


def _facts(rules: AuditRules) -> dict[str, Any]:
    return {name: getattr(rules, name) for name in FIELDS}


@transaction.atomic
def change_rules(*, actor: User, programme: Programme, **changes: Any) -> AuditRules:
    """Change what counts and the deadlines; audits that have begun keep what held when they began."""
    rules, _created = AuditRules.objects.select_for_update().get_or_create(programme=programme)
    before = _facts(rules)
    for name, value in changes.items():
        setattr(rules, name, value)
    rules.save()
    after = _facts(rules)
    changed = {name for name in FIELDS if before[name] != after[name]}
    if changed:
        record(
            actor=actor,
            act="audit_rules.changed",
            subject=rules,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    return rules


@transaction.atomic
def add_role(
    *,
    actor: User,
    programme: Programme,
    name: str,
    unit: Unit | None,
    position_words: str,
    levels: Mapping[str, int],
) -> RoleRule:
    """Say what counts differently for people of one role."""
    role = RoleRule.objects.create(
        programme=programme, name=name, unit=unit, position_words=position_words, levels=dict(levels)
    )
    record(actor=actor, act="role_rule.added", subject=role, after={"name": name, "levels": dict(levels)})
    return role


@transaction.atomic
def remove_role(*, actor: User, role: RoleRule) -> None:
    """What holds for everybody holds for these people again."""
    record(
        actor=actor, act="role_rule.removed", subject=role, before={"name": role.name, "levels": role.levels}
    )
    role.delete()


@transaction.atomic
def add_term(*, actor: User, programme: Programme, **fields: Any) -> AuditTerm:
    """Add a phrase or pattern to look for."""
    term = AuditTerm.objects.create(programme=programme, **fields)
    record(actor=actor, act="audit_term.added", subject=term, after=fields)
    return term


@transaction.atomic
def remove_term(*, actor: User, term: AuditTerm) -> None:
    """No longer look for a phrase or pattern."""
    record(actor=actor, act="audit_term.removed", subject=term, before={"category": term.category})
    term.delete()


@transaction.atomic
def sign_impact_note(*, actor: User, programme: Programme, name: str, remarks: str) -> ImpactNote:
    """Sign the note for the settings as they are now; from then on posts may be read."""
    newest = programme.impact_notes.select_for_update().first()
    note = ImpactNote.objects.create(
        programme=programme,
        version=newest.version + 1 if newest else 1,
        facts={"essentials": essentials(programme)},
        remarks=remarks,
        signed_name=name,
        signed_by=actor,
    )
    record(
        actor=actor,
        act="impact_note.signed",
        subject=note,
        after={"version": note.version, "name": name, "remarks": remarks},
    )
    return note
