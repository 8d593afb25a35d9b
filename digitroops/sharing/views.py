"""Sharing on a member's phone, and the shares of a story at PR's desk."""

import secrets
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.links.views import address_of
from digitroops.newsroom.coaching import hints_on
from digitroops.newsroom.models import Story
from digitroops.newsroom.queries import live_stories, stories_of
from digitroops.people.access import pr_required, signed_in, viewer_of
from digitroops.programme.access import member_of, member_required, programme_of
from digitroops.programme.models import Member
from digitroops.sharing import actions, queries
from digitroops.sharing.forms import MAX_WORDS, OWN, CountsForm, PostForm, ShareForm
from digitroops.sharing.models import Proof, Share
from digitroops.sharing.platforms import PLATFORMS, platform_of, with_link
from digitroops.ui.toasts import say

PAGE = 20
ACTIVE = Member.State.ACTIVE
KEEPS_SHARES = (Member.State.ACTIVE, Member.State.PAUSED)


def _new_key() -> str:
    return secrets.token_hex(8)


@member_required(ACTIVE)
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    member = member_of(request)
    context = {
        "stories": queries.stories_for(member),
        "skipped": queries.stories_for(member, skipped=True),
        "pause": queries.pause_of(member.programme),
        "request_key": _new_key(),
    }
    return render(request, "sharing/stories.html", context)


