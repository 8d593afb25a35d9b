from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.newsroom.forms import WebField
from digitroops.newsroom.models import Caption, Story
from digitroops.sharing.actions import Words
from digitroops.sharing.models import Proof, Share
from digitroops.sharing.platforms import is_post_address, platform_of

OWN = "own"
MAX_WORDS = 5000


class ShareForm(forms.Form):
    """A caption or own words, the platform, and when."""

    caption = forms.CharField(required=False)
    text = forms.CharField(
        label=_("Your own words"),
        required=False,
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    channel = forms.ChoiceField(choices=Share.Channel.choices)
    request_key = forms.RegexField(r"^[a-z0-9]{8,30}$")
    due = forms.DateTimeField(label=_("When"), required=False)

    def __init__(self, *args: Any, story: Story, later: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.story = story
        self.fields["due"].required = later
        self.chosen: Caption | None = None

    def clean_due(self) -> Any:
        due = self.cleaned_data["due"]
        if due and due <= timezone.now():
            raise forms.ValidationError(_("That time has passed. Choose a later one."))
        return due

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        choice = cleaned.get("caption", "")
        self.chosen = self.story.captions.filter(pk=choice).first() if choice.isdigit() else None
        if self.chosen is None and not cleaned.get("text"):
            self.add_error("text", _("Write a few words first, or choose a caption."))
        return cleaned

    @property
    def words(self) -> Words:
        if self.chosen is not None:
            return Words(self.chosen.text, self.chosen)
        return Words(self.cleaned_data["text"])

    @property
    def key(self) -> str:
        """One key for each platform: a second click on the same button is the same request."""
        return f"{self.cleaned_data['request_key']}-{self.cleaned_data['channel']}"


class PostForm(forms.Form):
    """The post's address; where posts have none (WhatsApp) the word of the member is enough."""

    url = WebField(label=_("Address of your post"), max_length=1000)

    def __init__(self, *args: Any, share: Share, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.share = share
        self.fields["url"].required = platform_of(share.channel).has_post_address

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if url and not is_post_address(self.share.channel, url):
            raise forms.ValidationError(
                _(
                    "This is not the address of a post on %(platform)s. Open your post, choose “Copy link”, "
                    "and paste it here."
                ),
                params={"platform": self.share.get_channel_display()},
            )
        return url


class CountsForm(forms.ModelForm[Proof]):
    class Meta:
        model = Proof
        fields = ["views", "likes", "comments", "reshares"]

    @property
    def counts(self) -> dict[str, int | None]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
