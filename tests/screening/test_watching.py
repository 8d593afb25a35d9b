"""Members who agreed are checked again; reputation is a page of facts."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.notify.models import Message
from digitroops.presence.models import Archive, Connection
from digitroops.presence.signals import presence_changed
from digitroops.programme.actions import withdraw_consent
from digitroops.programme.models import Consent, ConsentItem, ConsentText, Member
from digitroops.screening import actions, jobs
from digitroops.screening.models import Audit
from tests.screening.cases import SECRET, make_audit, make_finding, make_post, make_reviewer
from tests.world import make_company, make_member, make_pr

pytestmark = pytest.mark.django_db
YEAR = dt.timedelta(days=370)


@pytest.fixture
def member():
    """An active member, checked a year ago, who agreed to be checked again."""
    make_company()
    member = make_member()
    text = ConsentText.objects.create(
        programme=member.programme, purpose_id="Tujuan", published=timezone.now()
    )
    words = {"title_id": "a", "title_en": "a", "body_id": "b", "body_en": "b"}
    item = ConsentItem.objects.create(text=text, key="watch", required=False, **words)
    Consent.objects.create(member=member, item=item)
    ago = timezone.now() - YEAR
    make_audit(member, state=Audit.State.DECIDED, outcome="clear", scanned=ago, decided=ago)
    return member


def upload(member):
    post = make_post(member, SECRET, created=timezone.now() - dt.timedelta(days=3))
    Archive.objects.create(account=post.account, state=Archive.State.READ)
    presence_changed.send(type(member.employee), employee=member.employee)


def test_a_member_is_reminded_once_a_month(member):
    now = timezone.now()
    assert (jobs.remind_watched(now), jobs.remind_watched(now)) == (1, 0)
    assert Message.objects.filter(kind="audit.watch").count() == 1


def test_nobody_is_watched_without_consent(member):
    withdraw_consent(actor=member.employee.user, member=member, key="watch")
    assert jobs.remind_watched(timezone.now()) == 0
    upload(member)
    assert not member.audits.filter(purpose=Audit.Purpose.WATCH).exists()


def test_a_new_archive_begins_the_check_of_newer_posts_alone(member):
    make_post(member, SECRET)
    upload(member)
    audit = member.audits.get(purpose=Audit.Purpose.WATCH)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert (audit.state, audit.posts_total, audit.findings.count()) == (Audit.State.WITH_PERSON, 1, 1)


def test_withdrawing_ends_the_check_and_keeps_the_first_audit(member):
    upload(member)
    withdraw_consent(actor=member.employee.user, member=member, key="watch")
    states = dict(member.audits.values_list("purpose", "state"))
    assert states == {"watch": Audit.State.WITHDRAWN, "selection": Audit.State.DECIDED}


def test_a_serious_check_changes_no_membership_and_tells_pr(member):
    make_pr()
    audit = make_audit(member, purpose=Audit.Purpose.WATCH)
    make_finding(audit)
    for name in ("budi", "sari"):
        reviewer = make_reviewer(f"{name}@nusavaksin.example")
        actions.decide(audit=audit, reviewer=reviewer, decision="not_now", reason="Perlu bicara.")
    member.refresh_from_db()
    assert member.state == Member.State.ACTIVE
    assert Message.objects.filter(kind="audit.watch_ended").count() == 1
    audit.refresh_from_db()
    assert audit.next_chance is None
    told = Message.objects.get(kind="audit.decided")
    assert "Keanggotaan Anda tidak berubah" in told.body
    assert "mendaftar" not in told.body


def test_a_member_reads_what_a_talk_means(member, as_user):
    now = timezone.now()
    make_audit(member, purpose=Audit.Purpose.WATCH, state="decided", outcome="not_now", decided=now)
    browser = as_user(member.employee.user)
    for name in ("mine", "letter"):
        page = browser.get(reverse(f"screening:{name}")).content.decode()
        assert "Keanggotaan Anda tidak berubah" in page
        assert "mendaftar lagi" not in page


def test_pr_records_a_kind_word_that_the_member_reads(member, as_user):
    browser = as_user(make_pr())
    where = reverse("screening:reputation-of", args=[member.pk])
    assert browser.post(where, {"text": "Terima kasih"}).status_code == 422
    fields = {"text": "Jelas sekali.", "source": "Warga, di Instagram", "day": "2026-05-01"}
    browser.post(where, fields)
    page = as_user(member.employee.user).get(reverse("screening:reputation")).content.decode()
    assert "Jelas sekali." in page
    assert "Warga, di Instagram" in page
    word = member.kind_words.get()
    browser = as_user(make_pr("r2@nusavaksin.example"))
    browser.post(reverse("screening:kind-word-remove", args=[word.pk]))
    assert not member.kind_words.exists()


def test_reputation_shows_no_finding(member, as_user):
    make_finding(member.audits.get())
    page = as_user(make_pr()).get(reverse("screening:reputation-of", args=[member.pk])).content.decode()
    assert "goblok" not in page
    assert "Kata kasar" not in page


def test_a_connected_account_begins_the_check_too(member):
    post = make_post(member, SECRET, created=timezone.now() - dt.timedelta(days=3))
    Connection.objects.create(account=post.account, state="connected", read=timezone.now())
    presence_changed.send(type(member.employee), employee=member.employee)
    audit = member.audits.get(purpose=Audit.Purpose.WATCH)
    jobs.scan_audit(audit.pk)
    audit.refresh_from_db()
    assert (audit.state, audit.findings.count()) == (Audit.State.WITH_PERSON, 1)


def test_somebody_never_audited_is_not_said_to_have_been_read(as_user):
    member = make_member()
    page = as_user(make_pr()).get(reverse("screening:reputation-of", args=[member.pk]))
    assert "belum pernah dibaca" in page.content.decode()
