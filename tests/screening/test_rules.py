"""What counts for whom, the signature before any scan, and the deadlines."""

import datetime as dt

import pytest
from django.utils import timezone

from digitroops.notify.models import Message
from digitroops.presence.actions import remove_account
from digitroops.presence.models import Archive, Post, SocialAccount
from digitroops.screening import actions, jobs
from digitroops.screening.models import Audit, AuditRules, Finding, Reply
from digitroops.screening.rules import counting_for, may_scan
from tests.screening.cases import SECRET, make_audit, make_candidate, make_finding, make_post
from tests.world import make_pr, make_programme, make_unit

pytestmark = pytest.mark.django_db
WHOLE = {"state": Archive.State.READ, "report": {"whole": True}, "exported": timezone.now()}


@pytest.fixture
def programme():
    return make_programme()


@pytest.fixture
def pr():
    return make_pr()


def scanned(member):
    make_post(member)
    audit = actions.start_audit(member=member)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    return audit


def test_a_level_leaves_lighter_things_out(programme, pr):
    actions.change_rules(actor=pr, programme=programme, levels={"abusive": 4})
    assert scanned(make_candidate()).findings.count() == 0


def test_a_category_switched_off_is_not_looked_for(programme, pr):
    actions.change_rules(actor=pr, programme=programme, levels={"abusive": 0})
    audit = scanned(make_candidate())
    assert ("abusive" in audit.categories, audit.findings.count()) == (False, 0)


def test_a_role_counts_differently_for_its_people(programme, pr):
    unit = make_unit("Riset / Vaksin")
    actions.add_role(
        actor=pr,
        programme=programme,
        name="Riset",
        unit=unit.parent,
        position_words="",
        levels={"abusive": 4},
    )
    inside, outside = make_candidate(), make_candidate("2202", name="Dewi")
    inside.employee.unit = unit
    assert counting_for(inside.employee, programme).role == "Riset"
    assert counting_for(inside.employee, programme).levels["abusive"] == 4
    assert counting_for(outside.employee, programme).role == ""


def test_an_open_audit_keeps_what_held_when_it_began(programme, pr):
    audit = scanned(make_candidate())
    actions.change_rules(actor=pr, programme=programme, levels={"abusive": 0})
    audit.refresh_from_db()
    assert audit.levels["abusive"] == 1


def test_words_of_pr_are_found(programme, pr):
    actions.add_term(
        actor=pr, programme=programme, category="confidential", text="proyek elang biru", severity=4
    )
    member = make_candidate()
    make_post(member, "Semoga proyek elang biru lancar")
    audit = actions.start_audit(member=member)
    jobs.scan_audit(audit.pk)
    assert audit.findings.get().category == "confidential"


def test_nothing_is_read_before_the_note_is_signed(programme, pr):
    AuditRules.objects.filter(programme=programme).update(signoff_required=True)
    audit = scanned(make_candidate())
    assert audit.state == Audit.State.WAITING
    actions.sign_impact_note(actor=pr, programme=programme, name="Petugas", remarks="")
    jobs.scan_waiting()
    audit.refresh_from_db()
    assert audit.state == Audit.State.WITH_PERSON


def test_a_changed_setting_asks_for_a_new_signature(programme, pr):
    AuditRules.objects.filter(programme=programme).update(signoff_required=True)
    actions.sign_impact_note(actor=pr, programme=programme, name="Petugas", remarks="")
    assert may_scan(programme)
    actions.change_rules(actor=pr, programme=programme, levels={"political": 0})
    assert not may_scan(programme)


def test_the_person_has_a_deadline_and_is_reminded_once(programme):
    audit = scanned(make_candidate())
    soon = audit.due - dt.timedelta(days=2)
    assert round((audit.due - timezone.now()).total_seconds() / 86400) == 14
    assert (jobs.remind_due(soon), jobs.remind_due(soon)) == (1, 0)
    assert Message.objects.filter(kind="audit.due").count() == 1


def test_pr_gives_more_time(programme, pr):
    audit = scanned(make_candidate())
    longer = actions.give_more_time(audit=audit, actor=pr, days=7)
    assert (longer.due - audit.due).days == 7


def test_an_audit_left_lying_ends_and_is_deleted(programme):
    audit = scanned(make_candidate())
    assert jobs.end_abandoned(audit.due + dt.timedelta(days=59)) == 0
    assert jobs.end_abandoned(audit.due + dt.timedelta(days=61)) == 1
    audit.member.refresh_from_db()
    assert (audit.findings.count(), audit.member.state) == (0, "left")
    assert Message.objects.filter(kind="audit.lapsed", user=audit.member.employee.user).count() == 1


