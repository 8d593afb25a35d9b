import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from digitroops.audit.models import Entry
from digitroops.presence import jobs
from digitroops.presence.actions import Sent, add_archive
from digitroops.presence.models import Archive, Audience, FollowerCount, Post
from digitroops.programme.actions import withdraw_consent
from tests.presence.archives import INSTAGRAM, instagram, make_account, x_archive
from tests.world import make_member

pytestmark = pytest.mark.django_db
TWEETS = [
    (1001, "Vaksin itu aman.", "Mon Nov 02 05:00:00 +0000 2026"),
    (1002, "Pagi!", "Tue Nov 03 05:00:00 +0000 2026"),
]


def send(account, file):
    archive = add_archive(actor=account.employee.user, account=account, file=file)
    return archive, Path(archive.file.path)


def read(account, file):
    archive, path = send(account, file)
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    return archive, path


def test_read_archive_counts_followers_and_keeps_public_posts():
    account = make_account()
    archive, _ = read(account, instagram())
    count = FollowerCount.objects.get()
    assert (archive.state, archive.report["checks"]["owner"]) == ("read", "ok")
    assert (count.count, count.source) == (archive.report["counts"]["followers"], "archive")
    assert Audience.objects.get().count == count.count > 1000
    assert Post.objects.filter(archive=archive).exists()


@pytest.mark.django_db(transaction=True)
def test_read_archive_deletes_the_raw_file_and_says_when():
    archive, path = send(make_account(), instagram())
    assert path.exists()
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (path.exists(), archive.file.name, archive.raw_deleted is None) == (False, "", False)


def test_read_archive_twice_changes_nothing():
    account = make_account()
    archive, _ = read(account, instagram())
    posts = list(Post.objects.values_list("pk", flat=True))
    jobs.read_archive(archive.pk)
    assert list(Post.objects.values_list("pk", flat=True)) == posts
    assert Entry.objects.filter(act="archive.read").count() == 1


def test_read_archive_starts_over_after_a_kill():
    account = make_account(platform="x", handle="ayu")
    archive, _ = send(account, x_archive(range(5), TWEETS))
    Archive.objects.update(state="reading", claim="the killed run", progress=1)
    Post.objects.create(account=account, archive=archive, external_id="half", kind="post", text="half")
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert archive.state == "read"
    assert list(Post.objects.order_by("external_id").values_list("external_id", flat=True)) == [
        "1001",
        "1002",
    ]


def test_an_older_run_stops_when_a_newer_one_has_taken_over(monkeypatch):
    account = make_account(platform="x", handle="ayu")
    archive, _ = send(account, x_archive(range(5), TWEETS))

    def taken_over(archive, gathered):
        Archive.objects.update(claim="the newer run")
        raise jobs.Lost

    monkeypatch.setattr(jobs, "_save_batch", taken_over)
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.state, archive.claim, archive.raw_deleted) == ("reading", "the newer run", None)


def test_somebody_elses_archive_is_refused_and_leaves_nothing():
    archive, _ = read(make_account(handle="orang.lain"), instagram())
    assert (archive.state, archive.error_code) == ("failed", "someone_else")
    assert [kind.objects.count() for kind in (Post, FollowerCount, Audience)] == [0, 0, 0]


def test_an_account_that_another_employee_has_proved_is_refused():
    first = make_account(platform="x", handle="ayu")
    read(first, x_archive(range(3), TWEETS))
    second = make_account(make_member(number="2002"), platform="x", handle="ayu")
    archive, _ = read(second, x_archive(range(3), TWEETS))
    assert (archive.error_code, second.posts.count(), first.posts.count()) == ("someone_else", 0, 2)


def test_an_archive_of_another_platform_is_refused():
    archive, _ = read(make_account(platform="x"), instagram())
    assert (archive.error_code, archive.error) == ("wrong_platform", "instagram")


def zipped(files, password=False):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"bukan arsip", "not_an_archive"),
        (zipped({"liburan.txt": "x"}), "unknown_platform"),
        (zipped({"your_instagram_activity/media/posts_1.html": "<html>"}), "html_export"),
        (instagram().read()[:20_000], "truncated"),
    ],
)
def test_a_file_that_cannot_be_read_fails_with_its_reason(content, reason):
    archive, _ = read(make_account(), SimpleUploadedFile("arsip.zip", content))
    assert (archive.state, archive.error_code) == ("failed", reason)


