from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.engines.clicks.utm import NAMES, WORDS, unknown_words
from digitroops.links.codes import AliasRefused, alias_from


def why_refused(refused: AliasRefused) -> str:
    """What is wrong with a name, and what to do."""
    return {
        AliasRefused.TAKEN: gettext("Another link has this name. Choose a different one."),
        AliasRefused.RESERVED: gettext("This word is kept for the product itself. Choose a different one."),
    }.get(
        refused.args[0],
        gettext("A name has 4 to 24 small letters and figures, with single hyphens between."),
    )


class AliasForm(forms.Form):
    """A name for a link that can be spoken and printed."""

    alias = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=40,
        help_text=_("For example vaksin-pulau. The old address goes on working. Leave it empty for none."),
    )

    def clean_alias(self) -> str:
        text: str = self.cleaned_data["alias"]
        try:
            return alias_from(text) if text.strip() else ""
        except AliasRefused as refused:
            raise forms.ValidationError(why_refused(refused)) from refused


class TargetForm(forms.Form):
    """Where a link leads, and why that changes once people have followed it."""

    target = forms.URLField(label=_("Leads to"), max_length=2000, assume_scheme="https")
    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        required=False,
        help_text=_(
            "People have followed this link already. The record keeps where it led and why it changed."
        ),
    )

    def __init__(self, *args: Any, followed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if followed:
            self.fields["reason"].required = True
        else:
            del self.fields["reason"]


class UtmForm(forms.Form):
    """The programme's UTM template."""

    utm_source = forms.CharField(label="utm_source", max_length=100, required=False)
    utm_medium = forms.CharField(label="utm_medium", max_length=100, required=False)
    utm_campaign = forms.CharField(label="utm_campaign", max_length=100, required=False)
    utm_term = forms.CharField(label="utm_term", max_length=100, required=False)
    utm_content = forms.CharField(label="utm_content", max_length=100, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for name in NAMES:
            unknown = unknown_words(data.get(name, ""))
            if unknown:
                known = ", ".join(f"{{{word}}}" for word in WORDS)
                message = gettext("%(word)s means nothing here. These words may stand in braces: %(known)s.")
                self.add_error(name, message % {"word": f"{{{unknown[0].strip('{}')}}}", "known": known})
        return data
