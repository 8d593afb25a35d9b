from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.crisis.models import Claim, Incident
from digitroops.newsroom.forms import WebField


class IncidentForm(forms.ModelForm[Incident]):
    statement = forms.CharField(
        label=_("First official statement"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("May follow later. Needed when members are to share it."),
    )

    class Meta:
        model = Incident
        fields = ["title", "kind", "severity", "instruction", "steps"]
        widgets = {
            "kind": forms.RadioSelect,
            "instruction": forms.RadioSelect,
            "severity": forms.Select,
            "steps": forms.Textarea(attrs={"rows": 5}),
        }
        help_texts = {"steps": _("One step a line; its first sentence stands out.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instruction"].choices = Incident.Instruction.choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("instruction") == Incident.Instruction.STATEMENT and not cleaned.get("statement"):
            self.add_error(
                "statement",
                _("Members are asked to share a statement: write it, or choose another instruction."),
            )
        return cleaned


class StatementForm(forms.Form):
    text = forms.CharField(label=_("New version"), max_length=3000, widget=forms.Textarea(attrs={"rows": 4}))
    seen_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class ClaimForm(forms.ModelForm[Claim]):
    source_url = WebField(label=_("Address of the source"), max_length=500, required=False)

    class Meta:
        model = Claim
        fields = ["text", "verdict", "correction", "source", "source_url"]
        widgets = {"correction": forms.Textarea(attrs={"rows": 3}), "verdict": forms.Select}
        help_texts = {
            "correction": _("What members can copy as an answer. While it is checked: what holds until then.")
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text = _("A verdict needs an answer and its source. Until then leave it as “being checked”.")
        if cleaned.get("verdict") in {Claim.Verdict.FALSE, Claim.Verdict.TRUE}:
            for name in ("correction", "source"):
                if not cleaned.get(name):
                    self.add_error(name, text)
        return cleaned


class SightingForm(forms.Form):
    text = forms.CharField(label=_("What you see"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    url = WebField(label=_("Address"), max_length=1000, required=False)


class CloseForm(forms.Form):
    lessons = forms.CharField(
        label=_("What we learned"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What went well, what comes earlier next time. Two sentences are enough."),
    )
