"""The report of an archive that was read: what was there, what was checked, and what was never opened."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from digitroops.presence import checks
from digitroops.presence.models import Archive

COUNTS = {
    "followers": _("Followers"),
    "following": _("Followed accounts"),
    "friends": _("Friends"),
    "connections": _("Connections"),
    "post": _("Public posts"),
    "reply": _("Replies"),
    "comment": _("Comments"),
    "repost": _("Reposts"),
    "story": _("Stories"),
    "reel": _("Reels"),
    "video": _("Videos"),
    "live_chat": _("Messages in live chats"),
    "limited": _("Left out, not public"),
    "deleted": _("Left out, deleted by you"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """Followers then and now. `gained` and `gone` are known where followers have a stable name."""

    since: dt.datetime
    before: int
    after: int
    gained: int | None
    gone: int | None

    @property
    def change(self) -> int:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Report:
    """What one archive held, ready to be shown."""

    archive: Archive
    counts: list[tuple[str, int]]
    first: dt.datetime | None
    last: dt.datetime | None
    lines: list[checks.Line]
    reasons: list[str]
    opened: list[str] = field(default_factory=list)
    skipped: int = 0
    problems: list[dict[str, str]] = field(default_factory=list)
    compared: Compared | None = None

    @property
    def whole(self) -> bool:
        return bool(self.archive.report.get("whole"))

    @property
    def verified(self) -> bool:
        """Whether the archive is of the account and no check failed."""
        states = {line.name: line.state for line in self.lines}
        return states.get("owner") == checks.OK and checks.FAILED not in states.values()

    @property
    def passed(self) -> int:
        return sum(line.state == checks.OK for line in self.lines)


def report_of(archive: Archive) -> Report:
    """The report as a page shows it; counts of nothing are left out."""
    stored: dict[str, Any] = archive.report
    counts = stored.get("counts", {})
    return Report(
        archive=archive,
        counts=[(str(title), counts[key]) for key, title in COUNTS.items() if counts.get(key)],
        first=_time(stored.get("first")),
        last=_time(stored.get("last")),
        lines=checks.lines_of(stored.get("checks", {})),
        reasons=checks.reasons_of(stored.get("reasons", [])),
        opened=stored.get("members_read", []),
        skipped=stored.get("members_skipped", 0),
        problems=stored.get("problems", []),
        compared=_compared(stored.get("compared") or {}, stored.get("followers")),
    )


def _time(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def _compared(stored: dict[str, Any], followers: int | None) -> Compared | None:
    since = _time(stored.get("since"))
    if since is None or followers is None:
        return None
    return Compared(
        since, stored["before"], stored.get("after", followers), stored.get("gained"), stored.get("gone")
    )
