from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from digitroops.people.models import Unit
from digitroops.presence.models import Post, SocialAccount
from digitroops.programme.models import Member, Programme


class Decision(models.TextChoices):
    CLEAR = "clear", pgettext_lazy("footprint audit", "Clear")
    COACH = "coach", _("Clear after coaching")
    NOT_NOW = "not_now", _("Not a fit this time")


class Vote(models.TextChoices):
    """What one reviewer can say: a decision, or that somebody else should read this."""

    CLEAR = "clear", pgettext_lazy("footprint audit", "Clear")
    COACH = "coach", _("Clear after coaching")
    NOT_NOW = "not_now", _("Not a fit this time")
    ESCALATE = "escalate", _("Pass on to others")


OPEN_STATES = ["waiting", "scanning", "by_hand", "with_person", "in_review"]


class Audit(models.Model):
    """A footprint audit of one candidate: scanned, read by the person first, then by two reviewers."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SCANNING = "scanning", _("Being scanned")
        BY_HAND = "by_hand", _("Being read by a person")
        WITH_PERSON = "with_person", _("With the candidate")
        IN_REVIEW = "in_review", _("With the reviewers")
        DECIDED = "decided", _("Decided")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        FAILED = "failed", _("Reading broke off")

    class Purpose(models.TextChoices):
        SELECTION = "selection", _("Before the selection")
        WATCH = "watch", _("While a member")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="audits")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.SELECTION)
    since = models.DateTimeField(null=True, blank=True, help_text="only posts written after this are read")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING, db_index=True)
    categories = models.JSONField(default=list)
    levels = models.JSONField(default=dict, help_text="category -> the lowest level that counts")
    role_name = models.CharField(max_length=80, blank=True)
    due = models.DateTimeField(null=True, blank=True, help_text="until when the person may reply")
    reminded = models.DateTimeField(null=True, blank=True)
    posts_total = models.PositiveIntegerField(default=0)
    posts_scanned = models.PositiveIntegerField(default=0)
    end_told = models.DateTimeField(
        null=True, blank=True, help_text="when PR was told that it ends undecided"
    )
    error = models.TextField(blank=True)
    hand_due = models.DateTimeField(null=True, blank=True, help_text="until when a person is to have read")
    hand_reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started = models.DateTimeField(default=timezone.now)
    scanned = models.DateTimeField(null=True, blank=True)
    submitted = models.DateTimeField(null=True, blank=True)
    decided = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    expires = models.DateField(null=True, blank=True)
    lesson_key = models.CharField(max_length=60, blank=True)
    lesson_title = models.CharField(max_length=160, blank=True)
    coached = models.DateTimeField(null=True, blank=True)
    next_chance = models.DateField(null=True, blank=True)
    appeal_until = models.DateTimeField(null=True, blank=True)

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
    def read_by_hand(self) -> bool:
        """Whether a person read instead of the scan, because the candidate objected to automated reading."""
        return self.hand_due is not None

    @property
    def outcome_label(self) -> str | Promise:
        """The outcome in words; about a member “not now” means that a talk comes first."""
        if self.outcome == Decision.NOT_NOW and self.purpose == self.Purpose.WATCH:
            return _("A talk comes first")
        return self.get_outcome_display()

    @property
    def with_person(self) -> bool:
        return self.state == self.State.WITH_PERSON


class Finding(models.Model):
    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="findings")
    post = models.ForeignKey(Post, on_delete=models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey(SocialAccount, on_delete=models.SET_NULL, null=True, related_name="+")
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


class ModelOpinion(models.Model):
    """What the company's own model said of a finding when a reviewer asked: kept beside the rules, never alone.

    `asked_text` is what was sent, names taken out. It is deleted with the finding.
    """

    finding = models.OneToOneField(Finding, on_delete=models.CASCADE, related_name="model_opinion")
    model = models.CharField(max_length=120)
    category = models.CharField(max_length=20)
    why = models.TextField()
    asked_text = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.model}: {self.category}"


class Reply(models.Model):
    """What the person says to a finding, before any reviewer reads it."""

    class Stance(models.TextChoices):
        EXPLAIN = "explain", _("I want to explain")
        DELETED = "deleted", _("I deleted the post")
        DISPUTE = "dispute", _("This finding is wrong")

    class Check(models.TextChoices):
        OPEN = "", _("Not checked yet")
        GONE = "gone", _("No longer in the newest archive")
        THERE = "there", _("Still in the newest archive")

    finding = models.OneToOneField(Finding, on_delete=models.CASCADE, related_name="reply")
    stance = models.CharField(max_length=8, choices=Stance.choices)
    text = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    steps = models.JSONField(default=list, help_text="what of the list for deleting the person has ticked")
    check_result = models.CharField(max_length=5, choices=Check.choices, blank=True)
    checked = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.get_stance_display()


class Review(models.Model):
    """One reviewer's independent decision; two different people, and a third when they differ."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    seat = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=8, choices=Vote.choices)
    reason = models.TextField()
    lesson_key = models.CharField(max_length=60, blank=True)
    next_months = models.PositiveSmallIntegerField(null=True, blank=True)
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

    @property
    def seconds(self) -> int | None:
        """How long the case was open before the decision."""
        return max(0, round((self.at - self.opened).total_seconds())) if self.opened else None


