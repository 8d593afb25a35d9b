from django import forms
from django.utils.translation import gettext_lazy as _

from digitroops.recruitment.models import Seat


class ProposalForm(forms.Form):
    name = forms.CharField(label=_("Name of the proposal"), max_length=120)


class SwapForm(forms.Form):
    """Who leaves and who comes, out of the seats of one proposal."""

    out = forms.TypedChoiceField(label=_("Leaves the team"), coerce=int)
    come = forms.TypedChoiceField(label=_("Comes in"), coerce=int)

    def __init__(self, seats: list[Seat]) -> None:
        super().__init__(auto_id="swap-%s")
        self.fields["out"] = forms.TypedChoiceField(
            label=_("Leaves the team"), coerce=int, choices=_names(seats, chosen=True)
        )
        self.fields["come"] = forms.TypedChoiceField(
            label=_("Comes in"), coerce=int, choices=_names(seats, chosen=False)
        )


def _names(seats: list[Seat], *, chosen: bool) -> list[tuple[int | str, str]]:
    people = [
        (seat.member_id, f"{seat.member.employee.name} ({seat.member.employee.unit.name})")
        for seat in seats
        if seat.chosen is chosen
    ]
    return [("", "–"), *people]
