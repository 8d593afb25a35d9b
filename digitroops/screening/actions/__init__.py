"""What people can do in footprint audits."""

from digitroops.screening.actions.appeals import NoAppeal, answer_appeal, make_appeal
from digitroops.screening.actions.audits import (
    NotWithPerson,
    end_audits,
    finish_coaching,
    give_more_time,
    reply_to_finding,
    scan_again,
    start_audit,
    submit_audit,
    withdraw_audit,
)
from digitroops.screening.actions.by_hand import NotToRead, finish_reading, mark_post, unmark_post
from digitroops.screening.actions.kind_words import add_kind_word, remove_kind_word
from digitroops.screening.actions.learning import (
    NotAgreed,
    NotUsable,
    StillLearning,
    delete_weights,
    learn_from_decisions,
    learn_from_table,
    stop_using_weights,
    use_weights,
)
from digitroops.screening.actions.looks import ask_second_opinion, open_process, open_reputation
from digitroops.screening.actions.reviews import ReviewRefused, TooLate, decide, open_case, take_back
from digitroops.screening.actions.settings import (
    add_role,
    add_term,
    change_rules,
    remove_role,
    remove_term,
    sign_impact_note,
)
from digitroops.screening.closing import settle
from digitroops.screening.voting import outcome_of

__all__ = [
    "NoAppeal",
    "NotAgreed",
    "NotToRead",
    "NotUsable",
    "NotWithPerson",
    "ReviewRefused",
    "StillLearning",
    "TooLate",
    "add_kind_word",
    "add_role",
    "add_term",
    "answer_appeal",
    "ask_second_opinion",
    "change_rules",
    "decide",
    "delete_weights",
    "end_audits",
    "finish_coaching",
    "finish_reading",
    "give_more_time",
    "learn_from_decisions",
    "learn_from_table",
    "make_appeal",
    "mark_post",
    "open_case",
    "open_process",
    "open_reputation",
    "outcome_of",
    "remove_kind_word",
    "remove_role",
    "remove_term",
    "reply_to_finding",
    "scan_again",
    "settle",
    "sign_impact_note",
    "start_audit",
    "stop_using_weights",
    "submit_audit",
    "take_back",
    "unmark_post",
    "use_weights",
    "withdraw_audit",
]
