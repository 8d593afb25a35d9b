"""What the first page shows, for each kind of viewer."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from digitroops.engines.measure import MediaValue
from digitroops.home.duties import Task, tasks_of
from digitroops.insight.queries import (
    Period,
    Reach,
    activity_of,
    clicks_by_day,
    comparison_of,
    media_value_of,
    reach_of,
    rows_by,
    totals_of,
)
from digitroops.newsroom.models import Brief, BriefReading, Campaign, Story
from digitroops.people.models import Employee, Role, User
from digitroops.programme.faces import MOST_FACES, face_of
from digitroops.programme.models import Member, Programme
from digitroops.recruitment.models import Call, Proposal
from digitroops.screening.models import Audit
from digitroops.screening.queries import standing_of
from digitroops.sharing.models import Share
from digitroops.ui.formats import number, percent, weekday
from digitroops.ui.notes import Note, all_notes

WEEK = 7
QUARTER = 90


@dataclass(frozen=True)
class Desk:
    """The dashboard of the PR side for the last seven days."""

    programme: Programme
    campaign: Campaign | None
    faces: list[dict[str, Any]]
    units: list[dict[str, Any]]
    shared: int
    members: int
    reach: Reach
    clicks: list[int]
    days: list[dt.date]
    people: int
    people_before: int
    machines: int
    engagement_rate: float | None
    posts_counted: int
    value: MediaValue | None
    stories: list[dict[str, Any]]
    tasks: list[Task]
    notes: dict[str, Note]
    rate_bars: list[dict[str, Any]]

    @property
    def reach_bars(self) -> list[dict[str, Any]]:
        """The people reached beside the follower lists added up: how much the team's audiences overlap."""
        total, unique = self.reach.total.value, self.reach.unique.value
        if not total:
            return []
        return [
            {"label": _("Different people"), "value": unique, "text": number(unique), "strong": True},
            {"label": _("All lists together"), "value": total, "text": number(total)},
        ]

    @property
    def more(self) -> int:
        """Members whose faces are not drawn; the list of members has them."""
        return max(self.members - len(self.faces), 0) if len(self.faces) >= MOST_FACES else 0

    @property
    def quiet(self) -> int:
        return max(self.members - self.shared, 0)

    @property
    def day_labels(self) -> list[str]:
        return [weekday(day)[:3] for day in self.days]

    @property
    def click_change(self) -> float | None:
        return self.people / self.people_before - 1 if self.people_before else None

    @property
    def click_change_size(self) -> float | None:
        return abs(self.click_change) if self.click_change is not None else None

    @property
    def value_millions(self) -> list[float]:
        """Low, middle and high of the media value in million rupiah, for the picture of the range."""
        if self.value is None:
            return []
        return [(amount or 0) / 1_000_000 for amount in (self.value.low, self.value.mid, self.value.high)]


def desk_of(programme: Programme, viewer: User) -> Desk:
    """The programme at a glance, for a PR manager or an executive; tasks only for those who may do them."""
    period = Period.ending(timezone.localdate(), WEEK)
    activity = activity_of(programme, period)
    totals = totals_of(programme, period)
    before = clicks_by_day(programme, period.previous())
    clicks = clicks_by_day(programme, period)
    members = _members_shown(programme, activity.shared)
    campaign = programme.campaigns.filter(state=Campaign.State.LIVE).first()
    return Desk(
        programme=programme,
        campaign=campaign,
        faces=[
            face_of(member, linked=viewer.has_role(Role.PR)) | {"done": member.pk in activity.shared}
            for member in members
        ],
        units=_units_of(members),
        shared=len(activity.shared),
        members=activity.members,
        reach=reach_of(activity.shared),
        clicks=clicks,
        days=list(period),
        people=sum(clicks),
        people_before=sum(before),
        machines=totals.machines,
        engagement_rate=totals.engagements / totals.views if totals.views else None,
        posts_counted=totals.posts_counted,
        value=media_value_of(programme, period),
        stories=stories_of(programme, campaign),
        tasks=tasks_of(programme, viewer),
        notes=all_notes(),
        rate_bars=rate_bars_of(programme),
    )


