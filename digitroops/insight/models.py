from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.programme.models import Programme


class RateCard(models.Model):
    """What the company itself pays for media, from a day on; older cards are kept."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="rate_cards")
    valid_from = models.DateField(_("valid from"))
    source = models.CharField(_("source of the rates"), max_length=200)
    hourly_rate = models.PositiveIntegerField(_("an hour of work, rupiah"), default=0)
    minutes_per_share = models.PositiveSmallIntegerField(_("minutes for one share"), default=15)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "valid_from"], name="one_rate_card_per_day")
        ]

    def __str__(self) -> str:
        return str(self.valid_from)


class Rate(models.Model):
    """Rupiah for a quantity on a platform ('' = any), as a range."""

    class Quantity(models.TextChoices):
        THOUSAND_VIEWS = "cpm", _("1,000 views")
        CLICK = "cpc", _("a click")
        ENGAGEMENT = "cpe", _("an engagement")

    card = models.ForeignKey(RateCard, on_delete=models.CASCADE, related_name="rates")
    platform = models.CharField(_("platform"), max_length=10, blank=True)
    quantity = models.CharField(_("for"), max_length=3, choices=Quantity.choices)
    low = models.PositiveBigIntegerField(_("low, rupiah"))
    high = models.PositiveBigIntegerField(_("high, rupiah"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["card", "platform", "quantity"], name="one_rate_per_quantity"),
            models.CheckConstraint(condition=models.Q(high__gte=models.F("low")), name="rate_range_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity}: {self.low}-{self.high}"


class Placement(models.Model):
    """A paid post of an external influencer, to compare in the same money."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="placements")
    influencer = models.CharField(_("influencer"), max_length=120)
    platform = models.CharField(_("platform"), max_length=10)
    posted = models.DateField(_("posted on"))
    fee = models.PositiveBigIntegerField(_("fee, rupiah"))
    followers = models.PositiveBigIntegerField(_("followers"), default=0)
    views = models.PositiveBigIntegerField(_("views"), default=0)
    engagements = models.PositiveBigIntegerField(_("engagements"), default=0)
    clicks = models.PositiveBigIntegerField(_("clicks"), default=0)

    class Meta:
        ordering = ["-posted"]

    def __str__(self) -> str:
        return self.influencer