def test_reasons_without_findings_are_forgotten_too(programme):
    audit = make_audit(state=Audit.State.DECIDED, expires=dt.date(2026, 1, 1))
    audit.reviews.create(reviewer=make_pr("x@nusavaksin.example"), seat=1, decision="clear", reason="Bersih.")
    assert jobs.forget_expired(dt.date(2026, 1, 2)) == 1
    assert jobs.forget_expired(dt.date(2026, 1, 2)) == 0


def deleted_reply(programme):
    audit = make_audit(state=Audit.State.WITH_PERSON)
    finding = make_finding(audit, SECRET)
    return actions.reply_to_finding(
        finding=finding, stance="deleted", text="", steps=["deleted"], actor=audit.member.employee.user
    )


def test_the_next_archive_shows_that_a_post_is_gone(programme):
    reply = deleted_reply(programme)
    Archive.objects.create(account=reply.finding.post.account, **WHOLE)
    reply.finding.post.delete()
    jobs.check_deletions(reply.finding.audit.member.employee)
    reply.refresh_from_db()
    assert (reply.check_result, reply.steps) == (Reply.Check.GONE, ["deleted"])


def test_a_post_still_in_a_newer_archive_is_said_to_be_there(programme):
    reply = deleted_reply(programme)
    employee = reply.finding.audit.member.employee
    account, before = reply.finding.post.account, timezone.now() - dt.timedelta(days=2)
    Archive.objects.create(account=account, state=Archive.State.READ, exported=timezone.now())  # a part of it
    Archive.objects.create(account=account, **{**WHOLE, "exported": before})  # made before the reply
    jobs.check_deletions(employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.OPEN
    Archive.objects.create(account=reply.finding.post.account, **WHOLE)
    jobs.check_deletions(employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.THERE


def other_account(reply):
    employee = reply.finding.audit.member.employee
    return SocialAccount.objects.create(employee=employee, platform="x", handle="candra.toko")


def test_an_archive_of_another_account_on_the_platform_does_not_show_that_a_post_is_gone(programme):
    reply = deleted_reply(programme)
    account = reply.finding.account
    Archive.objects.create(account=other_account(reply), **WHOLE)
    reply.finding.post.delete()
    jobs.check_deletions(account.employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.OPEN
    Archive.objects.create(account=account, **WHOLE)
    jobs.check_deletions(account.employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.GONE


def test_an_archive_of_another_account_does_not_show_that_a_post_is_still_there(programme):
    reply = deleted_reply(programme)
    Archive.objects.create(account=other_account(reply), **WHOLE)
    jobs.check_deletions(reply.finding.account.employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.OPEN


def test_removing_the_account_does_not_show_that_a_post_is_gone(programme):
    reply = deleted_reply(programme)
    employee, post = reply.finding.audit.member.employee, reply.finding.post
    remove_account(actor=employee.user, account=post.account)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.OPEN
    account = SocialAccount.objects.create(employee=employee, platform="x", handle="candrawj")
    Post.objects.create(account=account, external_id="1", text=post.text, created=post.created)
    Archive.objects.create(account=account, **WHOLE)
    jobs.check_deletions(employee)
    reply.refresh_from_db()
    assert reply.check_result == Reply.Check.THERE


def test_a_stopped_scan_keeps_no_part_while_another_has_begun(programme, monkeypatch):
    member = make_candidate()
    make_post(member)
    make_post(member)
    audit = make_audit(member, state=Audit.State.WAITING, categories=["abusive"])
    really = jobs.is_held

    def paused_for_a_moment(person):
        Audit.objects.filter(pk=audit.pk, state=Audit.State.WAITING).update(state=Audit.State.SCANNING)
        return really(person)

    def stopped(*args):
        jobs.stop_scans(member.employee)
        monkeypatch.setattr(jobs, "is_held", paused_for_a_moment)
        return Finding(audit=audit)

    monkeypatch.setattr(jobs, "BATCH", 1)
    monkeypatch.setattr(jobs, "_finding", stopped)
    monkeypatch.setattr(jobs, "may_scan", lambda programme: True)
    kept = []
    monkeypatch.setattr(jobs, "_keep", lambda *args: kept.append(args))
    jobs.scan_audit(audit.pk)
    assert kept == []
