from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Unit
from digitroops.programme.models import ConsentText, Programme
from digitroops.recruitment.models import Sample, Verdict
from digitroops.recruitment.queries.applications import LONGEST, SHORTEST
from digitroops.ui.formats import day


class UnitsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Unit) -> str:
        return obj.path


class CallForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    message = forms.CharField(
        label=_("Message to employees"),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=4000,
        help_text=_("What it is about, why it is worth it, how much time it takes. It opens the e-mail."),
    )
    closes = forms.DateField(label=_("Applications until"), widget=forms.DateInput)
    units = UnitsField(
        label=_("Work units"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose none to invite everybody. A unit includes the units below it."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        units = self.fields["units"]
        if isinstance(units, UnitsField):
            units.queryset = Unit.objects.all()

    def clean_closes(self) -> Any:
        closes = self.cleaned_data["closes"]
        if closes < timezone.localdate():
            raise forms.ValidationError(gettext("This day has passed. Choose today or a later day."))
        if closes > self.programme.ends:
            raise forms.ValidationError(
                gettext("The programme ends on %(day)s. Choose a day until then, or move its end first.")
                % {"day": day(self.programme.ends)}
            )
        return closes


class ConsentForm(forms.Form):
    """One box for each item of the text; nothing is ticked beforehand, a needed one must be ticked."""

    def __init__(self, text: ConsentText, given: set[str], language: str, data: Any = None) -> None:
        super().__init__(data)
        self.consent_items = []
        for item in text.items.all():
            words = "en" if language == "en" else "id"
            self.fields[item.key] = forms.BooleanField(
                label=getattr(item, f"title_{words}"),
                required=item.required,
                initial=item.key in given,
                error_messages={
                    "required": _("Without this we cannot take your application. You may stop here, too.")
                },
            )
            self.consent_items.append((item, getattr(item, f"body_{words}")))

    def rows(self) -> list[dict[str, Any]]:
        """Each item with its words and its box."""
        return [{"item": item, "body": body, "field": self[item.key]} for item, body in self.consent_items]

    def keys(self) -> set[str]:
        """The items that were ticked."""
        return {key for key, ticked in self.cleaned_data.items() if ticked}


class MotivationForm(forms.Form):
    motivation = forms.CharField(
        label=_("Why I want to join"),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LONGEST,
    )

    def clean_motivation(self) -> str:
        text: str = self.cleaned_data["motivation"].replace("\r\n", "\n").strip()
        if len(text) < SHORTEST:
            raise forms.ValidationError(
                gettext(
                    "A little more, please: at least %(shortest)s characters, you have %(now)s. What you wrote "
                    "is still here."
                )
                % {"shortest": SHORTEST, "now": len(text)}
            )
        return text


LANGUAGES = [
    ("Indonesia", _("Indonesian")),
    ("Inggris", _("English")),
    ("Jawa", _("Javanese")),
    ("Sunda", _("Sundanese")),
    ("Minang", _("Minangkabau")),
    ("Batak", _("Batak")),
    ("Bali", _("Balinese")),
    ("Bugis", _("Buginese")),
    ("Isyarat", _("Sign language")),
]
MOST_HOURS = 40


class DetailsForm(forms.Form):
    """What helps to put a team together; nobody has to say any of it."""

    languages = forms.MultipleChoiceField(
        label=_("Languages I tell stories in"),
        choices=LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hours = forms.IntegerField(
        label=_("Hours a month I have for it"),
        required=False,
        min_value=0,
        max_value=MOST_HOURS,
        help_text=_("Leave it empty if you do not know yet."),
    )
    city = forms.CharField(label=_("Town where I work"), required=False, max_length=80)


class SampleForm(forms.Form):
    sample = forms.ChoiceField(label=_("The story"), choices=Sample.choices, widget=forms.RadioSelect)
    sample_note = forms.CharField(
        label=_("A sentence for the applicant"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What touched you, or what would help. The applicant reads it, with your name."),
    )


class OverrideForm(forms.Form):
    verdict = forms.ChoiceField(
        label=_("Decision"),
        choices=[("", _("As found")), *Verdict.choices],
        required=False,
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=500, min_length=10, widget=forms.Textarea(attrs={"rows": 3})
    )
