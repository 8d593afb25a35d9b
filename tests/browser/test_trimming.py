"""What is private in a document that is read in part never leaves the device, and the reader misses nothing of it."""

import base64
import io
import json
import os
import random
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from digitroops.engines.archives import Problem, open_archive
from digitroops.presence.models import Archive, Upload
from digitroops.presence.reading import members_to_choose
from tests.engines.archives import test_mastodon
from tests.engines.archives.build import FIXTURES, read, script, zipped
from tests.presence.archives import make_account

pytestmark = pytest.mark.django_db(transaction=True)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

SECRET = "rahasia-dari-pesan-pribadi"
CHAT = {
    "ChatHistory": {
        "Chat History with budi:": [{"Date": "2026-01-01 00:00:01", "From": "budi", "Content": SECRET}]
    }
}
PRIVATE = {
    "Direct Message": {"Direct Messages": CHAT},
    "Direct Messages": {"Chat History": CHAT},
    "Login History": {"LoginHistoryList": [{"IP": SECRET}]},
    "Searches": {"SearchList": [{"SearchTerm": SECRET}]},
}
PACK = """async ([lists, name, raw]) => {
  const address = document.querySelector("script[src*='presence/js/sending']").src.replace(/sending[^/]*$/, "choosing.js");
  const { choose, packed } = await import(address);
  const file = new File([Uint8Array.from(atob(raw), (sign) => sign.charCodeAt(0))], name);
  const plan = await choose(file, lists);
  const bytes = new Uint8Array(await (await packed(plan)).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return [plan.kind, btoa(text)];
}"""


def tiktok(path: Path, fixture: str = "TikTok_Data_2025.zip", **more: object) -> dict[str, object]:
    """A TikTok export with private sections before and behind what is read, and private fields within."""
    with zipfile.ZipFile(FIXTURES / "synthetic" / fixture) as file:
        (name,) = file.namelist()
        found = json.loads(file.read(name))
    for section in found.values():
        for part in section.values():
            for entry in part.values() if isinstance(part, dict) else ():
                for row in entry if isinstance(entry, list) else [entry]:
                    if isinstance(row, dict):
                        row |= {"emailAddress": SECRET, "Location": [SECRET], "Sound": {"Title": SECRET}}
    document = {**PRIVATE, **found, **{f"{key} ": value for key, value in PRIVATE.items()}, **more}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, json.dumps(document))
    return document


def outbox(*more: object) -> dict[str, object]:
    """A Mastodon export with a direct message and a post for followers between public ones."""
    followers = "https://contoh.example/users/ayu/followers"
    items = [
        test_mastodon.create("halo"),
        test_mastodon.create(SECRET, to=["https://contoh.example/users/budi"]),
        test_mastodon.create(SECRET, to=[followers]),
        test_mastodon.create("sampai nanti"),
        *more,
    ]
    return test_mastodon.members(*items)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def send(media, account_page):
    """Send files from a phone; what arrived of them, packed and unpacked, and what is read of it."""

    def sent(platform, *paths):
        page, bodies = account_page(make_account(platform=platform, handle="ayu")), []
        page.on("request", lambda request: bodies.append(request.post_data_buffer or b""))
        page.set_input_files("#archive-file", paths)
        page.locator("[data-plan]").wait_for()
        with page.expect_navigation():
            page.get_by_role("button", name="Kirim").first.click()
        archive = Archive.objects.get()
        raw = Path(archive.file.path).read_bytes()
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            inside = b"".join(file.read(name) for name in file.namelist())
        return b"".join([*bodies, inside]), read(archive.file.path, platform=platform), archive

    return sent


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_tiktok_messages_stay_on_the_device(send, tmp_path, year):
    path = tmp_path / "TikTok_Data.zip"
    tiktok(path, f"TikTok_Data_{year}.zip")
    assert SECRET.encode() in zipfile.ZipFile(path).read("user_data_tiktok.json")
    left, result, archive = send("tiktok", path)
    assert SECRET.encode() not in left
    assert (result.posts, result.followers) == ((whole := read(path)).posts, whole.followers)
    assert len(result.followers) > 20
    assert archive.left_bytes > 0


def test_an_unpacked_document_is_trimmed_too(send, tmp_path):
    document = tiktok(tmp_path / "TikTok_Data.zip")
    path = tmp_path / "user_data_tiktok (1).json"
    path.write_text(json.dumps(document))
    left, result, archive = send("tiktok", path)
    assert (SECRET.encode() in left, archive.file_name) == (False, "user_data_tiktok.json")
    assert result.posts == read(tmp_path / "TikTok_Data.zip").posts


