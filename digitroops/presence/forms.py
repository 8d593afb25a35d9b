from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digitroops.presence.handles import clean_handle
from digitroops.programme.models import Platform


class AccountForm(forms.Form):
    platform = forms.ChoiceField(label=_("Platform"), choices=Platform.choices)
    handle = forms.CharField(
        label=_("Account name"), max_length=200, help_text=_("As others see it, with or without @.")
    )

    def __init__(self, platforms: list[str], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        choices = [choice for choice in Platform.choices if choice[0] in platforms]
        self.fields["platform"] = forms.ChoiceField(label=_("Platform"), choices=choices)

    def clean_handle(self) -> str:
        platform = self.cleaned_data.get("platform", "")
        handle = clean_handle(self.cleaned_data["handle"], platform)
        if handle is None:
            raise forms.ValidationError(
                gettext(
                    "This does not look like an account name. Write it as on your profile, such as @ayu.p."
                )
            )
        if platform == Platform.MASTODON and "@" not in handle:
            raise forms.ValidationError(
                gettext("On Mastodon the name needs its server. Write it such as @ayu@mastodon.social.")
            )
        return handle


class DeclareForm(forms.Form):
    count = forms.IntegerField(
        label=_("Followers, as you see them today"),
        min_value=0,
        max_value=1_000_000_000,
        help_text=_("A typed number stays marked as typed. An archive makes it verified."),
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("How it was, in your words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example a post that spread, a report in the media, an event. PR reads it."),
    )
