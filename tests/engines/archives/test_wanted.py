"""What is opened, and what never is."""

import json
import re
import unicodedata
import zipfile

import pytest

from digitroops.engines.archives import PLATFORMS, wanted_members, wanted_patterns
from tests.engines.archives import test_bluesky, test_mastodon
from tests.engines.archives.build import FIXTURES, read, zipped

TRAPS = {
    "x": ["data/direct-messages.js", "data/direct-messages-group.js", "data/ip-audit.js", "data/contact.js", "data/like.js",
          "data/device-token.js", "data/ad-engagements.js", "data/grok-chat-item.js", "data/email-address-change.js"],
    "instagram": ["your_instagram_activity/messages/inbox/budi_1/message_1.json", "logged_information/link_history/x.json",
                  "connections/contacts/synced_contacts.json", "personal_information/device_information/devices.json",
                  "security_and_login_information/login_and_profile_creation/login_activity.json",
                  "your_instagram_activity/media/archived_posts.json", "connections/followers_and_following/blocked_profiles.json"],
    "facebook": ["your_facebook_activity/messages/inbox/budi/message_1.json", "logged_information/search/your_search_history.json",
                 "security_and_login_information/ip_address_activity.json", "personal_information/other_personal_information/x.json"],
    "linkedin": ["messages.csv", "Invitations.csv", "Email Addresses.csv", "PhoneNumbers.csv", "Ad_Targeting.csv", "SearchQueries.csv"],
    "youtube": ["Takeout/YouTube dan YouTube Music/histori/histori-penelusuran.html", "Takeout/Location History/Records.json",
                "Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv", "Takeout/YouTube and YouTube Music/playlists/a.csv"],
    "tiktok": ["TikTok/Direct Messages/Chat History.txt", "TikTok/Your Activity/Searches.txt", "TikTok/Your Activity/Login History.txt"],
    "mastodon": ["likes.json", "bookmarks.json", "media_attachments/files/1/a.jpg"],
    "threads": ["your_instagram_activity/messages/inbox/budi_1/message_1.json", "threads/liked_threads.json",
                "connections/contacts/synced_contacts.json", "your_instagram_activity/threads/saved_threads.json"],
    "reddit": ["messages.csv", "messages_archive.csv", "chat_history.csv", "ip_logs.csv", "post_votes.csv", "saved_posts.csv",
               "linked_phone_number.csv", "drafts.csv", "user_preferences.csv", "birthdate.csv"],
    "bluesky": ["preferences.json", "chat.jsonl", "blobs/bafkrei.jpg"],
}  # fmt: skip
SAMPLES = {
    "x": "x/xs2020.zip",
    "instagram": "synthetic/instagram-contoh.karyawan-2026-06-01-AbC123.zip",
    "facebook": "synthetic/facebook-contoh-2026-06-01-Xyz.zip",
    "linkedin": "synthetic/Complete_LinkedInDataExport_06-01-2026.zip",
    "youtube": "synthetic/takeout-20260601T000000Z-001.zip",
    "tiktok": "synthetic/TikTok_Data_TXT.zip",
    "reddit": "synthetic/export_contoh_karyawan_20260601.zip",
    "threads": "synthetic/instagram-with-threads.zip",
    "mastodon": {
        name: json.dumps(content).encode()
        for name, content in test_mastodon.members(test_mastodon.create("halo")).items()
    },
    "bluesky": {"repo.car": test_bluesky.repository(test_bluesky.RECORDS)},
}
EVERYWHERE = [  # what no platform's reader may open, as the platforms call it
    "direct_messages", "direct-messages", "message_1", "messages", "inbox", "contacts", "ip_address", "ip-audit", "login_history",
    "search_history", "searches", "location", "ads_information", "ad-engagements", "ad_targeting", "payments", "email", "phone",
]  # fmt: skip


def members_of(path):
    if isinstance(path, dict):
        return path
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sample(platform):
    """The members of a platform's sample, and the name of its file."""
    chosen = SAMPLES[platform]
    if isinstance(chosen, dict):
        return chosen, "export.zip"
    return members_of(FIXTURES / chosen), chosen.rsplit("/", 1)[-1]


def test_every_platform_has_traps_and_a_sample():
    assert {kind.name for kind in PLATFORMS} == set(TRAPS) == set(SAMPLES)


@pytest.mark.parametrize("word", EVERYWHERE)
def test_private_words_are_on_no_list(word):
    names = [
        f"{folder}{word}.{ending}"
        for folder in ("", "data/", "your_activity/", "YouTube/x/")
        for ending in ("js", "json", "txt", "html")
    ]
    assert [name for kind in PLATFORMS for name in kind.wanted(names)] == []


@pytest.mark.parametrize("platform", TRAPS)
def test_traps_are_on_no_list(platform):
    everything = [name for names in TRAPS.values() for name in names]
    assert wanted_members(everything, platform) == []


@pytest.mark.parametrize("platform", SAMPLES)
def test_traps_are_never_opened(platform, monkeypatch):
    members, _ = sample(platform)
    trapped = zipped({**members, **dict.fromkeys(TRAPS[platform], "rahasia")})
    opened = []
    real = zipfile.ZipFile.open
    monkeypatch.setattr(
        zipfile.ZipFile,
        "open",
        lambda self, info, *rest: opened.append(info.filename) or real(self, info, *rest),
    )
    result = read(trapped, platform=platform)
    assert opened
    assert set(opened) <= set(wanted_members(members, platform))
    assert "rahasia" not in repr(result)


@pytest.mark.parametrize("platform", SAMPLES)
def test_zip_of_wanted_members_gives_the_same(platform):
    members, name = sample(platform)
    chosen = {name: members[name] for name in wanted_members(members)}
    whole, sent = (read(zipped(some, name), platform=platform) for some in (members, chosen))
    assert (sent.posts, sent.followers, sent.profiles) == (whole.posts, whole.followers, whole.profiles)
    assert (sent.account.counts, sent.account.checks) == (whole.account.counts, whole.account.checks)


def test_names_are_given_back_as_they_came_in():
    names = [
        "my export\\data\\tweets.js",
        "my export/data/like.js",
        "./my export//data/account.js",
        "__MACOSX/data/._tweets.js",
    ]
    assert wanted_members(names) == [names[0], names[2]]


def test_both_platforms_of_an_instagram_export_are_wanted():
    names = list(members_of(FIXTURES / "synthetic/instagram-with-threads.zip"))
    assert wanted_members(names) == names


def test_patterns_mean_the_same_in_javascript():
    source = "".join(pattern for patterns in wanted_patterns().values() for pattern in patterns)
    assert not re.search(r"\(\?(?![:!])|\\[AZ]|\(\?i|\\p", source)
    assert source == source.lower()


@pytest.mark.parametrize("platform", SAMPLES)
def test_patterns_choose_what_the_reader_opens(platform):
    names = list(sample(platform)[0])
    patterns = wanted_patterns()[platform]
    plain = {name: unicodedata.normalize("NFKC", name).lower() for name in names}
    chosen = [name for name in names if any(re.search(f"(?:^|/)(?:{p})$", plain[name]) for p in patterns)]
    assert chosen == wanted_members(names, platform)


def test_every_platform_has_a_title_and_an_era():
    assert all(kind.title and kind.eras and kind.routes for kind in PLATFORMS)