def test_posts_for_few_stay_on_the_device(send, tmp_path):
    path = tmp_path / "archive.zip"
    path.write_bytes(zipped(outbox()).getvalue())
    left, result, _ = send("mastodon", path)
    assert (SECRET.encode() in left, result.texts) == (False, ["halo", "sampai nanti"])


def test_a_tarball_is_opened_on_the_device(send, tmp_path):
    path = tmp_path / "archive-20260101-abc.tar.gz"
    with tarfile.open(path, "w:gz") as file:
        for name, content in {
            **outbox(),
            "media_attachments/files/1/a.jpg": SECRET * 9999,
            "likes.json": SECRET,
        }.items():
            raw = (content if isinstance(content, str) else json.dumps(content)).encode()
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            file.addfile(info, io.BytesIO(raw))
    left, result, archive = send("mastodon", path)
    assert (SECRET.encode() in left, result.texts) == (False, ["halo", "sampai nanti"])
    assert (archive.left_files, archive.left_bytes > 9999 * len(SECRET)) == (2, True)


def test_words_for_the_circle_and_deleted_ones_stay_on_the_device(send, tmp_path):
    identity = {
        "id_str": "1564278016301936640",
        "full_text": SECRET,
        "created_at": "Mon Aug 29 15:31:02 +0000 2022",
    }
    path = tmp_path / "twitter.zip"
    members = {
        "data/account.js": script(
            "account", [{"account": {"username": "ayu", "accountId": "1", "email": SECRET}}]
        ),
        "data/follower.js": script("follower", []),
        "data/tweets.js": script("tweets", []),
        "data/twitter-circle-tweet.js": script("twitter_circle_tweet", [{"tweet": identity}]),
        "data/deleted-tweets.js": script("deleted_tweets", [{"tweet": identity}]),
    }
    path.write_bytes(zipped(members).getvalue())
    left, result, _ = send("x", path)
    assert (SECRET.encode() in left, result.posts) == (False, [])
    assert (result.account.counts["limited"], result.account.counts["deleted"]) == (1, 1)


def test_columns_that_are_not_read_stay_on_the_device(send, tmp_path):
    path = tmp_path / "Complete_LinkedInDataExport.zip"
    members = {
        "Profile.csv": f"First Name,Last Name,Birth Date,Address,Headline\nAyu,Lestari,{SECRET},{SECRET},Perawat\n",
        "Connections.csv": 'Notes:\n"Beberapa alamat tidak ada."\n\nFirst Name,Last Name,URL,Email Address,Connected On\n'
        f"Budi,Santoso,https://www.linkedin.com/in/budi-s,{SECRET}@contoh.example,08 Feb 2026\n",
    }
    path.write_bytes(zipped(members).getvalue())
    left, result, _ = send("linkedin", path)
    assert (SECRET.encode() in left, [one.key for one in result.followers]) == (False, ["budi-s"])
    assert (result.profile.name, result.profile.bio, result.account.era) == ("Ayu Lestari", "Perawat", "2023")


def test_addresses_of_a_reddit_account_stay_on_the_device(send):
    path = FIXTURES / "synthetic/export_contoh_karyawan_20260601.zip"
    left, result, _ = send("reddit", path)
    assert [word for word in (b"203.0.113.7", b"rahasia") if word in left] == []
    assert (result.posts, result.profile) == (read(path).posts, read(path).profile)


def test_names_of_facebook_friends_stay_on_the_device(send, tmp_path):
    path = tmp_path / "facebook.zip"
    members = {
        "connections/friends/your_friends.json": {"friends_v2": [{"name": SECRET, "timestamp": 1767225601}]},
        "personal_information/profile_information/profile_information.json": {
            "profile_v2": {"name": {"full_name": "Ayu"}, "emails": {"emails": [SECRET]}, "username": "ayu"}
        },
    }
    path.write_bytes(zipped(members).getvalue())
    left, result, _ = send("facebook", path)
    assert (SECRET.encode() in left, result.account.counts["friends"]) == (False, 1)
    assert (result.profile.name, result.profile.username) == ("Ayu", "ayu")


