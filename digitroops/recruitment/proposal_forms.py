from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.programme.models import Platform
from digitroops.recruitment.models import Seat
from digitroops.recruitment.queries.terms import Terms

LARGEST_TEAM = 5000
LARGEST_WORTH = 1_000_000
#: A post may be seen by more people than follow: shared on, or shown to others.
MOST_VIEWS = 1000

Choices = list[tuple[str, list[tuple[str, str]]]]


class ProposalForm(forms.Form):
    name = forms.CharField(label=_("Name of the proposal"), max_length=120)


class CommentForm(forms.Form):
    text = forms.CharField(label=_("Your comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class SwapForm(forms.Form):
    """Who leaves and who comes, out of the seats of one proposal; one of the two may stay empty."""

    def __init__(self, seats: list[Seat]) -> None:
        super().__init__(auto_id="swap-%s")
        self.fields["out"] = forms.TypedChoiceField(
            label=_("Leaves the team"), coerce=int, choices=_names(seats, chosen=True), required=False
        )
        self.fields["come"] = forms.TypedChoiceField(
            label=_("Comes in"), coerce=int, choices=_names(seats, chosen=False), required=False
        )


def _names(seats: list[Seat], *, chosen: bool | None = None) -> list[tuple[int | str, str]]:
    people = [
        (seat.member_id, f"{seat.member.employee.name} ({seat.member.employee.unit.name})")
        for seat in seats
        if chosen is None or seat.chosen is chosen
    ]
    return [("", "–"), *people]


def _by_name(people: list[tuple[int | str, str]]) -> list[tuple[int | str, str]]:
    return sorted(people, key=lambda choice: choice[1])


class GroupRuleForm(forms.Form):
    """At least or at most so many of a group."""

    kind = forms.ChoiceField(
        label=_("Rule"), choices=[("at_least", _("At least")), ("at_most", _("At most"))]
    )
    number = forms.IntegerField(label=_("How many"), min_value=0, max_value=LARGEST_TEAM)
    group = forms.ChoiceField(label=_("Of whom"))

    def __init__(self, data: Any = None, *, groups: Choices) -> None:
        super().__init__(data, auto_id="group-%s")
        self.fields["group"] = forms.ChoiceField(label=_("Of whom"), choices=[("", "–"), *groups])

    def rule(self) -> dict[str, Any]:
        """The rule as it is kept."""
        kind, _colon, value = self.cleaned_data["group"].partition(":")
        return {
            "kind": self.cleaned_data["kind"],
            "number": self.cleaned_data["number"],
            "group": [kind, value],
        }


class PeopleRuleForm(forms.Form):
    """Some people together or apart."""

    kind = forms.ChoiceField(
        label=_("Rule"),
        choices=[("together", _("Together or not at all")), ("apart", _("At most one of them"))],
    )
    people = forms.MultipleChoiceField(label=_("People"))

    def __init__(self, data: Any = None, *, seats: list[Seat]) -> None:
        super().__init__(data, auto_id="people-%s")
        self.fields["people"] = forms.MultipleChoiceField(
            label=_("People"),
            choices=_by_name(_names(seats)[1:]),
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Choose two or more."),
        )

    def clean_people(self) -> list[int]:
        people = [int(one) for one in self.cleaned_data["people"]]
        if len(people) < 2:
            raise forms.ValidationError(
                gettext("Choose two people or more: the rule is about them together.")
            )
        return people

    def rule(self) -> dict[str, Any]:
        """The rule as it is kept."""
        return {"kind": self.cleaned_data["kind"], "people": self.cleaned_data["people"]}


WISHES: dict[str, tuple[Promise, Promise]] = {
    "balance": (
        _("A seat for a unit that has too few"),
        _("For each seat that a unit lacks, measured against its part of the workforce."),
    ),
    "story": (
        _("A story that touches people"),
        _("For a storytelling sample that PR found touching; one not reviewed yet counts half."),
    ),
    "readiness": (
        _("A person who is ready"),
        _("Half for a read data archive, half for two hours a month or more."),
    ),
    "newcomer": (_("Somebody who was never in a team"), _("So that the same people are not always chosen.")),
    "engaged": (
        _("A follower who usually reacts"),
        _("For each such follower, on top of being reached. 0 or 1 is usual."),
    ),
    "generation": (
        _("A person of the declared generation"),
        _("Only where the programme has declared a generation as its preference."),
    ),
}


def _share(label: Promise, platform: str | Promise, share: float) -> forms.FloatField:
    """A share of the followers of a platform, in percent."""
    text = str(label) % {"platform": platform}
    return forms.FloatField(label=text, min_value=0, max_value=MOST_VIEWS, initial=share, step_size=0.1)


class TermsForm(forms.Form):
    """The size of the team and what the wishes are worth."""

    low = forms.IntegerField(label=_("Smallest team"), min_value=1, max_value=LARGEST_TEAM)
    high = forms.IntegerField(label=_("Largest team"), min_value=1, max_value=LARGEST_TEAM)
    declared_percent = forms.IntegerField(
        label=_("A typed follower counts, in percent"),
        min_value=0,
        max_value=100,
        help_text=_("Nobody has verified these numbers, and nobody knows how far they overlap."),
    )
    star_percent = forms.IntegerField(
        label=_("One person weighs at most, in percent of the team"),
        min_value=5,
        max_value=100,
        help_text=_("So that one star does not make the team. The reach that is shown is never cut."),
    )

    def __init__(self, data: Any = None, *, terms: Terms, generation: bool) -> None:
        initial = {
            "low": terms.low,
            "high": terms.high,
            **{f"wish_{name}": worth for name, worth in terms.wishes.items()},
        }
        initial |= {"declared_percent": terms.declared_percent, "star_percent": terms.star_percent}
        super().__init__(data, initial=initial, auto_id="terms-%s")
        self.views = dict(terms.views)
        for name, (low, high) in terms.views.items():
            platform = Platform(name).label
            self.fields[f"views_{name}_low"] = _share(_("%(platform)s, at least"), platform, low)
            self.fields[f"views_{name}_high"] = _share(_("%(platform)s, at most"), platform, high)
        self.wishes = [name for name in WISHES if generation or name != "generation"]
        for name in self.wishes:
            label, text = WISHES[name]
            self.fields[f"wish_{name}"] = forms.IntegerField(
                label=str(label), help_text=str(text), min_value=0, max_value=LARGEST_WORTH
            )

    def wish_fields(self) -> list[forms.BoundField]:
        return [self[f"wish_{name}"] for name in self.wishes]

    def view_fields(self) -> list[forms.BoundField]:
        return [self[f"views_{name}_{end}"] for name in self.views for end in ("low", "high")]

    def views_wrong(self) -> bool:
        return any(field.errors for field in self.view_fields())

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for name in self.views:
            least, most = given.get(f"views_{name}_low"), given.get(f"views_{name}_high")
            if least is not None and most is not None and least > most:
                self.add_error(f"views_{name}_high", gettext("“At most” cannot be less than “at least”."))
        low, high = given.get("low"), given.get("high")
        if low is not None and high is not None and low > high:
            self.add_error("high", gettext("The largest team cannot be smaller than the smallest one."))
        return given

    def terms(self) -> dict[str, Any]:
        """The terms as they are kept."""
        given = self.cleaned_data
        plain = {name: given[name] for name in ("low", "high", "declared_percent", "star_percent")}
        views = {name: [given[f"views_{name}_low"], given[f"views_{name}_high"]] for name in self.views}
        return {**plain, "views": views, "wishes": {name: given[f"wish_{name}"] for name in self.wishes}}
