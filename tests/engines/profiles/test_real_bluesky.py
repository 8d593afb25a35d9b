"""Against Bluesky's own server: start one (npm package @atproto/dev-env: a PLC and a PDS on loopback), then

BLUESKY_PLC=http://localhost:2582 BLUESKY_PDS=http://localhost:2583 pytest tests/engines/profiles/test_real_bluesky.py
"""

import json
import os
import secrets
import urllib.request
from urllib.parse import urlsplit

import pytest

from digitroops.engines.profiles import Net, NotRead, reader_of

PLC, PDS = os.environ.get("BLUESKY_PLC", ""), os.environ.get("BLUESKY_PDS", "")
pytestmark = pytest.mark.skipif(not (PLC and PDS), reason="no Bluesky server: BLUESKY_PLC and BLUESKY_PDS")


def call(name, body, token=""):
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(f"{PDS}/xrpc/{name}", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.loads(answer.read() or b"{}")


@pytest.fixture
def account():
    handle = f"ayu{secrets.token_hex(3)}.test"
    return call(
        "com.atproto.server.createAccount",
        {"handle": handle, "email": f"{handle}@example.org", "password": secrets.token_hex(8)},
    )


def put(account, collection, record, key=None):
    body = {"repo": account["did"], "collection": collection, "record": record}
    name = "com.atproto.repo.putRecord" if key else "com.atproto.repo.createRecord"
    return call(name, body | ({"rkey": key} if key else {}), account["accessJwt"])


def reader():
    net = Net(10, frozenset(urlsplit(address).netloc for address in (PLC, PDS)))
    return reader_of("bluesky", net, directory=PLC, service=PDS)


def test_profile_posts_and_deletions_are_read(account):
    bio = {"$type": "app.bsky.actor.profile", "displayName": "Ayu", "description": "digitroops-1234abcd"}
    put(account, "app.bsky.actor.profile", bio, "self")
    made = [
        put(
            account,
            "app.bsky.feed.post",
            {
                "$type": "app.bsky.feed.post",
                "text": f"Unggahan {number}",
                "createdAt": "2026-10-01T08:00:00.000Z",
            },
        )
        for number in range(105)
    ]
    found = reader()
    person = found.person(account["handle"])
    assert (person.id, person.name) == (account["did"], "Ayu")
    assert "digitroops-1234abcd" in person.bio
    posts = [post for page in found.posts(person) for post in page]
    assert [post.text for post in posts] == [f"Unggahan {number}" for number in range(104, -1, -1)]
    key = made[0]["uri"].rpartition("/")[2]
    gone = {"repo": account["did"], "collection": "app.bsky.feed.post", "rkey": key}
    call("com.atproto.repo.deleteRecord", gone, account["accessJwt"])
    assert key not in {post.id for page in found.posts(person) for post in page}


def test_an_account_without_a_profile_has_an_empty_bio(account):
    assert reader().person(account["handle"]).bio == ""


def test_nobody_is_missing():
    with pytest.raises(NotRead):
        reader().person("nobody-here.test")
