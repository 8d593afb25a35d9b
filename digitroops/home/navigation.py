"""What the shell shows: the stages on the desk, the five places on the phone, the crisis light, the bell, oneself."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digitroops.crisis.queries import FOLLOWERS, light_of
from digitroops.notify.queries import unread_count
from digitroops.people.access import viewer_of
from digitroops.people.models import Role, User
from digitroops.people.queries import company
from digitroops.programme.access import find_member, find_programme, programmes_of
from digitroops.programme.models import Member, Programme
from digitroops.ui.fragments import is_partial

PR, REVIEWER, EXECUTIVE, ADMIN = Role.PR, Role.REVIEWER, Role.EXECUTIVE, Role.ADMINISTRATOR
AUDITOR = Role.AUDITOR


@dataclass(frozen=True)
class Place:
    """A page one can go to from the navigation, and the roles that see it."""

    label: Any
    route: str
    roles: frozenset[str]
    active_on: tuple[str, ...] = ()

    def is_active(self, view_name: str) -> bool:
        return view_name == self.route or view_name.startswith(self.active_on or ("\0",))


@dataclass(frozen=True)
class Stage:
    """One of the stages of the programme, with its pages; shown where at least one page is."""

    key: str
    label: Any
    icon: str
    places: tuple[Place, ...]


def _place(label: Any, route: str, *roles: str, active_on: tuple[str, ...] = ()) -> Place:
    return Place(label, route, frozenset(roles), active_on)


PROGRAMME_PAGES = tuple(
    f"programme:{page}" for page in ("add", "detail", "edit", "criteri", "consent", "policy")
)

MEMBER_PAGES = ("programme:member", "screening:reputation-of", "screening:coached")
REVIEWING = ("screening:case", "screening:decide", "screening:answer", "screening:by-hand")

DESK: tuple[Stage, ...] = (
    Stage(
        "home", _("Home"), "home", (_place(_("Home"), "home:home", PR, REVIEWER, EXECUTIVE, AUDITOR, ADMIN),)
    ),
    Stage(
        "people",
        _("People"),
        "users",
        (
            _place(_("Workforce"), "people:list", PR, ADMIN, active_on=("people:detail", "people:employee")),
            _place(_("Work units"), "people:units", PR, ADMIN, active_on=("people:unit",)),
            _place(_("HR list"), "people:import", PR, ADMIN, active_on=("people:import",)),
            _place(_("Members"), "programme:members", PR, EXECUTIVE, active_on=MEMBER_PAGES),
            _place(_("Roles"), "people:roles", ADMIN),
            _place(_("Company"), "people:company", ADMIN),
            _place(_("Audit record"), "people:record", PR, ADMIN),
        ),
    ),
    Stage(
        "selection",
        _("Selection"),
        "user-search",
        (
            _place(_("Programme"), "programme:list", PR, active_on=PROGRAMME_PAGES),
            _place(
                _("Applicants"),
                "recruitment:applicants",
                PR,
                active_on=("recruitment:applicant", "recruitment:call"),
            ),
            _place(_("Footprint audit"), "screening:queue", REVIEWER, active_on=REVIEWING),
            _place(
                _("Audit process"),
                "screening:process",
                PR,
                AUDITOR,
                active_on=("screening:rules", "screening:role", "screening:term"),
            ),
            _place(_("Impact note"), "screening:impact", PR, AUDITOR, ADMIN),
            _place(
                _("Learning from decisions"),
                "screening:learning",
                PR,
                ADMIN,
                active_on=("screening:learning",),
            ),
            _place(_("Rights used"), "privacy:requests", PR, ADMIN, active_on=("privacy:request",)),
            _place(_("Record of processing"), "privacy:processing", PR, AUDITOR, ADMIN),
            _place(
                _("Breaches"),
                "privacy:breaches",
                PR,
                AUDITOR,
                ADMIN,
                active_on=("privacy:breach", "privacy:report"),
            ),
            _place(_("Roster"), "recruitment:proposals", PR, EXECUTIVE, active_on=("recruitment:proposal",)),
        ),
    ),
    Stage(
        "academy",
        _("Academy"),
        "school",
        (_place(_("Courses"), "academy:manage", PR, active_on=("academy:",)),),
    ),
    Stage(
        "newsroom",
        _("Newsroom"),
        "news",
        (
            _place(
                _("Campaigns"),
                "newsroom:campaigns",
                PR,
                active_on=("newsroom:", "links:link", "links:alias", "links:target"),
            ),
        ),
    ),
    Stage(
        "crisis", _("Crisis"), "urgent", (_place(_("Incidents"), "crisis:list", PR, active_on=("crisis:",)),)
    ),
    Stage(
        "insight",
        _("Insight"),
        "chart-histogram",
        (
            _place(_("Overview"), "insight:overview", PR, EXECUTIVE),
            _place(_("By member, unit, story"), "insight:breakdown", PR, EXECUTIVE),
            _place(_("Goals reached"), "insight:conversions", PR, EXECUTIVE),
            _place(_("Live view"), "links:live", PR, EXECUTIVE, active_on=("links:story", "links:export")),
            _place(_("Goals"), "links:goals", PR, active_on=("links:goal",)),
            _place(_("UTM parameters"), "links:utm", PR),
            _place(
                _("Rates and influencers"),
                "insight:rates",
                PR,
                active_on=("insight:placement", "insight:rate"),
            ),
        ),
    ),
)

PHONE: tuple[tuple[str, Any, str, tuple[str, ...]], ...] = (
    ("home:home", _("Home"), "home", ("home:",)),
    ("newsroom:briefs", _("Briefs"), "file-text", ("newsroom:", "crisis:")),
    ("sharing:stories", _("Share"), "share-3", ("sharing:", "links:")),
    ("academy:courses", _("Learn"), "book-2", ("academy:",)),
    (
        "people:profile",
        _("Me"),
        "user",
        ("people:", "insight:", "presence:", "screening:", "recruitment:", "programme:", "privacy:"),
    ),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor of every page; a guest's pages have no navigation."""
    if not getattr(request, "user", None) or not request.user.is_authenticated or is_partial(request):
        return _company()
    user = viewer_of(request)
    programme = find_programme(request)
    member = find_member(request)
    view_name = request.resolver_match.view_name if request.resolver_match else ""
    return (
        {
            "nav": _desk(user, view_name),
            "bottom_nav": _phone(user, member, view_name),
            "programme_switch": _programmes(request, user, programme),
            "bell_url": reverse("notify:list"),
            "search_url": reverse("home:search") if user.has_role(Role.PR) else "",
            "me": _me(user, member),
            "self_menu": _self_menu(user, member),
        }
        | _company()
        | _signals(user, programme, member)
    )


