import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Employee

#: UU 27/2022: three times twenty-four hours.
HOURS = dt.timedelta(hours=72)


class Request(models.Model):
    """Somebody uses one of their rights; answered by a person within three times twenty-four hours."""

    class Kind(models.TextChoices):
        ACCESS = "access", _("Tell me what is kept and who has seen it")
        CORRECT = "correct", _("Correct my data")
        RESTRICT = "restrict", _("Pause the use of my data")
        OBJECT = "object", _("No automated reading of my posts")
        ERASE = "erase", _("Delete my data")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        GRANTED = "granted", _("Done")
        DECLINED = "declined", _("Declined with a reason")
        TAKEN_BACK = "taken_back", _("Taken back")

    employee = models.ForeignKey(Employee, on_delete=models.CASCADE, related_name="privacy_requests")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN, db_index=True)
    at = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["employee", "kind"],
                condition=models.Q(state="open"),
                name="one_open_request_per_kind",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due < timezone.now()


class Breach(models.Model):
    """Data got lost or into wrong hands: what happened, whom it concerns, who was told and when."""

    title = models.CharField(_("in a few words"), max_length=160)
    happened = models.TextField(_("what happened, when and how"))
    which_data = models.TextField(_("which data"))
    people_count = models.PositiveIntegerField(_("how many people, about"), default=0)
    handling = models.TextField(_("what is being done"))
    found = models.DateTimeField(_("found on"), default=timezone.now)
    agency_told = models.DateTimeField(null=True, blank=True)
    people_told = models.DateTimeField(null=True, blank=True)
    closed = models.DateTimeField(null=True, blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-found", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def due(self) -> dt.datetime:
        return self.found + HOURS

    @property
    def hours_left(self) -> int:
        """Whole hours until both must have been told; negative once the time is over."""
        return int((self.due - timezone.now()).total_seconds() // 3600)

    @property
    def all_told(self) -> bool:
        return self.agency_told is not None and self.people_told is not None