def refused(account_page, platform, path, prepare=""):
    page, bodies = account_page(make_account(platform=platform, handle="ayu")), []
    if prepare:
        page.evaluate(prepare)
    page.on("request", lambda request: bodies.append(request.url))
    page.set_input_files("#archive-file", path)
    page.get_by_text("Tidak ada yang dikirim").first.wait_for()
    assert page.get_by_role("button", name="Kirim").first.is_disabled()
    assert ([url for url in bodies if "upload" in url], Upload.objects.count()) == ([], 0)


def test_a_browser_that_cannot_take_out_messages_sends_nothing(media, account_page, tmp_path):
    tiktok(tmp_path / "TikTok_Data.zip")
    refused(
        account_page,
        "tiktok",
        tmp_path / "TikTok_Data.zip",
        "() => { delete globalThis.DecompressionStream }",
    )


@pytest.mark.parametrize("name", ["direct-messages.js", "message_1.json", "messages.csv", "notes.txt"])
def test_a_private_file_alone_is_not_sent(media, account_page, tmp_path, name):
    (tmp_path / name).write_text(SECRET)
    refused(account_page, "x", tmp_path / name)


def test_a_tarball_that_is_cut_off_is_not_sent(media, account_page, tmp_path):
    (tmp_path / "archive.tar.gz").write_bytes(zlib.compress(b"halo" * 999, wbits=31)[:20])
    refused(account_page, "mastodon", tmp_path / "archive.tar.gz")


@pytest.fixture
def pack(media, account_page):
    """What the browser would send of a file, without sending it."""
    page = account_page(make_account(platform="x", handle="ayu"))

    def made(platform: str, name: str, raw: bytes) -> tuple[str, bytes]:
        kind, text = page.evaluate(PACK, [members_to_choose(platform), name, base64.b64encode(raw).decode()])
        return kind, base64.b64decode(text)

    return made


def same(one, two) -> bool:
    kinds = ("profiles", "followers", "following", "posts", "problems", "reasons")
    return all(getattr(one, kind) == getattr(two, kind) for kind in kinds) and (
        (one.account.counts, one.account.checks) == (two.account.counts, two.account.checks)
    )


SOUND = sorted(path for folder in ("synthetic", "x") for path in (FIXTURES / folder).glob("*.zip"))


def test_nothing_is_missed_of_any_fixture(pack):
    for path in SOUND:
        with open_archive(path) as archive:
            platform = archive.platform
        kind, raw = pack(platform, path.name, path.read_bytes())
        file = io.BytesIO(raw)
        file.name = path.name
        assert (kind, path.name, same(read(file), read(path))) == ("part", path.name, True)


ODD = {
    "cut off": (lambda text: text[: len(text) * 2 // 3], ["damaged"]),
    "no JSON": (lambda text: "halo", ["damaged"]),
    "empty": (lambda text: "", ["damaged"]),
    "with a mark": (lambda text: "\ufeff" + text, []),
    "nested": (lambda text: text.replace('"App": 1', '"App": ' + "[" * 9000 + "]" * 9000), []),
    "surrogate": (lambda text: text.replace("fans_3", "fans_\\ud800"), []),
}


@pytest.mark.parametrize("odd", ODD)
def test_a_faulty_document_is_found_faulty(pack, odd):
    change, reasons = ODD[odd]
    with zipfile.ZipFile(FIXTURES / "synthetic/TikTok_Data_2025.zip") as file:
        text = change(file.read("user_data_tiktok.json").decode())
    _, raw = pack("tiktok", "user_data_tiktok.json", text.encode())
    result = read(io.BytesIO(raw), platform="tiktok")
    assert [one for one in result.reasons if one in ("damaged", "problems")][:1] == reasons
    assert all(isinstance(one, Problem) for one in result.problems)


def test_large_documents_pass_through_in_pieces(pack):
    rows = [
        test_mastodon.create(f"halo {number} " + random.Random(number).randbytes(400).hex())
        for number in range(4000)
    ]
    secret = [test_mastodon.create(SECRET, to=["budi"]) for _ in range(500)]
    members = test_mastodon.members(
        *[item for pair in zip(rows[:500], secret, strict=True) for item in pair], *rows[500:]
    )
    kind, raw = pack("mastodon", "archive.zip", zipped(members).getvalue())
    result = read(io.BytesIO(raw))
    assert (kind, len(result.posts), result.reasons) == ("part", 4000, [])
    assert SECRET not in repr(result.posts)


def test_the_same_file_gives_the_same_bytes(pack):
    raw = (FIXTURES / "synthetic/TikTok_Data_2025.zip").read_bytes()
    assert pack("tiktok", "a.zip", raw) == pack("tiktok", "a.zip", raw)
