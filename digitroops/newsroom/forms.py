from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digitroops.newsroom.addresses import is_web_address, on_allowed_domain
from digitroops.newsroom.content import Answered, Content, Source, lines_of
from digitroops.newsroom.models import Campaign, Question, Story
from digitroops.newsroom.story_actions import StoryDraft
from digitroops.people.queries import company
from digitroops.ui.formats import day

MAX_MESSAGE = 300


class CampaignForm(forms.ModelForm[Campaign]):
    class Meta:
        model = Campaign
        fields = ["name", "goal", "starts", "ends"]
        widgets = {"goal": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"goal": _("What should people know or do afterwards?")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("The campaign ends before it starts. Choose a later day."))
        return cleaned


class WebField(forms.URLField):
    """An http(s) address; a missing scheme is read as https."""

    def __init__(self, **options: Any) -> None:
        super().__init__(assume_scheme="https", **options)

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found and not is_web_address(found):
            raise forms.ValidationError(_("Use an address that begins with https:// or http://."))
        return found


class BriefForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160)
    summary = forms.CharField(
        label=_("In short"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=_("Two or three sentences that a busy member remembers."),
    )
    messages = forms.CharField(
        label=_("Key messages"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=3000,
        help_text=_("One a line. One is enough, three are many."),
    )
    dos = forms.CharField(
        label=_("Please do"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("One a line."),
    )
    donts = forms.CharField(
        label=_("Please don't"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("One a line."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    def clean_messages(self) -> list[str]:
        lines = lines_of(self.cleaned_data["messages"])
        if any(len(line) > MAX_MESSAGE for line in lines):
            raise forms.ValidationError(
                _("A key message is longer than 300 letters. Make it one short sentence.")
            )
        return lines


class FactForm(forms.Form):
    text = forms.CharField(label=_("Fact"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    source = forms.CharField(label=_("Source"), max_length=200)
    source_url = WebField(label=_("Address of the source"), max_length=500, required=False)


class AnswerForm(forms.Form):
    question = forms.CharField(label=_("Question"), max_length=400)
    answer = forms.CharField(label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class CaptionForm(forms.Form):
    tone = forms.CharField(label=_("Tone"), max_length=40)
    text = forms.CharField(label=_("Caption"), max_length=2200, widget=forms.Textarea(attrs={"rows": 3}))


FactFormSet = formset_factory(FactForm, extra=2, max_num=30)
AnswerFormSet = formset_factory(AnswerForm, extra=1, max_num=30)
CaptionFormSet = formset_factory(CaptionForm, extra=2, max_num=8)


def filled(formset: BaseFormSet[Any]) -> list[dict[str, Any]]:
    """The rows that somebody wrote in."""
    return [form.cleaned_data for form in formset if form.has_changed() or form.initial]


def content_in(form: BriefForm, facts: BaseFormSet[Any], answers: BaseFormSet[Any]) -> Content:
    """What the brief editor holds, once all its parts are valid."""
    data = form.cleaned_data
    return Content(
        title=data["title"],
        summary=data["summary"],
        messages=data["messages"],
        facts=[Source(row["text"], row["source"], row["source_url"]) for row in filled(facts) if row],
        answers=[Answered(row["question"], row["answer"]) for row in filled(answers) if row],
        dos=lines_of(data["dos"]),
        donts=lines_of(data["donts"]),
    )


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Your question"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReplyForm(forms.ModelForm[Question]):
    class Meta:
        model = Question
        fields = ["answer", "shown_to_all"]
        widgets = {"answer": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"shown_to_all": _("The name of who asked is not shown.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].required = True


class StoryForm(forms.ModelForm[Story]):
    target_url = WebField(label=_("Page to link to"), max_length=1000)
    picture_file = forms.FileField(
        label=_("Picture"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("JPEG, PNG or WebP up to 10 MB. Place and camera data are removed."),
    )
    alt = forms.CharField(label=_("Description for those who cannot see it"), max_length=300, required=False)
    expected = forms.IntegerField(widget=forms.HiddenInput, initial=1, min_value=0)

    class Meta:
        model = Story
        fields = ["title", "kind", "target_url", "live_from", "live_until"]

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign = campaign

    def clean_live_from(self) -> Any:
        first = self.cleaned_data["live_from"]
        if first and timezone.localdate(first) > self.campaign.ends:
            raise forms.ValidationError(
                _("The campaign ends on %(day)s. Choose an earlier time, or move the campaign's end first."),
                params={"day": day(self.campaign.ends)},
            )
        return first

    def clean_target_url(self) -> str:
        url: str = self.cleaned_data["target_url"]
        firm = company()
        domains = firm.link_domains if firm else []
        if not on_allowed_domain(url, domains):
            raise forms.ValidationError(
                _("Stories may lead to %(domains)s only. Choose a page there, or ask an administrator."),
                params={"domains": ", ".join(domains)},
            )
        return url

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("live_from"), cleaned.get("live_until")
        if first and last and last <= first:
            self.add_error("live_until", _("The story ends before it begins. Choose a later time."))
        if cleaned.get("picture_file") and not cleaned.get("alt"):
            self.add_error("alt", _("Say in one sentence what the picture shows."))
        return cleaned

    def draft(self, captions: BaseFormSet[Any]) -> StoryDraft:
        """What the form and its captions hold, once both are valid."""
        names = ("title", "kind", "target_url", "live_from", "live_until")
        rows = [(row["tone"], row["text"]) for row in filled(captions) if row]
        return StoryDraft(**{name: self.cleaned_data[name] for name in names}, captions=rows)
