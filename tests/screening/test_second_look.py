"""Passing on, taking back, the second look, and what an outcome brings with it."""

import datetime as dt

import pytest
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.people.models import Role
from digitroops.programme.models import Member
from digitroops.screening import actions
from digitroops.screening.actions import decide, make_appeal, settle, take_back
from digitroops.screening.lessons import Lesson, _sources
from digitroops.screening.models import Audit
from digitroops.screening.queries import Obstacle, appeals_for, obstacle, reasons_of, reviews_for, sides_of
from tests.screening.cases import make_audit, make_finding, make_reviewer
from tests.world import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def audit():
    audit = make_audit()
    make_finding(audit)
    return audit


@pytest.fixture
def three():
    return [make_reviewer(f"{name}@nusavaksin.example", "Keuangan") for name in ("budi", "sari", "tono")]


def close(audit, reviewers, *decisions, **more):
    for reviewer, decision in zip(reviewers, decisions, strict=False):
        decide(audit=audit, reviewer=reviewer, decision=decision, reason=f"Alasan {decision}", **more)
    audit.refresh_from_db()
    return audit


def test_passing_on_is_no_decision_and_tells_the_others(audit, three):
    close(audit, three, "escalate", "clear")
    assert audit.state == Audit.State.IN_REVIEW
    told = Message.objects.filter(kind="audit.escalated").values_list("user__name", flat=True)
    assert sorted(told) == ["Sari", "Tono"]
    close(audit, three[2:], "clear")
    assert (audit.state, audit.outcome) == (Audit.State.DECIDED, "clear")


def test_a_decision_is_taken_back_while_the_case_is_open(audit, three):
    close(audit, three, "not_now")
    take_back(audit=audit, reviewer=three[0])
    assert obstacle(audit, three[0]) == Obstacle.NONE
    assert Entry.objects.filter(act="audit.review_taken_back").count() == 1


def test_a_closed_case_is_not_taken_back(audit, three):
    close(audit, three, "clear", "clear")
    with pytest.raises(actions.TooLate):
        take_back(audit=audit, reviewer=three[1])


def test_the_case_closes_once_the_last_decision_cannot_be_taken_back(audit, three, settings):
    settings.REVIEW_UNDO_SECONDS = 30
    close(audit, three, "clear", "clear")
    assert (audit.state, obstacle(audit, three[2])) == (Audit.State.IN_REVIEW, Obstacle.CLOSED)
    assert not settle(audit.pk)
    assert settle(audit.pk, now=timezone.now() + dt.timedelta(seconds=31))
    assert not settle(audit.pk, now=timezone.now() + dt.timedelta(seconds=31))
    audit.refresh_from_db()
    assert audit.outcome == "clear"
    assert Message.objects.filter(kind="audit.decided").count() == 1


def test_the_person_reads_the_reasons_of_those_who_agreed(audit, three):
    close(audit, three, "clear", "coach", "coach")
    assert reasons_of(audit) == ["Alasan coach"]


def test_coaching_names_a_lesson_and_ends_with_it(audit, three):
    _sources.append(lambda programme: [Lesson("lesson:7", "Periksa dulu", "/academy/1/lessons/7/")])
    try:
        close(audit, three, "coach", "coach", lesson="lesson:7")
    finally:
        _sources.pop()
    assert (audit.lesson_title, audit.coached) == ("Periksa dulu", None)
    assert not actions.finish_coaching(member=audit.member, actor=None, lesson_key="lesson:8")
    assert actions.finish_coaching(member=audit.member, actor=None, lesson_key="lesson:7")


def test_not_now_has_a_next_chance(audit, three):
    close(audit, three, "not_now", "not_now", next_months=3)
    assert (audit.next_chance - timezone.localdate()).days == 91
    assert audit.member.state == Member.State.APPLIED