@member_required(ACTIVE)
@require_safe
def story(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(live_stories(programme_of(request)), pk=pk)
    return _story_page(request, found, None)


def _story_page(request: HttpRequest, story: Story, form: ShareForm | None) -> HttpResponse:
    """The page on which a member chooses words and platform; 422 with what was typed when something is missing."""
    member = member_of(request)
    context: dict[str, Any] = {
        "story": story,
        "form": form or ShareForm(story=story, initial={"request_key": _new_key()}),
        "request_key": form.data.get("request_key") if form else _new_key(),
        "chosen": form.data.get("caption") if form else "",
        "own": OWN,
        "platforms": PLATFORMS.values(),
        "pause": queries.pause_of(member.programme),
        "shares": queries.shares_of(member).filter(story=story),
    }
    return render(request, "sharing/story.html", context, status=422 if form else 200)


@member_required(ACTIVE)
@require_POST
def hints(request: HttpRequest, pk: int) -> HttpResponse:
    """Hints while a member writes; they never block."""
    member = member_of(request)
    found = get_object_or_404(live_stories(member.programme), pk=pk)
    text = request.POST.get("text", "")[:MAX_WORDS]
    captions = [caption.text for caption in found.captions.all()]
    notes = hints_on(text, captions=captions, others=queries.words_of_others(member, found))
    return render(request, "newsroom/hints.html", {"hints": notes})


@member_required(ACTIVE)
@require_POST
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the share and its link; answers JSON to the page's script and a redirect to a plain form."""
    member, as_json = member_of(request), "application/json" in request.headers.get("Accept", "")
    story = get_object_or_404(stories_of(member.programme).prefetch_related("captions"), pk=pk)
    later = "later" in request.POST
    data = request.POST.dict() | ({"channel": "other"} if later else {})
    form = ShareForm(data, story=story, later=later)
    if not form.is_valid():
        return _wrong(request, story, form, as_json=as_json)
    try:
        share = actions.share_story(
            member=member,
            story=story,
            channel=form.cleaned_data["channel"],
            words=form.words,
            request_key=form.key,
            due=form.cleaned_data["due"] if later else None,
        )
    except (actions.SharingPaused, actions.StoryOver) as refused:
        return _refusal(request, refused, as_json=as_json)
    if as_json:
        return JsonResponse(_ready(share))
    if share.state == Share.State.SCHEDULED:
        say(request, _("We will remind you. Until then nothing happens."))
    return redirect("sharing:share", share.pk)


def _wrong(request: HttpRequest, story: Story, form: ShareForm, *, as_json: bool) -> HttpResponse:
    return JsonResponse({"errors": form.errors}, status=422) if as_json else _story_page(request, story, form)


def _refusal(request: HttpRequest, refused: Exception, *, as_json: bool) -> HttpResponse:
    page = reverse("sharing:stories")
    pause = refused.pause if isinstance(refused, actions.SharingPaused) else None
    if as_json:
        return JsonResponse({"page": pause.path if pause else page}, status=409)
    return render(request, "sharing/refused.html", {"pause": pause, "page": page}, status=409)


def _ready(share: Share) -> dict[str, str]:
    """What the phone needs to open the platform: words, link, its share address, and the share's page."""
    url, platform = address_of(share.link), platform_of(share.channel)
    picture = reverse("newsroom:asset", args=[share.story.picture_id]) if share.story.picture_id else ""
    return {
        "text": share.text,
        "link": url,
        "copied": with_link(share.text, url),
        "address": platform.address(share.text, url) if platform.address else "",
        "picture": picture,
        "page": reverse("sharing:share", args=[share.pk]),
    }


def _share(request: HttpRequest, pk: int) -> Share:
    return get_object_or_404(queries.shares_seen_by(viewer_of(request), programme_of(request)), pk=pk)


def _own_share(request: HttpRequest, pk: int) -> Share:
    return get_object_or_404(queries.shares_of(member_of(request)), pk=pk)


@signed_in
@require_safe
def share(request: HttpRequest, pk: int) -> HttpResponse:
    return _share_page(request, _share(request, pk))


def _share_page(
    request: HttpRequest, share: Share, *, form: PostForm | None = None, counts: Any = None
) -> HttpResponse:
    proof = Proof.objects.filter(share=share).first()
    context = {
        "share": share,
        "ready": _ready(share),
        "platform": platform_of(share.channel),
        "proof": proof,
        "is_own": share.member.employee.user_id == viewer_of(request).pk,
        "pause": queries.pause_of(share.member.programme),
        "form": form or PostForm(share=share, initial={"url": proof.url if proof else ""}),
        "counts": counts or CountsForm(instance=proof),
    }
    return render(request, "sharing/share.html", context, status=422 if form or counts else 200)


@member_required(*KEEPS_SHARES)
@require_POST
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    found = _own_share(request, pk)
    form = PostForm(request.POST, share=found)
    if not form.is_valid():
        return _share_page(request, found, form=form)
    actions.record_post(share=found, url=form.cleaned_data["url"])
    say(request, _("Thank you, your post is noted."))
    return redirect("sharing:share", pk)


@member_required(*KEEPS_SHARES)
@require_POST
def counts(request: HttpRequest, pk: int) -> HttpResponse:
    found = _own_share(request, pk)
    form = CountsForm(request.POST, instance=get_object_or_404(Proof, share=found))
    if not form.is_valid():
        return _share_page(request, found, counts=form)
    fresh = Proof.objects.select_related("share__member__employee__user").get(share=found)
    actions.record_counts(proof=fresh, counts=form.counts)
    say(request, _("Figures saved. You can correct them at any time."))
    return redirect("sharing:share", pk)


@member_required(*KEEPS_SHARES)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    actions.withdraw_share(share=_own_share(request, pk))
    say(request, _("The share is taken back."))
    return redirect("sharing:mine")


@member_required(*KEEPS_SHARES)
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    shares = queries.shares_of(member_of(request))
    page = Paginator(shares, PAGE).get_page(request.GET.get("page"))
    return render(request, "sharing/mine.html", {"page_obj": page})


@member_required(ACTIVE)
@require_POST
def skip(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(live_stories(programme_of(request)), pk=pk)
    actions.skip_story(member=member_of(request), story=found)
    say(request, _("Left aside, only you see that."), undo=reverse("sharing:unskip", args=[pk]))
    return redirect("sharing:stories")


@member_required(ACTIVE)
@require_POST
def unskip(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(live_stories(programme_of(request)), pk=pk)
    actions.take_back_skip(member=member_of(request), story=found)
    return redirect("sharing:stories")


@pr_required
@require_safe
def of_story(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(stories_of(programme_of(request)), pk=pk)
    shares = queries.shares_seen_by(viewer_of(request), programme_of(request)).filter(story=found)
    page = Paginator(shares, PAGE).get_page(request.GET.get("page"))
    people = shares.aggregate(total=Sum("people"))["total"] or 0
    return render(request, "sharing/of_story.html", {"story": found, "page_obj": page, "people": people})
