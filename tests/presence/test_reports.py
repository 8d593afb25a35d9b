"""The report of an archive: every check with its outcome, every reason in words, in both languages."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

from digitroops.presence import actions, checks, jobs
from digitroops.presence.models import Archive
from digitroops.presence.reports import report_of
from tests.presence.archives import instagram, make_account, x_archive

pytestmark = pytest.mark.django_db
ENGINE = Path(actions.__file__).parents[2] / "engines/archives"


def read(account, file):
    archive = actions.add_archive(actor=account.employee.user, account=account, file=file)
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    return archive


def words_in_engine(pattern):
    return {found for path in ENGINE.rglob("*.py") for found in re.findall(pattern, path.read_text())}


def test_every_check_of_the_engine_has_words():
    made = words_in_engine(r'(?:\bCheck|\.check)\(\s*"(\w+)"')
    assert made == set(checks.WORDINGS)


def test_every_reason_of_the_engine_has_words():
    assert words_in_engine(r'\.partial\(\s*"(\w+)"') == set(checks.REASONS)


def test_a_whole_archive_is_verified_by_its_checks():
    report = report_of(read(make_account(), instagram()))
    assert (report.verified, report.whole) == (True, True)
    states = {line.name: line.state for line in report.lines}
    assert (states["owner"], states["unique_followers"], states["clock"]) == ("ok", "ok", "not_possible")
    assert report.passed == list(states.values()).count("ok")


@pytest.mark.parametrize(
    ("changed", "verified"), [({"owner": "not_possible"}, False), ({"clock": "failed"}, False), ({}, True)]
)
def test_verified_means_of_this_account_and_none_failed(changed, verified):
    archive = Archive(account=make_account(), report={"checks": {"owner": "ok", "clock": "ok"} | changed})
    assert report_of(archive).verified is verified


def test_failed_checks_come_first():
    lines = checks.lines_of({"owner": "ok", "range": "not_possible", "clock": "failed"})
    assert [line.name for line in lines] == ["clock", "owner", "range"]


def test_a_newer_archive_shows_followers_then_and_now():
    account = make_account(platform="x", handle="ayu")
    read(account, x_archive(range(10)))
    compared = report_of(read(account, x_archive(range(3, 15)))).compared
    assert (compared.before, compared.after, compared.change) == (10, 12, 2)
    assert (compared.gained, compared.gone) == (5, 3)


def test_without_stable_names_only_the_counts_are_compared():
    account = make_account(platform="mastodon")
    old = Archive.objects.create(
        account=account, file_name="a", state="read", exported="2026-05-01T00:00Z", report={"followers": 40}
    )
    new = Archive.objects.create(account=account, file_name="b", report={})
    assert jobs._counts_compared(new, 60) == {"since": "2026-05-01T00:00:00+00:00", "before": 40, "after": 60}
    old.delete()
    assert jobs._counts_compared(new, 60) == {}


@pytest.mark.parametrize(("language", "word"), [("id", "Terverifikasi"), ("en", "Verified")])
def test_the_report_page_says_what_was_checked_and_when_the_file_went(as_user, language, word):
    account = make_account()
    archive = read(account, instagram())
    Archive.objects.update(left_files=5321, left_bytes=9_000_000_000)
    user = account.employee.user
    user.language = language
    user.save()
    page = as_user(user).get(reverse("presence:archive", args=[archive.pk])).content.decode()
    with translation.override(language):
        sentences = [str(checks.WORDINGS[name].title) for name in archive.report["checks"]]
    assert [text for text in (word, *sentences) if text not in page] == []
    assert re.search(r"5[.,]321", page)


def test_an_old_report_without_checks_is_still_shown(as_user):
    account = make_account()
    archive = Archive.objects.create(
        account=account, file_name="a.zip", state="read", report={"followers": 3}
    )
    assert (
        as_user(account.employee.user).get(reverse("presence:archive", args=[archive.pk])).status_code == 200
    )
