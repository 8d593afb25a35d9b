import datetime as dt

import pytest
from django.utils import timezone

from digitroops.engines.footprint import Scanner
from digitroops.notify.models import Message
from digitroops.presence.models import Archive
from digitroops.screening import jobs
from digitroops.screening.models import Audit, Finding, Reply
from tests.screening.cases import SECRET, make_audit, make_candidate, make_finding, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    return make_audit(state=Audit.State.WAITING, posts_total=0)


def test_scan_leaves_the_findings_with_the_person(waiting):
    post = make_post(waiting.member, "Wasitnya goblok banget")
    make_post(waiting.member, "Selamat pagi Bandung")
    jobs.scan_audit(waiting.pk)
    waiting.refresh_from_db()
    finding = Finding.objects.get()
    assert (waiting.state, waiting.posts_total, waiting.posts_scanned) == (Audit.State.WITH_PERSON, 2, 2)
    assert finding.post == post
    assert "goblok" in finding.text[finding.span_start : finding.span_end]


def test_scan_tells_the_person_in_their_language(waiting):
    user = waiting.member.employee.user
    user.language = "en"
    user.save()
    jobs.scan_audit(waiting.pk)
    message = Message.objects.get()
    assert (message.user, message.title) == (user, "Your footprint audit is ready for you to read")


def test_scan_twice_doubles_nothing(waiting):
    make_post(waiting.member, "dasar goblok")
    for _ in range(2):
        jobs.scan_audit(waiting.pk)
    assert (Finding.objects.count(), Message.objects.count()) == (1, 1)


def test_scan_goes_on_after_a_kill(waiting):
    make_post(waiting.member, "dasar goblok")
    Audit.objects.update(state=Audit.State.SCANNING, posts_scanned=1)
    jobs.scan_audit(waiting.pk)
    assert (Audit.objects.get().state, Finding.objects.count()) == (Audit.State.WITH_PERSON, 1)


def test_scan_keeps_only_what_the_programme_looks_for(waiting):
    Audit.objects.update(categories=["gambling"])
    make_post(waiting.member, "goblok, yuk main slot gacor di link bio")
    jobs.scan_audit(waiting.pk)
    assert [finding.category for finding in Finding.objects.all()] == ["gambling"]


def test_scan_without_posts_goes_straight_to_the_person(waiting):
    jobs.scan_audit(waiting.pk)
    assert (Audit.objects.get().state, Finding.objects.count()) == (Audit.State.WITH_PERSON, 0)


def test_scan_waits_for_an_archive_that_is_being_read(waiting):
    account = make_post(waiting.member, "dasar goblok").account
    archive = Archive.objects.create(account=account, file_name="x.zip", state=Archive.State.READING)
    jobs.scan_audit(waiting.pk)
    jobs.scan_waiting()
    assert Audit.objects.get().state == Audit.State.WAITING
    Archive.objects.filter(pk=archive.pk).update(state=Archive.State.READ)
    jobs.scan_waiting()
    assert Audit.objects.get().state == Audit.State.WITH_PERSON


def test_scan_that_breaks_is_marked_and_leaves_no_half(waiting, monkeypatch):
    class Broken:
        def scan(self, text, **kwargs):
            raise ValueError("broken")

    monkeypatch.setattr(jobs, "scanner", lambda audit: Broken())
    make_post(waiting.member, "dasar goblok")
    with pytest.raises(ValueError, match="broken"):
        jobs.scan_audit(waiting.pk)
    assert (Audit.objects.get().state, Finding.objects.count()) == (Audit.State.FAILED, 0)


def test_scan_of_somebody_who_withdrew_meanwhile_keeps_nothing(waiting, monkeypatch):
    class Withdrawing(Scanner):
        def scan(self, text, **kwargs):
            Audit.objects.update(state=Audit.State.WITHDRAWN)
            return super().scan(text, **kwargs)

    monkeypatch.setattr(jobs, "scanner", lambda audit: Withdrawing())
    make_post(waiting.member, "dasar goblok")
    jobs.scan_audit(waiting.pk)
    assert (Audit.objects.get().state, Finding.objects.count()) == (Audit.State.WITHDRAWN, 0)


def test_one_post_gives_one_finding_of_a_kind(waiting):
    make_post(waiting.member, "Awas aja lo ketemu di parkiran, gue hajar lo sampai babak belur")
    jobs.scan_audit(waiting.pk)
    finding = waiting.findings.get(category="threat")
    marked = [finding.text[start:end] for start, end in finding.reason["spans"]]
    assert marked == ["Awas aja lo", "gue hajar lo sampai babak belur"]


def test_forget_deletes_findings_and_replies_past_their_day_only():
    day = dt.date(2026, 11, 1)
    old = make_audit(state=Audit.State.DECIDED, outcome="clear", expires=day)
    kept = make_audit(
        make_candidate("2300"), state=Audit.State.DECIDED, outcome="clear", expires=day + dt.timedelta(days=1)
    )
    Reply.objects.create(finding=make_finding(old), stance="explain", text="Maaf")
    finding = make_finding(kept)
    assert jobs.forget_expired(day + dt.timedelta(days=1)) == 1
    assert (list(Finding.objects.all()), Reply.objects.count()) == ([finding], 0)
    old.refresh_from_db()
    assert old.outcome == "clear"


def test_texts_of_read_posts_are_emptied_once_their_days_are_over():
    audit = make_audit(state=Audit.State.DECIDED, scanned=timezone.now() - dt.timedelta(days=91))
    finding = make_finding(audit)
    newer = make_post(audit.member, "Sesudah audit", created=timezone.now())
    assert jobs.forget_posts(timezone.now()) == 1
    finding.refresh_from_db()
    newer.refresh_from_db()
    assert (finding.post.text, finding.text == SECRET, newer.text) == ("", True, "Sesudah audit")
    assert jobs.forget_posts(timezone.now()) == 0


@pytest.mark.parametrize(("state", "days"), [("in_review", 200), ("decided", 89)])
def test_texts_that_are_still_needed_stay(state, days):
    audit = make_audit(state=state, scanned=timezone.now() - dt.timedelta(days=days))
    make_finding(audit)
    assert jobs.forget_posts(timezone.now()) == 0
