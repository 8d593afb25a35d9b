from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.engines.footprint import CATEGORIES, Scanner, Term, TermError
from digitroops.people.models import Unit
from digitroops.programme.models import Programme
from digitroops.screening.asking import is_allowed
from digitroops.screening.lessons import lessons_of
from digitroops.screening.models import Audit, AuditRules, Decision, Reply, Vote
from digitroops.screening.words import CATEGORY_TITLES, LEVELS, REPLY_STEPS, category_title

LONGEST = 2000
MONTHS = [("3", _("in 3 months")), ("6", _("in 6 months")), ("12", _("in 12 months"))]


class ReplyForm(forms.Form):
    stance = forms.ChoiceField(
        label=_("Your reply"),
        choices=Reply.Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three, or empty what you wrote.")},
    )
    steps = forms.MultipleChoiceField(
        label=_("When you have deleted it"),
        choices=list(REPLY_STEPS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Your next data archive shows whether the post is gone; the reviewers see that too."),
    )
    text = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The reviewers read this beside the post. Say what happened and how you see it today; "
            "where you deleted the post it may stay empty."
        ),
    )

    def clean(self) -> None:
        super().clean()
        stance, text = self.cleaned_data.get("stance"), self.cleaned_data.get("text", "").strip()
        if stance in {Reply.Stance.EXPLAIN, Reply.Stance.DISPUTE} and not text:
            self.add_error("text", _("Write a sentence or two, so that the reviewers understand you."))
        if stance != Reply.Stance.DELETED:
            self.cleaned_data["steps"] = []


