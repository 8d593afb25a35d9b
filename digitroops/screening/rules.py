"""What holds for audits of one programme: what counts for whom, the deadlines, whether scanning may begin."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from digitroops.engines.footprint import CATEGORIES
from digitroops.people.models import Employee, Unit
from digitroops.privacy.officers import Officer
from digitroops.programme.models import Programme
from digitroops.screening.models import AuditRules, ImpactNote, RoleRule

HIGHEST = 4


@dataclass(frozen=True, slots=True)
class Counting:
    """What counts for one person: the lowest level by category, and the role it holds for ("" for everybody)."""

    levels: dict[str, int]
    role: str = ""

    @property
    def categories(self) -> list[str]:
        return list(self.levels)


def rules_of(programme: Programme) -> AuditRules:
    """The programme's rules; the careful defaults where nobody has set any."""
    return AuditRules.objects.filter(programme=programme).first() or AuditRules(programme=programme)


def standard_levels(programme: Programme, rules: AuditRules | None = None) -> dict[str, int]:
    """Every category with the lowest level that counts for everybody, 0 where it is switched off."""
    chosen = (rules or rules_of(programme)).levels
    if not chosen and programme.audit_categories:
        chosen = {name: int(name in programme.audit_categories) for name in CATEGORIES}
    return {name: _level(chosen.get(name, 1)) for name in CATEGORIES}


def _level(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value <= HIGHEST else 1


def counting_for(employee: Employee, programme: Programme) -> Counting:
    """What counts for this person: the first role that fits them, otherwise what holds for everybody."""
    levels = standard_levels(programme)
    role = next((role for role in programme.role_rules.select_related("unit") if fits(role, employee)), None)
    if role:
        levels |= {name: _level(level) for name, level in role.levels.items() if name in levels}
    return Counting({name: level for name, level in levels.items() if level}, role.name if role else "")


def fits(role: RoleRule, employee: Employee) -> bool:
    """Whether a role is this person's: their unit lies in the role's, and a word stands in their position."""
    if not role.unit and not role.position_words.strip():
        return False
    words = [word.strip().lower() for word in role.position_words.split(",") if word.strip()]
    position = employee.position.lower()
    return (not role.unit or _inside(employee.unit, role.unit)) and (
        not words or any(word in position for word in words)
    )


def _inside(unit: Unit, above: Unit) -> bool:
    return unit.path == above.path or unit.path.startswith(above.path + Unit.SEPARATOR)


def essentials(programme: Programme) -> dict[str, Any]:
    """What the impact note is about: when one of these changes, it has to be signed again."""
    rules = rules_of(programme)
    return {
        "levels": standard_levels(programme, rules),
        "roles": [
            {
                "name": role.name,
                "unit": role.unit.path if role.unit else "",
                "words": role.position_words,
                "levels": role.levels,
            }
            for role in programme.role_rules.select_related("unit")
        ],
        "keep_months": programme.keep_months,
        "reply_days": rules.reply_days,
        "appeal_days": rules.appeal_days,
        "watch_months": rules.watch_months,
        "learning": rules.learning,
        "opinion_url": rules.opinion_url,
        "dpo_name": rules.dpo_name,
        "dpo_email": rules.dpo_email,
    }


def fingerprint(facts: dict[str, Any]) -> str:
    """The same for the same facts, whatever their order."""
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def newest_note(programme: Programme) -> ImpactNote | None:
    """The impact note that was signed last."""
    return programme.impact_notes.select_related("signed_by").first()


def may_scan(programme: Programme) -> bool:
    """Whether posts may be read: the impact note of just these settings is signed, or none is asked for."""
    rules = rules_of(programme)
    if not rules.signoff_required:
        return True
    note = newest_note(programme)
    return note is not None and still_holds(note, programme)


def still_holds(note: ImpactNote, programme: Programme) -> bool:
    """Whether the settings are still those that were signed."""
    return fingerprint(note.facts.get("essentials", {})) == fingerprint(essentials(programme))


def officers() -> list[Officer]:
    """Who answers for the data of the programmes that are not closed, the newest programme first."""
    rules = AuditRules.objects.exclude(programme__state=Programme.State.CLOSED).exclude(dpo_name="")
    named = rules.order_by("-programme").values_list("dpo_name", "dpo_email")
    return [Officer(name, email) for name, email in named]