class Appeal(models.Model):
    """The person asks somebody who has not decided before to look again; once for an audit."""

    audit = models.OneToOneField(Audit, on_delete=models.CASCADE, related_name="appeal")
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField()
    before = models.CharField(max_length=8, choices=Decision.choices)
    decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    reason = models.TextField(blank=True)
    opened = models.DateTimeField(null=True, blank=True)
    decided = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.audit}: {self.decision or 'open'}"


class AuditRules(models.Model):
    """What an audit in one programme looks for, how long everything takes, and who answers for the data."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="audit_rules")
    levels = models.JSONField(default=dict, help_text="category -> the lowest level that counts, 0 is off")
    reply_days = models.PositiveSmallIntegerField(_("days to reply"), default=14)
    appeal_days = models.PositiveSmallIntegerField(_("days to ask for another look"), default=14)
    answer_days = models.PositiveSmallIntegerField(_("days to answer that"), default=14)
    next_chance_months = models.PositiveSmallIntegerField(_("months until the next chance"), default=6)
    watch_months = models.PositiveSmallIntegerField(_("months between two checks of a member"), default=12)
    post_days = models.PositiveSmallIntegerField(_("days that read posts are kept"), default=90)
    signoff_required = models.BooleanField(_("scan only after the impact note is signed"), default=True)
    dpo_name = models.CharField(_("data protection officer"), max_length=120, blank=True)
    dpo_email = models.EmailField(_("e-mail of the officer"), blank=True)
    learning = models.BooleanField(_("learn from the reviewers' decisions"), default=False)
    opinion_url = models.URLField(_("address of the model"), max_length=300, blank=True)
    opinion_model = models.CharField(_("name of the model"), max_length=120, blank=True)

    def __str__(self) -> str:
        return f"Audit rules of {self.programme}"


class RoleRule(models.Model):
    """What counts for people of one role, where it differs: by their unit, or by words of their position."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="role_rules")
    name = models.CharField(_("name of the role"), max_length=80)
    unit = models.ForeignKey(
        Unit, verbose_name=_("work unit"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    position_words = models.CharField(_("words in the position"), max_length=120, blank=True)
    levels = models.JSONField(default=dict)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class AuditTerm(models.Model):
    """A phrase or pattern that PR adds to a category; for false claims with the correction beside it."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="audit_terms")
    category = models.CharField(_("category"), max_length=20)
    text = models.CharField(_("words or pattern"), max_length=400)
    pattern = models.BooleanField(_("this is a pattern (RE2)"), default=False)
    severity = models.PositiveSmallIntegerField(_("level"), default=3)
    correction = models.TextField(_("correction"), blank=True)

    class Meta:
        ordering = ["category", "text"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "category", "text"], name="one_audit_term")
        ]

    def __str__(self) -> str:
        return self.text


class ImpactNote(models.Model):
    """A signed data protection impact note: the facts as they were, who signed, when. Never changed."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="impact_notes")
    version = models.PositiveSmallIntegerField()
    facts = models.JSONField(default=dict)
    remarks = models.TextField(blank=True)
    signed_name = models.CharField(max_length=120)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    signed = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["programme", "version"], name="one_impact_note")]

    def __str__(self) -> str:
        return f"{self.programme}, version {self.version}"


class KindWord(models.Model):
    """A kind word that somebody said about a member in public or to the company, with its source."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="kind_words")
    text = models.TextField(_("what was said"))
    source = models.CharField(_("who said it, and where"), max_length=200)
    url = models.URLField(_("address"), max_length=500, blank=True)
    day = models.DateField(_("day"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    recorded = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Weights(models.Model):
    """The organisation's own weights in one version: trained in the background, used only after a person's yes."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        TRAINING = "training", _("Learning")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Not learned")

    class Source(models.TextChoices):
        DECISIONS = "decisions", _("Reviewers' decisions")
        TABLE = "table", _("Uploaded table")

    source = models.CharField(max_length=10, choices=Source.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    table = models.TextField(blank=True, help_text="the uploaded rows, deleted once learned from")
    rows = models.PositiveIntegerField(default=0)
    progress = models.PositiveSmallIntegerField(default=0, help_text="per cent of the training done")
    claim = models.CharField(max_length=32, blank=True, help_text="the run of the job that owns the row")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    error = models.TextField(blank=True)
    model = models.BinaryField(null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    in_use = models.BooleanField(default=False)
    used_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["in_use"], condition=models.Q(in_use=True), name="one_set_of_weights_in_use"
            ),
            models.UniqueConstraint(
                models.Case(models.When(state__in=["waiting", "training"], then=models.Value(1))),
                name="one_version_learned_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Weights {self.pk}"
