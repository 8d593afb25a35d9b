"""Moves clicks from spool files into the database, each exactly once.

How much of a file is loaded stands in its SpoolFile row and moves in the transaction that writes the clicks,
so a loader may be killed anywhere: what was committed is known to be, the rest is still in the file. Two
loaders at the same file wait for each other at the row; the second finds that the place has moved and reads
on from there.
"""

import contextlib
import datetime as dt
import fcntl
import logging
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    close_old_connections,
    connection,
    transaction,
)
from django.utils import timezone

from digitroops.links import alarms, partitions
from digitroops.links.models import SpoolFile
from digitroops.links.redirect import frames, store
from digitroops.links.redirect.batches import Arrival, Judge, owners_of
from digitroops.links.redirect.clickhouse import ClickHouseDown, click_house
from digitroops.links.redirect.source import zone
from digitroops.links.redirect.spool import SUFFIX

BATCH_BYTES = 8 * 1024 * 1024
ASIDE = "aside"
DAY = 86_400.0
FUTURE = 300.0
logger = logging.getLogger("digitroops.links")


@dataclass
class Report:
    """What a round of loading did."""

    clicks: int = 0
    damaged: int = 0
    gone: int = 0
    files: int = 0

    def __bool__(self) -> bool:
        return bool(self.clicks or self.damaged or self.gone or self.files)


@dataclass(frozen=True)
class Piece:
    """A stretch of a file that was read: its clicks, its damage, and the place after it."""

    raws: list[frames.Raw]
    damage: list[frames.Damage]
    start: int
    end: int


class Loader:
    """Loads the spool files of a folder; `spool_folder` is the one its machine's web processes write to."""

    def __init__(self, folder: Path, *, batch_bytes: int = BATCH_BYTES) -> None:
        self.folder, self.batch_bytes = folder, batch_bytes
        self._zone: ZoneInfo | None = None
        self._months: set[dt.date] = set()

    def run_once(self) -> Report:
        """Load all that is there now; what processes write meanwhile comes with the next round."""
        report = Report()
        self._zone = zone()
        for path in self.files():
            self._load_file(path, report)
        return report

    def files(self) -> list[Path]:
        """The spool files, the oldest first."""
        with contextlib.suppress(FileNotFoundError):
            return sorted(self.folder.glob(f"*{SUFFIX}"))
        return []

    def _load_file(self, path: Path, report: Report) -> None:
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return
        with file:
            alive = not _lock(file.fileno())
            size = os.fstat(file.fileno()).st_size
            row = self._row(path)
            while row.state == SpoolFile.State.GROWING and row.place < size:
                file.seek(row.place)
                data = file.read(min(self.batch_bytes, size - row.place))
                whole = row.place + len(data) == size
                piece = read_piece(data, row.place, final=whole and not alive)
                if piece.end == row.place:
                    if whole:
                        break
                    piece = read_piece(data, row.place, final=True)
                self._put_aside(path, data, piece)
                row = self._commit(row, piece, report)
            if not alive and row.place >= size:
                self._finish(path, row, report)

    def _row(self, path: Path) -> SpoolFile:
        opened, _, uid = path.name.removesuffix(SUFFIX).rpartition("-")
        seconds = int(opened) / 1000 if opened.isdigit() else path.stat().st_mtime
        moment = dt.datetime.fromtimestamp(min(seconds, 4e9), tz=dt.UTC)
        row, _new = SpoolFile.objects.get_or_create(uid=uid[:16], defaults={"opened": moment})
        return row

    def _commit(self, row: SpoolFile, piece: Piece, report: Report) -> SpoolFile:
        """Write one piece, unless another loader has; returns the row as it stands after it."""
        for careful in (False, True):
            try:
                return self._write(row, piece, report, careful=careful)
            except IntegrityError:
                if careful:
                    raise
                logger.warning("A batch of %s met rows that are there already; looking closely.", row.uid)
        raise AssertionError  # pragma: no cover -- the loop returns or raises

    def _write(self, row: SpoolFile, piece: Piece, report: Report, *, careful: bool) -> SpoolFile:
        arrivals, gone = self._arrivals(row, piece)
        months = {partitions.month_of(arrival.date) for arrival in arrivals} - self._months
        if months:
            partitions.make_months(months)
            self._months |= months
        with transaction.atomic():
            held = SpoolFile.objects.select_for_update().get(pk=row.pk)
            if held.place != piece.start or held.state != SpoolFile.State.GROWING:
                return held
            if careful:
                arrivals = store.without_known(arrivals)
            store.write(arrivals, raw_too=not settings.CLICK_STORE)
            held.place = piece.end
            held.clicks += len(arrivals)
            held.damaged += sum(damage.end - damage.start for damage in piece.damage)
            held.changed = timezone.now()
            held.save()
            if settings.CLICK_STORE:
                click_house(settings.CLICK_STORE).write(arrivals, f"{row.uid}-{piece.start}-{piece.end}")
        report.clicks += len(arrivals)
        report.gone += gone
        report.damaged += sum(damage.end - damage.start for damage in piece.damage)
        return held

    def _arrivals(self, row: SpoolFile, piece: Piece) -> tuple[list[Arrival], int]:
        owners = owners_of(piece.raws)
        assert self._zone is not None
        judge = Judge(
            file=row.pk,
            zone=self._zone,
            earliest=row.opened.timestamp() - DAY,
            latest=max(time.time(), row.opened.timestamp()) + FUTURE,
        )
        arrivals = judge.judge(piece.raws, owners)
        return arrivals, len(piece.raws) - len(arrivals)

    def _put_aside(self, path: Path, data: bytes, piece: Piece) -> None:
        """Keep what could not be read, for people to look at; the same stretch has the same name."""
        for damage in piece.damage:
            folder = self.folder / ASIDE
            start, end = damage.start - piece.start, damage.end - piece.start
            try:
                folder.mkdir(exist_ok=True, mode=0o700)
                (folder / f"{path.stem}-{damage.start}.bin").write_bytes(data[start:end])
            except OSError as error:
                logger.error("%d bytes of %s could not be put aside: %s", end - start, path.name, error)  # noqa: TRY400 -- the error says all
            logger.error("%d bytes of %s hold no click; they lie in %s.", end - start, path.name, folder)

    def _finish(self, path: Path, row: SpoolFile, report: Report) -> None:
        """The writer is gone and everything is committed: say so, then delete the file."""
        SpoolFile.objects.filter(pk=row.pk).update(
            state=SpoolFile.State.LOADED, node=_node(path), changed=timezone.now()
        )
        path.unlink(missing_ok=True)
        report.files += 1


