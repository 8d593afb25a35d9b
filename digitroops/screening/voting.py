"""What several decisions say together."""

from collections import Counter
from collections.abc import Iterable

from digitroops.screening.models import Decision, Vote


def outcome_of(decisions: Iterable[str]) -> str:
    """What the decisions say together, "" while they do not say it yet.

    Two that agree decide. When they differ a third decides by majority; three different ones meet in the
    middle, at coaching. Who passed a case on has not decided.
    """
    said = [decision for decision in decisions if decision != Vote.ESCALATE]
    if len(said) < 2:
        return ""
    decision, votes = Counter(said).most_common(1)[0]
    if votes > 1:
        return decision
    return Decision.COACH if len(said) > 2 else ""
