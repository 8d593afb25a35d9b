"""Walks every route as every role: each view says who may open it, and holds to it."""

import re
import uuid

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from django.utils import timezone

from digitroops.people.models import Role
from digitroops.programme.models import ConsentText, Member, Policy
from tests.world import make_company, make_employee, make_member, make_programme, make_user

OURS = "digitroops."
SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": str(uuid.UUID(int=1)), "path": "x"}
ROLES = [*Role.values, "member", "employee", "guest"]


def routes(patterns=None, prefix="/"):
    for entry in patterns or get_resolver().url_patterns:
        is_path = isinstance(entry.pattern, RoutePattern)
        where = prefix + (str(entry.pattern) if is_path else f"<str:{entry.name}>")
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, where)
        elif isinstance(entry, URLPattern) and entry.callback.__module__.startswith(OURS):
            yield where, entry.callback


ROUTES = sorted(routes(), key=lambda route: route[0])


def address(route):
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: SAMPLES[found[1] or "str"], route)


def rule_of(view):
    """Who may open a view: public, anybody signed in, some roles, or members in some states."""
    if getattr(view, "is_public", False):
        return "public"
    for name in ("allowed_roles", "allowed_member_states"):
        if hasattr(view, name):
            return name
    return None


def may_open(view, role):
    rule = rule_of(view)
    if rule == "public":
        return True
    if role == "guest":
        return False
    if rule == "allowed_roles":
        return view.allowed_roles is None or role in view.allowed_roles
    states = view.allowed_member_states
    return role == "member" and (not states or Member.State.ACTIVE in states)


def test_every_view_declares_who_may_open_it():
    assert [route for route, view in ROUTES if rule_of(view) is None] == []


@pytest.fixture
def viewers(db):
    """A user for every role; the guest is None."""
    make_company()
    programme = make_programme()
    ConsentText.objects.create(programme=programme, purpose_id="Tujuan", published=timezone.now())
    Policy.objects.create(programme=programme, title="Kebijakan", body="Isi", published=timezone.now())
    users = {role: make_user(f"{role}@nusavaksin.example", role) for role in Role.values}
    users["member"] = make_member(programme).employee.user
    users["employee"] = make_user("oki@nusavaksin.example")
    make_employee("4001", user=users["employee"])
    return users | {"guest": None}


@pytest.mark.parametrize("role", ROLES)
def test_every_route_holds_to_its_rule(viewers, role, client, as_user):
    browser = as_user(viewers[role]) if viewers[role] else client
    checked = [(route, view) for route, view in ROUTES if not is_unsure(view, role)]
    wrong = [
        route for route, view in checked if was_let_in(browser, address(route), role) != may_open(view, role)
    ]
    assert wrong == []


def is_unsure(view, role):
    """Doors this test cannot judge from outside.

    A page for anybody signed in may need an employee's record, which users of the PR side need not have; a public
    page may lead a guest on to the sign-in page.
    """
    if role == "guest":
        return rule_of(view) == "public"
    return rule_of(view) == "allowed_roles" and view.allowed_roles is None and role in Role.values


def was_let_in(browser, path, role):
    """Whether a viewer gets past the door; 404 and 422 are answers of the room behind it."""
    session = browser.cookies.get("sessionid")
    with transaction.atomic():
        answer = browser.get(path)
        if answer.status_code == 405:
            answer = browser.post(path)
        transaction.set_rollback(True)
    if session:
        browser.cookies["sessionid"] = session.value
    if role == "guest":
        return not (answer.status_code == 302 and answer["Location"].startswith("/sign-in"))
    return answer.status_code != 403