def read_piece(data: bytes, start: int, *, final: bool) -> Piece:
    """The clicks and damages of bytes that begin at a place of their file."""
    raws: list[frames.Raw] = []
    damage: list[frames.Damage] = []
    place = 0
    for part in frames.read_frames(data, final=final):
        if isinstance(part, frames.Damage):
            damage.append(frames.Damage(start + part.start, start + part.end))
        elif part.kind == frames.CLICK:
            raw = frames.read_click(part.fields)
            if raw is None:
                damage.append(frames.Damage(start + place, start + part.end))
            else:
                raws.append(raw)
        place = part.end
    return Piece(raws, damage, start, start + place)


def _lock(file: int) -> bool:
    """Whether the file's writer is gone: it holds the lock as long as it lives."""
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _node(path: Path) -> str:
    with contextlib.suppress(OSError), path.open("rb") as file:
        for part in frames.read_frames(file.read(4096), final=False):
            if isinstance(part, frames.Frame) and part.kind == frames.HEAD:
                return part.fields[1][:120]
    return ""


def follow(loader: Loader, stopping: threading.Event, *, interval: float = 0.5) -> None:
    """Load until told to stop; a database that is away is waited for, for the clicks are safe in their files."""
    well = True
    while not stopping.is_set():
        try:
            close_old_connections()
            report = loader.run_once()
        except (DatabaseError, InterfaceError, ClickHouseDown) as error:
            if well:
                logger.warning("Clicks wait in their files until the database answers again: %s", error)
            well = False
            connection.close()
            stopping.wait(2)
            continue
        except Exception:
            logger.exception("Clicks could not be loaded; trying again.")
            connection.close()
            stopping.wait(5)
            continue
        well = True
        if report.damaged:
            alarms.report_damage(report.damaged, str(loader.folder / ASIDE))
        if not report:
            stopping.wait(interval)
