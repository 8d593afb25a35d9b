"""What is wrong with candidates and goal, as sentences that say what to change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digitroops.engines.roster.candidate import Candidate
from digitroops.engines.roster.goal import Goal
from digitroops.engines.roster.reasons import Reason
from digitroops.engines.roster.rules import Apart, AtLeast, AtMost, Together, keys_in

MOST_FOLLOWERS = 50_000_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to put right. A `blocking` one makes a proposal impossible, others are shown beside it."""

    reason: Reason
    blocking: bool = True


def check(candidates: Sequence[Candidate], goal: Goal) -> tuple[Problem, ...]:
    """Every problem of the candidates and the goal, blocking ones first."""
    found = (*check_goal(goal), *check_people(candidates, goal), *check_rules(candidates, goal))
    return (*(one for one in found if one.blocking), *(one for one in found if not one.blocking))


def check_goal(goal: Goal) -> Iterator[Problem]:
    """Numbers of the goal that cannot be."""
    if not 0 <= goal.low <= goal.high or not goal.high:
        yield Problem(Reason("bad_size", {"low": goal.low, "high": goal.high}))
    if min(goal.wishes.all()) < 0:
        yield Problem(Reason("bad_wish"))
    if not 0 <= goal.declared_factor <= 1:
        yield Problem(Reason("bad_factor", {"factor": goal.declared_factor}))
    if goal.wishes.balance and not sum(goal.headcount.values()):
        yield Problem(Reason("no_headcount"), blocking=False)
    if goal.generations and not goal.generation_ground:
        yield Problem(Reason("generation_ground"))


def check_people(candidates: Sequence[Candidate], goal: Goal) -> Iterator[Problem]:
    """Too few people, people twice, accounts without followers."""
    eligible = sum(candidate.eligible for candidate in candidates)
    if not candidates:
        yield Problem(Reason("no_candidates"))
    elif not eligible:
        yield Problem(Reason("nobody_eligible"))
    elif eligible < goal.low:
        yield Problem(Reason("too_few", {"eligible": eligible, "low": goal.low}))
    yield from check_twice(candidates)
    for candidate in candidates:
        for account in candidate.accounts:
            where = {"key": candidate.key, "platform": account.platform}
            if account.audience is None and account.declared == 0:
                yield Problem(Reason("no_audience", where), blocking=False)
            if account.audience is not None and not account.followers:
                yield Problem(Reason("zero_followers", where), blocking=False)
            if absurd(account.declared):
                yield Problem(Reason("absurd_number", {**where, "number": account.declared}), blocking=False)


def check_twice(candidates: Sequence[Candidate]) -> Iterator[Problem]:
    """The same key or the same account with two people."""
    keys: set[str] = set()
    owners: dict[tuple[str, str], str] = {}
    for candidate in sorted(candidates, key=lambda one: one.key):
        if candidate.key in keys:
            yield Problem(Reason("same_key", {"key": candidate.key}))
        keys.add(candidate.key)
        for account in candidate.accounts:
            handle = account.handle.lstrip("@").casefold()
            first = owners.setdefault((account.platform, handle), candidate.key)
            if handle and first != candidate.key:
                where = {
                    "first": first,
                    "second": candidate.key,
                    "platform": account.platform,
                    "handle": handle,
                }
                yield Problem(Reason("same_account", where))


def check_rules(candidates: Iterable[Candidate], goal: Goal) -> Iterator[Problem]:
    """Rules that name nobody we know, negative numbers, generation without a ground."""
    known = {candidate.key for candidate in candidates}
    for rule in dict.fromkeys(goal.rules):
        for key in keys_in(rule):
            if key not in known:
                yield Problem(Reason("unknown_person", {"key": key}, rule))
        if isinstance(rule, Together | Apart) and len(set(rule.keys)) < 2:
            yield Problem(Reason("empty_rule", rule=rule))
        if isinstance(rule, AtLeast | AtMost):
            if rule.number < 0:
                yield Problem(Reason("bad_number", rule=rule))
            if rule.group.kind == "generation" and not goal.generation_ground:
                yield Problem(Reason("generation_ground"))


def absurd(declared: int) -> bool:
    """Whether nobody can have that many followers."""
    return not 0 <= declared <= MOST_FOLLOWERS


def believable(candidate: Candidate) -> Candidate:
    """The candidate with absurd declared numbers set to zero."""
    if not any(absurd(account.declared) for account in candidate.accounts):
        return candidate
    accounts = (replace(one, declared=0) if absurd(one.declared) else one for one in candidate.accounts)
    return replace(candidate, accounts=tuple(accounts))
