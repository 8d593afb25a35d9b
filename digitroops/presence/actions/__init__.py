"""What a person can do with accounts and archives."""

from digitroops.presence.actions.accounts import (
    AccountTaken,
    add_account,
    ask_about_growth,
    declare_followers,
    erase_accounts,
    explain_growth,
    remove_account,
)
from digitroops.presence.actions.archives import ConsentMissing, Sent, add_archive, erase_archives
from digitroops.presence.actions.uploads import (
    Damaged,
    Full,
    TooLarge,
    TooMany,
    WrongPlace,
    discard_upload,
    finish_uploads,
    keep_piece,
    start_upload,
)

__all__ = [
    "AccountTaken",
    "ConsentMissing",
    "Damaged",
    "Full",
    "Sent",
    "TooLarge",
    "TooMany",
    "WrongPlace",
    "add_account",
    "add_archive",
    "ask_about_growth",
    "declare_followers",
    "discard_upload",
    "erase_accounts",
    "erase_archives",
    "explain_growth",
    "finish_uploads",
    "keep_piece",
    "remove_account",
    "start_upload",
]