def encrypted():
    """A zip whose members say that they are encrypted."""
    content = bytearray(zipped({"connections/followers_and_following/followers_1.json": "[]"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def test_an_encrypted_archive_says_so_and_leaves_nothing():
    archive, _ = read(make_account(), SimpleUploadedFile("arsip.zip", encrypted()))
    assert (archive.state, archive.error_code, Post.objects.count()) == ("failed", "encrypted", 0)


def test_a_bomb_fails_without_being_unpacked():
    bomb = zipped({"connections/followers_and_following/followers_1.json": b"[" + b" " * 60_000_000 + b"]"})
    archive, _ = read(make_account(), SimpleUploadedFile("arsip.zip", bomb))
    assert (archive.state, archive.error_code, Post.objects.count()) == ("failed", "bomb", 0)


def test_the_limits_are_settings(settings):
    settings.ARCHIVE_LIMITS = settings.ARCHIVE_LIMITS | {"rows": 5}
    archive, _ = read(make_account(), instagram())
    assert (archive.state, archive.error_code) == ("failed", "too_large")


def test_a_failed_newer_archive_leaves_the_earlier_data():
    account = make_account(platform="x", handle="ayu")
    read(account, x_archive(range(3), TWEETS))
    read(account, SimpleUploadedFile("arsip.zip", b"rusak"))
    assert (account.posts.count(), account.follower_counts.count()) == (2, 1)


def test_a_newer_archive_compares_followers_and_drops_deleted_posts():
    account = make_account(platform="x", handle="ayu")
    read(account, x_archive(range(10), TWEETS))
    archive, _ = read(account, x_archive(range(3, 15), TWEETS[:1]))
    compared = archive.report["compared"]
    assert (compared["before"], compared["gained"], compared["gone"]) == (10, 5, 3)
    if archive.report["whole"]:
        assert account.posts.count() == 1


def test_an_older_archive_sent_later_takes_nothing_from_what_a_newer_one_showed():
    account = make_account(platform="x", handle="ayu")
    newer, _ = read(account, x_archive(range(10), TWEETS))
    Archive.objects.filter(pk=newer.pk).update(exported=newer.exported + dt.timedelta(days=9))
    post = account.posts.first()
    Post.objects.filter(pk=post.pk).update(created=newer.exported + dt.timedelta(days=4))
    older, _ = read(account, x_archive(range(3), []))
    assert (older.report["whole"], older.report["compared"]) == (True, {})
    assert list(account.posts.all()) == [post]
    assert Audience.objects.get().count == 10


def test_withdrawing_consent_deletes_what_rested_on_it():
    account = make_account(platform="x", handle="ayu")
    read(account, x_archive(range(3), TWEETS))
    member = account.employee.memberships.get()
    withdraw_consent(actor=account.employee.user, member=member, key="archive")
    assert [kind.objects.count() for kind in (Post, Archive, Audience)] == [0, 0, 0]
    assert Entry.objects.get(act="presence.erased").before == {"archives": 1, "posts": 2}


def test_withdrawing_consent_stops_a_reading_that_waits():
    account = make_account(platform="x", handle="ayu")
    archive, _ = send(account, x_archive(range(3), TWEETS))
    withdraw_consent(actor=None, member=account.employee.memberships.get(), key="archive")
    jobs.read_archive(archive.pk)
    assert not Post.objects.exists()


def youtube():
    path = INSTAGRAM.with_name("takeout-20260601T000000Z-001.zip")
    return SimpleUploadedFile(path.name, path.read_bytes())


def test_a_youtube_channel_named_by_its_handle_is_not_taken_for_somebody_elses():
    archive, _ = read(make_account(platform="youtube", handle="contoh.kanal"), youtube())
    assert (archive.state, archive.report["checks"]["owner"]) == ("read", "not_possible")


def test_a_youtube_channel_named_by_another_number_is_refused():
    archive, _ = read(make_account(platform="youtube", handle="uc" + "x" * 22), youtube())
    assert (archive.state, archive.error_code) == ("failed", "someone_else")


def mastodon(user="ayu", server="mastodon.example"):
    actor = {
        "id": f"https://{server}/users/{user}",
        "type": "Person",
        "preferredUsername": user,
        "name": "Ayu",
    }
    files = {"actor.json": json.dumps(actor), "outbox.json": json.dumps({"orderedItems": []})}
    return SimpleUploadedFile("archive.zip", zipped(files))


@pytest.mark.parametrize(
    ("handle", "state"),
    [
        ("ayu@mastodon.example", "read"),
        ("ayu", "read"),
        ("ayu@elsewhere.example", "failed"),
        ("budi@mastodon.example", "failed"),
        ("budi", "failed"),
    ],
)
def test_a_mastodon_archive_is_compared_by_name_and_server(handle, state):
    archive, _ = read(make_account(platform="mastodon", handle=handle), mastodon())
    assert (archive.state, archive.error_code) == (state, "someone_else" if state == "failed" else "")


def test_several_parts_are_read_as_one_export_and_all_deleted():
    account = make_account(platform="x", handle="ayu")
    part = zipped({"data/tweets-part1.js": "window.YTD.tweets.part1 = " + json.dumps([
        {"tweet": {"id_str": "1003", "full_text": "Sore!", "created_at": TWEETS[1][2]}}
    ])})  # fmt: skip
    sent = Sent(SimpleUploadedFile("twitter-2.zip", part), 7, 900)
    archive = add_archive(
        actor=account.employee.user, account=account, file=x_archive(range(3), TWEETS), further=[sent]
    )
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.state, account.posts.count(), archive.left_files) == ("read", 3, 7)
    assert [one.file.name for one in archive.parts.all()] == [""]
