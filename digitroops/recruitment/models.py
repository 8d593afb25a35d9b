from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Employee, Unit
from digitroops.programme.models import Criterion, Member, Programme


class Call(models.Model):
    """An open call: who is invited to apply, until when."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="calls")
    title = models.CharField(_("title"), max_length=160)
    message = models.TextField(_("message to employees"))
    closes = models.DateField(_("applications until"))
    units = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name=_("units"))
    token = models.CharField(max_length=32, unique=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    opened = models.DateTimeField(null=True, blank=True)
    closed = models.DateTimeField(null=True, blank=True)
    expected = models.PositiveIntegerField(default=0)
    reminded = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-created"]

    def __str__(self) -> str:
        return self.title


class Invitation(models.Model):
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="invitations")
    employee = models.ForeignKey(Employee, on_delete=models.CASCADE, related_name="invitations")
    sent = models.DateTimeField(null=True, blank=True)
    opened = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "employee"], name="invited_once_per_call")]

    def __str__(self) -> str:
        return f"{self.employee}: {self.call}"


class Sample(models.TextChoices):
    """How a person of PR found the story that an applicant wrote; the applicant reads it with the note."""

    READY = "ready", _("Touches people already")
    PROMISING = "promising", _("A good beginning")
    TRAINING = "training", _("Training will help")


class Application(models.Model):
    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="application")
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications")
    motivation = models.TextField(_("why I want to join"), blank=True)
    started = models.DateTimeField(default=timezone.now)
    submitted = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)
    languages = models.JSONField(_("languages I tell stories in"), default=list, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours a month I have for it"), null=True, blank=True)
    city = models.CharField(_("town where I work"), max_length=80, blank=True)
    sample = models.CharField(_("storytelling sample"), max_length=10, choices=Sample.choices, blank=True)
    sample_note = models.TextField(blank=True)
    sample_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    sample_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-submitted", "-pk"]

    def __str__(self) -> str:
        return str(self.member)


class Verdict(models.TextChoices):
    MET = "met", _("Met")
    NOT_MET = "not_met", _("Not met")
    UNVERIFIED = "unverified", _("Not verified")


class CriterionResult(models.Model):
    """What the machine found for one criterion, with its evidence, and a person's override of it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="results")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    evidence = models.JSONField(default=dict)
    checked = models.DateTimeField(default=timezone.now)
    override = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    override_reason = models.TextField(blank=True)
    override_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    override_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["criterion__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="one_result_per_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.final}"

    @property
    def final(self) -> str:
        return self.override or self.verdict


class Proposal(models.Model):
    """A proposed team; figures are those of the roster engine for the seats as they stand.

    `terms` holds what this scenario asks beyond the programme (see queries.terms). `succeeds` is the published
    team in which this one fills a place that became free.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        WAITING = "waiting", _("Waiting for approval")
        APPROVED = "approved", _("Approved")
        PUBLISHED = "published", _("Published")
        DISCARDED = "discarded", _("Discarded")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="proposals")
    name = models.CharField(_("name"), max_length=120)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    seed = models.PositiveIntegerField(default=0)
    terms = models.JSONField(default=dict, blank=True)
    figures = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    succeeds = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="successions"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    submitted = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    published = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-created"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class ProposalStep(models.Model):
    """What a draft was before a change, so that the change can be taken back; newest first."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="steps")
    act = models.CharField(max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.act}"


class ProposalComment(models.Model):
    """What somebody says about a proposal, to the others who decide on it."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    text = models.TextField(_("comment"), max_length=2000)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["created", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Seat(models.Model):
    """One candidate in a proposal: chosen or not, with the engine's reason, and whether PR fixed it."""

    class Fixed(models.TextChoices):
        FREE = "", _("Free")
        LOCKED = "locked", _("Locked in")
        BANNED = "banned", _("Left out")

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="seats")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="seats")
    chosen = models.BooleanField(default=False)
    fixed = models.CharField(max_length=6, choices=Fixed.choices, blank=True)
    reach = models.PositiveBigIntegerField(default=0)
    unique_reach = models.PositiveBigIntegerField(default=0)
    reasons = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-chosen", "order", "pk"]
        constraints = [models.UniqueConstraint(fields=["proposal", "member"], name="one_seat_per_candidate")]

    def __str__(self) -> str:
        return str(self.member)
