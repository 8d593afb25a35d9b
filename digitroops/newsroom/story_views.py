"""Stories at PR's desk."""

from typing import Any

from django.core.paginator import Paginator
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.newsroom import queries, story_actions
from digitroops.newsroom.actions import EditConflict
from digitroops.newsroom.coaching import hints_on
from digitroops.newsroom.forms import CaptionFormSet, StoryForm
from digitroops.newsroom.models import Asset, Campaign, Story
from digitroops.newsroom.pictures import PictureRefused
from digitroops.people.access import pr_required, viewer_of
from digitroops.programme.access import programme_of
from digitroops.ui.formats import moment
from digitroops.ui.toasts import say

PAGE = 25


def _story(request: HttpRequest, pk: int) -> Story:
    return get_object_or_404(queries.stories_of(programme_of(request)), pk=pk)


@pr_required
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    word, state = request.GET.get("q", "").strip(), request.GET.get("state", "")
    found = queries.stories_of(programme_of(request)).filter(title__icontains=word)
    if state in Story.State.values:
        found = found.filter(state=state)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "q": word, "state": state, "states": Story.State.choices}
    return render(request, "newsroom/stories.html", context)


@pr_required
@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    found = _story(request, pk)
    captions = [
        {"tone": caption.tone, "text": caption.text, "hints": hints_on(caption.text)}
        for caption in found.captions.all()
    ]
    return render(request, "newsroom/story.html", {"story": found, "captions": captions})


def _save(
    request: HttpRequest, form: StoryForm, captions: BaseFormSet[Any], campaign: Campaign, story: Story | None
) -> Story | None:
    """Save a valid form; on a refused picture or a conflict the form says so and None comes back."""
    actor, draft = viewer_of(request), form.draft(captions)
    try:
        picture = _picture(form, campaign, request)
        if story is None:
            return story_actions.add_story(campaign=campaign, draft=draft, picture=picture, actor=actor)
        seen = form.cleaned_data["expected"]
        return story_actions.change_story(
            story=story, draft=draft, picture=picture, revision=seen, actor=actor
        )
    except PictureRefused as refused:
        form.add_error("picture_file", str(refused))
    except EditConflict:
        form.data = {
            **dict(form.data.items()),
            "expected": str(Story.objects.get(pk=story.pk).revision if story else 1),
        }
        form.add_error(
            None,
            _(
                "Somebody else saved this story while you were writing. Your words are still here. Look at "
                "theirs on the story page; saving again keeps yours."
            ),
        )
    return None


def _picture(form: StoryForm, campaign: Campaign, request: HttpRequest) -> Asset | None:
    upload = form.cleaned_data["picture_file"]
    if not upload:
        return None
    return story_actions.add_picture(
        programme=campaign.programme,
        file=upload,
        size=upload.size,
        alt=form.cleaned_data["alt"],
        actor=viewer_of(request),
    )


@pr_required
def story_edit(request: HttpRequest, pk: int | None = None, campaign_pk: int | None = None) -> HttpResponse:
    found = _story(request, pk) if pk else None
    campaigns = queries.campaigns_of(programme_of(request))
    campaign = found.campaign if found else get_object_or_404(campaigns, pk=campaign_pk)
    rows = [{"tone": c.tone, "text": c.text} for c in found.captions.all()] if found else []
    start = {"expected": found.revision, "alt": found.picture.alt if found.picture else ""} if found else {}
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = StoryForm(data, files, instance=found, initial=start, campaign=campaign)
    captions = CaptionFormSet(data, initial=rows, prefix="captions")
    if request.method == "POST" and all([form.is_valid(), captions.is_valid()]):
        saved = _save(request, form, captions, campaign, _story(request, pk) if pk else None)
        if saved:
            return (
                _publish(request, saved)
                if "publish" in request.POST
                else redirect("newsroom:story", saved.pk)
            )
    context = {"form": form, "captions": captions, "campaign": campaign, "story": found}
    return render(request, "newsroom/story_form.html", context, status=422 if form.is_bound else 200)


def _publish(request: HttpRequest, story: Story) -> HttpResponse:
    try:
        state = story_actions.publish_story(story=story, actor=viewer_of(request))
    except story_actions.NothingToShare:
        say(request, _("The story is kept as a draft. Add a caption, then publish it."))
        return redirect("newsroom:story-edit", story.pk)
    if state == Story.State.SCHEDULED:
        say(request, _("The story goes live on %(when)s.") % {"when": moment(story.live_from)})
    else:
        say(request, _("The story is live. Members can share it now."))
    return redirect("newsroom:story", story.pk)


@pr_required
@require_POST
def story_publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _publish(request, _story(request, pk))


@pr_required
@require_POST
def story_end(request: HttpRequest, pk: int) -> HttpResponse:
    story_actions.end_story(story=_story(request, pk), actor=viewer_of(request))
    say(request, _("The story has ended. Links already shared go on working."))
    return redirect("newsroom:story", pk)
