"""Opening an archive, finding whose it is, and reading it record by record."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from digitroops.engines.archives import containers, tars, zips
from digitroops.engines.archives.containers import Container
from digitroops.engines.archives.errors import (
    ArchiveError,
    HtmlExport,
    NotAnArchive,
    Truncated,
    UnknownPlatform,
)
from digitroops.engines.archives.limits import Limits
from digitroops.engines.archives.platform import Platform, matches
from digitroops.engines.archives.reading import Reading
from digitroops.engines.archives.records import (
    Account,
    Check,
    Completeness,
    Follower,
    Kind,
    Post,
    Problem,
    Profile,
    Record,
    State,
    Visibility,
)
from digitroops.engines.archives.registry import PLATFORMS, named, wanted_somewhere
from digitroops.engines.archives.text import from_iso, plausible

Source = str | os.PathLike[str] | BinaryIO
SINGLE = re.compile(r"\.(car|json|csv|js|txt)$", re.IGNORECASE)
LIMITED, DELETED, COMMENT = Visibility.LIMITED, Visibility.DELETED, Kind.COMMENT
KIND, KEY_OF_POST, KEY = attrgetter("kind._value_"), attrgetter("id"), attrgetter("key")
BATCH = 2048


@dataclass(slots=True)
class Archive:
    """An opened archive: iterate over it once for its records, then ask for its `account`."""

    platform: str
    era: str
    kind: Platform
    container: Container
    reading: Reading
    keep_limited: bool
    claimed: str | None
    closing: ExitStack
    read: Account | None = None
    members: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.closing.close()

    @property
    def account(self) -> Account:
        """What was seen. Only known once the archive has been read to its end."""
        if self.read is None:
            raise RuntimeError("Iterate over the archive before asking for its account.")
        return self.read

    def __iter__(self) -> Iterator[Record]:
        """Read all that is on the platform's list: profile, followers, posts, and problems between them."""
        return chain.from_iterable(self.batches())

    def batches(self) -> Iterator[Sequence[Record]]:
        """The same some thousand at a time; the records of a batch are of one type."""
        for route, names in self.kind.sorted_into_roles(self.usable()):
            if names:
                self.reading.follower_order.restart()
                self.reading.post_order.restart()
                yield from self.sifted(route.read(self.reading, names))
        self.kind.finish(self.reading)
        if told := self.told():
            yield told
        self.read = self.summed_up()

    def told(self) -> list[Problem]:
        """The problems met since the last time."""
        queue, self.reading.queue = self.reading.queue, []
        return queue

    def sifted(self, records: Iterator[Record]) -> Iterator[Sequence[Record]]:
        """Records, counted and with posts for a limited audience left out."""
        while batch := list(islice(records, BATCH)):
            for kind, group in parted(batch):
                if (
                    seen := self.saw_posts(cast("list[Post]", group))
                    if kind is Post
                    else self.saw(kind, group)
                ):
                    yield seen
            if told := self.told():
                yield told

    def usable(self) -> list[str]:
        """The wanted members without a flaw; the others are told."""
        self.members = self.kind.wanted(member.name for member in self.container.members)
        wanted = set(self.members)
        flawed = {m.name: m.flaw for m in self.container.members if m.flaw and m.name in wanted}
        for name, flaw in flawed.items():
            self.reading.problem(name, f"The file was not opened: {flaw}.", "unsafe_member")
        if flawed:
            self.reading.partial(
                "unsafe_member", "At least one file was not opened because it is built unsafely."
            )
        return [name for name in self.members if name not in flawed]

    def saw_posts(self, posts: list[Post]) -> list[Post]:
        """Count posts; those that may leave the archive."""
        reading, posts = self.reading, self.unhidden(posts)
        reading.counts.update(map(KIND, posts))
        reading.post_ids.feed(map(KEY_OF_POST, posts))
        comments = [post for post in posts if post.kind is COMMENT]
        others = [post for post in posts if post.kind is not COMMENT] if comments else posts
        for lane, some in ((False, others), (True, comments)):
            times = [created for post in some if (created := post.created) is not None]
            reading.posts.feed(times)
            if self.kind.ordered:
                reading.post_order.feed(times, lane)
        return posts

    def unhidden(self, posts: list[Post]) -> list[Post]:
        """Posts without those for few or deleted ones, which are only counted."""
        hidden = [
            post.audience.value for post in posts if post.audience is LIMITED or post.audience is DELETED
        ]
        self.reading.counts.update(hidden)
        if not hidden or self.keep_limited:
            return posts
        return [post for post in posts if post.audience is not LIMITED and post.audience is not DELETED]

    def saw(self, kind: type[Record], records: list[Record]) -> list[Record]:
        """Count records that are not posts."""
        reading = self.reading
        if kind is Profile:
            self.saw_profile(cast("Profile", records[-1]))
            return records
        follows = cast("list[Follower]", records)
        times = [follow.since for follow in follows if follow.since]
        if kind is Follower:
            reading.counts["followers"] += len(follows)
            reading.follower_keys.feed(map(KEY, follows))
            reading.follower_order.feed(times)
            reading.followers.feed(times)
        else:
            reading.counts["following"] += len(follows)
            reading.following.feed(times)
        return records

    def saw_profile(self, profile: Profile) -> None:
        reading = self.reading
        reading.profile = profile
        reading.id = profile.id or reading.id
        reading.username = profile.username or reading.username

    def summed_up(self) -> Account:
        """The account of the whole reading."""
        reading = self.reading
        self.judge()
        reasons = tuple(reading.reasons.values())
        return Account(
            platform=self.platform,
            era=reading.era or self.era,
            exported=reading.exported,
            id=reading.id,
            username=reading.username,
            follower_keys=self.kind.follower_keys,
            members_read=tuple(dict.fromkeys(reading.opened)),
            members_skipped=len(self.container.members) - len(set(reading.opened)),
            first=reading.posts.first,
            last=reading.posts.last,
            followers_first=reading.followers.first,
            followers_last=reading.followers.last,
            completeness=Completeness.PARTIAL if reasons else Completeness.WHOLE,
            reasons=reasons,
            checks=tuple(reading.checks),
            counts=dict(sorted(reading.counts.items())),
        )

    def judge(self) -> None:
        """Make the checks that are the same for every platform, and see what is missing."""
        reading, counts = self.reading, self.reading.counts
        counts.setdefault("followers", 0)
        counts.setdefault("problems", 0)
        have = {route.role for route, names in self.kind.sorted_into_roles(self.members) if names}
        for role in self.kind.expected:
            if role not in have:
                reading.partial(f"no_{role}", f"The archive holds no {role.replace('_', ' ')}.")
        if counts["problems"]:
            reading.partial("problems", f"{counts['problems']:,} records or files could not be read.")
        reading.checks += [
            reading.follower_keys.check("unique_followers", "followers"),
            reading.post_ids.check("unique_posts", "posts"),
            reading.follower_order.check("follower_order", "followers"),
            reading.post_order.check("post_order", "posts"),
            reading.clock.check(),
            owner_check(self.claimed, reading),
        ]


