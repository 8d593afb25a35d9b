"""Builders for small archives, and a reading as one value."""

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from digitroops.engines.archives import (
    Account,
    Follower,
    Following,
    Post,
    Problem,
    Profile,
    open_archive,
)

FIXTURES = Path(__file__).parent / "fixtures"
REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "fixtures"


def reference(path: str) -> Path:
    """A file that lies beside the project; the test is skipped where it does not."""
    for base in (REFERENCE, Path(__file__).parents[5] / "shared" / "reference" / "fixtures"):
        if (base / path).exists():
            return base / path
    pytest.skip(f"{path} is not beside the project")


@dataclass
class Read:
    """Everything that came out of an archive."""

    profiles: list[Profile]
    followers: list[Follower]
    following: list[Following]
    posts: list[Post]
    problems: list[Problem]
    account: Account

    def check(self, name: str) -> str:
        return next(check.state.value for check in self.account.checks if check.name == name)

    @property
    def reasons(self) -> list[str]:
        return [reason.code for reason in self.account.reasons]

    @property
    def profile(self) -> Profile:
        (profile,) = self.profiles
        return profile

    @property
    def post(self) -> Post:
        (post,) = self.posts
        return post

    @property
    def texts(self) -> list[str]:
        return [post.text for post in self.posts]


def read(source, **options) -> Read:
    """Read a whole archive: a path, a file, or a dictionary of members to be zipped."""
    with open_archive(zipped(source) if isinstance(source, dict) else source, **options) as archive:
        records = list(archive)
    kinds = (Profile, Follower, Following, Post, Problem)
    return Read(*([r for r in records if type(r) is kind] for kind in kinds), archive.account)


def zipped(members: dict[str, object], name: str = "export.zip") -> io.BytesIO:
    """A zip of members given as bytes, text, or something to be written as JSON."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            raw = content if isinstance(content, (bytes, str)) else json.dumps(content)
            archive.writestr(path, raw)
    file.name = name
    file.seek(0)
    return file


def script(name: str, rows: list[object], part: int = 0) -> str:
    """A file of an X archive."""
    return f"window.YTD.{name}.part{part} = " + json.dumps(rows, indent=2)


def garbled(value):
    """JSON as Meta writes it: each byte of UTF-8 as a character of its own."""
    if isinstance(value, str):
        return value.encode().decode("latin-1")
    if isinstance(value, dict):
        return {garbled(key): garbled(item) for key, item in value.items()}
    return [garbled(item) for item in value] if isinstance(value, list) else value
