from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.programme.models import Member, Programme


class Incident(models.Model):
    """A crisis, real or a drill: while open, sharing stops and members follow the instruction."""

    class Kind(models.TextChoices):
        REAL = "real", _("Incident")
        DRILL = "drill", _("Drill")

    class Instruction(models.TextChoices):
        SILENT = "silent", _("Stay silent")
        STATEMENT = "statement", _("Share this statement")
        REPORT = "report", _("Report what you see")

    class Severity(models.IntegerChoices):
        LOW = 1, _("Low: we watch")
        RAISED = 2, _("Raised: we answer")
        HIGH = 3, _("High: everybody follows the instruction")
        SEVERE = 4, _("Severe: people may come to harm")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="incidents")
    title = models.CharField(_("title"), max_length=160)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices, default=Kind.REAL)
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=Severity.choices, default=Severity.RAISED
    )
    instruction = models.CharField(_("instruction"), max_length=9, choices=Instruction.choices)
    steps = models.TextField(_("what we do now"), blank=True, help_text=_("One step a line."))
    opened = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    closed = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    lessons = models.TextField(_("what we learned"), blank=True)

    class Meta:
        ordering = ["-opened", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"], condition=models.Q(closed=None), name="one_open_incident_per_programme"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Statement(models.Model):
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="statements")
    version = models.PositiveSmallIntegerField()
    text = models.TextField(_("official statement"))
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["incident", "version"], name="one_statement_version")]

    def __str__(self) -> str:
        return f"{self.incident}, version {self.version}"


class Acknowledgement(models.Model):
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="acknowledgements")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="acknowledgements")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "member"], name="acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.incident}"


class Claim(models.Model):
    """A rumour going round, what is true, and the ready answer."""

    class Verdict(models.TextChoices):
        CHECKING = "checking", _("Being checked")
        FALSE = "false", _("False")
        TRUE = "true", _("True")

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="claims")
    text = models.CharField(_("claim"), max_length=300)
    verdict = models.CharField(_("verdict"), max_length=8, choices=Verdict.choices, default=Verdict.CHECKING)
    correction = models.TextField(_("what is true"), blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class Sighting(models.Model):
    """What a member saw and reports to PR."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="sightings")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sightings")
    text = models.TextField(_("what you see"))
    url = models.URLField(_("address"), max_length=1000, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.text[:80]
