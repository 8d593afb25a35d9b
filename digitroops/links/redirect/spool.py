"""The spool of one process: an append-only file that takes each click in one write before its answer leaves.

`kill -9` loses nothing that was written, for the kernel has it. A thread calls fdatasync once a second, so
that a power cut loses at most a second. A write that fails (a full disk) is counted and never stops a
redirect.
"""

import contextlib
import errno
import fcntl
import itertools
import logging
import os
import secrets
import socket
import threading
import time
from pathlib import Path

from digitroops.links.redirect import frames

SUFFIX = ".clicks"
ROTATE_BYTES = 64 * 1024 * 1024
ROTATE_SECONDS = 900
SYNC_SECONDS = 1.0
logger = logging.getLogger("digitroops.links")


class Segment:
    """An open file with the numbers of its clicks; closed when the last thread that writes to it has let go.

    It gets the name that loaders look for only when it is locked and has its head.
    """

    __slots__ = ("file", "number")

    def __init__(self, folder: Path, at: float) -> None:
        uid = secrets.token_hex(8)
        self.number = itertools.count().__next__
        new = folder / f"{uid}.new"
        self.file = os.open(new, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            head = frames.head_frame(uid=uid, node=socket.gethostname(), opened=at)
            _write_whole(self.file, head)
            new.rename(folder / f"{int(at * 1000):013d}-{uid}{SUFFIX}")
            _sync_folder(folder)
        except OSError:
            new.unlink(missing_ok=True)
            raise

    def sync(self) -> None:
        with contextlib.suppress(OSError):
            os.fdatasync(self.file)

    def __del__(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            os.close(self.file)


class Spool:
    """Writes clicks into files of its folder; one for each process, used by all its threads.

    The file is locked while its process lives: that is how a loader knows that it may still grow.
    """

    def __init__(
        self, folder: Path, *, rotate_bytes: int = ROTATE_BYTES, rotate_seconds: float = ROTATE_SECONDS
    ) -> None:
        self.folder = folder
        self.rotate_bytes, self.rotate_seconds = rotate_bytes, rotate_seconds
        self.lost = 0
        self.last_error = ""
        self._segment: Segment | None = None
        self._room = 0
        self._closes = 0.0
        self._dirty = False
        self._lock = threading.Lock()
        self._syncing = False

    def append(self, at: float, rest: str) -> bool:
        """Write one click: its time and the fields from the link on, joined; False when it was not counted."""
        if self._room <= 0 or at >= self._closes:
            self._open(at)
        segment = self._segment
        if segment is None:
            return self._lose(self.last_error)
        frame = frames.click_frame(f"{segment.number()}\x1f{at:.3f}\x1f{rest}")
        try:
            done = os.write(segment.file, frame)
        except OSError as error:
            return self._lose(str(error))
        self._room -= done
        self._dirty = True
        return done == len(frame) or self._lose(f"{done} of {len(frame)} bytes written")

    def _lose(self, why: str) -> bool:
        with self._lock:
            if not self.lost:
                logger.error("A click could not be counted: %s. Redirects go on.", why)
            self.lost += 1
            self.last_error = why
        return False

    def _open(self, at: float) -> None:
        """Begin a new file; when that fails the old one, if any, goes on for a second."""
        with self._lock:
            if self._room > 0 and at < self._closes:
                return
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                segment = Segment(self.folder, at)
            except OSError as error:
                self._room, self._closes = max(self._room, 1), at + 1
                self.last_error = str(error)
                return
            if self._segment is not None:
                self._segment.sync()
            self._segment = segment
            self._room, self._closes = self.rotate_bytes, at + self.rotate_seconds
            if not self._syncing:
                self._syncing = True
                threading.Thread(target=self._sync_for_ever, name="spool", daemon=True).start()

    def _sync_for_ever(self) -> None:
        while True:
            time.sleep(SYNC_SECONDS)
            self.sync()

    def sync(self) -> None:
        """Bring what was written to the disk itself."""
        segment = self._segment
        if self._dirty and segment is not None:
            self._dirty = False
            segment.sync()

    def close(self) -> None:
        """End the file, so that a loader may finish and delete it."""
        self.sync()
        with self._lock:
            self._segment, self._room = None, 0


def _write_whole(file: int, data: bytes) -> None:
    if os.write(file, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
