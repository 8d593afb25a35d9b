"""Campaigns and briefs: PR's desk, and the brief on a member's phone."""

from typing import Any

from django.core.paginator import Paginator
from django.forms import BaseFormSet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digitroops.newsroom import actions, queries
from digitroops.newsroom.content import content_from
from digitroops.newsroom.forms import (
    AnswerFormSet,
    BriefForm,
    CampaignForm,
    FactFormSet,
    QuestionForm,
    ReplyForm,
    content_in,
)
from digitroops.newsroom.models import Brief, Campaign, Question
from digitroops.people.access import pr_required, signed_in, viewer_of
from digitroops.programme.access import find_member, member_required, programme_of
from digitroops.programme.models import Member
from digitroops.ui.toasts import say

PAGE = 25


def _campaign(request: HttpRequest, pk: int) -> Campaign:
    return get_object_or_404(queries.campaigns_of(programme_of(request)), pk=pk)


@pr_required
@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    word = request.GET.get("q", "").strip()
    found = queries.campaigns_of(programme_of(request)).filter(name__icontains=word)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "q": word,
        "waiting": queries.open_questions(programme_of(request)),
        "active_count": programme_of(request).members.filter(state=Member.State.ACTIVE).count(),
    }
    return render(request, "newsroom/campaigns.html", context)


@pr_required
def campaign_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    campaign = _campaign(request, pk) if pk else None
    form = CampaignForm(request.POST or None, instance=campaign)
    if request.method == "POST" and form.is_valid():
        saved = actions.save_campaign(
            campaign=form.instance, programme=programme_of(request), actor=viewer_of(request)
        )
        say(request, _("Campaign saved."))
        return redirect("newsroom:campaign", saved.pk)
    context = {"form": form, "campaign": campaign}
    return render(request, "newsroom/campaign_form.html", context, status=422 if form.errors else 200)


@pr_required
@require_safe
def campaign(request: HttpRequest, pk: int) -> HttpResponse:
    found = _campaign(request, pk)
    brief = Brief.objects.filter(campaign=found).first()
    readers = queries.readers_of(brief) if brief and brief.version else []
    context = {
        "campaign": found,
        "brief": brief,
        "has_changes": brief and queries.has_changes(brief),
        "readers": readers,
        "read_count": sum(reader["done"] for reader in readers),
        "stories": queries.stories_of(found.programme).filter(campaign=found),
        "questions": brief.questions.filter(asked_by__isnull=False) if brief else [],
    }
    return render(request, "newsroom/campaign.html", context)


@pr_required
@require_POST
def campaign_end(request: HttpRequest, pk: int) -> HttpResponse:
    actions.end_campaign(campaign=_campaign(request, pk), actor=viewer_of(request))
    say(request, _("Campaign ended. Links already shared go on working."))
    return redirect("newsroom:campaign", pk)


def _editor(
    request: HttpRequest, brief: Brief | None
) -> tuple[BriefForm, BaseFormSet[Any], BaseFormSet[Any]]:
    """The three parts of the editor, filled from what was sent or from the working copy."""
    if request.method == "POST":
        data = request.POST
        return BriefForm(data), FactFormSet(data, prefix="facts"), AnswerFormSet(data, prefix="answers")
    if brief is None:
        return (
            BriefForm(initial={"revision": 0}),
            FactFormSet(prefix="facts"),
            AnswerFormSet(prefix="answers"),
        )
    content = queries.content_of(brief)
    start = {
        "title": content.title,
        "summary": content.summary,
        "messages": "\n".join(content.messages),
        "dos": brief.dos,
        "donts": brief.donts,
        "revision": brief.revision,
    }
    parts = content.as_json()
    facts = FactFormSet(initial=parts["facts"], prefix="facts")
    return BriefForm(initial=start), facts, AnswerFormSet(initial=parts["answers"], prefix="answers")


@pr_required
def brief_edit(request: HttpRequest, pk: int) -> HttpResponse:
    campaign = _campaign(request, pk)
    brief = Brief.objects.filter(campaign=campaign).select_related("updated_by").first()
    form, facts, answers = _editor(request, brief)
    context = {"campaign": campaign, "brief": brief, "form": form, "facts": facts, "answers": answers}
    if request.method == "POST" and all([form.is_valid(), facts.is_valid(), answers.is_valid()]):
        try:
            saved = actions.save_brief(
                campaign=campaign,
                content=content_in(form, facts, answers),
                revision=form.cleaned_data["revision"],
                actor=viewer_of(request),
            )
        except actions.EditConflict:
            return render(
                request, "newsroom/brief_form.html", context | _conflict(form, campaign), status=409
            )
        if "publish" in request.POST:
            return _publish(request, saved)
        say(request, _("Draft saved. Members see it once you publish it."))
        return redirect("newsroom:campaign", campaign.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "newsroom/brief_form.html", context, status=status)


