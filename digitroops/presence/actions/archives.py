import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import get_valid_filename

from digitroops.audit.actions import record
from digitroops.people.models import Employee, User
from digitroops.presence import tasks
from digitroops.presence.models import (
    Archive,
    ArchivePart,
    Audience,
    FollowerCount,
    Post,
    SocialAccount,
    Upload,
    UploadPiece,
)
from digitroops.presence.queries import may_read_archives
from digitroops.presence.signals import presence_changed

ARCHIVE_COUNTS = FollowerCount.Source.ARCHIVE
OPEN = (Archive.State.WAITING, Archive.State.READING)


class ConsentMissing(Exception):
    """The person has not agreed that their archives are read."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One file of an export as it arrived, and what the browser had kept on the device before."""

    file: "UploadedFile[bytes]"
    left_files: int = 0
    left_bytes: int = 0


@transaction.atomic
def add_archive(
    *, actor: User, account: SocialAccount, file: "UploadedFile[bytes]", further: Sequence[Sent] = (),
    left_files: int = 0, left_bytes: int = 0,
) -> Archive:  # fmt: skip
    """Store the files of one export and have them read in the background.

    The same file sent twice for one account while it is still being read gives the first archive again.
    Raises ConsentMissing.
    """
    if not may_read_archives(account.employee):
        raise ConsentMissing
    digests = [_digest(one) for one in (file, *(sent.file for sent in further))]
    same = account.archives.filter(sha256=digests[0], parts__isnull=True, state__in=OPEN).first()
    if same and not further:
        return same
    name = (file.name or "archive")[-200:]
    archive = Archive(
        account=account,
        file_name=name,
        size=file.size or 0,
        sha256=digests[0],
        uploaded_by=actor,
        left_files=left_files + sum(sent.left_files for sent in further),
        left_bytes=left_bytes + sum(sent.left_bytes for sent in further),
    )
    size = archive.size + sum(sent.file.size or 0 for sent in further)
    with _files_go_with_their_rows() as paths, transaction.atomic():
        paths.append(_store(archive, file, name))
        archive.save()
        for sent, digest in zip(further, digests[1:], strict=True):
            part = _part(archive, sent.file, digest)
            paths.append(_store(part, sent.file, part.file_name))
            part.save()
        record(
            actor=actor,
            act="archive.added",
            subject=archive,
            person=account.employee,
            after={"account": account.recorded_as, "size": size},
        )
    transaction.on_commit(partial(tasks.read_archive.enqueue, archive.pk))
    return archive


def _digest(file: "UploadedFile[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _store(row: Archive | ArchivePart, file: "UploadedFile[bytes]", name: str) -> str:
    row.file.save(get_valid_filename(name)[-120:], file, save=False)
    return str(row.file.name)


def _part(archive: Archive, file: "UploadedFile[bytes]", digest: str) -> ArchivePart:
    name = (file.name or "archive")[-200:]
    return ArchivePart(archive=archive, file_name=name, size=file.size or 0, sha256=digest)


@contextmanager
def _files_go_with_their_rows() -> Iterator[list[str]]:
    """Collect the paths of files just stored; where their rows cannot be kept, they are deleted again."""
    paths: list[str] = []
    try:
        yield paths
    except BaseException:
        for path in paths:
            default_storage.delete(path)
        raise


@transaction.atomic
def erase_archives(*, employee: Employee, actor: User | None = None) -> None:
    """Delete everything read from the person's archives, and stop uploads and readings that are under way."""
    archives = Archive.objects.filter(account__employee=employee)
    uploads = Upload.objects.filter(account__employee=employee)
    counts = {
        "archives": archives.count(),
        "posts": Post.objects.filter(account__employee=employee).count(),
    }
    drop_files(archives, uploads)
    uploads.delete()
    Post.objects.filter(account__employee=employee).delete()
    Audience.objects.filter(account__employee=employee).delete()
    FollowerCount.objects.filter(account__employee=employee, source=ARCHIVE_COUNTS).delete()
    archives.delete()
    SocialAccount.objects.filter(employee=employee).update(
        external_id="", display_name="", bio="", growth_note="", growth_noted=None, growth_asked=None
    )
    record(actor=actor, act="presence.erased", subject=employee, person=employee, before=counts)
    presence_changed.send(Employee, employee=employee)


def drop_files(archives: QuerySet[Archive], uploads: QuerySet[Upload]) -> None:
    """Delete the raw files and pieces from the storage once the transaction has gone through."""
    names = [
        *archives.exclude(file="").values_list("file", flat=True),
        *ArchivePart.objects.filter(archive__in=archives).values_list("file", flat=True),
        *UploadPiece.objects.filter(upload__in=uploads).values_list("file", flat=True),
    ]
    for name in names:
        transaction.on_commit(partial(default_storage.delete, str(name)))
