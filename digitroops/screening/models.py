from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from digitroops.presence.models import Post
from digitroops.programme.models import Member


class Decision(models.TextChoices):
    CLEAR = "clear", pgettext_lazy("footprint audit", "Clear")
    COACH = "coach", _("Clear after coaching")
    NOT_NOW = "not_now", _("Not a fit this time")


OPEN_STATES = ["waiting", "scanning", "with_person", "in_review"]


class Audit(models.Model):
    """A footprint audit of one candidate: scanned, read by the person first, then by two reviewers."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SCANNING = "scanning", _("Being scanned")
        WITH_PERSON = "with_person", _("With the candidate")
        IN_REVIEW = "in_review", _("With the reviewers")
        DECIDED = "decided", _("Decided")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        FAILED = "failed", _("Failed")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="audits")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING, db_index=True)
    categories = models.JSONField(default=list)
    posts_total = models.PositiveIntegerField(default=0)
    posts_scanned = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    started = models.DateTimeField(default=timezone.now)
    scanned = models.DateTimeField(null=True, blank=True)
    submitted = models.DateTimeField(null=True, blank=True)
    decided = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    expires = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-started", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(state__in=OPEN_STATES),
                name="one_open_audit_per_member",
            )
        ]

    def __str__(self) -> str:
        return f"Audit {self.pk}"

    @property
    def number(self) -> str:
        """What reviewers know the candidate by."""
        return f"{self.pk:03d}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def with_person(self) -> bool:
        return self.state == self.State.WITH_PERSON


class Finding(models.Model):
    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="findings")
    post = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")
    platform = models.CharField(max_length=10)
    kind = models.CharField(max_length=16)
    text = models.TextField()
    posted = models.DateTimeField(null=True, blank=True)
    url = models.URLField(max_length=500, blank=True)
    category = models.CharField(max_length=20)
    severity = models.PositiveSmallIntegerField()
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    confidence = models.FloatField(default=0)
    evidence = models.JSONField(default=list)
    reason = models.JSONField(default=dict)

    class Meta:
        ordering = ["-severity", "-posted", "pk"]

    def __str__(self) -> str:
        return f"{self.category} ({self.severity})"


class Reply(models.Model):
    """What the person says to a finding, before any reviewer reads it."""

    class Stance(models.TextChoices):
        EXPLAIN = "explain", _("I want to explain")
        DELETED = "deleted", _("I deleted the post")
        DISPUTE = "dispute", _("This finding is wrong")

    finding = models.OneToOneField(Finding, on_delete=models.CASCADE, related_name="reply")
    stance = models.CharField(max_length=8, choices=Stance.choices)
    text = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.get_stance_display()


class Review(models.Model):
    """One reviewer's independent decision; two different people, and a third when they differ."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    seat = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=8, choices=Decision.choices)
    reason = models.TextField()
    opened = models.DateTimeField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["seat"]
        constraints = [
            models.UniqueConstraint(fields=["audit", "reviewer"], name="one_review_per_reviewer"),
            models.UniqueConstraint(fields=["audit", "seat"], name="one_review_per_seat"),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.decision}"