def _conflict(form: BriefForm, campaign: Campaign) -> dict[str, Any]:
    """What the other editor saved, beside what this one typed; saving again keeps this one's words."""
    theirs = Brief.objects.select_related("updated_by").get(campaign=campaign)
    form.data = {**dict(form.data.items()), "revision": str(theirs.revision)}
    return {"theirs": theirs, "their_content": queries.content_of(theirs)}


def _publish(request: HttpRequest, brief: Brief) -> HttpResponse:
    version = actions.publish_brief(brief=brief, actor=viewer_of(request))
    if version is None:
        say(request, _("Nothing has changed since the last version, so nobody was asked to read it again."))
    else:
        text = _("Version %(number)s is published and active members are told.")
        say(request, text % {"number": version.version})
    return redirect("newsroom:campaign", brief.campaign_id)


@pr_required
@require_POST
def brief_publish(request: HttpRequest, pk: int) -> HttpResponse:
    return _publish(request, get_object_or_404(Brief, campaign=_campaign(request, pk)))


@pr_required
@require_safe
def brief_preview(request: HttpRequest, pk: int) -> HttpResponse:
    brief = get_object_or_404(Brief, campaign=_campaign(request, pk))
    context = {"brief": brief, "content": queries.content_of(brief), "version": brief.version + 1}
    return render(request, "newsroom/brief_preview.html", context)


@signed_in
@require_safe
def briefs(request: HttpRequest) -> HttpResponse:
    found = queries.briefs_seen_by(viewer_of(request), programme_of(request))
    page = Paginator(queries.with_read(found, find_member(request)), PAGE).get_page(request.GET.get("page"))
    return render(request, "newsroom/briefs.html", {"page_obj": page, "member": find_member(request)})


def _brief(request: HttpRequest, pk: int) -> Brief:
    found = queries.briefs_seen_by(viewer_of(request), programme_of(request))
    return get_object_or_404(found.select_related("published_by"), pk=pk)


@signed_in
@require_safe
def brief(request: HttpRequest, pk: int, form: QuestionForm | None = None) -> HttpResponse:
    found, member = _brief(request, pk), find_member(request)
    latest = queries.latest_version(found)
    context = {
        "brief": found,
        "content": content_from(latest.content) if latest else queries.content_of(found),
        "version": found.version,
        "published": found.published,
        "member": member,
        "read": found.readings.filter(member=member, version=found.version).exists(),
        "questions": queries.questions_for(member, found),
        "form": form or QuestionForm(),
    }
    return render(request, "newsroom/brief.html", context, status=422 if form else 200)


@member_required(Member.State.ACTIVE)
@require_POST
def brief_read(request: HttpRequest, pk: int) -> HttpResponse:
    found, member = _brief(request, pk), find_member(request)
    version = request.POST.get("version", "")
    if version != str(found.version):
        say(request, _("A newer version came in while you were reading. Please read it once more."))
    elif member:
        actions.acknowledge_brief(brief=found, member=member, version=found.version)
        say(request, _("Thank you. PR sees that you have read it."))
    return redirect("newsroom:brief", pk)


@member_required(Member.State.ACTIVE)
@require_POST
def question_ask(request: HttpRequest, pk: int) -> HttpResponseBase:
    found, member, form = _brief(request, pk), find_member(request), QuestionForm(request.POST)
    if member is None or not form.is_valid():
        request.method = "GET"
        return brief(request, pk, form)
    actions.ask_question(brief=found, member=member, text=form.cleaned_data["text"])
    say(request, _("Your question is with PR. The answer comes under your bell."))
    return redirect("newsroom:brief", pk)


@pr_required
def question_answer(request: HttpRequest, pk: int) -> HttpResponse:
    asked = Question.objects.filter(brief__campaign__programme=programme_of(request), asked_by__isnull=False)
    question = get_object_or_404(asked.select_related("asked_by__employee__unit", "brief"), pk=pk)
    form = ReplyForm(request.POST or None, instance=question)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        actions.answer_question(
            question=question,
            answer=data["answer"],
            shown_to_all=data["shown_to_all"],
            actor=viewer_of(request),
        )
        say(request, _("Answer sent."))
        return redirect("newsroom:campaign", question.brief.campaign_id)
    context = {"question": question, "form": form, "back": reverse("newsroom:campaigns")}
    return render(request, "newsroom/question.html", context, status=422 if form.errors else 200)


@signed_in
@require_safe
def asset(request: HttpRequest, pk: int) -> FileResponse:
    """A picture for those who may see it; never under an address that can be guessed without signing in."""
    found = get_object_or_404(queries.pictures_seen_by(viewer_of(request)), pk=pk)
    ending = str(found.file).rpartition(".")[2]
    kind = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}.get(
        ending, "application/octet-stream"
    )
    name = f"digitroops-{found.pk}.{ending}"
    download = "download" in request.GET
    response = FileResponse(found.file.open(), as_attachment=download, filename=name, content_type=kind)
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response
