from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.screening.models import Decision, Reply

LONGEST = 2000


class ReplyForm(forms.Form):
    stance = forms.ChoiceField(label=_("Your reply"), choices=Reply.Stance.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The reviewers read this beside the post. Say what happened and how you see it today."),
    )

    def clean(self) -> None:
        super().clean()
        stance, text = self.cleaned_data.get("stance"), self.cleaned_data.get("text", "").strip()
        if stance in {Reply.Stance.EXPLAIN, Reply.Stance.DISPUTE} and not text:
            self.add_error("text", _("Write a sentence or two, so that the reviewers understand you."))


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Your decision"),
        choices=Decision.choices,
        error_messages={"required": _("Choose one of the three; nothing is chosen for you.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why in a sentence or two: the decision needs its reason.")},
    )
