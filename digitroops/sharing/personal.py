"""What sharing stores about one person, for their own data."""

from typing import Any

from digitroops.people.models import User
from digitroops.sharing.models import Share, Skip


def data_of(user: User) -> dict[str, Any]:
    """Shares with words, link, clicks by day and proof, and the stories left aside."""
    shares = Share.objects.filter(member__employee__user=user).select_related("story", "link", "proof")
    skips = Skip.objects.filter(member__employee__user=user)
    return {
        "shares": [_share(share) for share in shares.order_by("created")],
        "left_aside": list(skips.values("story__title", "at")),
    }


def _share(share: Share) -> dict[str, Any]:
    proof = getattr(share, "proof", None)
    names = ("url", "at", "views", "likes", "comments", "reshares", "counted")
    return {
        "story": share.story.title,
        "channel": share.channel,
        "words": share.text,
        "own_words": share.own_words,
        "state": share.state,
        "created": share.created,
        "planned_for": share.due,
        "link": {"code": share.link.code, "target": share.link.target, "utm": share.link.utm},
        "clicks": list(
            share.link.days.order_by("date").values("date", "people", "repeats", "machines", "own")
        ),
        "proof": {name: getattr(proof, name) for name in names} if proof else None,
    }