def parted(records: list[Record]) -> Iterable[tuple[type[Record], list[Record]]]:
    """Neighbours of one type together. Nearly always there is one type only."""
    if len(set(map(type, records))) == 1:
        return [(type(records[0]), records)]
    return ((kind, list(group)) for kind, group in groupby(records, type))


def owner_check(claimed: str | None, reading: Reading) -> Check:
    """Whether the archive is of the account that it is said to be of."""
    known = [name for name in (reading.username, reading.id) if name]
    if not claimed or not known:
        missing = "No account was claimed." if not claimed else "The archive does not say whose it is."
        return Check("owner", State.NOT_POSSIBLE, missing)
    same = claimed.strip().lstrip("@").casefold() in {name.casefold() for name in known}
    evidence = f"The archive is of {known[0]}; the account claimed is {claimed}."
    return Check("owner", State.OK if same else State.FAILED, evidence)


def open_archive(
    source: Source | Sequence[Source],
    *,
    platform: str | None = None,
    limits: Limits | None = None,
    claimed: str | None = None,
    keep_limited: bool = False,
    key: str | None = None,
) -> Archive:
    """Open an export: a zip, tar.gz, CAR repository, single file, unpacked folder, or several parts.

    The platform is found from the members' names unless given (an Instagram export can also hold Threads: see
    `platforms_in`). `claimed` is the account the archive is said to be of, checked against what it says
    itself. Posts for a limited audience are left out unless `keep_limited`. `key` is the account's `did:key`,
    by which a Bluesky archive's signature is checked. Raises an `ArchiveError` if nothing can be read.
    """
    closing = ExitStack()
    try:
        container, label = contained(source, limits or Limits(), closing)
        kind, era = recognised(container, platform)
    except BaseException:
        closing.close()
        raise
    reading = Reading(container, limits or Limits())
    named_after(kind, label, reading)
    reading.memory["key"] = key
    return Archive(kind.name, era, kind, container, reading, keep_limited, claimed, closing)


