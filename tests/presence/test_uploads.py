"""Uploads in pieces, as the tus protocol has them: only their owner goes on, a cut loses nothing, limits hold."""

import base64
import datetime as dt
import errno
import hashlib
import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from digitroops.presence import jobs, sentences
from digitroops.presence.actions import Sent, accounts, add_archive, uploads
from digitroops.presence.models import Archive, Upload, UploadPiece
from digitroops.programme.actions import withdraw_consent
from digitroops.programme.models import Consent
from tests.presence.archives import make_account, x_archive
from tests.world import make_member

pytestmark = pytest.mark.django_db
BYTES = "application/offset+octet-stream"
CONTENT = bytes(range(256)) * 40


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def account():
    return make_account(platform="x", handle="ayu")


@pytest.fixture
def client(account, as_user):
    return as_user(account.employee.user)


def stored(media: Path) -> list[str]:
    return sorted(str(path.relative_to(media).parts[0]) for path in media.rglob("*") if path.is_file())


def begin(client, account, content=CONTENT, length=None, **told):
    told = {"filename": "twitter.zip", "sha256": hashlib.sha256(content).hexdigest()} | told
    pairs = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in told.items())
    headers = {"Upload-Length": str(length or len(content)), "Upload-Metadata": pairs}
    return client.post(reverse("presence:uploads", args=[account.pk]), headers=headers)


def patch(client, address, content, offset, **extra):
    return client.generic(
        "PATCH", address, content, content_type=BYTES, headers={"Upload-Offset": str(offset)}, **extra
    )


def finish(client, account):
    tokens = list(account.uploads.values_list("token", flat=True))
    return client.post(reverse("presence:uploads-finish", args=[account.pk]), {"upload": tokens})


def test_pieces_become_one_archive(client, account, media):
    file = x_archive(range(5))
    content = file.read()
    address = begin(client, account, content, left_files="12", left_bytes="9000000000")["Location"]
    half = len(content) // 2
    assert patch(client, address, content[:half], 0)["Upload-Offset"] == str(half)
    assert client.head(address)["Upload-Offset"] == str(half)
    assert patch(client, address, content[half:], half)["Upload-Offset"] == str(len(content))
    assert finish(client, account).status_code == 302
    archive = Archive.objects.get()
    assert Path(archive.file.path).read_bytes() == content
    assert (archive.sha256, archive.left_files, archive.left_bytes) == (
        hashlib.sha256(content).hexdigest(), 12, 9_000_000_000,
    )  # fmt: skip
    jobs.read_archive(archive.pk)
    archive.refresh_from_db()
    assert (archive.state, archive.report["followers"]) == ("read", 5)


@pytest.mark.django_db(transaction=True)
def test_nothing_of_the_pieces_stays_once_they_are_an_archive(client, account, media):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT, 0)
    assert stored(media) == ["uploads"]
    finish(client, account)
    assert stored(media) == ["archives"]
    jobs.read_archive(Archive.objects.get().pk)
    assert stored(media) == []


def test_what_arrived_before_a_cut_is_kept(client, account):
    address = begin(client, account)["Location"]
    cut = {"CONTENT_LENGTH": str(len(CONTENT)), "wsgi.input": io.BytesIO(CONTENT[:1000])}
    patch(client, address, CONTENT, 0, **cut)
    assert Upload.objects.get().received == 1000
    patch(client, address, CONTENT[1000:], 1000)
    finish(client, account)
    assert Path(Archive.objects.get().file.path).read_bytes() == CONTENT


def test_bytes_in_the_wrong_place_are_refused(client, account, media):
    address = begin(client, account)["Location"]
    assert patch(client, address, b"x" * 10, 5).status_code == 409
    patch(client, address, b"x" * 10, 0)
    assert patch(client, address, b"x" * 10, 0).status_code == 409
    assert (Upload.objects.get().received, len(stored(media))) == (10, 1)


