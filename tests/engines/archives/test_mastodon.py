"""Mastodon: only what is addressed to the public, from zip and tar.gz."""

import io
import json
import tarfile
from datetime import UTC, datetime

from digitroops.engines.archives import Engagement, Kind
from tests.engines.archives.build import read, reference

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ACTOR = {"id": "https://contoh.example/users/budi", "preferredUsername": "budi", "summary": "<p>hai</p>"}


def create(content, to=(PUBLIC,), cc=(), **note):
    body = {
        "id": f"https://contoh.example/{len(content)}",
        "content": content,
        "published": "2025-01-01T08:00:00Z",
    }
    return {"type": "Create", "id": "a", "to": list(to), "cc": list(cc), "object": {**body, **note}}


def members(*activities):
    return {"actor.json": ACTOR, "outbox.json": {"totalItems": 9, "orderedItems": list(activities)}}


def test_example_account():
    result = read(reference("mastodon/dvorakroth+fedi-archive-tool/example-archives/ish@ish.works"))
    assert result.texts[0] == "hello, world!"
    assert result.texts[2].startswith("spoilers for episode 5\n\nman, i can't believe")
    assert result.account.counts == {"followers": 0, "limited": 4, "post": 3, "problems": 0}
    assert result.profile.username == "ish@social.ish.works"


def test_direct_messages_and_posts_for_followers_stay_inside():
    followers = "https://contoh.example/users/budi/followers"
    result = read(
        members(create("a"), create("b", to=[followers]), create("c", to=["https://x.example/users/siti"]))
    )
    assert (result.texts, result.account.counts["limited"]) == (["a"], 2)


def test_unlisted_posts_are_public():
    assert read(members(create("a", to=["x"], cc=[PUBLIC]))).texts == ["a"]


def test_reply_keeps_what_it_answers_and_its_reactions():
    reply = create("a", inReplyTo="https://x.example/1", likes={"totalItems": 4}, shares={"totalItems": 1})
    post = read(members(reply)).post
    assert (post.kind, post.in_reply_to) == (Kind.REPLY, "https://x.example/1")
    assert post.engagement == Engagement(likes=4, reposts=1)
    assert post.created == datetime(2025, 1, 1, 8, tzinfo=UTC)


def test_boost_is_a_repost():
    boost = {
        "type": "Announce",
        "id": "b",
        "to": [PUBLIC],
        "object": "https://x.example/2",
        "published": "2025-01-01T08:00:00Z",
    }
    post = read(members(boost)).post
    assert (post.kind, post.url, post.text) == (Kind.REPOST, "https://x.example/2", "")


def test_markup_becomes_text():
    html = '<p>halo <a href="x">@siti</a> &amp; semua<br>baris dua</p><p>akhir</p>'
    assert read(members(create(html))).texts == ["halo @siti & semua\nbaris dua\nakhir"]


def test_tar_gz_gives_the_same():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name, content in members(create("a")).items():
            raw = json.dumps(content).encode()
            info = tarfile.TarInfo(name)
            info.size = len(raw)
            archive.addfile(info, io.BytesIO(raw))
    result = read(file)
    assert (result.texts, result.profile.bio, result.account.counts["followers"]) == (["a"], "hai", 0)