def rate_bars_of(programme: Programme) -> list[dict[str, Any]]:
    """The engagement rate of our people beside that of the paid placements, over the last quarter."""
    found = comparison_of(programme, Period.ending(timezone.localdate(), QUARTER))
    if found is None:
        return []
    sides = [(_("Our people"), found.internal, True), (_("External"), found.external, False)]
    return [
        {"label": label, "value": rate, "text": percent(rate), "strong": ours}
        for label, side, ours in sides
        if (rate := side.engagement_rate.value) is not None
    ]


def _members_shown(programme: Programme, shared: frozenset[int]) -> list[Member]:
    """Everybody taking part; in a team too large to draw, those who shared come first."""
    taking_part = programme.members.filter(
        state__in=[Member.State.ACTIVE, Member.State.PAUSED]
    ).select_related("employee__unit")
    first = list(taking_part[: MOST_FACES + 1])
    if len(first) <= MOST_FACES:
        return first
    shown = list(taking_part.filter(pk__in=sorted(shared)[:MOST_FACES]))
    known = {member.pk for member in shown}
    return [*shown, *(member for member in first if member.pk not in known)][:MOST_FACES]


def _units_of(members: list[Member]) -> list[dict[str, Any]]:
    """The legend of the faces: there are eight colours, so units beyond the eighth share one and are named with it."""
    found: dict[int, dict[str, None]] = {}
    for member in members:
        unit = member.employee.unit
        found.setdefault(unit.series, {})[unit.name] = None
    return [{"label": ", ".join(names), "series": series} for series, names in sorted(found.items())]


def stories_of(programme: Programme, campaign: Campaign | None, limit: int = 6) -> list[dict[str, Any]]:
    """The stories of the running campaign with their shares and clicks since they went live."""
    if campaign is None:
        return []
    today = timezone.localdate()
    figures = {row.key: row for row in rows_by(programme, Period(campaign.starts, today), "story")}
    stories = campaign.stories.exclude(state=Story.State.DRAFT).select_related("picture")[:limit]
    return [{"story": story, "row": figures.get(story.pk)} for story in stories]


@dataclass(frozen=True)
class Today:
    """The member's first page."""

    member: Member
    brief: Brief | None
    stories: list[Story]
    clicks: int
    reach: Reach
    shares: int
    unproven: Share | None


def today_of(member: Member) -> Today:
    """An unread brief, stories not taken up yet, and what the member's own shares brought in seven days."""
    period = Period.ending(timezone.localdate(), WEEK)
    read = BriefReading.objects.filter(brief=OuterRef("pk"), version=OuterRef("version"), member=member)
    briefs = Brief.objects.filter(campaign__programme=member.programme, campaign__state=Campaign.State.LIVE)
    unread = (
        briefs.exclude(published=None)
        .filter(~Exists(read))
        .select_related("campaign", "published_by")
        .first()
    )
    taken = Share.objects.filter(story=OuterRef("pk"), member=member).exclude(state=Share.State.WITHDRAWN)
    stories = Story.objects.filter(campaign__programme=member.programme, state=Story.State.LIVE).filter(
        ~Exists(taken)
    )
    own = next(iter(rows_by(member.programme, period, "member", member=member)), None)
    return Today(
        member=member,
        brief=unread,
        stories=list(stories.select_related("picture").prefetch_related("captions")[:5]),
        clicks=own.people if own else 0,
        reach=reach_of([member.pk] if own and own.shares else []),
        shares=own.shares if own else 0,
        unproven=member.shares.filter(state=Share.State.OPENED, proof=None).select_related("story").first(),
    )


def path_of(member: Member) -> list[dict[str, Any]]:
    """The stages a candidate goes through, and where this one stands."""
    order = [
        (_("Application"), {Member.State.INVITED}, "recruitment:apply"),
        (_("Footprint audit"), {Member.State.APPLIED}, "screening:mine"),
        (_("Selection"), {Member.State.SCREENED, Member.State.SHORTLISTED}, "recruitment:apply"),
        (_("Onboarding"), {Member.State.ONBOARDING}, "academy:onboarding"),
    ]
    now = next((index for index, (_l, states, _r) in enumerate(order) if member.state in states), 0)
    return [
        {"label": label, "url": reverse(route), "state": "done" if i < now else "now" if i == now else "todo"}
        for i, (label, _states, route) in enumerate(order)
    ]


