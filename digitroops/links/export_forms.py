from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

TABLES = [
    ("clicks", _("Every arrival, with its verdict")),
    ("link-days", _("Links by day")),
    ("link-hours", _("Links by hour")),
    ("story-days", _("Stories by day")),
    ("channel-days", _("Stories by day and platform")),
    ("story-hours", _("Stories by hour")),
    ("parts", _("Stories by source, device, language and country")),
    ("conversions", _("Every goal reached")),
    ("conversion-days", _("Goals by link and day")),
]


class ExportForm(forms.Form):
    """Which table, from when to when, and as what."""

    table = forms.ChoiceField(label=_("Table"), choices=TABLES, widget=forms.RadioSelect)
    first = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To"), widget=forms.DateInput(attrs={"type": "date"}))
    form = forms.ChoiceField(
        label=_("File"),
        choices=[("csv", _("CSV, for a spreadsheet")), ("parquet", _("Parquet, for data tools"))],
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("The end lies before the start. Choose a later day."))
        return data
