import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.people.models import Generation, Unit
from digitroops.programme import defaults
from digitroops.programme.models import ConsentText, Criterion, Platform

BLANK_LINES = re.compile(r"\n{3,}")


class ProgrammeForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    goal = forms.CharField(
        label=_("Goal"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What should the public understand better by the end? Members read this first."),
    )
    starts = forms.DateField(label=_("Starts"), widget=forms.DateInput)
    ends = forms.DateField(label=_("Ends"), widget=forms.DateInput)
    team_size = forms.IntegerField(
        label=_("Team size"), min_value=1, max_value=500, initial=defaults.TEAM_SIZE
    )
    platforms = forms.MultipleChoiceField(
        label=_("Allowed platforms"),
        choices=Platform.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=defaults.PLATFORMS,
    )
    keep_months = forms.IntegerField(
        label=_("Months to keep audit results"), min_value=1, max_value=36, initial=12
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        starts, ends = data.get("starts"), data.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", gettext("The end lies before the start. Choose a later date."))
        elif ends and ends < timezone.localdate() and "ends" in self.changed_data:
            self.add_error("ends", gettext("This day has passed. Choose today or a later day."))
        return data


class NewProgrammeForm(ProgrammeForm):
    minimum_followers = forms.IntegerField(
        label=_("Followers at least"),
        min_value=0,
        initial=defaults.MINIMUM_FOLLOWERS,
        help_text=_("On at least one allowed platform. 1,000 is usual, government programmes use 500."),
    )
    recent_days = forms.IntegerField(
        label=_("Posted within the last (days)"), min_value=1, max_value=365, initial=defaults.RECENT_DAYS
    )


class EditProgrammeForm(ProgrammeForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Unit) -> str:
        return obj.path


class CriterionForm(forms.Form):
    """The parameters of one kind; only the fields of that kind are there."""

    minimum = forms.IntegerField(label=_("Followers at least"), min_value=0, max_value=100_000_000)
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=365)
    generations = forms.MultipleChoiceField(
        label=_("Generations"), choices=Generation.choices[:4], widget=forms.CheckboxSelectMultiple
    )
    count = forms.IntegerField(label=_("People"), min_value=1, max_value=500)
    unit = UnitField(label=_("Work unit"), queryset=Unit.objects.none(), empty_label=_("Each work unit"))
    enabled = forms.BooleanField(label=_("In use"), required=False)

    FIELDS = {
        Criterion.Kind.ACTIVE_EMPLOYMENT: set[str](),
        Criterion.Kind.FOLLOWERS: {"minimum"},
        Criterion.Kind.RECENT_POST: {"days"},
        Criterion.Kind.GENERATION: {"generations"},
        Criterion.Kind.UNIT_MIN: {"count", "unit"},
        Criterion.Kind.UNIT_MAX: {"count", "unit"},
    }

    def __init__(self, kind: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        wanted = self.FIELDS[Criterion.Kind(kind)] | {"enabled"}
        for name in set(self.fields) - wanted:
            del self.fields[name]
        if isinstance(unit := self.fields.get("unit"), UnitField):
            unit.queryset = Unit.objects.all()
            unit.required = kind == Criterion.Kind.UNIT_MIN

    def parameters(self) -> dict[str, Any]:
        """What the criterion keeps of the cleaned values."""
        kept = {name: value for name, value in self.cleaned_data.items() if name != "enabled"}
        if "unit" in kept:
            kept["unit"] = kept["unit"].pk if kept["unit"] else None
        return kept


class ConsentTextForm(forms.Form):
    purpose_id = forms.CharField(label=_("Purpose, in Indonesian"), widget=forms.Textarea(attrs={"rows": 6}))
    purpose_en = forms.CharField(label=_("Purpose, in English"), widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, text: ConsentText, data: QueryDict | None = None) -> None:
        initial = {"purpose_id": text.purpose_id, "purpose_en": text.purpose_en}
        self.consent_items = list(text.items.all())
        for item in self.consent_items:
            for name in ("title_id", "title_en", "body_id", "body_en", "required"):
                initial[f"{name}-{item.pk}"] = getattr(item, name)
        super().__init__(data, initial=initial)
        for item in self.consent_items:
            for language, words in (("id", _("in Indonesian")), ("en", _("in English"))):
                self.fields[f"title_{language}-{item.pk}"] = forms.CharField(
                    label=f"{gettext('Title')}, {words}", max_length=160
                )
                self.fields[f"body_{language}-{item.pk}"] = forms.CharField(
                    label=f"{gettext('Text')}, {words}", widget=forms.Textarea(attrs={"rows": 4})
                )
            self.fields[f"required-{item.pk}"] = forms.BooleanField(
                label=_("Needed to take part"), required=False
            )

    def groups(self) -> list[dict[str, Any]]:
        """The fields of each item, for the template."""
        names = ("title_id", "title_en", "body_id", "body_en", "required")
        return [
            {"item": item, "fields": [self[f"{name}-{item.pk}"] for name in names]}
            for item in self.consent_items
        ]

    def changed_items(self) -> dict[int, dict[str, Any]]:
        """The new fields of each item, by its id."""
        names = ("title_id", "title_en", "body_id", "body_en", "required")
        return {
            item.pk: {name: self.cleaned_data[f"{name}-{item.pk}"] for name in names}
            for item in self.consent_items
        }


class PolicyForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    body = forms.CharField(
        label=_("Text"),
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_("Plain text. An empty line begins a new paragraph."),
    )

    def clean_body(self) -> str:
        return BLANK_LINES.sub("\n\n", self.cleaned_data["body"].replace("\r\n", "\n").strip())


class MoveForm(forms.Form):
    """Pause, resume or leave, with the reason that the record keeps."""

    to = forms.ChoiceField(
        choices=[("paused", _("Pause")), ("active", _("Resume")), ("left", _("Leave the programme"))],
        widget=forms.HiddenInput,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person can read it in their own record. Write it as you would say it to them."),
    )
