from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.insight.models import Placement, Rate
from digitroops.programme.models import Platform

Q = Rate.Quantity


class RateCardForm(forms.Form):
    """A rate card: from when, from where, and a range in rupiah for each quantity on any platform."""

    valid_from = forms.DateField(label=_("Valid from"), widget=forms.DateInput(attrs={"type": "date"}))
    source = forms.CharField(
        label=_("Source of the rates"),
        max_length=200,
        help_text=_("For example your media agency's price list, or what you paid last quarter."),
    )
    hourly_rate = forms.IntegerField(
        label=_("An hour of work"), min_value=0, help_text=_("With everything the company pays for it.")
    )
    minutes_per_share = forms.IntegerField(label=_("Minutes for one share"), min_value=1, initial=15)
    cpm_low = forms.IntegerField(label=_("1,000 views, low"), min_value=0)
    cpm_high = forms.IntegerField(label=_("1,000 views, high"), min_value=0)
    cpc_low = forms.IntegerField(label=_("A click, low"), min_value=0)
    cpc_high = forms.IntegerField(label=_("A click, high"), min_value=0)
    cpe_low = forms.IntegerField(label=_("An engagement, low"), min_value=0)
    cpe_high = forms.IntegerField(label=_("An engagement, high"), min_value=0)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        for quantity in Q.values:
            low, high = data.get(f"{quantity}_low"), data.get(f"{quantity}_high")
            if low is not None and high is not None and high < low:
                self.add_error(f"{quantity}_high", _("The high end is below the low end. Swap the two."))
        return data

    def rates(self) -> dict[str, tuple[int, int]]:
        """Rupiah by quantity as (low, high)."""
        return {q: (self.cleaned_data[f"{q}_low"], self.cleaned_data[f"{q}_high"]) for q in Q.values}


class PlacementForm(forms.ModelForm[Placement]):
    class Meta:
        model = Placement
        fields = ["influencer", "platform", "posted", "fee", "followers", "views", "engagements", "clicks"]
        widgets = {
            "posted": forms.DateInput(attrs={"type": "date"}),
            "platform": forms.Select(choices=Platform.choices),
        }
