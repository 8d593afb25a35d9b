"""What one may see of campaigns, briefs and stories."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from digitroops.newsroom.content import Answered, Content, Source, lines_of
from digitroops.newsroom.models import Asset, Brief, BriefReading, BriefVersion, Campaign, Question, Story
from digitroops.people.models import Role, User
from digitroops.programme.models import Member, Programme

READERS = (Member.State.ACTIVE, Member.State.PAUSED)


def campaigns_of(programme: Programme) -> QuerySet[Campaign]:
    """For PR: campaigns with their newest picture, who of the active members read the brief, and their stories."""
    live = Count("stories", filter=Q(stories__state=Story.State.LIVE), distinct=True)
    counted = programme.campaigns.annotate(story_count=Count("stories", distinct=True), live_count=live)
    pictures = Story.objects.filter(campaign=OuterRef("pk"), picture__isnull=False)
    readings = BriefReading.objects.filter(
        brief__campaign=OuterRef("pk"), version=F("brief__version"), member__state=Member.State.ACTIVE
    )
    readers = readings.order_by().values("brief").annotate(n=Count("member", distinct=True)).values("n")
    described = counted.annotate(
        picture_id=Subquery(pictures.order_by("-pk").values("picture")[:1]),
        brief_version=F("brief__version"),
        read_count=Coalesce(Subquery(readers[:1]), 0),
    )
    return described.order_by("-starts", "-pk")


def content_of(brief: Brief) -> Content:
    """The working copy of a brief."""
    facts = [Source(fact.text, fact.source, fact.source_url) for fact in brief.facts.all()]
    prepared = brief.questions.filter(asked_by=None)
    return Content(
        title=brief.title,
        summary=brief.summary,
        messages=[message.text for message in brief.key_messages.all()],
        facts=facts,
        answers=[Answered(item.text, item.answer) for item in prepared],
        dos=lines_of(brief.dos),
        donts=lines_of(brief.donts),
    )


def latest_version(brief: Brief) -> BriefVersion | None:
    """The version that members read now."""
    return brief.versions.select_related("published_by").first()


def has_changes(brief: Brief) -> bool:
    """Whether the working copy differs from what members read."""
    latest = latest_version(brief)
    return latest is None or latest.content != content_of(brief).as_json()


def briefs_seen_by(viewer: User, programme: Programme) -> QuerySet[Brief]:
    """Published briefs for active members of the programme and for PR; nothing for others."""
    briefs = Brief.objects.filter(campaign__programme=programme, version__gt=0).select_related("campaign")
    is_reader = programme.members.filter(employee__user=viewer, state__in=READERS).exists()
    return briefs.order_by("-published") if is_reader or viewer.has_role(Role.PR) else briefs.none()


def with_read(briefs: QuerySet[Brief], member: Member | None) -> QuerySet[Brief]:
    """Each brief with `is_read`: whether the member has read its current version."""
    readings = BriefReading.objects.filter(brief=OuterRef("pk"), member=member, version=OuterRef("version"))
    return briefs.annotate(is_read=Exists(readings))


def questions_for(member: Member | None, brief: Brief) -> QuerySet[Question]:
    """Members' questions: answered ones that are shown to all, and the member's own."""
    asked = brief.questions.filter(asked_by__isnull=False)
    return asked.filter(Q(answered__isnull=False, shown_to_all=True) | Q(asked_by=member))


def open_questions(programme: Programme) -> QuerySet[Question]:
    """For PR: questions of members that wait for an answer."""
    asked = Question.objects.filter(
        brief__campaign__programme=programme, asked_by__isnull=False, answered=None
    )
    return asked.select_related("asked_by__employee__unit", "brief__campaign")


def readers_of(brief: Brief) -> list[dict[str, Any]]:
    """For PR: the active members' faces, and who has read the current version."""
    read = set(brief.readings.filter(version=brief.version).values_list("member", flat=True))
    members = brief.campaign.programme.members.filter(state=Member.State.ACTIVE)
    return [
        {
            "name": member.employee.name,
            "unit_series": member.employee.unit.series,
            "done": member.pk in read,
        }
        for member in members.select_related("employee__unit")
    ]


def stories_of(programme: Programme) -> QuerySet[Story]:
    """For PR: every story of the programme."""
    stories = Story.objects.filter(campaign__programme=programme)
    return stories.select_related("campaign", "picture").order_by(
        F("live_from").desc(nulls_first=True), "-pk"
    )


def live_stories(programme: Programme) -> QuerySet[Story]:
    """What members can share now."""
    stories = stories_of(programme).filter(state=Story.State.LIVE, campaign__state=Campaign.State.LIVE)
    return stories.prefetch_related("captions")


def pictures_seen_by(viewer: User) -> QuerySet[Asset]:
    """Pictures of the programmes one is active in; all for PR and executives."""
    if viewer.has_role(Role.PR, Role.EXECUTIVE):
        return Asset.objects.all()
    members = Member.objects.filter(employee__user=viewer, state__in=READERS)
    return Asset.objects.filter(programme__in=members.values("programme"))
