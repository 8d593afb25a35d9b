from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.newsroom.models import Story
from digitroops.programme.models import Member


class Link(models.Model):
    """A tracked link: a short code that leads to a page and counts who comes."""

    code = models.CharField(max_length=24, unique=True)
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
    """One arrival at a link, with the verdict whether it was a person and why."""

    class Verdict(models.TextChoices):
        PERSON = "person", _("Person")
        REPEAT = "repeat", _("Same visitor again")
        PREVIEW = "preview", _("Link preview")
        BOT = "bot", _("Crawler or monitor")
        PREFETCH = "prefetch", _("Prefetch")
        OWN = "own", _("The sharer's own test")
        EMPTY = "empty", _("No user agent")
        HEAD = "head", _("HEAD request")

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="clicks")
    at = models.DateTimeField(default=timezone.now, db_index=True)
    date = models.DateField(help_text="The day in the company's time zone.")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.CharField(max_length=60, blank=True)
    visitor = models.CharField(max_length=32, blank=True)
    referrer = models.CharField(max_length=200, blank=True)
    agent = models.CharField(max_length=300, blank=True)
    device = models.CharField(max_length=12, blank=True)

    class Meta:
        indexes = [models.Index(fields=["link", "at"], name="clicks_of_link")]
        constraints = [
            models.UniqueConstraint(
                fields=["link", "date", "visitor"],
                condition=models.Q(verdict="person"),
                name="one_person_per_link_and_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.link} {self.at}: {self.verdict}"


class ClickDay(models.Model):
    """Clicks of a link on a day (in the company's time zone): people and machines."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="days")
    date = models.DateField(db_index=True)
    people = models.PositiveIntegerField(default=0)
    repeats = models.PositiveIntegerField(default=0)
    machines = models.PositiveIntegerField(default=0)
    own = models.PositiveIntegerField(default=0)

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
