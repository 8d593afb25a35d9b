"""Data archives as the platforms hand them out, made of invented posts: zips that the real readers read."""

import datetime as dt
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from digitroops.demo.growth import follow_moment
from digitroops.demo.moments import clock
from digitroops.demo.posts import ANSWERS, EVERYDAY, FOODS, MISTAKES, PLACES, THINGS, WHO
from digitroops.engines.archives.platforms.x_time import EPOCH

YEAR = 365
WORLD = 30_000
CIRCLE = 8_000
Mistake = tuple[float, str, str]


@dataclass(frozen=True)
class Written:
    """One post of the person."""

    at: dt.datetime
    text: str
    likes: int
    answer_to: str = ""


def posts_of(
    random: Random,
    today: dt.date,
    *,
    count: int,
    mistakes: int,
    last: int,
    years: int = 9,
    known: Sequence[Mistake] = (),
) -> list[Written]:
    """Posts over some years, the newest `last` days ago; mistakes, drawn or `known`, bring what followed them."""
    oldest = max(years * YEAR, last + 2)
    written = [_everyday(random, today, random.randint(last + 1, oldest)) for _ in range(count)]
    written.append(_everyday(random, today, last))
    possible = [mistake for mistake in MISTAKES if mistake[0] + 1 < years]
    for ago, text, after in known or random.sample(possible, min(mistakes, len(possible))):
        at = clock(today - dt.timedelta(round(ago * YEAR) + random.randint(0, 90)), random.randint(8, 22), 16)
        written.append(Written(at, text, random.randint(0, 6)))
        if after:
            written.append(Written(at + dt.timedelta(hours=2, minutes=7), after, random.randint(1, 12)))
    return sorted(written, key=lambda post: post.at)


def _everyday(random: Random, today: dt.date, back: int) -> Written:
    at = clock(today - dt.timedelta(back), random.randint(5, 22), random.randint(0, 59))
    if random.random() < 0.16:
        return Written(
            at,
            random.choice(ANSWERS),
            random.randint(0, 3),
            random.choice(["kangasep_", "mbakyu.sri", "warkopdago"]),
        )
    words = {
        "place": random.choice(PLACES),
        "food": random.choice(FOODS),
        "who": random.choice(WHO),
        "thing": random.choice(THINGS),
    }
    text = random.choice(EVERYDAY).format(**words)
    return Written(at, text[0].upper() + text[1:], random.randint(0, 60))


def followers_of(random: Random, count: int, circle: int) -> list[int]:
    """Follower numbers: half from the person's own circle, half from everybody, so that audiences overlap."""
    near = range(WORLD + circle * CIRCLE, WORLD + circle * CIRCLE + max(CIRCLE, count))
    return sorted({*random.sample(near, count // 2), *random.sample(range(WORLD), count - count // 2)})


def follower_name(platform: str, number: int) -> str:
    """How a platform's archive names a follower: X by a number, Instagram by the account's name."""
    return str(10**12 + number) if platform == "x" else f"warga.{number:05d}"


def post_number(post: Written, number: int) -> str:
    """A post's number on X, which holds its time."""
    milliseconds = int(post.at.timestamp() * 1000)
    return str((milliseconds - EPOCH << 22) + number)


def x_archive(
    *, handle: str, name: str, account: str, posts: list[Written], followers: list[int], today: dt.date
) -> bytes:
    """An X archive with `tweets.js`, followers and the manifest."""
    tweets = [{"tweet": _tweet(post, number)} for number, post in enumerate(posts)]
    me = {
        "account": {
            "username": handle,
            "accountId": account,
            "accountDisplayName": name,
            "createdAt": "2012-02-20T03:04:05.678Z",
        }
    }
    people = [{"follower": {"accountId": follower_name("x", number)}} for number in followers]
    files = {
        "tweets": tweets,
        "account": [me],
        "follower": people,
        "profile": [{"profile": {"description": {"bio": ""}}}],
    }
    manifest = {
        "userInfo": {"accountId": account, "userName": handle, "displayName": name},
        "archiveInfo": {
            "sizeBytes": "0",
            "generationDate": f"{today}T00:00:00.000Z",
            "isPartialArchive": False,
        },
        "dataTypes": {
            key.replace("-", "_"): {
                "files": [
                    {"fileName": f"data/{key}.js", "globalName": f"YTD.{key}.part0", "count": str(len(rows))}
                ]
            }
            for key, rows in files.items()
        },
    }
    members = {
        f"data/{key}.js": f"window.YTD.{key}.part0 = " + json.dumps(rows) for key, rows in files.items()
    }
    members["data/manifest.js"] = "window.__THAR_CONFIG = " + json.dumps(manifest)
    members["Your archive.html"] = "<!doctype html>"
    return _zipped(members)


def _tweet(post: Written, number: int) -> dict[str, Any]:
    identity = post_number(post, number)
    tweet: dict[str, Any] = {
        "id_str": identity,
        "id": identity,
        "full_text": (f"@{post.answer_to} " if post.answer_to else "") + post.text,
        "created_at": post.at.astimezone(dt.UTC).strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorite_count": str(post.likes),
        "retweet_count": "0",
        "lang": "in",
    }
    if post.answer_to:
        tweet |= {"in_reply_to_screen_name": post.answer_to, "in_reply_to_user_id_str": "88"}
    return tweet


def instagram_archive(*, handle: str, name: str, posts: list[Written], followers: list[int]) -> bytes:
    """An Instagram archive of 2024 and later, with its broken encoding."""
    media = [
        {
            "media": [
                {
                    "uri": f"media/posts/{post.at:%Y%m}/{number}.jpg",
                    "creation_timestamp": int(post.at.timestamp()),
                    "title": post.text.encode().decode("latin-1"),
                }
            ]
        }
        for number, post in enumerate(posts)
        if not post.answer_to
    ]
    comments = [_comment(post) for post in posts if post.answer_to]
    people = [_follower(number, posts) for number in followers]
    person = {"Username": {"value": handle}, "Name": {"value": name}}
    base = "your_instagram_activity"
    return _zipped(
        {
            "connections/followers_and_following/followers_1.json": json.dumps(people),
            f"{base}/media/posts_1.json": json.dumps(media),
            f"{base}/comments/post_comments_1.json": json.dumps(comments),
            "personal_information/personal_information/personal_information.json": json.dumps(
                {
                    "profile_user": [
                        {"title": "User Information", "media_map_data": {}, "string_map_data": person}
                    ]
                }
            ),
        }
    )


def _comment(post: Written) -> dict[str, Any]:
    return {
        "media_list_data": [{"uri": ""}],
        "string_map_data": {
            "Comment": {"value": post.text.encode().decode("latin-1")},
            "Media Owner": {"value": post.answer_to},
            "Time": {"timestamp": int(post.at.timestamp())},
        },
    }


def _follower(number: int, posts: list[Written]) -> dict[str, Any]:
    name = follower_name("instagram", number)
    row = {
        "href": f"https://www.instagram.com/{name}",
        "value": name,
        "timestamp": int(follow_moment(number, posts[0].at, posts[-1].at).timestamp()),
    }
    return {"title": "", "media_list_data": [], "string_list_data": [row]}


def _zipped(members: dict[str, str]) -> bytes:
    """A zip whose bytes depend on its members alone."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in members.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 1)
    return file.getvalue()