def test_two_at_the_same_place_keep_one(account, media):
    upload = uploads.start_upload(account=account, file_name="a.zip", length=20)
    second = Upload.objects.get()
    uploads.keep_piece(upload=upload, start=0, piece=io.BytesIO(b"a" * 10), size=10)
    with pytest.raises(uploads.WrongPlace):
        uploads.keep_piece(upload=second, start=0, piece=io.BytesIO(b"b" * 10), size=10)
    assert len(stored(media)) == UploadPiece.objects.count() == 1


def test_more_bytes_than_announced_are_left_out(client, account):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT + b"more", 0)
    assert Upload.objects.get().received == len(CONTENT)


def test_a_damaged_file_is_not_kept(client, account, media):
    address = begin(client, account, sha256="0" * 64)["Location"]
    patch(client, address, CONTENT, 0)
    response = finish(client, account)
    assert (response.status_code, response.context["error"]) == (422, sentences.refusal(uploads.Damaged()))
    assert (Archive.objects.count(), Upload.objects.count()) == (0, 0)


def test_a_file_that_is_not_whole_is_not_read(client, account):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT[:100], 0)
    assert finish(client, account).status_code == 422
    assert (Archive.objects.count(), Upload.objects.get().received) == (0, 100)


def test_only_the_owner_may_go_on(client, account, as_user):
    address = begin(client, account)["Location"]
    stranger = as_user(make_member(number="2002").employee.user)
    assert [
        stranger.head(address).status_code,
        patch(stranger, address, CONTENT, 0).status_code,
        stranger.delete(address).status_code,
        begin(stranger, account).status_code,
        finish(stranger, account).status_code,
    ] == [404] * 5
    assert Upload.objects.get().received == 0


def test_an_upload_without_token_is_refused(account):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account.employee.user, "allauth.account.auth_backends.AuthenticationBackend")
    assert begin(client, account).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_cancelling_deletes_what_had_arrived(client, account, media):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT[:100], 0)
    assert client.delete(address).status_code == 204
    assert (Upload.objects.count(), stored(media)) == (0, [])


def test_too_large_is_refused_before_anything_is_sent(client, account, settings):
    settings.ARCHIVE_MAX_BYTES = 1000
    response = begin(client, account, length=1001)
    assert (response.status_code, response.content.decode()) == (413, sentences.too_large())


def test_parts_together_stay_below_the_limit(client, account, settings):
    settings.ARCHIVE_MAX_BYTES = 1000
    assert [begin(client, account, length=600).status_code for _ in range(2)] == [201, 413]


def test_without_consent_nothing_begins(client, account):
    Consent.objects.all().delete()
    response = begin(client, account)
    assert (response.status_code, Upload.objects.count()) == (403, 0)
    assert response.content.decode() == sentences.no_consent()


def test_very_many_uploads_are_slowed_down(client, account):
    answers = [begin(client, account).status_code for _ in range(uploads.MOST_OPEN + 1)]
    assert answers == [201] * uploads.MOST_OPEN + [429]


def test_a_full_disk_is_said_before_sending(client, account, monkeypatch):
    monkeypatch.setattr(uploads.shutil, "disk_usage", lambda path: SimpleNamespace(free=1000))
    response = begin(client, account)
    assert (response.status_code, response.content.decode()) == (507, sentences.refusal(uploads.Full()))


def test_a_disk_that_fills_up_keeps_what_is_there(client, account, monkeypatch):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT[:100], 0)

    def full(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", full)
    assert patch(client, address, CONTENT[100:], 100).status_code == 507
    assert Upload.objects.get().received == 100


@pytest.mark.django_db(transaction=True)
def test_uploads_are_forgotten_after_a_day(client, account, media):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT[:100], 0)
    assert (jobs.forget_uploads(), Upload.objects.count()) == (0, 1)
    Upload.objects.update(touched=timezone.now() - dt.timedelta(hours=25))
    assert jobs.forget_uploads() == 1
    assert (Upload.objects.count(), stored(media)) == (0, [])


