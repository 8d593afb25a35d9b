import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.programme.models import Consent, ConsentItem, ConsentText, Member
from digitroops.programme.signals import consent_withdrawn
from digitroops.screening import actions
from digitroops.screening.actions import ReviewRefused, decide, outcome_of
from digitroops.screening.models import Audit, Finding, Reply, Review
from digitroops.screening.queries import Obstacle
from tests.screening.cases import make_audit, make_candidate, make_finding, make_reviewer
from tests.world import make_unit, make_user

pytestmark = pytest.mark.django_db
CLEAR = {"decision": "clear", "reason": "Sudah minta maaf."}


@pytest.fixture
def reviewers():
    return [make_reviewer(f"r{n}@nusavaksin.example") for n in range(4)]


def consent_to(member, key):
    text = ConsentText.objects.create(programme=member.programme, purpose_id="Tujuan")
    item = ConsentItem.objects.create(
        text=text, key=key, title_id="a", title_en="a", body_id="b", body_en="b"
    )
    return Consent.objects.create(member=member, item=item)


@pytest.mark.parametrize(
    ("decisions", "outcome"),
    [
        ([], ""),
        (["clear"], ""),
        (["clear", "clear"], "clear"),
        (["not_now", "not_now"], "not_now"),
        (["clear", "coach"], ""),
        (["clear", "coach", "clear"], "clear"),
        (["clear", "coach", "coach"], "coach"),
        (["clear", "not_now", "coach"], "coach"),
    ],
)
def test_outcome_of_two_that_agree_or_the_majority_of_three(decisions, outcome):
    assert outcome_of(decisions) == outcome


def test_two_that_agree_close_the_case_and_tell_the_person(reviewers):
    audit = make_audit()
    for reviewer in reviewers[:2]:
        decide(audit=audit, reviewer=reviewer, **CLEAR)
    audit.refresh_from_db()
    assert (audit.state, audit.outcome) == (Audit.State.DECIDED, "clear")
    assert audit.member.state == Member.State.SCREENED
    assert audit.expires == timezone.localdate() + dt.timedelta(days=365)
    assert Message.objects.get(kind="audit.decided").title == "Audit jejak digital Anda selesai"


def test_two_that_differ_wait_for_a_third(reviewers):
    audit = make_audit()
    decide(audit=audit, reviewer=reviewers[0], **CLEAR)
    decide(audit=audit, reviewer=reviewers[1], decision="not_now", reason="Baru saja.")
    audit.refresh_from_db()
    assert audit.state == Audit.State.IN_REVIEW
    decide(audit=audit, reviewer=reviewers[2], decision="not_now", reason="Setuju.")
    audit.refresh_from_db()
    assert audit.outcome == "not_now"


def test_not_now_keeps_the_candidate_in_the_pool(reviewers):
    audit = make_audit()
    for reviewer in reviewers[:2]:
        decide(audit=audit, reviewer=reviewer, decision="not_now", reason="Belum.")
    audit.member.refresh_from_db()
    assert audit.member.state == Member.State.APPLIED
    assert Message.objects.get(kind="audit.decided").title == "Belum cocok kali ini"


def test_deciding_twice_the_same_doubles_nothing(reviewers):
    audit = make_audit()
    for _ in range(2):
        decide(audit=audit, reviewer=reviewers[0], **CLEAR)
    assert Review.objects.count() == 1
    assert Entry.objects.filter(act="audit.reviewed").count() == 1


def test_deciding_otherwise_afterwards_is_refused(reviewers):
    audit = make_audit()
    decide(audit=audit, reviewer=reviewers[0], **CLEAR)
    with pytest.raises(ReviewRefused) as refused:
        decide(audit=audit, reviewer=reviewers[0], decision="not_now", reason="Lain.")
    assert refused.value.obstacle == Obstacle.ALREADY


def test_a_reviewer_cannot_decide_on_themself():
    reviewer = make_reviewer()
    member = Member.objects.create(
        programme=make_candidate().programme, employee=reviewer.employee, state=Member.State.APPLIED
    )
    with pytest.raises(ReviewRefused) as refused:
        decide(audit=make_audit(member), reviewer=reviewer, **CLEAR)
    assert (refused.value.obstacle, Review.objects.count()) == (Obstacle.OWN, 0)


@pytest.mark.parametrize("unit", ["Produksi", "Produksi / Vaksin Viral"])
def test_a_reviewer_of_the_same_line_is_refused(unit):
    member = make_candidate()
    member.employee.unit = make_unit("Produksi / Vaksin Viral")
    member.employee.save()
    with pytest.raises(ReviewRefused) as refused:
        decide(audit=make_audit(member), reviewer=make_reviewer(unit=unit), **CLEAR)
    assert refused.value.obstacle == Obstacle.UNIT


def test_a_decided_case_takes_no_more_decisions(reviewers):
    audit = make_audit()
    for reviewer in reviewers[:2]:
        decide(audit=audit, reviewer=reviewer, **CLEAR)
    with pytest.raises(ReviewRefused) as refused:
        decide(audit=audit, reviewer=reviewers[2], **CLEAR)
    assert (refused.value.obstacle, Review.objects.count()) == (Obstacle.CLOSED, 2)


def test_the_audit_record_holds_decisions_but_no_reasons(reviewers):
    decide(audit=make_audit(), reviewer=reviewers[0], **CLEAR)
    entry = Entry.objects.get(act="audit.reviewed")
    assert (entry.after, entry.actor) == ({"decision": "clear", "seat": 1}, reviewers[0])


def test_a_reply_can_be_changed_until_the_audit_is_sent():
    audit = make_audit(state=Audit.State.WITH_PERSON)
    finding, user = make_finding(audit), audit.member.employee.user
    actions.reply_to_finding(finding=finding, stance="explain", text="Satu", actor=user)
    actions.reply_to_finding(finding=finding, stance="deleted", text="", actor=user)
    actions.submit_audit(audit=audit, actor=user)
    with pytest.raises(actions.NotWithPerson):
        actions.reply_to_finding(finding=finding, stance="explain", text="Dua", actor=user)
    assert Reply.objects.get().stance == "deleted"


def test_sending_twice_records_once():
    audit = make_audit(state=Audit.State.WITH_PERSON)
    for _ in range(2):
        actions.submit_audit(audit=audit, actor=audit.member.employee.user)
    assert Entry.objects.filter(act="audit.submitted").count() == 1


def test_withdrawing_deletes_findings_and_reasons_at_once(reviewers):
    audit = make_audit()
    make_finding(audit)
    decide(audit=audit, reviewer=reviewers[0], **CLEAR)
    consent = consent_to(audit.member, ConsentItem.Key.AUDIT)
    actions.withdraw_audit(member=audit.member, actor=audit.member.employee.user)
    audit.refresh_from_db()
    consent.refresh_from_db()
    assert (audit.state, Finding.objects.count(), audit.reviews.get().reason) == ("withdrawn", 0, "")
    assert consent.withdrawn is not None


def test_a_consent_withdrawn_elsewhere_ends_the_audit():
    audit = make_audit()
    make_finding(audit)
    consent_withdrawn.send(Member, member=audit.member, key="watch")
    assert Finding.objects.count() == 1
    consent_withdrawn.send(Member, member=audit.member, key="audit")
    assert (Audit.objects.get().state, Finding.objects.count()) == ("withdrawn", 0)


def test_a_failed_scan_can_be_started_again():
    audit = make_audit(state=Audit.State.FAILED, error="scan")
    actions.scan_again(audit=audit, actor=make_user())
    audit.refresh_from_db()
    assert (audit.state, audit.error) == (Audit.State.WAITING, "")
