"""Goals on the company's own site, and who reached them by way of a link."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Goal(models.Model):
    """What somebody who followed a link may do on the company's site, and what that is worth."""

    class Touch(models.TextChoices):
        FIRST = "first", _("The first click")
        LAST = "last", _("The last click")

    programme = models.ForeignKey("programme.Programme", on_delete=models.CASCADE, related_name="goals")
    key = models.SlugField(_("short name for the site"), max_length=40)
    name = models.CharField(_("name"), max_length=80)
    value = models.PositiveBigIntegerField(_("value"), default=0, help_text=_("In rupiah, each time."))
    open_value = models.BooleanField(_("the site reports the value"), default=False)
    server_only = models.BooleanField(_("only your server may report it"), default=False)
    touch = models.CharField(_("counts for"), max_length=5, choices=Touch.choices, default=Touch.LAST)
    days = models.PositiveSmallIntegerField(_("days after the click"), default=30)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["ended", "name"]
        constraints = [models.UniqueConstraint(fields=["programme", "key"], name="goal_key_once")]

    def __str__(self) -> str:
        return self.name


class Conversion(models.Model):
    """A goal reached by somebody who had followed a link. Nothing about the person is kept."""

    class Via(models.TextChoices):
        SCRIPT = "script", _("Script on the page")
        SERVER = "server", _("Your server")

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="conversions")
    link = models.ForeignKey("links.Link", on_delete=models.CASCADE, related_name="conversions")
    at = models.DateTimeField(default=timezone.now)
    date = models.DateField(db_index=True)
    clicked = models.DateTimeField(help_text="The minute of the click that it counts for.")
    order = models.CharField(max_length=64, help_text="The site's own number, or one made from the click.")
    value = models.PositiveBigIntegerField(default=0)
    via = models.CharField(max_length=6, choices=Via.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "order"], name="conversion_once_per_order")]

    def __str__(self) -> str:
        return f"{self.goal} {self.order}"


class ConversionDay(models.Model):
    """Goals reached by way of a link on a day, with their value in rupiah."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="days_reached")
    link = models.ForeignKey("links.Link", on_delete=models.CASCADE, related_name="conversion_days")
    date = models.DateField(db_index=True)
    number = models.PositiveIntegerField(default=0)
    value = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "link", "date"], name="one_row_per_goal_link_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.goal_id} {self.link_id} {self.date}: {self.number}"


class ReportKey(models.Model):
    """A key with which the company's own server reports goals; only its hash is kept."""

    programme = models.ForeignKey("programme.Programme", on_delete=models.CASCADE, related_name="report_keys")
    name = models.CharField(_("name"), max_length=60)
    start = models.CharField(max_length=8)
    hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)
    used = models.DateTimeField(null=True, blank=True)
    revoked = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["revoked", "-created"]

    def __str__(self) -> str:
        return self.name
