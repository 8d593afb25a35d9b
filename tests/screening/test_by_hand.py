"""Whoever objects to automated reading is read by a person, with a record and a day until when."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.people.models import User
from digitroops.privacy.actions import answer, ask, take_back
from digitroops.privacy.models import Request
from digitroops.screening import actions, jobs
from digitroops.screening.models import Audit, Finding, Review
from digitroops.screening.queries import appeals_for, audits_for, to_read_by_hand
from digitroops.screening.views import by_hand
from tests.screening.cases import SECRET, make_audit, make_candidate, make_finding, make_post, make_reviewer
from tests.world import make_company, make_pr

pytestmark = pytest.mark.django_db
WHY = "Makian kepada wasit."


@pytest.fixture
def audit():
    """An audit of somebody who objected, with two posts, given to the reviewers."""
    make_company()
    member = make_candidate()
    make_reviewer()
    make_post(member, SECRET)
    make_post(member, "Pagi yang cerah")
    found = make_audit(member, state=Audit.State.WAITING, categories=["abusive", "hate"])
    objects(member)
    jobs.scan_audit(found.pk)
    found.refresh_from_db()
    return found


def objects(member):
    return ask(employee=member.employee, kind="object", text="", actor=member.employee.user)


def reviewer():
    return User.objects.get(email="budi@nusavaksin.example")


def mark(browser, audit, post, **changes):
    fields = {"category": "abusive", "severity": "2", "why": WHY, **changes}
    sent = {f"p{post.pk}-{name}": value for name, value in fields.items()}
    return browser.post(reverse("screening:by-hand-mark", args=[audit.pk, post.pk]), sent)


def post_of(audit):
    return audit.member.employee.accounts.get().posts.get(text=SECRET)


def test_no_machine_reads_and_reviewers_are_told(audit):
    assert (audit.state, audit.findings.count()) == (Audit.State.BY_HAND, 0)
    assert audit.hand_due > timezone.now() + dt.timedelta(days=13)
    assert Message.objects.filter(kind="audit.by_hand").count() == 1
    assert Entry.objects.get(act="audit.by_hand").after["posts"] == 2


def test_a_reviewer_reads_marks_and_hands_over(audit, as_user):
    browser = as_user(reviewer())
    page = browser.get(reverse("screening:by-hand", args=[audit.pk])).content.decode()
    assert "Pagi yang cerah" in page
    assert "Candra" not in page
    mark(browser, audit, post_of(audit))
    where = reverse("screening:by-hand-finish", args=[audit.pk])
    assert [browser.post(where).status_code for _twice in range(2)] == [302, 302]
    audit.refresh_from_db()
    finding = audit.findings.get()
    assert (audit.state, finding.category, finding.severity) == (Audit.State.WITH_PERSON, "abusive", 2)
    assert audit.hand_reader == reviewer()
    own = as_user(audit.member.employee.user).get(reverse("screening:mine")).content.decode()
    assert WHY in own


def test_the_person_sees_until_when_somebody_reads(audit, as_user):
    page = as_user(audit.member.employee.user).get(reverse("screening:mine"))
    assert page.status_code == 200
    assert b"<mark>" not in page.content


def test_a_mark_needs_its_reason_and_can_be_taken_back(audit, as_user):
    browser = as_user(reviewer())
    assert mark(browser, audit, post_of(audit), why="").status_code == 422
    mark(browser, audit, post_of(audit))
    mark(browser, audit, post_of(audit))
    finding = Finding.objects.get(audit=audit)
    browser.post(reverse("screening:by-hand-unmark", args=[audit.pk, finding.pk]))
    assert audit.findings.count() == 0


def test_what_a_machine_found_before_is_deleted_with_the_objection(as_user):
    make_company()
    audit = make_audit(state=Audit.State.IN_REVIEW)
    make_finding(audit)
    first = make_reviewer()
    Review.objects.create(audit=audit, reviewer=first, seat=1, decision="coach", reason="x")
    objects(audit.member)
    assert not audits_for(make_reviewer("sari@nusavaksin.example")).filter(pk=audit.pk).exists()
    audit.refresh_from_db()
    assert (audit.state, audit.findings.count(), audit.reviews.count()) == (Audit.State.BY_HAND, 0, 0)
    jobs.scan_waiting()
    assert Entry.objects.filter(act="audit.by_hand").count() == 1


def test_what_the_person_reads_is_gone_in_the_same_request(as_user):
    make_company()
    make_reviewer()
    audit = make_audit(state=Audit.State.WITH_PERSON)
    make_finding(audit)
    browser = as_user(audit.member.employee.user)
    assert SECRET.split()[0] in browser.get(reverse("screening:mine")).content.decode()
    browser.post(reverse("privacy:ask"), {"kind": "object", "text": ""})
    assert not Finding.objects.exists()
    assert SECRET.split()[0] not in browser.get(reverse("screening:mine")).content.decode()


@pytest.mark.parametrize(
    ("kind", "state"), [("object", Audit.State.BY_HAND), ("restrict", Audit.State.WAITING)]
)
def test_a_scan_under_way_ends_without_a_trace(kind, state, monkeypatch):
    make_company()
    make_reviewer()
    member = make_candidate()
    make_post(member)
    audit = make_audit(member, state=Audit.State.WAITING, categories=["abusive"])
    reading = jobs.scanner

    def ask_meanwhile(found):
        ask(employee=member.employee, kind=kind, text="", actor=member.employee.user)
        return reading(found)

    monkeypatch.setattr(jobs, "scanner", ask_meanwhile)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert (audit.state, audit.findings.count()) == (state, 0)


def test_a_pause_stops_closing_and_second_looks_too():
    make_company()
    audit = make_audit()
    make_finding(audit)
    first, second = make_reviewer(), make_reviewer("sari@nusavaksin.example")
    long_ago = timezone.now() - dt.timedelta(hours=1)
    for seat, who in enumerate((first, second), start=1):
        Review.objects.create(audit=audit, reviewer=who, seat=seat, decision="coach", reason="x", at=long_ago)
    pause = ask(employee=audit.member.employee, kind="restrict", text="", actor=audit.member.employee.user)
    assert not actions.settle(audit.pk)
    take_back(request=pause, actor=audit.member.employee.user)
    assert actions.settle(audit.pk)
    actions.make_appeal(audit=audit, text="Mohon dilihat lagi.", actor=audit.member.employee.user)
    third = make_reviewer("tono@nusavaksin.example")
    assert appeals_for(third).exists()
    ask(employee=audit.member.employee, kind="restrict", text="", actor=audit.member.employee.user)
    audit.refresh_from_db()
    assert not appeals_for(third).exists()
    with pytest.raises(actions.ReviewRefused):
        actions.answer_appeal(appeal=audit.appeal, reviewer=third, decision="clear", reason="x")


def test_a_granted_objection_holds_and_review_goes_on_with_what_a_person_marked(audit, as_user):
    request = Request.objects.get()
    answer(request=request, granted=True, text="Baik.", actor=make_pr())
    actions.mark_post(
        audit=audit, post=post_of(audit), category="abusive", severity=1, why=WHY, reader=reviewer()
    )
    actions.finish_reading(audit=audit, reader=reviewer())
    actions.submit_audit(audit=audit, actor=audit.member.employee.user)
    assert audits_for(make_reviewer("sari@nusavaksin.example")).filter(pk=audit.pk).exists()
    jobs.scan_waiting()
    audit.refresh_from_db()
    assert (audit.state, audit.findings.count()) == (Audit.State.IN_REVIEW, 1)


def test_taking_the_objection_back_before_lets_the_scan_read():
    make_company()
    member = make_candidate()
    make_post(member, SECRET)
    audit = make_audit(member, state=Audit.State.WAITING, categories=["abusive"])
    take_back(request=objects(member), actor=member.employee.user)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert (audit.state, audit.read_by_hand) == (Audit.State.WITH_PERSON, False)


def test_a_pause_stops_people_too(audit):
    ask(employee=audit.member.employee, kind="restrict", text="", actor=audit.member.employee.user)
    assert to_read_by_hand(reviewer()) == []
    with pytest.raises(actions.NotToRead):
        actions.finish_reading(audit=audit, reader=reviewer())


def test_nobody_of_the_own_unit_reads(audit, as_user):
    unit = audit.member.employee.unit.path
    browser = as_user(make_reviewer("dina@nusavaksin.example", unit=unit))
    assert browser.get(reverse("screening:by-hand", args=[audit.pk])).status_code == 404


def test_a_mark_with_something_wrong_still_leads_to_the_next_posts(audit, as_user, monkeypatch):
    monkeypatch.setattr(by_hand, "PAGE_SIZE", 1)
    page = mark(as_user(reviewer()), audit, post_of(audit), why="")
    assert page.status_code == 422
    assert f'href="{reverse("screening:by-hand", args=[audit.pk])}?page=2"' in page.content.decode()
    assert '"?' not in page.content.decode()