def test_only_somebody_who_did_not_decide_takes_the_second_look(audit, three):
    close(audit, three, "not_now", "not_now")
    appeal = make_appeal(audit=audit, text="Saya mengutip orang lain.", actor=audit.member.employee.user)
    assert list(appeals_for(three[2])) == [appeal]
    assert not appeals_for(three[0]).exists()
    assert [reason for _decision, reason in sides_of(audit, three[2])] == ["Alasan not_now"] * 2
    with pytest.raises(actions.ReviewRefused) as refused:
        actions.answer_appeal(appeal=appeal, reviewer=three[0], decision="clear", reason="Kutipan.")
    assert refused.value.obstacle == Obstacle.BEFORE


def test_the_second_look_has_the_last_word(audit, three):
    close(audit, three, "not_now", "not_now")
    appeal = make_appeal(audit=audit, text="Saya mengutip orang lain.", actor=audit.member.employee.user)
    changed = actions.answer_appeal(appeal=appeal, reviewer=three[2], decision="clear", reason="Kutipan.")
    changed.member.refresh_from_db()
    assert (changed.outcome, changed.next_chance) == ("clear", None)
    assert changed.member.state == Member.State.SCREENED
    assert reasons_of(changed) == ["Kutipan."]
    assert Message.objects.filter(kind="appeal.answered").count() == 1
    with pytest.raises(actions.NoAppeal):
        make_appeal(audit=changed, text="Lagi", actor=audit.member.employee.user)


@pytest.mark.parametrize("decision", ["clear"])
def test_a_clear_outcome_needs_no_second_look(audit, three, decision):
    close(audit, three, decision, decision)
    with pytest.raises(actions.NoAppeal):
        make_appeal(audit=audit, text="Tetap", actor=audit.member.employee.user)


def test_the_second_look_has_a_deadline(audit, three):
    close(audit, three, "not_now", "not_now")
    Audit.objects.filter(pk=audit.pk).update(appeal_until=timezone.now() - dt.timedelta(minutes=1))
    with pytest.raises(actions.NoAppeal):
        make_appeal(audit=audit, text="Terlambat", actor=audit.member.employee.user)


def test_withdrawing_deletes_both_sides_of_the_second_look(audit, three):
    close(audit, three, "not_now", "not_now")
    appeal = make_appeal(audit=audit, text="Saya mengutip.", actor=audit.member.employee.user)
    actions.withdraw_audit(member=audit.member, actor=audit.member.employee.user)
    appeal.refresh_from_db()
    assert (appeal.text, audit.findings.count()) == ("", 0)


def test_reviewers_stay_blind_to_each_other_until_the_case_is_closed(audit, three):
    close(audit, three, "clear", "coach")
    assert [review.reviewer for review in reviews_for(three[1], audit)] == [three[1]]


@pytest.mark.parametrize(("lesson", "told"), [("", 1), ("lesson:7", 0)])
def test_a_coaching_talk_is_told_to_both_sides(audit, three, lesson, told):
    make_user("rina@nusavaksin.example", Role.PR)
    _sources.append(lambda programme: [Lesson("lesson:7", "Periksa dulu", "/academy/1/lessons/7/")])
    try:
        close(audit, three, "coach", "coach", lesson=lesson)
    finally:
        _sources.pop()
    asked = Message.objects.filter(kind="audit.talk")
    assert asked.count() == told
    assert "goblok" not in "".join(message.title + message.body for message in asked)
    body = Message.objects.get(kind="audit.decided").body
    assert ("Periksa dulu" if lesson else "percakapan dengan Humas") in body


def test_coaching_after_the_second_look_is_told_to_pr(audit, three):
    make_user("rina@nusavaksin.example", Role.PR)
    close(audit, three, "not_now", "not_now")
    appeal = make_appeal(audit=audit, text="Saya mengutip.", actor=audit.member.employee.user)
    actions.answer_appeal(appeal=appeal, reviewer=three[2], decision="coach", reason="Perlu dibahas.")
    assert Message.objects.filter(kind="audit.talk").count() == 1
