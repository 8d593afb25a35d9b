from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

import digitroops
from digitroops.home import duties, health, queries
from digitroops.home.installable import WORKER_SOURCE
from digitroops.people.access import public, signed_in, viewer_of
from digitroops.people.models import Role
from digitroops.people.queries import company
from digitroops.programme.access import find_member, find_programme
from digitroops.programme.models import Member
from digitroops.recruitment.queries.applications import has_begun
from digitroops.screening.queries import open_coaching


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Everybody's first page: the dashboard of the PR side, or the member's stories for today."""
    return _home_of_staff(request) or _home_of_employee(request, find_member(request))


def _home_of_staff(request: HttpRequest) -> HttpResponse | None:
    """What those with a role begin with; None for everybody else, and for staff who have joined a programme."""
    user, programme, member = viewer_of(request), find_programme(request), find_member(request)
    if user.has_role(Role.PR, Role.EXECUTIVE) and programme:
        desk = queries.desk_of(programme, user)
        context = {"desk": desk, "can_write": user.has_role(Role.PR), "greeting": greeting()}
        return render(request, "home/desk.html", context)
    if member is not None and member.state != member.State.INVITED:
        return None
    if user.has_role(Role.REVIEWER):
        return redirect("screening:queue")
    if user.has_role(Role.AUDITOR) and programme:
        return redirect("screening:process")
    if user.has_role(Role.PR, Role.EXECUTIVE, Role.ADMINISTRATOR):
        return _home_of_setting_up(request)
    return None


def _home_of_setting_up(request: HttpRequest) -> HttpResponse:
    """The first steps of a new company; once they are done, what an administrator looks after."""
    user = viewer_of(request)
    steps = queries.first_steps(user)
    if queries.is_set_up(steps):
        tasks = [*duties.rights_tasks(user), *duties.reviewer_tasks(find_programme(request), user)]
        context = {"tasks": tasks, "greeting": greeting()}
        return render(request, "home/administrator.html", context)
    return render(request, "home/first_steps.html", {"steps": steps, "greeting": greeting()})


def _home_of_employee(request: HttpRequest, member: Member | None) -> HttpResponse:
    if member is None:
        return render(request, "home/employee.html", {"calls": queries.open_calls(), "greeting": greeting()})
    if member.state in {member.State.ACTIVE, member.State.PAUSED}:
        context = {"today": queries.today_of(member), "now": timezone.now(), "greeting": greeting()}
        return render(request, "home/member.html", context)
    context = {"path": queries.path_of(member), "not_chosen": queries.is_not_chosen(member), "member": member}
    context["coaching"] = open_coaching(member) if member.state != member.State.LEFT else None
    context |= {"greeting": greeting(), "begun": has_begun(member)}
    context["audit_title"], context["audit_text"] = queries.audit_news(member)
    return render(request, "home/candidate.html", context)


@signed_in
@require_safe
def choosing(request: HttpRequest) -> HttpResponse:
    """How a team is chosen, in plain words, for everybody who thinks of applying or was not chosen."""
    return render(request, "home/choosing.html")


def greeting() -> str:
    """Good morning, by the viewer's own clock."""
    hour = timezone.localtime().hour
    parts = [(11, _("Good morning")), (15, _("Good day")), (18, _("Good afternoon")), (24, _("Good evening"))]
    return next(text for until, text in parts if hour < until)


@signed_in
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    found = queries.search(viewer_of(request), find_programme(request), words) if words else []
    return render(request, "home/search.html", {"q": words, "groups": found})


@public
@require_safe
@cache_control(max_age=3600)
def manifest(request: HttpRequest) -> JsonResponse:
    firm = company()
    icons = [
        {"src": static(f"ui/img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    maskable = static("ui/img/icon-maskable-512.png")
    icons.append({"src": maskable, "sizes": "512x512", "type": "image/png", "purpose": "maskable"})
    return JsonResponse(
        {
            "id": "/",
            "name": f"Digitroops {firm.name}" if firm else "Digitroops",
            "short_name": "Digitroops",
            "description": _("Stories of our company, in our own words."),
            "lang": request.LANGUAGE_CODE,
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#faf7f2",
            "theme_color": "#2f3e94",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )


@public
@require_safe
@cache_control(no_cache=True)
def service_worker(request: HttpRequest) -> HttpResponse:
    return HttpResponse(WORKER_SOURCE.read_bytes(), content_type="text/javascript")


@public
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/offline.html")


@public
@require_safe
def health_live(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "live", "version": digitroops.__version__})


@public
@require_safe
def health_ready(request: HttpRequest) -> JsonResponse:
    report = health.readiness()
    return JsonResponse(report, status=200 if report["status"] == "ready" else 503)
