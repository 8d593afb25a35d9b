"""Bluesky: the repository as a CAR file. Followers live in other people's repositories and are not in it.

The commit at its root is signed. The signature covers every record through the tree, so with the account's
key (from its DID document, handed to `open_archive`) the archive is proof; without it the check is not
possible.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from digitroops.engines.archives.car import Repository, signed_by
from digitroops.engines.archives.containers import Damaged
from digitroops.engines.archives.platform import Era, Platform, Route
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import Check, Following, Kind, Post, Profile, Record, State
from digitroops.engines.archives.text import clean, from_iso, from_seconds
from digitroops.engines.archives.tree import Names, Tree, number_of

POSTS, FOLLOWS = "app.bsky.feed.post/", "app.bsky.graph.follow/"
PROFILE = "app.bsky.actor.profile/self"
SLACK = timedelta(minutes=10)


def wanted(key: str) -> bool:
    """Whether a record is read: likes, reposts, lists, blocks and other services' records are not."""
    return key.startswith((POSTS, FOLLOWS)) or key == PROFILE


def read_repository(reading: Reading, names: Sequence[str]) -> Iterator[Record]:
    """Profile, posts, replies and accounts followed."""
    for name in names:
        repository = Repository(wanted, Tree(Names((POSTS, FOLLOWS))))
        try:
            repository.learn(reading.chunks(name))
        except Damaged as error:
            reading.damaged(name, str(error))
        judge(reading, repository)
        yield from entries(reading, name, repository)


def entries(reading: Reading, name: str, repository: Repository) -> Iterator[Record]:
    """The records of a repository."""
    reading.id = did = text_of(repository.commit or {}, "did")
    try:
        for key, value in repository.records(reading.chunks(name)):
            reading.count(name, 1)
            if not isinstance(value, dict):
                reading.problem(f"{name}, record {key}", "The record cannot be decoded.", "bad_record")
            elif (record := entry(reading, did, key, value)) is not None:
                yield record
    except Damaged:
        return
    if repository.left:
        reading.partial(
            "missing_records", f"{repository.left:,} records of the repository are not in the file."
        )


def entry(reading: Reading, did: str | None, key: str, value: dict[str, Any]) -> Record | None:
    """One record."""
    if key == PROFILE:
        bio = text_of(value, "description")
        address = f"https://bsky.app/profile/{did}" if did else None
        return Profile(
            did, None, text_of(value, "displayName"), bio, from_iso(value.get("createdAt")), address
        )
    if key.startswith(FOLLOWS):
        older = value.get("subject")
        subject = text_of(
            older if isinstance(older, dict) else value, "did" if isinstance(older, dict) else "subject"
        )
        return Following(subject, from_iso(value.get("createdAt"))) if subject else None
    return post(reading, did, key.removeprefix(POSTS), value)


def post(reading: Reading, did: str | None, key: str, value: dict[str, Any]) -> Post:
    """One post. Its key holds the time at which it was made, which is compared with what the client wrote."""
    reply = value.get("reply")
    parent = reply.get("parent") if isinstance(reply, dict) else None
    answered = text_of(parent, "uri") if isinstance(parent, dict) else None
    inside, written = time_of(key), from_iso(value.get("createdAt"))
    if inside is not None and written is not None:
        reading.clock.add(inside, written, SLACK)
    return Post(
        id=key,
        kind=Kind.REPLY if isinstance(reply, dict) else Kind.POST,
        text=text_of(value, "text") or "",
        created=written or inside,
        url=f"https://bsky.app/profile/{did}/post/{key}" if did else None,
        in_reply_to=answered,
    )


def text_of(value: dict[str, Any], field: str) -> str | None:
    """A text in a record, or `None`."""
    text = value.get(field)
    return clean(text) if isinstance(text, str) else None


def time_of(key: str) -> datetime | None:
    """The time in a record's key: microseconds above ten bits of a clock's number, in base 32."""
    number = number_of(key)
    return None if number is None else from_seconds((number >> 10) / 1_000_000)


def judge(reading: Reading, repository: Repository) -> None:
    """Say what the tree and the signature prove."""
    key = reading.memory.get("key")
    if not repository.whole:
        reading.partial("slice", "The file holds only a part of the repository.")
    if repository.forged:
        evidence = f"{repository.forged:,} blocks are not what their identifiers say."
        check = Check("signature", State.FAILED, evidence)
        reading.partial("forged_blocks", evidence)
    elif repository.commit is None:
        check = Check("signature", State.NOT_POSSIBLE, "The file holds no commit.")
    elif key is None:
        check = Check(
            "signature", State.NOT_POSSIBLE, "The commit is signed, but the account's key was not given."
        )
    elif signed_by(repository.commit, key):
        check = Check("signature", State.OK, "The commit carries the signature of the account's key.")
    else:
        check = Check("signature", State.FAILED, "The commit is not signed with the account's key.")
    reading.checks.append(check)


PLATFORM = Platform(
    name="bluesky",
    title="Bluesky",
    signature=r".*\.car",
    routes=(Route("repository", r".*\.car", read_repository),),
    eras=(Era("repository v3", r".*\.car"),),
    follower_keys="none",
    expected=("repository",),
    ordered=False,
)
