"""What sharing does when lower apps speak."""

from typing import Any

from digitroops.people.panels import register_data
from digitroops.programme.models import Member
from digitroops.programme.signals import member_moved
from digitroops.sharing import personal
from digitroops.sharing.actions import stop_shares


def connect() -> None:
    member_moved.connect(on_member_moved, dispatch_uid="sharing")
    register_data("sharing", personal.data_of)


def on_member_moved(sender: type[Member], *, member: Member, after: str, **rest: Any) -> None:
    """Nothing more goes out for somebody who has left."""
    if after == Member.State.LEFT:
        stop_shares(member=member)
