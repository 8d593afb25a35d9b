"""Uploads in pieces: begun, continued after a cut, put together, or given up."""

import datetime as dt
import errno
import hashlib
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone

from digitroops.people.models import User
from digitroops.presence.actions.archives import ConsentMissing, Sent, add_archive
from digitroops.presence.models import Archive, SocialAccount, Upload, UploadPiece
from digitroops.presence.queries import may_read_archives

MOST_AN_HOUR = 60
MOST_OPEN = 12
SPARE = 256 * 1024 * 1024
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class TooLarge(Exception):
    """The files of an account on their way are larger together than an archive may be."""


class TooMany(Exception):
    """The person has begun more uploads than anybody needs."""


class Full(Exception):
    """There is no room for the file on this server."""


class WrongPlace(Exception):
    """The bytes do not follow those that are here."""


class Damaged(Exception):
    """What arrived is not what was sent, or not all of it."""


@transaction.atomic
def start_upload(
    *, account: SocialAccount, file_name: str, length: int, sha256: str = "", left_files: int = 0,
    left_bytes: int = 0, together: int = 1,
) -> Upload:  # fmt: skip
    """Begin to receive a file of that many bytes. Raises ConsentMissing, TooLarge, TooMany or Full."""
    if not may_read_archives(account.employee):
        raise ConsentMissing
    mine = Upload.objects.filter(account__employee=account.employee)
    hour_ago = timezone.now() - dt.timedelta(hours=1)
    if mine.count() >= MOST_OPEN or mine.filter(created__gt=hour_ago).count() >= MOST_AN_HOUR:
        raise TooMany
    under_way = account.uploads.aggregate(sum=Sum("length"))["sum"] or 0
    if under_way + length > settings.ARCHIVE_MAX_BYTES:
        raise TooLarge
    if room_left() < 2 * length + SPARE:  # the pieces, and the file put together from them
        raise Full
    return Upload.objects.create(
        account=account,
        file_name=file_name[-200:],
        length=length,
        sha256=sha256,
        left_files=left_files,
        left_bytes=left_bytes,
        together=together,
    )


def room_left() -> float:
    """Free bytes where files are stored; without bound when they are stored elsewhere."""
    if isinstance(default_storage, FileSystemStorage):
        folder = Path(default_storage.location)
        folder.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(folder).free
    return float("inf")


def keep_piece(*, upload: Upload, start: int, piece: "File[bytes]", size: int) -> Upload:
    """Keep bytes that follow those already here. Raises WrongPlace when they do not, Full when there is no room."""
    row = UploadPiece(upload=upload, start=start, size=size)
    try:
        row.file.save("piece", piece, save=False)
    except OSError as error:
        raise (Full if error.errno in FULL else error) from error
    try:
        _append(row)
    except (WrongPlace, IntegrityError) as error:
        default_storage.delete(str(row.file.name))
        raise WrongPlace from error
    upload.received = start + size
    return upload


@transaction.atomic
def _append(piece: UploadPiece) -> None:
    piece.save()
    end = piece.start + piece.size
    here = Upload.objects.filter(pk=piece.upload_id, received=piece.start, length__gte=end)
    if not here.update(received=end, touched=timezone.now()):
        raise WrongPlace


@transaction.atomic
def discard_upload(*, upload: Upload) -> None:
    """Give up a file that was on its way, and delete what had arrived."""
    for name in upload.pieces.values_list("file", flat=True):
        transaction.on_commit(partial(default_storage.delete, str(name)))
    upload.delete()


def finish_uploads(*, actor: User, account: SocialAccount, uploads: Sequence[Upload]) -> Archive:
    """Put each file together from its pieces and have all be read as one export.

    Raises Damaged when a file is not as it was sent (it is then given up), Full, or ConsentMissing.
    """
    with ExitStack() as closing:
        try:
            files = [
                Sent(assembled(upload, closing), upload.left_files, upload.left_bytes) for upload in uploads
            ]
            return _add(actor, account, files, uploads)
        except OSError as error:
            raise (Full if error.errno in FULL else error) from error


@transaction.atomic
def _add(actor: User, account: SocialAccount, files: Sequence[Sent], uploads: Sequence[Upload]) -> Archive:
    first, *further = files
    archive = add_archive(
        actor=actor,
        account=account,
        file=first.file,
        further=further,
        left_files=first.left_files,
        left_bytes=first.left_bytes,
    )
    for upload in uploads:
        discard_upload(upload=upload)
    return archive


def assembled(upload: Upload, closing: ExitStack) -> TemporaryUploadedFile:
    """The whole file on this machine's disk, its length and digest checked. Raises Damaged."""
    whole = TemporaryUploadedFile(upload.file_name, "application/octet-stream", upload.length, None)
    closing.callback(whole.close)
    digest = hashlib.sha256()
    size = 0
    for chunk in _bytes_of(upload.pieces.all()):
        whole.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    if size != upload.length or (upload.sha256 and upload.sha256 != digest.hexdigest()):
        if upload.complete:
            discard_upload(upload=upload)
        raise Damaged
    whole.seek(0)
    return whole


def _bytes_of(pieces: Iterable[UploadPiece]) -> Iterable[bytes]:
    end = 0
    for piece in pieces:
        if piece.start != end:
            raise Damaged
        end += piece.size
        with piece.file.open("rb") as file:
            yield from file.chunks()
