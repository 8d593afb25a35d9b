"""Archives packed by tar and gzip, streamed once: they have no directory."""

import io
import os
import struct
import tarfile
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import IO, BinaryIO

from digitroops.engines.archives.containers import (
    CHUNK,
    DAMAGE,
    Budget,
    Bytes,
    Member,
    bomb,
    flaw_of,
    normal,
    too_large,
)
from digitroops.engines.archives.errors import NotAnArchive, TooLarge, Truncated
from digitroops.engines.archives.limits import MIB, Limits

SPOOL = 16 * MIB


@dataclass(slots=True)
class Tar:
    """A tar.gz archive. It has no directory, so it is streamed once and the wanted members are kept aside.

    They are kept in memory up to 16 MiB each and in an unnamed temporary file beyond.
    """

    file: BinaryIO
    budget: Budget
    wanted: Callable[[str], bool]
    members: list[Member] = field(default_factory=list)
    kept: dict[str, BinaryIO] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.file.seek(0, os.SEEK_END)
        packed = self.file.tell()
        self.file.seek(0)
        with ExitStack() as failing:
            failing.callback(self.close)
            self.stream(Inflated(self.file, self.budget.limits, packed))
            failing.pop_all()

    def stream(self, source: "Inflated") -> None:
        """Go through the archive once."""
        times: Counter[str] = Counter()
        try:
            with tarfile.open(fileobj=source, mode="r|", encoding="utf-8", errors="replace") as archive:
                for info in archive:
                    self.take(archive, info, times)
        except (*DAMAGE, ValueError, OverflowError, LookupError, struct.error, RecursionError) as error:
            if not self.members:
                raise NotAnArchive("The file is not an archive that can be read.") from error
            raise Truncated("The tar archive ends too early; the download was probably cut off.") from error

    def take(self, archive: tarfile.TarFile, info: tarfile.TarInfo, times: Counter[str]) -> None:
        if info.isdir():
            return
        name = normal(info.name)
        times[name] += 1
        if len(self.members) >= self.budget.limits.members:
            raise TooLarge(f"The archive holds more than {self.budget.limits.members} files.")
        flaw = flaw_of(info.name) if info.isreg() else "it is a link or device"
        if times[name] > 1:
            flaw = "its name occurs more than once"
        self.members.append(Member(name, info.size, info.size, flaw))
        if flaw is None and self.wanted(name) and (stream := archive.extractfile(info)):
            self.keep(name, stream)

    def keep(self, name: str, stream: IO[bytes]) -> None:
        spool = tempfile.SpooledTemporaryFile(SPOOL)  # noqa: SIM115 - closed with the container
        self.kept[name] = spool  # type: ignore[assignment]
        size = 0
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            if size > self.budget.limits.member_bytes:
                raise too_large(name)
            spool.write(chunk)

    def chunks(self, name: str) -> Bytes:
        """Read one of the members kept aside."""
        stream = self.kept[name]
        stream.seek(0)
        yield from self.budget.meter(name, iter(lambda: stream.read(CHUNK), b""), 1 << 62)

    def close(self) -> None:
        for stream in self.kept.values():
            stream.close()


class Inflated(io.RawIOBase):
    """A gzip stream as a readable file that refuses to inflate out of proportion."""

    def __init__(self, file: BinaryIO, limits: Limits, packed: int) -> None:
        super().__init__()
        self.file, self.limits, self.packed = file, limits, packed
        self.inflater = zlib.decompressobj(wbits=31)
        self.out, self.read_so_far, self.ended = bytearray(), 0, False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; fewer only at the end."""
        while not self.ended and (size < 0 or len(self.out) < size):
            self.more()
        taken = bytes(self.out[: len(self.out) if size < 0 else size])
        del self.out[: len(taken)]
        return taken

    def more(self) -> None:
        pending = self.inflater.unconsumed_tail or self.file.read(CHUNK)
        if not pending:
            self.ended = True
            return
        got = self.inflater.decompress(pending, CHUNK)
        self.out += got
        self.read_so_far += len(got)
        self.ended = self.inflater.eof
        if self.read_so_far > max(self.limits.ratio_floor, self.packed * self.limits.ratio):
            raise bomb("The archive")
        if self.read_so_far > self.limits.tar_bytes:
            raise too_large("The archive")
