"""The data exports of social platforms, read safely into one set of records.

    with open_archive(path) as archive:
        for record in archive:  # Profile | Follower | Following | Post | Problem
            ...
        report = archive.account

Only members on a platform's list are opened (`wanted_members`); private messages, contacts, addresses and
searches are not on any list. A bad record becomes a `Problem`; an archive that cannot be read raises an
`ArchiveError`.
"""

from digitroops.engines.archives.archive import Archive, open_archive, platforms_in
from digitroops.engines.archives.child import Child, read_in_child
from digitroops.engines.archives.errors import (
    ArchiveError,
    Bomb,
    Crashed,
    Encrypted,
    HtmlExport,
    NotAnArchive,
    Stopped,
    TooLarge,
    Truncated,
    UnknownPlatform,
    Unsafe,
)
from digitroops.engines.archives.limits import Limits
from digitroops.engines.archives.records import (
    Account,
    Check,
    Completeness,
    Engagement,
    Follower,
    Following,
    Kind,
    Post,
    Problem,
    Profile,
    Reason,
    Record,
    State,
    Visibility,
)
from digitroops.engines.archives.registry import PLATFORMS, wanted_excerpts, wanted_members, wanted_patterns

__all__ = [
    "PLATFORMS",
    "Account",
    "Archive",
    "ArchiveError",
    "Bomb",
    "Check",
    "Child",
    "Completeness",
    "Crashed",
    "Encrypted",
    "Engagement",
    "Follower",
    "Following",
    "HtmlExport",
    "Kind",
    "Limits",
    "NotAnArchive",
    "Post",
    "Problem",
    "Profile",
    "Reason",
    "Record",
    "State",
    "Stopped",
    "TooLarge",
    "Truncated",
    "UnknownPlatform",
    "Unsafe",
    "Visibility",
    "open_archive",
    "platforms_in",
    "read_in_child",
    "wanted_excerpts",
    "wanted_members",
    "wanted_patterns",
]