def _company() -> dict[str, Any]:
    firm = company()
    return {"company_name": firm.name, "company_logo": reverse("people:logo")} if firm and firm.logo else {}


def _desk(user: User, view_name: str) -> list[dict[str, Any]]:
    open_to = [(stage, [place for place in stage.places if place.roles & user.roles]) for stage in DESK]
    return [_drawn(stage, places, view_name) for stage, places in open_to if places]


def _drawn(stage: Stage, places: list[Place], view_name: str) -> dict[str, Any]:
    """A stage of the menu with the places in it that its reader may open."""
    exact = next((place for place in places if place.route == view_name), None)
    active = exact or next((place for place in places if place.is_active(view_name)), None)
    children = [
        {"label": place.label, "url": reverse(place.route), "active": place is active} for place in places
    ]
    return {
        "key": stage.key,
        "label": stage.label if len(children) > 1 or len(stage.places) == 1 else places[0].label,
        "icon": stage.icon,
        "url": children[0]["url"],
        "active": active is not None,
        "children": children if len(children) > 1 else [],
    }


def _phone(user: User, member: Member | None, view_name: str) -> list[dict[str, Any]]:
    """The member's five places; somebody who is no member yet sees home and themself."""
    if user.roles and (member is None or member.state == Member.State.INVITED):
        return []
    takes_part = member is not None and member.state in {Member.State.ACTIVE, Member.State.PAUSED}
    shown = [place for place in PHONE if takes_part or place[0] in {"home:home", "people:profile"}]
    return [
        {"label": label, "icon": icon, "url": reverse(route), "active": view_name.startswith(prefixes)}
        for route, label, icon, prefixes in shown
    ]


def _programmes(request: HttpRequest, user: User, programme: Programme | None) -> dict[str, Any]:
    if programme is None or not user.roles:
        return {}
    others = programmes_of(request)
    return {
        "label": _("Programme"),
        "name": programme.name,
        "sub": programme.get_state_display(),
        "options": [
            {
                "label": other.name,
                "url": reverse("programme:choose", args=[other.pk]),
                "active": other == programme,
            }
            for other in others
        ]
        if len(others) > 1
        else [],
    }


def _me(user: User, member: Member | None) -> dict[str, Any]:
    roles = ", ".join(str(Role(role).label) for role in sorted(user.roles))
    return {
        "name": user.name,
        "sub": roles or (member.get_state_display() if member else user.email),
        "unit_series": member.employee.unit.series if member else 3,
    }


def _self_menu(user: User, member: Member | None) -> list[dict[str, Any]]:
    entries = [(_("My profile"), "people:profile", "user", False)]
    if member and user.roles and member.state in {Member.State.ACTIVE, Member.State.PAUSED}:
        entries += [
            (_("My shares"), "sharing:mine", "share-3", False),
            (_("My results"), "insight:mine", "chart-histogram", False),
        ]
    entries.append((_("Sign out"), "people:sign-out", "logout", True))
    return [
        {"label": label, "url": reverse(route), "icon": icon, "post": post}
        for label, route, icon, post in entries
    ]


def _signals(user: User, programme: Programme | None, member: Member | None) -> dict[str, Any]:
    """The bell's count and the crisis light."""
    found: dict[str, Any] = {"unread_count": unread_count(user)}
    follows = member is not None and member.state in FOLLOWERS
    if programme is None or not (user.roles or follows):
        return found
    return found | {"crisis_light": light_of(programme)}
