"""The best team out of many candidates: an optimisation that says why.

`propose` takes candidates and a goal and gives a `Proposal`, or `Infeasible` with the smallest set of rules that
contradict each other; `conflict` looks for such a set alone. `change` and `swap` say what a change by hand would do,
`successors` who could best take a place that became free; `evaluate` gives the figures of any team. Reasons are keys
with parameters; `reason_text` and `rule_text` put them into Indonesian and English sentences.

How: reach is the size of the union of audiences, which has diminishing returns, so greedy choice comes near the best
and exchanges of two people come nearer; a proven bound says how near. Rules are whole-number rows; the exact solver
HiGHS finds a team that keeps them, or proves that there is none.
"""

from digitroops.engines.roster.candidate import Account, Candidate
from digitroops.engines.roster.change import Delta, Successor, change, successors, swap
from digitroops.engines.roster.check import Problem, check
from digitroops.engines.roster.errors import RosterError
from digitroops.engines.roster.explain import Seat
from digitroops.engines.roster.fairness import Share, fairness
from digitroops.engines.roster.figures import Figures, OnPlatform, evaluate
from digitroops.engines.roster.goal import DECLARED_FACTOR, Goal, Wishes, fair_cap
from digitroops.engines.roster.proposal import (
    Alternative,
    Infeasible,
    Price,
    Proposal,
    appraise,
    conflict,
    propose,
)
from digitroops.engines.roster.reasons import REASONS, Reason, reason_text, rule_text
from digitroops.engines.roster.rules import (
    Apart,
    AtLeast,
    AtMost,
    EligibleOnly,
    GivenRule,
    Group,
    Must,
    MustNot,
    Rule,
    Size,
    Together,
)

__all__ = [
    "DECLARED_FACTOR",
    "REASONS",
    "Account",
    "Alternative",
    "Apart",
    "AtLeast",
    "AtMost",
    "Candidate",
    "Delta",
    "EligibleOnly",
    "Figures",
    "GivenRule",
    "Goal",
    "Group",
    "Infeasible",
    "Must",
    "MustNot",
    "OnPlatform",
    "Price",
    "Problem",
    "Proposal",
    "Reason",
    "RosterError",
    "Rule",
    "Seat",
    "Share",
    "Size",
    "Successor",
    "Together",
    "Wishes",
    "appraise",
    "change",
    "check",
    "conflict",
    "evaluate",
    "fair_cap",
    "fairness",
    "propose",
    "reason_text",
    "rule_text",
    "successors",
    "swap",
]
