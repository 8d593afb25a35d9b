"""Sending an archive from the phone: only what is read leaves the device, and a cut connection loses nothing."""

import io
import json
import os
import random
import zipfile
from pathlib import Path

import pytest

from digitroops.presence.models import Archive, ArchivePart, Upload, UploadPiece
from tests.browser.conftest import PHONE
from tests.presence.archives import make_account

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SECRET = "rahasia-dari-pesan-pribadi"
TRAPS = ["data/direct-messages.js", "data/ip-audit.js", "data/contact.js", "data/like.js"]
GIGABYTE = 10**9


def big_export(path: Path, media: int, tweets: str = "[]") -> dict[str, bytes]:
    """An X archive with private members and a film of `media` bytes, which take no room on the disk."""
    wanted = {
        "data/account.js": 'window.YTD.account.part0 =[{"account":{"username":"ayu","accountId":"42"}}]',
        "data/follower.js": 'window.YTD.follower.part0 = [{"follower":{"accountId":"7"}}]',
        "data/tweets.js": f"window.YTD.tweets.part0 = {tweets}",
        "data/manifest.js": "window.__THAR_CONFIG = {}",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name in TRAPS:
            file.writestr(name, json.dumps([SECRET] * 50))
        for name, text in wanted.items():
            file.writestr(name, text, zipfile.ZIP_DEFLATED, 1)
        film = zipfile.ZipInfo("data/tweets_media/film.mp4")
        film.header_offset, film.file_size, film.compress_size = file.fp.tell(), media, media
        film.CRC = 0
        file.fp.write(film.FileHeader(zip64=True))
        file.fp.seek(media, 1)
        file.start_dir = file.fp.tell()
        file.filelist.append(film)
    return {name: text.encode() for name, text in wanted.items()}


@pytest.fixture
def account(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return make_account(platform="x", handle="ayu")


@pytest.fixture
def phone(account, account_page):
    return lambda **options: account_page(account, **options)


def content_of(row: Archive | ArchivePart) -> bytes:
    return Path(row.file.path).read_bytes()


def arrived() -> dict[str, bytes]:
    archive = Archive.objects.get()
    with zipfile.ZipFile(io.BytesIO(content_of(archive))) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def press_send(page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Kirim").first.click()


def test_only_what_is_read_leaves_the_device(phone, tmp_path):
    wanted = big_export(tmp_path / "twitter-2026-11-03-abc.zip", 9 * GIGABYTE)
    page = phone()
    page.set_input_files("#archive-file", tmp_path / "twitter-2026-11-03-abc.zip")
    page.locator("[data-plan]").wait_for()
    assert page.locator("[data-goes] [data-figures]").inner_text().startswith("4 berkas")
    assert page.locator("[data-stays] [data-figures]").inner_text().replace("\xa0", " ") == "5 berkas, 9 GB"
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    press_send(page)
    archive = Archive.objects.get()
    raw = content_of(archive)
    assert (arrived(), archive.file_name) == (wanted, "twitter-2026-11-03-abc.zip")
    assert (archive.left_files, archive.left_bytes > 9 * GIGABYTE, len(raw) < 5000) == (5, True, True)
    assert SECRET.encode() not in raw
    assert (Upload.objects.count(), UploadPiece.objects.count()) == (0, 0)


def cut_after_the_first_piece(page, times: int = 1000) -> list[str]:
    """Let only the first bytes through, so many times; the offsets that were tried."""
    tried: list[str] = []

    def through_or_cut(route):
        offset = route.request.headers.get("upload-offset", "0")
        tried.append(offset)
        if offset != "0" and len([one for one in tried if one != "0"]) <= times:
            route.abort()
        else:
            route.continue_()

    page.route("**/presence/uploads/*/", through_or_cut)
    return tried


def send_noise(page, path: Path) -> dict[str, bytes]:
    """Send an export whose wanted part is larger than one piece."""
    noise = json.dumps([random.Random(number).randbytes(3000).hex() for number in range(1600)])
    wanted = big_export(path, 1000, noise)
    page.set_input_files("#archive-file", path)
    page.locator("[data-plan]").wait_for()
    return wanted


def test_a_cut_upload_goes_on_by_itself(phone, tmp_path):
    page = phone()
    tried = cut_after_the_first_piece(page, times=1)
    wanted = send_noise(page, tmp_path / "twitter.zip")
    press_send(page)
    assert tried.count("0") >= 1
    assert arrived() == wanted


def test_a_device_that_goes_offline_before_sending_sends_once_it_is_back(phone, tmp_path):
    page = phone()
    wanted = big_export(tmp_path / "twitter.zip", 1000)
    with page.expect_response("**/tus.min*.js"):
        page.set_input_files("#archive-file", tmp_path / "twitter.zip")
    page.locator("[data-plan]").wait_for()
    page.context.set_offline(True)
    page.get_by_role("button", name="Kirim").first.click()
    page.get_by_text("Koneksi terputus").first.wait_for()
    with page.expect_navigation():
        page.context.set_offline(False)
    assert arrived() == wanted


def test_a_cut_upload_goes_on_after_a_reload(phone, tmp_path):
    page = phone()
    cut_after_the_first_piece(page)
    wanted = send_noise(page, tmp_path / "twitter.zip")
    page.get_by_role("button", name="Kirim").first.click()
    page.get_by_text("Koneksi terputus").first.wait_for()
    page.reload()
    page.get_by_text("belum selesai").first.wait_for()
    upload = Upload.objects.get()
    assert 0 < upload.received < upload.length
    page.unroute_all()
    tried = cut_after_the_first_piece(page, times=0)
    page.set_input_files("#archive-file", tmp_path / "twitter.zip")
    page.locator("[data-plan]").wait_for()
    press_send(page)
    assert str(upload.received) in tried
    assert tried.count("0") == 1  # the question where it stopped carries no offset
    assert arrived() == wanted


def test_what_arrived_whole_is_read_after_a_reload_without_the_file(phone, tmp_path):
    page = phone()
    address = page.url
    page.route("**/uploads/finish/", lambda route: route.fulfill(status=200, body="cut"))
    wanted = send_noise(page, tmp_path / "twitter.zip")
    with page.expect_navigation():
        page.get_by_role("button", name="Kirim").first.click()
    page.goto(address)
    page.get_by_text("Anda tidak perlu memilih berkasnya lagi").wait_for()
    page.unroute_all()
    with page.expect_navigation():
        page.get_by_role("button", name="Mulai baca sekarang").click()
    assert (arrived(), Upload.objects.count()) == (wanted, 0)


def test_cancelling_deletes_what_had_arrived(phone, tmp_path, settings):
    page = phone()
    cut_after_the_first_piece(page)
    send_noise(page, tmp_path / "twitter.zip")
    page.get_by_role("button", name="Kirim").first.click()
    page.get_by_text("Koneksi terputus").first.wait_for()
    page.get_by_role("button", name="Batalkan pengiriman").click()
    page.get_by_text("Yang sudah sampai telah dihapus").first.wait_for()
    assert Upload.objects.count() == 0
    assert [path for path in (settings.MEDIA_ROOT / "uploads").rglob("*") if path.is_file()] == []


def test_a_zip_the_browser_cannot_read_is_sent_whole(phone, tmp_path):
    (tmp_path / "rusak.zip").write_bytes(b"PK\x03\x04" + b"bukan zip" * 400)
    page = phone()
    page.set_input_files("#archive-file", tmp_path / "rusak.zip")
    page.get_by_text("seluruh berkas").first.wait_for()
    press_send(page)
    assert Archive.objects.get().size == (tmp_path / "rusak.zip").stat().st_size


def test_an_export_of_something_else_is_not_sent(phone, tmp_path):
    with zipfile.ZipFile(tmp_path / "liburan.zip", "w") as file:
        file.writestr("foto/pantai.jpg", SECRET)
    page = phone()
    page.set_input_files("#archive-file", tmp_path / "liburan.zip")
    page.get_by_text("tidak berisi apa pun").first.wait_for()
    assert page.get_by_role("button", name="Kirim").first.is_disabled()
    assert Upload.objects.count() == 0


def test_without_scripts_the_form_sends_the_files(phone, tmp_path):
    big_export(tmp_path / "twitter.zip", 1000)
    page = phone(java_script_enabled=False)
    page.set_input_files("#archive-file", tmp_path / "twitter.zip")
    press_send(page)
    assert Archive.objects.get().size == (tmp_path / "twitter.zip").stat().st_size


def test_several_parts_become_one_archive(phone, tmp_path):
    big_export(tmp_path / "bagian-1.zip", 1000)
    with zipfile.ZipFile(tmp_path / "bagian-2.zip", "w") as file:
        file.writestr("data/tweets-part1.js", "window.YTD.tweets.part1 = []")
        file.writestr("data/direct-messages.js", SECRET)
    page = phone()
    page.set_input_files("#archive-file", [tmp_path / "bagian-1.zip", tmp_path / "bagian-2.zip"])
    page.locator("[data-plan]").wait_for()
    press_send(page)
    assert page.get_by_text("Semua sudah sampai").count() == 0
    archive = Archive.objects.get()
    (part,) = archive.parts.all()
    assert (archive.file_name, part.file_name) == ("bagian-1.zip", "bagian-2.zip")
    assert zipfile.ZipFile(io.BytesIO(content_of(part))).namelist() == ["data/tweets-part1.js"]
    assert archive.left_files == 6
