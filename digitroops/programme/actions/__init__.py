"""What a person can do to programmes, their texts and their members."""

from digitroops.programme.actions.consents import give_consent, withdraw_consent, withdraw_one
from digitroops.programme.actions.criteria import change_criterion, move_criterion
from digitroops.programme.actions.members import ALLOWED_MOVES, MoveRefused, move_member
from digitroops.programme.actions.policies import accept_policy, draft_policy, edit_policy, publish_policy
from digitroops.programme.actions.programmes import (
    EditedMeanwhile,
    NotReady,
    add_programme,
    close_programme,
    edit_programme,
    start_programme,
)
from digitroops.programme.actions.texts import (
    AlreadyPublished,
    draft_consent_text,
    edit_consent_text,
    publish_consent_text,
)

__all__ = [
    "ALLOWED_MOVES",
    "AlreadyPublished",
    "EditedMeanwhile",
    "MoveRefused",
    "NotReady",
    "accept_policy",
    "add_programme",
    "change_criterion",
    "close_programme",
    "draft_consent_text",
    "draft_policy",
    "edit_consent_text",
    "edit_policy",
    "edit_programme",
    "give_consent",
    "move_criterion",
    "move_member",
    "publish_consent_text",
    "publish_policy",
    "start_programme",
    "withdraw_consent",
    "withdraw_one",
]
