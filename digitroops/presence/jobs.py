"""Reading an archive: claimed, in batches, safe to start over after a kill."""

import dataclasses
import datetime as dt
import hashlib
import secrets
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.engines import archives as engine
from digitroops.engines.archives import ArchiveError, Limits, Profile, read_in_child
from digitroops.engines.audience import Audience as Keys
from digitroops.engines.audience import keys_of, overlap_matrix
from digitroops.people.models import Employee
from digitroops.presence.handles import claimed_of, is_another
from digitroops.presence.models import (
    KEPT,
    PIECES,
    Archive,
    Audience,
    FollowerCount,
    Post,
    SocialAccount,
    Upload,
    UploadPiece,
)
from digitroops.presence.queries import may_read_archives
from digitroops.presence.signals import presence_changed

BATCH = 1000
OPEN = (Archive.State.WAITING, Archive.State.READING)
PROBLEMS_KEPT = 20


class Lost(Exception):
    """The archive was deleted, or another run has taken over: this one stops without a trace."""


@dataclasses.dataclass(slots=True)
class Gathered:
    """What one reading has brought so far."""

    profile: Profile | None = None
    follower_keys: list[str] = dataclasses.field(default_factory=list)
    follow_days: Counter[dt.date] = dataclasses.field(default_factory=Counter)
    posts: list[Post] = dataclasses.field(default_factory=list)
    seen: set[str] = dataclasses.field(default_factory=set)
    problems: list[dict[str, str]] = dataclasses.field(default_factory=list)
    records: int = 0


def read_archive(archive_id: int) -> None:
    """Read one archive to its end. The newest run owns it: an older one stops at its next batch.

    Does nothing for an archive that is read, failed or gone. What an earlier, killed run left is deleted first.
    """
    claim = secrets.token_hex(16)
    mine = Archive.objects.filter(pk=archive_id, state__in=OPEN)
    if not mine.update(state=Archive.State.READING, claim=claim, progress=0):
        return
    archive = Archive.objects.select_related("account__employee").get(pk=archive_id)
    Post.objects.filter(archive=archive).delete()
    try:
        _check_consent(archive)
        with local_files(archive) as paths:
            _read(archive, paths)
    except Lost:
        Post.objects.filter(archive=archive_id, archive__claim=claim).delete()
    except Refused as refusal:
        _fail(archive, refusal.reason, refusal.detail)
    except ArchiveError as error:
        _fail(archive, error.reason, str(error))


