import secrets
from typing import TYPE_CHECKING

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.links.goal_models import Conversion, ConversionDay, Goal, ReportKey
from digitroops.links.sum_models import (
    Arrivals,
    ChannelDay,
    ClickPart,
    Dimension,
    StoryDay,
    StoryHour,
    StoryMinute,
    StoryPart,
)
from digitroops.links.utm_models import UtmTemplate
from digitroops.newsroom.models import Story
from digitroops.programme.models import Member

if TYPE_CHECKING:
    BigInteger = models.BigIntegerField[int, int]
else:
    BigInteger = models.BigIntegerField

__all__ = [
    "ChannelDay",
    "Click",
    "ClickDay",
    "ClickHour",
    "ClickPart",
    "Conversion",
    "ConversionDay",
    "DailyKey",
    "Dimension",
    "Goal",
    "Link",
    "LinkChange",
    "ReportKey",
    "SpoolFile",
    "StoryDay",
    "StoryHour",
    "StoryMinute",
    "StoryPart",
    "UtmTemplate",
    "Visitor",
]


class EventKey(BigInteger):
    """A primary key of 64 bits that SQLite keeps as its own row number, without an index beside the table."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


def loose_key() -> int:
    """An id for a click that came from no spool: random, below zero."""
    return -1 - secrets.randbits(62)


class Link(models.Model):
    """A tracked link: a short code that leads to a page and counts who comes."""

    code = models.CharField(max_length=24, unique=True)
    alias = models.CharField(max_length=24, unique=True, null=True, blank=True)
    target = models.URLField(max_length=2000)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="links")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="links")
    utm = models.JSONField(default=dict)
    created = models.DateTimeField(default=timezone.now)
    expires = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.code


class Click(models.Model):
    """One arrival at a link: the raw event, with the verdict whether it was a person and why.

    PostgreSQL holds these in one partition a month (by `date`), so the primary key there is (id, date); see
    docs/decisions/0006-clicks.md. Rows from a spool carry ids made of their place there, which makes a
    second copy of a row impossible; all others have a random id below zero.
    """

    class Verdict(models.TextChoices):
        PERSON = "person", _("Person")
        REPEAT = "repeat", _("Same visitor again")
        OWN = "own", _("The sharer's own test")
        PREVIEW = "preview", _("Link preview")
        BOT = "bot", _("Crawler")
        AI = "ai", _("AI crawler")
        MONITOR = "monitor", _("Monitor")
        SCANNER = "scanner", _("Mail or security scanner")
        LIBRARY = "library", _("Program")
        HEADLESS = "headless", _("Browser without a screen")
        PREFETCH = "prefetch", _("Prefetch")
        HEAD = "head", _("HEAD request")
        EMPTY = "empty", _("No user agent")
        HOSTING = "hosting", _("Data centre")
        BURST = "burst", _("Burst")

    id = EventKey(primary_key=True, default=loose_key)
    link = models.ForeignKey(
        Link, on_delete=models.CASCADE, related_name="clicks", db_constraint=False, db_index=False
    )
    at = models.DateTimeField(default=timezone.now, db_index=True)
    date = models.DateField(help_text="The day in the company's time zone.")
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    reason = models.CharField(max_length=60, blank=True)
    rule = models.PositiveSmallIntegerField(
        default=0, help_text="The rules that judged it; 0 before they had numbers."
    )
    method = models.CharField(max_length=8, blank=True, default="GET")
    agent = models.CharField(max_length=300, blank=True)
    referrer = models.CharField(max_length=200, blank=True, help_text="The host only.")
    languages = models.CharField(max_length=60, blank=True, help_text="Accept-Language as it came.")
    purpose = models.CharField(max_length=60, blank=True, help_text="Prefetch and prerender headers.")
    fetch = models.CharField(max_length=60, blank=True, help_text="Sec-Fetch-Mode, -Dest, -User.")
    via = models.CharField(max_length=8, blank=True, help_text="qr when the code of the picture was scanned.")
    visitor = models.CharField(max_length=32, blank=True, help_text="Keyed hash; the key lives two days.")
    network = models.CharField(max_length=16, blank=True, help_text="Keyed hash of the visitor's network.")
    device = models.CharField(max_length=12, blank=True)
    browser = models.CharField(max_length=30, blank=True)
    system = models.CharField(max_length=30, blank=True)
    app = models.CharField(max_length=30, blank=True, help_text="The app whose browser was used.")
    language = models.CharField(max_length=12, blank=True)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = [models.Index(fields=["link", "at"], name="clicks_of_link")]

    def __str__(self) -> str:
        return f"{self.link_id} {self.at}: {self.verdict}"


class Visitor(models.Model):
    """Who was at a link on a day, as a hash: the first arrival is the person, every later one a repeat.

    Rows are forgotten with the keys, a few days later; see `jobs.forget_visitors`.
    """

    pk = models.CompositePrimaryKey("date", "link_id", "hash")
    date = models.DateField()
    link_id = models.BigIntegerField()
    hash = models.CharField(max_length=32)

    def __str__(self) -> str:
        return f"{self.link_id} {self.date}: {self.hash}"


class ClickHour(Arrivals):
    """Arrivals at a link in an hour (UTC); the hours of a day add up to its ClickDay."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="hours", db_constraint=False)
    hour = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "hour"], name="one_row_per_link_and_hour")]

    def __str__(self) -> str:
        return f"{self.link_id} {self.hour}: {self.people}"


class ClickDay(Arrivals):
    """Clicks of a link on a day (in the company's time zone): people and machines."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="days")
    date = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["link", "date"], name="one_row_per_link_and_day")]

    def __str__(self) -> str:
        return f"{self.link} {self.date}: {self.people}"


class DailyKey(models.Model):
    """The key under which visitors of one day are told apart; thrown away after two days."""

    date = models.DateField(unique=True)
    key = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.date)


class LinkChange(models.Model):
    """A code whose link has changed or gone: what the caches of all redirecting processes look for each second.

    Written by triggers in the database (links/triggers.py), so that no way of changing a link is missed.
    """

    id = models.BigAutoField(primary_key=True)
    code = models.CharField(max_length=24)
    at = models.FloatField(db_index=True, help_text="Seconds since 1970.")

    def __str__(self) -> str:
        return self.code


class SpoolFile(models.Model):
    """A spool file of a redirecting process and how much of it is in the database.

    The place moves in the same transaction that writes the clicks before it. The number of this row is part of
    the ids of its clicks, so rows stay as long as the clicks do.
    """

    class State(models.TextChoices):
        GROWING = "growing", _("Growing")
        LOADED = "loaded", _("Loaded")

    uid = models.CharField(max_length=16, unique=True, help_text="Made by the process that writes the file.")
    node = models.CharField(max_length=120, blank=True)
    opened = models.DateTimeField(default=timezone.now, db_index=True)
    place = models.BigIntegerField(default=0, help_text="Bytes loaded.")
    clicks = models.PositiveIntegerField(default=0)
    damaged = models.PositiveIntegerField(default=0, help_text="Bytes that hold no click.")
    state = models.CharField(max_length=8, choices=State.choices, default=State.GROWING)
    changed = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.uid}: {self.place}"


class SpoolLoss(models.Model):
    """Clicks that a redirecting process could not write down, as when its disk was full."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    node = models.CharField(max_length=120)
    clicks = models.PositiveIntegerField()
    error = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.node}: {self.clicks}"