def audit_news(member: Member) -> tuple[str, str]:
    """Where a candidate's footprint audit stands, in a title and a sentence."""
    audit = standing_of(member)
    state = audit.state if audit else ""
    if state == Audit.State.WITH_PERSON:
        text = _("Before any reviewer sees them you can explain, tidy up or disagree.")
        return _("You read the findings first"), text
    if state == Audit.State.BY_HAND:
        return _("A person reads your public posts"), _("You read first what they mark, before anybody else.")
    if state == Audit.State.IN_REVIEW:
        text = _("Two people read independently, without your name. You get a message when both are done.")
        return _("Your audit is with the reviewers"), text
    if state == Audit.State.DECIDED:
        return _("Your audit is decided"), _("Read why, and what you can do.")
    if state == Audit.State.WITHDRAWN:
        return _("Your audit has ended"), _("What was found is deleted. You are welcome to apply again.")
    text = _("You are the first to see the result. A message tells you when it is ready.")
    return _("Your public posts are being read"), text


def is_not_chosen(member: Member) -> bool:
    """Whether a team was published after this candidate's audit was decided, without them.

    Somebody whose audit was still going on at that time was not weighed and still waits for the next team.
    """
    if member.state not in {Member.State.SCREENED, Member.State.SHORTLISTED}:
        return False
    audits = member.audits.filter(state=Audit.State.DECIDED).order_by("-decided")
    decided = audits.values_list("decided", flat=True).first()
    teams = Proposal.objects.filter(programme=member.programme, state=Proposal.State.PUBLISHED)
    return decided is not None and teams.filter(published__gt=decided).exists()


def open_calls() -> list[Call]:
    """Calls that take applications today."""
    found = Call.objects.filter(state=Call.State.OPEN, closes__gte=timezone.localdate())
    return list(found.select_related("programme"))


def first_steps(viewer: User) -> list[dict[str, Any]]:
    """What a new company does first, with what is done already."""
    people = viewer.has_role(Role.PR, Role.ADMINISTRATOR)
    steps = [
        (_("Import the HR list"), Employee.objects.exists(), "people:import", people),
        (_("Give out the roles"), _has_pr(), "people:roles", viewer.has_role(Role.ADMINISTRATOR)),
        (_("Create the programme"), Programme.objects.exists(), "programme:add", viewer.has_role(Role.PR)),
    ]
    return [
        {"label": label, "done": done, "url": reverse(route)}
        for label, done, route, allowed in steps
        if allowed
    ]


def is_set_up(steps: Sequence[dict[str, Any]]) -> bool:
    """Whether every first step of the viewer is done; somebody without steps still waits for the others."""
    return bool(steps) and all(step["done"] for step in steps)


def _has_pr() -> bool:
    return User.objects.filter(grants__role=Role.PR).exists()


@dataclass(frozen=True)
class Found:
    """A group of search results."""

    title: str
    icon: str
    items: list[dict[str, str]]


def search(viewer: User, programme: Programme | None, words: str) -> list[Found]:
    """People, stories and facts whose text contains the words; only for the PR side."""
    if not viewer.has_role(Role.PR):
        return []
    employees = Employee.objects.filter(
        Q(name__icontains=words) | Q(number__istartswith=words)
    ).select_related("unit")
    groups = [
        Found(
            _("People"),
            "users",
            [
                {"title": one.name, "sub": one.unit.path, "url": reverse("people:detail", args=[one.pk])}
                for one in employees[:12]
            ],
        )
    ]
    if programme:
        groups += [_found_stories(programme, words), _found_facts(programme, words)]
    return [group for group in groups if group.items]


def _found_stories(programme: Programme, words: str) -> Found:
    stories = Story.objects.filter(campaign__programme=programme, title__icontains=words).select_related(
        "campaign"
    )
    items = [
        {"title": one.title, "sub": one.campaign.name, "url": reverse("newsroom:story", args=[one.pk])}
        for one in stories[:12]
    ]
    return Found(pgettext("newsroom", "Stories"), "news", items)


def _found_facts(programme: Programme, words: str) -> Found:
    briefs = Brief.objects.filter(campaign__programme=programme).annotate(
        hits=Count("facts", filter=Q(facts__text__icontains=words))
    )
    items = [
        {
            "title": fact.text,
            "sub": fact.source,
            "url": reverse("newsroom:campaign", args=[brief.campaign_id]),
        }
        for brief in briefs.filter(hits__gt=0)
        for fact in brief.facts.filter(text__icontains=words)[:6]
    ]
    return Found(_("Facts"), "certificate", items)
