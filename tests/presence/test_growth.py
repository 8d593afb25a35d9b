"""How followers came: from follow dates, or from the counts of earlier archives; with questions, never a verdict."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from digitroops.audit.models import Entry
from digitroops.notify.models import Message
from digitroops.presence import actions, jobs
from digitroops.presence.growth import grown
from digitroops.presence.models import Archive, FollowerCount
from digitroops.presence.queries import accounts_of
from digitroops.programme.actions import withdraw_consent
from tests.presence.archives import instagram, make_account

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 20)


def seen(account):
    return grown(accounts_of(account.employee).get(pk=account.pk))


def read(account, *, days=None, followers=1000, exported=TODAY):
    at = dt.datetime.combine(exported, dt.time(), dt.UTC)
    archive = Archive.objects.create(
        account=account, file_name="a.zip", state="read", exported=at, read=at, raw_deleted=at, uploaded=at,
        report={"followers": followers, "counts": {"followers": followers}, "whole": True},
        follow_days=days or {},
    )  # fmt: skip
    FollowerCount.objects.create(
        account=account, date=exported, count=followers, source="archive", archive=archive
    )
    return archive


def steady(days=400, daily=2):
    return {(TODAY - dt.timedelta(day)).isoformat(): daily for day in range(days)}


def test_reading_keeps_the_days_of_the_follows():
    account = make_account()
    archive = actions.add_archive(actor=account.employee.user, account=account, file=instagram())
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert sum(archive.follow_days.values()) == archive.report["counts"]["followers"]
    assert "contoh" not in repr(archive.follow_days)
    assert seen(account).chart["series"][0]["values"][-1] == archive.report["followers"]


def test_months_add_up_to_the_followers_with_those_without_a_date():
    account = make_account()
    read(account, days=steady(), followers=820)
    found = seen(account)
    assert (found.dated, found.undated, found.chart["series"][0]["values"][-1]) == (True, 20, 820)
    assert found.questions == []


def test_a_burst_becomes_a_question_with_its_days():
    account = make_account()
    day = (TODAY - dt.timedelta(100)).isoformat()
    read(account, days=steady() | {day: 400}, followers=1198)
    questions = {question.key: question for question in seen(account).questions}
    assert set(questions) == {"growth_steps", "burst_share"}
    assert "12 Agustus 2026: 400 pengikut baru" in questions["growth_steps"].seen[0]
    assert questions["growth_steps"].question.endswith("acara.")


def test_without_dates_the_counts_of_archives_tell():
    account = make_account(platform="x", handle="ayu")
    read(account, followers=1000, exported=TODAY - dt.timedelta(60))
    read(account, followers=2100)
    found = seen(account)
    assert (found.dated, found.chart["series"][0]["values"]) == (False, [1000, 2100])
    assert [question.key for question in found.questions] == ["count_steps"]
    assert found.questions[0].seen == [
        "Dari 1.000 pada 21 September 2026 menjadi 2.100 pada 20 November 2026"
    ]


def test_typed_and_partial_counts_draw_no_line():
    account = make_account(platform="x", handle="ayu")
    read(account)
    for days, source, partial in ((30, "declared", False), (20, "archive", True)):
        FollowerCount.objects.create(
            account=account, date=TODAY - dt.timedelta(days), count=5, source=source, partial=partial
        )
    assert seen(account).chart is None


def test_an_account_without_archive_has_nothing_to_show():
    found = seen(make_account())
    assert (found.chart, found.questions) == (None, [])


def test_explaining_is_kept_and_recorded(as_user):
    account = make_account()
    client = as_user(account.employee.user)
    client.post(reverse("presence:explain", args=[account.pk]), {"text": "Diliput televisi."})
    account.refresh_from_db()
    assert (account.growth_note, account.growth_noted is None) == ("Diliput televisi.", False)
    entry = Entry.objects.get(act="account.explained")
    kept = f"{entry.subject_name} {entry.before} {entry.after}"
    assert "Diliput" not in kept
    assert account.handle not in kept


def test_too_long_an_explanation_is_given_back(as_user):
    account = make_account()
    response = as_user(account.employee.user).post(
        reverse("presence:explain", args=[account.pk]), {"text": "a" * 1001}
    )
    account.refresh_from_db()
    assert (response.status_code, account.growth_note) == (422, "")


def test_asking_tells_the_person_once_a_day():
    account = make_account()
    pr = account.employee.user
    assert [actions.ask_about_growth(actor=pr, account=account) for _ in range(2)] == [True, False]
    message = Message.objects.get()
    assert (message.kind, message.path) == ("account.asked", f"/presence/{account.pk}/#growth")
    account.growth_asked = timezone.now() - dt.timedelta(days=2)
    assert actions.ask_about_growth(actor=pr, account=account)


def test_withdrawing_consent_forgets_the_explanation():
    account = make_account()
    actions.explain_growth(actor=account.employee.user, account=account, text="Viral.")
    withdraw_consent(actor=None, member=account.employee.memberships.get(), key="archive")
    account.refresh_from_db()
    assert account.growth_note == ""
