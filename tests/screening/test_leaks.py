"""What was found, what the person says to it and why reviewers decided so reach nobody else, by whatever door."""

import pytest
from django.db import transaction

from digitroops.people.models import Role, RoleGrant
from digitroops.screening.models import Audit, Finding, Reply, Review
from tests.screening.cases import make_audit, make_candidate, make_finding, make_reviewer
from tests.test_access import ROUTES, address
from tests.world import make_company, make_member, make_user

pytestmark = pytest.mark.django_db
FOUND, SAID, DECIDED = "Wasitnya goblok rahasia sekali", "Balasan yang rahasia.", "Alasan yang rahasia."
DOORS = [address(route) for route, _view in ROUTES]
MORE_DOORS = ["/search/?q=Wasitnya", "/people/?q=Wasitnya", "/screening/process/?csv=1", "/record/?csv=1"]


@pytest.fixture
def case():
    """The first case is with the reviewers, one has decided; one is decided and one still with its person."""
    make_company()
    sari = make_reviewer("sari@nusavaksin.example")
    for number, state in enumerate([Audit.State.IN_REVIEW, Audit.State.DECIDED, Audit.State.WITH_PERSON]):
        outcome = "not_now" if state == Audit.State.DECIDED else ""
        audit = make_audit(make_candidate(f"220{number}"), state=state, outcome=outcome)
        Reply.objects.create(finding=make_finding(audit, FOUND), stance="explain", text=SAID)
        if state != Audit.State.WITH_PERSON:
            Review.objects.create(audit=audit, reviewer=sari, seat=1, decision="not_now", reason=DECIDED)
    return Audit.objects.get(state=Audit.State.IN_REVIEW)


def doors():
    """Every address, those of screening with the number of each case and finding."""
    numbers = {*Audit.objects.values_list("pk", flat=True), *Finding.objects.values_list("pk", flat=True)}
    for door in DOORS:
        yield door
        if "/1/" in door and door.startswith("/screening/"):
            yield from (door.replace("/1/", f"/{number}/") for number in sorted(numbers - {1}))
    yield from MORE_DOORS


def leaks(browser, secret):
    """The doors behind which a secret stands."""
    session, found = browser.cookies["sessionid"].value, []
    for where in doors():
        with transaction.atomic():
            answer = browser.get(where)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            transaction.set_rollback(True)
        browser.cookies["sessionid"] = session
        if secret in body.decode("utf-8", "replace"):
            found.append(where)
    return found


def test_no_role_beside_the_reviewers_reads_a_case(case, as_user):
    """One person in every other role at once opens the most doors, and sees the most behind each."""
    user = make_user("orang@nusavaksin.example", Role.PR)
    for role in (Role.EXECUTIVE, Role.AUDITOR, Role.ADMINISTRATOR):
        RoleGrant.objects.create(user=user, role=role)
    assert leaks(as_user(user), "rahasia") == []


def test_no_other_member_reads_a_case(case, as_user):
    other = make_member(case.member.programme, number="1777", name="Oki Lain")
    assert leaks(as_user(other.employee.user), "rahasia") == []


def test_another_reviewer_reads_the_case_and_no_reason(case, as_user):
    browser = as_user(make_reviewer("budi@nusavaksin.example"))
    assert leaks(browser, SAID) == [f"/screening/cases/{case.pk}/"]
    assert DECIDED not in browser.get(f"/screening/cases/{case.pk}/").content.decode()