def test_pieces_without_a_row_are_forgotten(client, account, media, monkeypatch):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT[:100], 0)
    (media / "uploads" / "left-by-a-crash").write_bytes(b"x")
    later = timezone.now() + dt.timedelta(days=3)
    Upload.objects.update(touched=later)
    monkeypatch.setattr(timezone, "now", lambda: later)
    jobs.forget_uploads()
    assert len(stored(media)) == 1


@pytest.mark.django_db(transaction=True)
def test_withdrawing_consent_deletes_pieces_and_files(client, account, media):
    address = begin(client, account)["Location"]
    patch(client, address, CONTENT, 0)
    finish(client, account)
    patch(client, begin(client, account, CONTENT + b"2")["Location"], CONTENT[:100], 0)
    assert stored(media) == ["archives", "uploads"]
    withdraw_consent(actor=account.employee.user, member=account.employee.memberships.get(), key="archive")
    assert (stored(media), Upload.objects.count(), Archive.objects.count()) == ([], 0, 0)


@pytest.mark.django_db(transaction=True)
def test_removing_an_account_deletes_its_pieces(client, account, media):
    patch(client, begin(client, account)["Location"], CONTENT[:100], 0)
    accounts.remove_account(actor=account.employee.user, account=account)
    assert stored(media) == []


def test_files_of_an_export_that_cannot_be_kept_are_deleted(account, media):
    parts = [Sent(SimpleUploadedFile("two.zip", b"2"), left_files=-1)]
    with pytest.raises(IntegrityError):
        add_archive(
            actor=account.employee.user,
            account=account,
            file=SimpleUploadedFile("one.zip", b"1"),
            further=parts,
        )
    assert (stored(media), Archive.objects.count()) == ([], 0)


def test_the_page_says_what_is_not_finished(client, account):
    patch(client, begin(client, account)["Location"], CONTENT[:100], 0)
    page = client.get(reverse("presence:account", args=[account.pk]))
    assert [upload.received for upload in page.context["waiting"]] == [100]


def test_the_page_says_what_happens_without_scripts(client, account):
    html = client.get(reverse("presence:account", args=[account.pk])).content.decode()
    (note,) = re.findall(r"<noscript>(.*?)</noscript>", html, re.DOTALL)
    assert "termasuk pesan pribadi" in note


@pytest.mark.parametrize(("together", "arrived"), [("1", True), ("2", False), ("", True), ("-1", True)])
def test_a_file_that_is_here_can_be_read_without_choosing_it_again(client, account, together, arrived):
    patch(client, begin(client, account, together=together)["Location"], CONTENT, 0)
    page = client.get(reverse("presence:account", args=[account.pk]))
    assert page.context["arrived"] is arrived


def test_not_all_have_arrived_while_one_is_on_its_way(client, account):
    patch(client, begin(client, account, together="2")["Location"], CONTENT, 0)
    other = begin(client, account, b"other", together="2")["Location"]
    page = client.get(reverse("presence:account", args=[account.pk]))
    assert page.context["arrived"] is False
    patch(client, other, b"other", 0)
    page = client.get(reverse("presence:account", args=[account.pk]))
    assert page.context["arrived"] is True


def test_proxies_that_know_only_post_are_served(client, account):
    address = begin(client, account)["Location"]
    headers = {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    client.post(address, CONTENT, content_type=BYTES, headers=headers)
    assert Upload.objects.get().complete


def test_the_server_says_what_it_speaks(client, account):
    response = client.options(reverse("presence:uploads", args=[account.pk]))
    assert (response["Tus-Version"], response["Tus-Extension"]) == (
        "1.0.0",
        "creation,expiration,termination",
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..", "archive"),
        ("C:\\foto\\a.zip", "a.zip"),
        ("a\0b\n.zip", "ab.zip"),
        ("", "archive"),
    ],
)
def test_odd_names_and_digests_are_made_plain(client, account, told, kept):
    address = begin(client, account, filename=told, sha256="\0" * 64)["Location"]
    patch(client, address, CONTENT, 0)
    assert finish(client, account).status_code == 302
    assert Archive.objects.get().file_name == kept
