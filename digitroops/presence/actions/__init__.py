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
from digitroops.presence.actions.connections import (
    NotAsked,
    NotProved,
    ask_connection,
    disconnect,
    disconnect_all,
    prove_connection,
    read_now,
)
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
    "NotAsked",
    "NotProved",
    "Sent",
    "TooLarge",
    "TooMany",
    "WrongPlace",
    "add_account",
    "add_archive",
    "ask_about_growth",
    "ask_connection",
    "declare_followers",
    "discard_upload",
    "disconnect",
    "disconnect_all",
    "erase_accounts",
    "erase_archives",
    "explain_growth",
    "finish_uploads",
    "keep_piece",
    "prove_connection",
    "read_now",
    "remove_account",
    "start_upload",
]