def platforms_in(source: Source | Sequence[Source], *, limits: Limits | None = None) -> list[str]:
    """The platforms whose members a file holds, most fitting first."""
    with ExitStack() as closing:
        container, _ = contained(source, limits or Limits(), closing)
        names = [member.name for member in container.members]
        return [kind.name for kind in PLATFORMS if kind.era(names) is not None]


def contained(source: Source | Sequence[Source], limits: Limits, closing: ExitStack) -> tuple[Container, str]:
    """The container for a source or for several parts, and the file's own name."""
    sources: list[Source] = (
        [*source] if isinstance(source, Sequence) and not isinstance(source, str) else [source]
    )
    if not sources:
        raise NotAnArchive("No file was given.")
    budget = containers.Budget(limits)
    parts = [part(one, budget, closing) for one in sources]
    whole = parts[0] if len(parts) == 1 else containers.Parts(parts)
    if sum(len(one.members) for one in parts) > limits.members:
        raise containers.too_large("The export")
    return whole, label_of(sources[0])


def label_of(source: Source) -> str:
    """The name that a file goes by, without folders."""
    name = source if isinstance(source, (str, os.PathLike)) else getattr(source, "name", "")
    return Path(os.fspath(name)).name if isinstance(name, (str, os.PathLike)) else ""


def part(source: Source, budget: containers.Budget, closing: ExitStack) -> Container:
    """One file or folder as a container, told apart by its first bytes."""
    if isinstance(source, (str, os.PathLike)):
        if Path(source).is_dir():
            return containers.Folder(Path(source), budget)
        file: BinaryIO = closing.enter_context(opened(Path(source)))
    else:
        file = source
    file.seek(0)
    head = file.read(512)
    container = kind_of(file, head, label_of(source), budget)
    closing.callback(container.close)
    return container


def opened(path: Path) -> BinaryIO:
    """Open a file for reading; raises the engine's own error when that fails."""
    try:
        return path.open("rb")
    except OSError as error:
        raise NotAnArchive(f"The file {path.name} cannot be opened.") from error


def kind_of(file: BinaryIO, head: bytes, label: str, budget: containers.Budget) -> Container:
    """The container that fits a file's first bytes."""
    if not head:
        raise Truncated("The file is empty; the download probably failed.")
    if head.startswith(b"PK") or zips.is_zip(file):
        return zips.Zip(file, budget)
    if head.startswith(b"\x1f\x8b"):
        return tars.Tar(file, budget, wanted_somewhere)
    if head[1:].startswith(b"\xa2eroots") or head[2:].startswith(b"\xa2eroots") or b"eroots" in head[:16]:
        return containers.Single(file, budget, "repo.car")
    if SINGLE.search(label) and not head.lstrip().startswith(b"<"):
        return containers.Single(file, budget, label)
    if b"<html" in head.lower() or b"<!doctype" in head.lower():
        raise NotAnArchive("The file is a web page, not an archive. Please download the export again.")
    raise NotAnArchive("The file is not an archive of a known form (zip, tar.gz or CAR).")


def recognised(container: Container, wanted: str | None) -> tuple[Platform, str]:
    """The platform and era of a container's members."""
    names = [member.name for member in container.members]
    kinds = PLATFORMS if wanted is None else (named(wanted),)
    for kind in kinds:
        if (era := kind.era(names)) is not None:
            return kind, era
    raise unknown(names, kinds)


def unknown(names: list[str], kinds: Sequence[Platform]) -> ArchiveError:
    """Why no platform was found."""
    for kind in kinds:
        if kind.html and any(matches(kind.html, name) for name in names):
            made = f"This {kind.title} export was made as web pages (HTML)."
            return HtmlExport(f"{made} Please request it again in the JSON format.")
    return UnknownPlatform("The archive is of no platform that Digitroops knows.")


def named_after(kind: Platform, label: str, reading: Reading) -> None:
    """Take account and date from the file's own name, until better is known."""
    match = re.search(kind.stem, label, re.IGNORECASE) if kind.stem else None
    if match is None:
        return
    parts = match.groupdict()
    reading.username = parts.get("user")
    date = from_iso("{y}-{m}-{d}".format_map(parts)) if "y" in parts else None
    reading.exported = date if plausible(date) else None
