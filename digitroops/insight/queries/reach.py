"""How many different people the team's accounts reach: read from archives, and apart from it what was only typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from digitroops.engines.audience import Audience as AudienceKeys
from digitroops.engines.audience import union_size
from digitroops.engines.measure import Figure, reach_declared, reach_sum, reach_unique
from digitroops.engines.roster import DECLARED_FACTOR
from digitroops.presence.models import Audience, SocialAccount


@dataclass(frozen=True)
class Reach:
    """Different followers of read accounts, all of them one by one, and the discounted typed ones."""

    unique: Figure
    total: Figure
    declared: Figure


def reach_of(members: Iterable[int]) -> Reach:
    """The reach of some members' accounts; an account is read when its follower keys are kept."""
    accounts = SocialAccount.objects.filter(employee__memberships__in=members).distinct()
    stored = Audience.objects.filter(account__in=accounts).values_list("account_id", "keys", "count")
    read = {account_id: (AudienceKeys.from_bytes(bytes(keys)), count) for account_id, keys, count in stored}
    typed = [
        account.declared_followers
        for account in accounts
        if account.pk not in read and account.declared_followers
    ]
    return Reach(
        unique=reach_unique(union_size([keys for keys, _count in read.values()])),
        total=reach_sum(count for _keys, count in read.values()),
        declared=reach_declared(typed, DECLARED_FACTOR),
    )