class Refused(Exception):
    """The archive can be read but not be used: `reason` says why."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@contextmanager
def local_files(archive: Archive) -> Iterator[list[Path]]:
    """The archive's files on this machine's disk, fetched when the storage is elsewhere."""
    files = [archive.file, *(part.file for part in archive.parts.all())]
    try:
        paths = [Path(file.path) for file in files]
    except NotImplementedError:
        with tempfile.TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
            yield [_fetched(file, Path(folder) / str(number)) for number, file in enumerate(files)]
        return
    except ValueError as error:
        raise Refused("file_gone") from error
    if not all(path.exists() for path in paths):
        raise Refused("file_gone")
    yield paths


def _fetched(file: FieldFile, folder: Path) -> Path:
    folder.mkdir()
    path = folder / Path(file.name or "").name
    with file.open("rb") as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    return path


def _read(archive: Archive, paths: list[Path]) -> None:
    account = archive.account
    gathered = Gathered()
    with _opened(account, paths) as child:
        for found in child:
            _take(archive, gathered, found)
            if len(gathered.posts) >= BATCH or gathered.records % BATCH == 0:
                _save_batch(archive, gathered)
        _save_batch(archive, gathered)
        summary = child.account
    _check_owner(account, summary)
    _finish(archive, gathered, summary)


def _opened(account: SocialAccount, paths: list[Path]) -> engine.Child:
    claimed = claimed_of(account.platform, account.handle)
    limits = Limits(**settings.ARCHIVE_LIMITS)
    child = read_in_child(paths, limits, claimed=claimed)
    if child.platform == account.platform:
        return child
    child.close()
    try:
        return read_in_child(paths, limits, platform=account.platform, claimed=claimed)
    except engine.UnknownPlatform as error:
        raise Refused("wrong_platform", child.platform) from error


def _take(archive: Archive, gathered: Gathered, found: engine.Record) -> None:
    gathered.records += 1
    match found:
        case engine.Profile():
            gathered.profile = found
        case engine.Follower():
            gathered.follower_keys.append(found.key)
            if found.since:
                gathered.follow_days[found.since.date()] += 1
        case engine.Post():
            gathered.posts.append(_post(archive, found))
        case engine.Problem() if len(gathered.problems) < PROBLEMS_KEPT:
            gathered.problems.append({"where": found.where, "why": found.why})


def _post(archive: Archive, found: engine.Post) -> Post:
    counted = dataclasses.asdict(found.engagement) if found.engagement else {}
    return Post(
        account=archive.account,
        archive=archive,
        external_id=found.id[:200],
        kind=found.kind.value,
        text=found.text,
        created=found.created,
        url=(found.url or "")[:500],
        in_reply_to=(found.in_reply_to or "")[:200],
        engagement={name: value for name, value in counted.items() if value is not None},
    )


@transaction.atomic
def _save_batch(archive: Archive, gathered: Gathered) -> None:
    _hold(archive, progress=gathered.records)
    names = [post.external_id for post in gathered.posts]
    emptied = Post.objects.filter(account=archive.account, text="", external_id__in=names)
    emptied.exclude(archive=archive).delete()
    Post.objects.bulk_create(gathered.posts, ignore_conflicts=True)
    gathered.seen.update(post.external_id for post in gathered.posts)
    gathered.posts = []


def _hold(archive: Archive, **changes: Any) -> None:
    """Change the archive as its owner; raises Lost when another run owns it or it is gone."""
    mine = Archive.objects.filter(pk=archive.pk, claim=archive.claim, state=Archive.State.READING)
    if not mine.update(**changes):
        raise Lost


def _check_consent(archive: Archive) -> None:
    if not may_read_archives(archive.account.employee):
        raise Refused("consent_missing")


def _check_owner(account: SocialAccount, summary: engine.Account) -> None:
    owner = next((check for check in summary.checks if check.name == "owner"), None)
    failed = owner is not None and owner.state == engine.State.FAILED
    if failed or is_another(account.platform, account.handle, summary.username):
        raise Refused("someone_else", summary.username or summary.id or "")
    others = SocialAccount.objects.filter(platform=account.platform).exclude(employee=account.employee_id)
    if summary.id and others.filter(external_id=summary.id).exists():
        raise Refused("someone_else", summary.username or summary.id)


@transaction.atomic
def _finish(archive: Archive, gathered: Gathered, summary: engine.Account) -> None:
    account = archive.account
    exported = summary.exported or archive.uploaded
    followers = _followers(gathered, summary)
    report = _report(gathered, summary, followers)
    if not _is_overtaken(archive, exported):
        report["compared"] = _compare(archive, gathered, summary, followers)
    _hold(
        archive,
        state=Archive.State.READ,
        progress=gathered.records,
        era=summary.era[:60],
        exported=exported,
        read=timezone.now(),
        report=report,
        follow_days={day.isoformat(): count for day, count in sorted(gathered.follow_days.items())},
        error="",
        error_code="",
    )
    profile = gathered.profile
    SocialAccount.objects.filter(pk=account.pk).update(
        external_id=summary.id or "",
        display_name=((profile.name if profile else "") or "")[:200],
        bio=(profile.bio if profile else "") or "",
    )
    if followers is not None:
        FollowerCount.objects.update_or_create(
            account=account,
            date=timezone.localdate(exported),
            source=FollowerCount.Source.ARCHIVE,
            defaults={"count": followers, "archive": archive, "partial": not report["whole"]},
        )
    if report["whole"]:
        _drop_posts_no_longer_there(archive, gathered.seen, exported)
    _close(archive, "archive.read", {"account": account.recorded_as, "records": gathered.records})


def _report(gathered: Gathered, summary: engine.Account, followers: int | None) -> dict[str, Any]:
    """What was there, as it is kept with the archive and shown to the person."""
    return {
        "counts": dict(summary.counts),
        "followers": followers,
        "first": summary.first.isoformat() if summary.first else None,
        "last": summary.last.isoformat() if summary.last else None,
        "members_read": list(summary.members_read),
        "members_skipped": summary.members_skipped,
        "whole": summary.completeness == engine.Completeness.WHOLE,
        "reasons": [reason.code for reason in summary.reasons],
        "checks": {check.name: check.state.value for check in summary.checks},
        "problems": gathered.problems,
        "compared": {},
    }


def _drop_posts_no_longer_there(archive: Archive, seen: set[str], exported: dt.datetime) -> None:
    """What a whole, newer archive does not hold any more was deleted by the person, so it goes here too.

    An archive says nothing about what was written after it was made.
    """
    made = Q(created=None) | Q(created__lte=exported)
    older = Post.objects.filter(made, account=archive.account).exclude(archive=archive)
    rows = older.values_list("pk", "external_id").iterator(chunk_size=BATCH)
    gone = [pk for pk, external_id in rows if external_id not in seen]
    for start in range(0, len(gone), BATCH):
        Post.objects.filter(pk__in=gone[start : start + BATCH]).delete()


def _followers(gathered: Gathered, summary: engine.Account) -> int | None:
    if gathered.profile and gathered.profile.followers is not None:
        return gathered.profile.followers
    return summary.counts.get("followers") or None


def _compare(
    archive: Archive, gathered: Gathered, summary: engine.Account, followers: int | None
) -> dict[str, Any]:
    """Keep the new audience in place of the old one, and how they differ; without stable names only the counts."""
    if summary.follower_keys != "stable" or not gathered.follower_keys:
        return _counts_compared(archive, followers)
    secret = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32).digest()
    new = keys_of(archive.account.platform, gathered.follower_keys, secret=secret)
    old = Audience.objects.filter(account=archive.account).select_related("archive").first()
    compared: dict[str, Any] = {}
    if old and old.archive and old.archive.exported:
        shared = int(overlap_matrix([Keys.from_bytes(bytes(old.keys)), new])[0, 1])
        compared = {
            "since": old.archive.exported.isoformat(),
            "before": old.count,
            "after": len(new),
            "gained": len(new) - shared,
            "gone": old.count - shared,
        }
    Audience.objects.update_or_create(
        account=archive.account,
        defaults={"archive": archive, "keys": new.to_bytes(), "count": len(new)},
    )
    return compared


def _is_overtaken(archive: Archive, exported: dt.datetime) -> bool:
    """Whether an archive that the platform made later has been read before this one."""
    return archive.account.archives.filter(state=Archive.State.READ, exported__gt=exported).exists()


def _counts_compared(archive: Archive, followers: int | None) -> dict[str, Any]:
    earlier = archive.account.archives.filter(state=Archive.State.READ).exclude(pk=archive.pk)
    old = earlier.exclude(exported=None).first()
    before = old.report.get("followers") if old else None
    if old is None or old.exported is None or before is None or followers is None:
        return {}
    return {"since": old.exported.isoformat(), "before": before, "after": followers}


@transaction.atomic
def _fail(archive: Archive, reason: str, detail: str) -> None:
    try:
        _hold(archive, state=Archive.State.FAILED, error_code=reason[:40], error=detail)
    except Lost:
        return
    Post.objects.filter(archive=archive).delete()
    _close(archive, "archive.failed", {"account": archive.account.recorded_as, "error": reason})


def _close(archive: Archive, act: str, after: dict[str, Any]) -> None:
    """Delete the raw files, write the record, and tell the apps above."""
    Archive.objects.filter(pk=archive.pk).update(raw_deleted=timezone.now(), file="")
    names = [archive.file.name, *archive.parts.values_list("file", flat=True)]
    archive.parts.update(file="")
    for name in filter(None, names):
        transaction.on_commit(partial(default_storage.delete, str(name)))
    person = archive.account.employee
    record(actor=None, act=act, subject=archive, person=person, after=after)
    presence_changed.send(Employee, employee=person)


def forget_uploads() -> int:
    """Delete uploads that nobody has continued for a day, and pieces that a crash left without a row."""
    now = timezone.now()
    stale = Upload.objects.filter(touched__lt=now - KEPT)
    names = list(UploadPiece.objects.filter(upload__in=stale).values_list("file", flat=True))
    count = stale.count()
    stale.delete()
    for name in (*names, *_pieces_without_row(now - 2 * KEPT)):
        default_storage.delete(name)
    return count


def _pieces_without_row(before: dt.datetime) -> list[str]:
    try:
        _folders, files = default_storage.listdir(PIECES)
    except FileNotFoundError:
        return []
    known = set(UploadPiece.objects.values_list("file", flat=True))
    paths = [f"{PIECES}/{file}" for file in files]
    return [p for p in paths if p not in known and default_storage.get_modified_time(p) < before]
