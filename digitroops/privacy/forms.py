from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.privacy.models import Request


class AskForm(forms.Form):
    kind = forms.ChoiceField(choices=Request.Kind.choices)
    text = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class AnswerForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Your answer"),
        choices=[("granted", _("It is done")), ("declined", _("It cannot be done, for a reason"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    text = forms.CharField(
        label=_("What the person reads"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what was done, or why it cannot be done.")},
    )


class BreachForm(forms.Form):
    title = forms.CharField(label=_("In a few words"), max_length=160)
    found = forms.DateTimeField(
        label=_("Found on"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        help_text=_("The three times 24 hours run from here."),
    )
    happened = forms.CharField(
        label=_("What happened, when and how"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    which_data = forms.CharField(
        label=_("Which data"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    people_count = forms.IntegerField(label=_("How many people, about"), min_value=0)
    handling = forms.CharField(
        label=_("What is being done"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean_found(self) -> object:
        found = self.cleaned_data["found"]
        if found > timezone.now():
            raise forms.ValidationError(_("This lies in the future. When was it found?"))
        return found