class MarkForm(forms.Form):
    """A post that a reader marks by hand: of what kind, how weighty, and why."""

    category = forms.ChoiceField(label=_("Category"))
    severity = forms.TypedChoiceField(label=_("Level"), coerce=int, choices=list(LEVELS.items()))
    why = forms.CharField(
        label=_("What you see in it"),
        max_length=500,
        error_messages={"required": _("Write what you see in it: the person reads this first.")},
    )

    def __init__(self, audit: Audit, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, category_title(name)) for name in audit.categories]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Your decision"),
        choices=Vote.choices,
        error_messages={"required": _("Choose one of them; nothing is chosen for you.")},
    )
    lesson = forms.ChoiceField(label=_("Lesson to go through"), required=False)
    next_months = forms.TypedChoiceField(
        label=_("Next chance"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[("", _("as the programme says")), *MONTHS],
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write why in a sentence or two: the decision needs its reason.")},
    )

    def __init__(self, programme: Programme, data: Any = None, *, passing_on: bool = True) -> None:
        super().__init__(data)
        lesson = self.fields["lesson"]
        assert isinstance(lesson, forms.ChoiceField)
        found = [(item.key, item.title) for item in lessons_of(programme)]
        lesson.choices = [("", _("a talk with the PR team")), *found]
        if not passing_on:
            decision = self.fields["decision"]
            assert isinstance(decision, forms.ChoiceField)
            decision.choices = Decision.choices


class AppealForm(forms.Form):
    text = forms.CharField(
        label=_("What should be looked at again?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Somebody who has not decided before reads this together with the reasons."),
        error_messages={"required": _("Write what you see differently, in a sentence or two.")},
    )


class MoreTimeForm(forms.Form):
    days = forms.IntegerField(min_value=1, max_value=60)


class SignForm(forms.Form):
    name = forms.CharField(
        label=_("Signed by"),
        max_length=120,
        help_text=_("The data protection officer, or whoever answers for the data in your company."),
    )
    remarks = forms.CharField(label=_("Remarks"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    agree = forms.BooleanField(
        label=_("I have read the note. It says what is really done, and I answer for it."),
        error_messages={"required": _("Tick this to sign.")},
    )

    def clean(self) -> None:
        super().clean()
        self.cleaned_data.pop("agree", None)


FROM = {
    1: _("from Light"),
    2: _("from Medium"),
    3: _("from Weighty"),
    4: _("Serious alone"),
}
LEVEL_CHOICES = [(0, _("off")), *FROM.items()]


class RulesForm(forms.Form):
    reply_days = forms.IntegerField(label=_("Days to read and reply"), min_value=3, max_value=90)
    appeal_days = forms.IntegerField(label=_("Days to ask for another look"), min_value=3, max_value=90)
    answer_days = forms.IntegerField(label=_("Days to answer a second look"), min_value=3, max_value=90)
    next_chance_months = forms.IntegerField(
        label=_("Months until the next chance"),
        min_value=1,
        max_value=36,
        help_text=_("Where no reviewer names one."),
    )
    watch_months = forms.IntegerField(
        label=_("Months between two checks"),
        min_value=1,
        max_value=36,
        help_text=_("Of members who agreed to be checked again."),
    )
    post_days = forms.IntegerField(
        label=_("Days to keep the texts of posts"),
        min_value=1,
        max_value=365,
        help_text=_("After that they are emptied every night; what a finding quotes stays with the finding."),
    )
    dpo_name = forms.CharField(
        label=_("Data protection officer"),
        required=False,
        max_length=120,
        help_text=_("Named in the impact note and on the page of rights."),
    )
    dpo_email = forms.EmailField(label=_("E-mail of the officer"), required=False)
    opinion_url = forms.URLField(
        label=_("Address of the model"),
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text=_(
            "The address before /chat/completions. Empty: none is asked. The host has to be allowed on the server."
        ),
    )
    opinion_model = forms.CharField(label=_("Name of the model"), required=False, max_length=120)
    signoff_required = forms.BooleanField(
        label=_("Read posts only after the impact note is signed"), required=False
    )

    def __init__(self, levels: dict[str, int], rules: AuditRules, data: Any = None) -> None:
        initial = {name: getattr(rules, name) for name in self.base_fields}
        initial |= {f"level-{name}": level for name, level in levels.items()}
        super().__init__(data, initial=initial)
        for name in levels:
            self.fields[f"level-{name}"] = forms.TypedChoiceField(
                label=category_title(name), coerce=int, choices=LEVEL_CHOICES
            )

    def level_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("level-")]

    def deadline_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.endswith(("_days", "_months"))]

    def officer_fields(self) -> list[forms.BoundField]:
        return [self["dpo_name"], self["dpo_email"], self["signoff_required"]]

    def model_fields(self) -> list[forms.BoundField]:
        return [self["opinion_url"], self["opinion_model"]]

    def clean_opinion_url(self) -> str:
        """An address on a host that the administrator allowed."""
        url = str(self.cleaned_data["opinion_url"])
        if url and not is_allowed(url):
            raise forms.ValidationError(
                _("This host is not allowed. Your administrator names it in DIGITROOPS_OPINION_HOSTS.")
            )
        return url

    def clean(self) -> None:
        super().clean()
        levels = [value for name, value in self.cleaned_data.items() if name.startswith("level-")]
        if levels and not any(levels):
            self.add_error(None, _("Everything is switched off. Leave at least one category on."))

    def changes(self) -> dict[str, Any]:
        """The new settings, the levels by category."""
        plain = {name: value for name, value in self.cleaned_data.items() if not name.startswith("level-")}
        levels = {
            name.removeprefix("level-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("level-")
        }
        return plain | {"levels": levels}


class RoleForm(forms.Form):
    """A role, and the few categories in which it differs from everybody."""

    name = forms.CharField(label=_("Name of the role"), max_length=80)
    unit = forms.ModelChoiceField(
        label=_("Work unit"), queryset=Unit.objects.all(), required=False, empty_label=_("any")
    )
    position_words = forms.CharField(
        label=_("Words in the position"),
        required=False,
        max_length=120,
        help_text=_("Separated by commas, for example: doctor, spokesperson."),
    )
    category = forms.MultipleChoiceField(
        label=_("Counts differently in"),
        choices=[(name, CATEGORY_TITLES[name]) for name in CATEGORIES],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one category.")},
    )
    level = forms.TypedChoiceField(label=_("There it counts"), coerce=int, choices=LEVEL_CHOICES)

    def clean(self) -> None:
        super().clean()
        if not self.cleaned_data.get("unit") and not self.cleaned_data.get("position_words", "").strip():
            self.add_error("unit", _("Say whose role it is: a work unit, words in the position, or both."))

    def role(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "name": data["name"],
            "unit": data["unit"],
            "position_words": data["position_words"],
            "levels": dict.fromkeys(data["category"], data["level"]),
        }


class TermForm(forms.Form):
    category = forms.ChoiceField(
        label=_("Category"), choices=[(name, CATEGORY_TITLES[name]) for name in CATEGORIES]
    )
    text = forms.CharField(label=_("Words or pattern"), max_length=400)
    pattern = forms.BooleanField(label=_("This is a pattern (RE2)"), required=False)
    severity = forms.TypedChoiceField(label=_("Level"), coerce=int, choices=list(LEVELS.items()), initial=3)
    correction = forms.CharField(
        label=_("Correction"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For false claims: what is right, and where that can be read."),
    )

    def __init__(self, *args: Any, programme: Programme | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "id_term_%s")  # a role on the same page has a category as well
        super().__init__(*args, **kwargs)
        self.programme = programme

    def clean(self) -> None:
        super().clean()
        data = self.cleaned_data
        if not {"category", "text", "severity"} <= set(data):
            return
        term = Term(data["category"], data["text"], data["pattern"], data["severity"], data["correction"])
        try:
            Scanner((term.category,), (term,))
        except TermError as error:
            why = error.__cause__ or error
            said = (
                _("This pattern cannot be read (%(why)s). Correct it, or untick that it is a pattern.")
                if term.pattern
                else _("This cannot be looked for: %(why)s")
            )
            self.add_error("text", said % {"why": why})
        same = self.programme and self.programme.audit_terms.filter(category=term.category, text=term.text)
        if same and same.exists():
            self.add_error("text", _("This is looked for already."))


class KindWordForm(forms.Form):
    text = forms.CharField(
        label=_("What was said"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    source = forms.CharField(label=_("Who said it, and where"), max_length=200)
    url = forms.URLField(label=_("Address"), required=False, max_length=500, assume_scheme="https")
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}))


MOST_BYTES = 5 * 1024 * 1024


class LearningForm(forms.Form):
    """Yes or no to learning; a yes says that people have been told."""

    told = forms.BooleanField(
        label=_("Our consent text tells people that decided findings are learned from."),
        error_messages={"required": _("Tell people first, then tick this.")},
    )


class TableForm(forms.Form):
    file = forms.FileField(
        label=_("Labelled table"),
        help_text=_(
            "CSV in UTF-8, at most 5 MB, with the columns “text” and “label”. A label is a category, several joined "
            "with |, or clear. The table is deleted once it has been learned from."
        ),
        error_messages={
            "required": _("Choose a CSV file."),
            "empty": _("The file is empty. Choose another."),
        },
    )

    def clean_file(self) -> str:
        """The table as text."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Split it and learn from the newest part.")
            )
        try:
            return str(file.read().decode("utf-8-sig")).replace("\x00", "")
        except UnicodeDecodeError as error:
            raise forms.ValidationError(
                _("The file is not written in UTF-8. Save it as CSV UTF-8.")
            ) from error
