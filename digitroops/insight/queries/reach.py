"""How many different people the team's accounts reach: read from archives, and apart from it what was only typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from digitroops.engines.audience import Audience as AudienceKeys
from digitroops.engines.audience import union_size
from digitroops.engines.measure import Figure, reach_declared, reach_sum, reach_unique
from digitroops.engines.roster import DECLARED_FACTOR
from digitroops.presence.models import Audience, SocialAccount

#: Up to so many ids are named to the database; beyond that all rows are read and the right ones kept.
FEW = 500


@dataclass(frozen=True)
class Reach:
    """Different followers of read accounts, all of them one by one, and the discounted typed ones."""

    unique: Figure
    total: Figure
    declared: Figure


def reach_of(members: Iterable[int]) -> Reach:
    """The reach of some members' accounts; an account is read when its follower keys are kept."""
    wanted = frozenset(members)
    few = len(wanted) <= FEW
    asked = SocialAccount.objects.filter(**({"employee__memberships__in": wanted} if few else {})).order_by()
    typed_of = {
        account_id: followers
        for account_id, followers, member_id in asked.values_list(
            "pk", "declared_followers", "employee__memberships"
        )
        if member_id in wanted
    }
    stored = Audience.objects.filter(**({"account__in": typed_of} if len(typed_of) <= FEW else {}))
    read = {
        account_id: (AudienceKeys.from_bytes(bytes(keys)), count)
        for account_id, keys, count in stored.values_list("account_id", "keys", "count").iterator()
        if account_id in typed_of
    }
    typed = [followers for account_id, followers in typed_of.items() if followers and account_id not in read]
    return Reach(
        unique=reach_unique(union_size([keys for keys, _count in read.values()])),
        total=reach_sum(count for _keys, count in read.values()),
        declared=reach_declared(typed, DECLARED_FACTOR),
    )
