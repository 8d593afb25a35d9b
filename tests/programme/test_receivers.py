import pytest
from django.urls import reverse

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.people.hr.writing import deactivate
from digitroops.people.models import Role
from digitroops.programme.actions import give_consent, withdraw_consent
from digitroops.programme.models import ConsentItem, ConsentText, Member
from digitroops.sharing.models import Share
from tests.world import make_company, make_member, make_pr, make_share, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def nadia():
    make_company(language="id")
    return make_member()


def test_no_longer_employed_leaves_the_programme_by_the_system_with_a_reason(nadia):
    deactivate([nadia.employee_id], actor=make_pr())
    nadia.refresh_from_db()
    entry = Entry.objects.get(act="member.moved")
    assert nadia.state == Member.State.LEFT
    assert (entry.actor, entry.after) == (None, {"state": "left", "reason": "Tidak lagi bekerja"})


def test_no_longer_employed_stops_shares_but_not_those_that_are_out(nadia):
    planned, out = make_share(nadia, state=Share.State.SCHEDULED), make_share(nadia, state=Share.State.POSTED)
    deactivate([nadia.employee_id], actor=None)
    planned.refresh_from_db()
    out.refresh_from_db()
    assert (planned.state, out.state) == (Share.State.WITHDRAWN, Share.State.POSTED)
    assert (planned.link.withdrawn is None, out.link.withdrawn is None) == (False, True)


def test_a_share_that_people_follow_counts_on(nadia):
    share = make_share(nadia, state=Share.State.OPENED)
    share.link.days.create(date="2026-11-02", people=3)
    deactivate([nadia.employee_id], actor=None)
    share.refresh_from_db()
    assert share.state == Share.State.OPENED


def withdraw(member):
    text = ConsentText.objects.create(programme=member.programme, purpose_id="Seleksi")
    item = ConsentItem.objects.create(text=text, key="archive", title_id="Arsip", title_en="Archive")
    give_consent(actor=member.employee.user, member=member, items=[item])
    withdraw_consent(actor=member.employee.user, member=member, key="archive")


def test_pr_is_told_when_somebody_in_the_team_withdraws_a_consent(nadia):
    ratna = make_pr()
    withdraw(nadia)
    message = Message.objects.get(kind="consent-withdrawn")
    assert (message.user, message.path) == (ratna, reverse("programme:member", args=[nadia.pk]))
    assert nadia.employee.name in message.title


def test_pr_is_not_told_of_candidates(nadia):
    make_pr()
    Member.objects.filter(pk=nadia.pk).update(state=Member.State.APPLIED)
    nadia.refresh_from_db()
    withdraw(nadia)
    assert not Message.objects.filter(kind="consent-withdrawn").exists()


def test_pr_sees_the_membership_on_the_page_of_the_employee(as_user, nadia):
    page = as_user(make_pr()).get(reverse("people:detail", args=[nadia.employee_id])).content.decode()
    assert reverse("programme:member", args=[nadia.pk]) in page


def test_administrators_see_no_membership(as_user, nadia):
    ani = make_user("ani@nusavaksin.example", Role.ADMINISTRATOR)
    page = as_user(ani).get(reverse("people:detail", args=[nadia.employee_id])).content.decode()
    assert nadia.programme.name not in page.partition("<main")[2]


@pytest.mark.parametrize("route", ["programme:members", "home:home"])
@pytest.mark.parametrize(("role", "linked"), [(Role.PR, True), (Role.EXECUTIVE, False)])
def test_only_pr_gets_links_to_members(as_user, nadia, role, linked, route):
    page = as_user(make_user("eko@nusavaksin.example", role)).get(reverse(route)).content.decode()
    assert (reverse("programme:member", args=[nadia.pk]) in page) is linked
    assert nadia.employee.name in page
