from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.links.models import Goal


class GoalForm(forms.ModelForm[Goal]):
    key = forms.SlugField(
        label=_("Short name for the site"),
        max_length=40,
        help_text=_("Your web team writes it into the page, for example pendaftaran."),
    )
    value = forms.IntegerField(
        label=_("Value"),
        min_value=0,
        max_value=10**12,
        initial=0,
        help_text=_("Rupiah, each time it is reached."),
    )
    days = forms.IntegerField(
        label=_("Days after the click"),
        min_value=1,
        max_value=90,
        initial=30,
        help_text=_("Later than this, nobody can say that the click had a part in it."),
    )

    class Meta:
        model = Goal
        fields = ["name", "key", "value", "open_value", "touch", "days", "server_only"]
        labels = {
            "name": _("Name"),
            "open_value": _("The site reports the value"),
            "touch": _("Counts for"),
            "server_only": _("Only your server may report it"),
        }
        help_texts = {
            "open_value": _("For baskets and donations: the page or your server says how much it was."),
            "touch": _("When somebody followed several links before."),
            "server_only": _(
                "For figures that go into contracts: a page's script can be imitated, a key cannot."
            ),
        }
        widgets = {"touch": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        touch = self.fields["touch"]
        assert isinstance(touch, forms.TypedChoiceField)
        touch.choices = Goal.Touch.choices  # without the empty one


class ReportKeyForm(forms.Form):
    name = forms.CharField(
        label=_("Name of the key"),
        max_length=60,
        help_text=_("Which server uses it, for example Toko daring."),
    )
