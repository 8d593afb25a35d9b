"""Uploaded files as lists of members that can be read in chunks, within limits. Nothing is extracted.

A container refuses what no exporter makes: encryption, overlapping or linked members, names that leave the
folder, data in front of the archive, and content that inflates out of proportion.
"""

import io
import os
import re
import stat
import struct
import tarfile
import tempfile
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from digitroops.engines.archives.errors import Bomb, Encrypted, NotAnArchive, TooLarge, Truncated, Unsafe
from digitroops.engines.archives.limits import MIB, Limits

Bytes = Generator[bytes, None, None]
CHUNK = MIB
PACKED = MIB // 8
NAME_LENGTHS, HEADER_LENGTH = 26, 30
SPOOL = 16 * MIB
DRIVE = re.compile(r"^[a-zA-Z]:")
ENCRYPTED = 0x1
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, tarfile.TarError)


class Damaged(Exception):
    """One member cannot be read to its end."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside a container. `name` is normalised: `/` between folders, NFKC, no leading `./`."""

    name: str
    size: int
    packed: int
    flaw: str | None = None


class Container(Protocol):
    """What every kind of uploaded file offers."""

    members: list[Member]

    def chunks(self, name: str) -> Bytes:
        """Read one member in chunks; raises `Damaged`, or an `ArchiveError` where a limit is passed."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(slots=True)
class Budget:
    """The bytes that may still be read, over all members and containers of one archive."""

    limits: Limits
    spent: int = 0

    def meter(self, name: str, chunks: Iterator[bytes], packed: int) -> Iterator[bytes]:
        """Pass chunks on, stopping at the byte limits and where a member inflates out of proportion."""
        limits, read = self.limits, 0
        most = max(limits.ratio_floor, packed * limits.ratio)
        for chunk in chunks:
            read += len(chunk)
            self.spent += len(chunk)
            if read > most:
                raise bomb(name)
            if read > limits.member_bytes or self.spent > limits.total_bytes:
                raise too_large(name)
            yield chunk


def is_zip(file: BinaryIO) -> bool:
    """Whether a zip's directory ends the file, wherever its data begins."""
    return zipfile.is_zipfile(file)


def bomb(name: str) -> Bomb:
    """The error for content that inflates out of proportion."""
    return Bomb(f"{name} inflates to far more than any real export does, so reading was stopped.")


def too_large(name: str) -> TooLarge:
    """The error for content over the byte limits."""
    return TooLarge(f"{name} is larger than the limit set for archives.")


def normal(name: str) -> str:
    """A member's name as it is matched: NFKC (names hold U+00A0), `/` as separator, no empty or `.` parts."""
    parts = unicodedata.normalize("NFKC", name).replace("\\", "/").split("/")
    plain = "/".join(part for part in parts if part not in ("", "."))
    return name if plain == name else plain  # the same object, for a directory may hold very many


def flaw_of(name: str) -> str | None:
    """Why a member of this name is not read, if so."""
    path = name.replace("\\", "/")
    if path.startswith("/") or DRIVE.match(path) or ".." in path.split("/"):
        return "its name points outside the archive"
    return None


@dataclass(slots=True)
class Zip:
    """A zip archive, zip64 included, read by its directory."""

    file: BinaryIO
    budget: Budget
    archive: zipfile.ZipFile = field(init=False)
    members: list[Member] = field(init=False)
    infos: dict[str, zipfile.ZipInfo] = field(init=False)

    def __post_init__(self) -> None:
        try:
            check_directory(self.file, self.budget.limits)
            self.archive = zipfile.ZipFile(self.file)
        except (*DAMAGE, ValueError, OverflowError, LookupError, struct.error) as error:
            raise Truncated("The zip file has no readable directory; it was probably cut off.") from error
        found = [info for info in self.archive.infolist() if info.filename and not info.is_dir()]
        check_overlap(found)
        self.infos, again = {}, set[str]()
        for info in found:
            name = normal(info.filename)
            if name in self.infos:
                again.add(name)
            self.infos[name] = info
        self.members = [self.member(name, info, again) for name, info in self.infos.items()]
        if any(info.flag_bits & ENCRYPTED for info in found):
            raise Encrypted("The archive is protected by a password. Please upload it without one.")

    def member(self, name: str, info: zipfile.ZipInfo, again: set[str]) -> Member:
        flaw = flaw_of(info.filename)
        if stat.S_ISLNK(info.external_attr >> 16):
            flaw = "it is a link"
        elif name in again:
            flaw = "its name occurs more than once"
        return Member(name, info.file_size, info.compress_size, flaw)

    def chunks(self, name: str) -> Bytes:
        """Inflate one member. The declared size is checked first, the real one while reading."""
        info, limits = self.infos[name], self.budget.limits
        if info.file_size > max(limits.ratio_floor, info.compress_size * limits.ratio):
            raise bomb(name)
        if info.file_size > limits.member_bytes:
            raise too_large(name)
        yield from self.budget.meter(name, self.inflate(info), info.compress_size)

    def inflate(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self.archive.open(info) as stream:
                if info.compress_type == zipfile.ZIP_DEFLATED:
                    yield from deflated(self.file, info)
                    return
                while chunk := stream.read(CHUNK):
                    yield chunk
        except (*DAMAGE, RuntimeError, ValueError, LookupError, struct.error) as error:
            raise Damaged("its content does not fit its checksum or its kind of compression") from error

    def close(self) -> None:
        self.archive.close()


def deflated(file: BinaryIO, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Inflate a member that `zipfile` has found sound. In large pieces it copies what is packed again and again."""
    file.seek(info.header_offset + NAME_LENGTHS)
    at = info.header_offset + HEADER_LENGTH + sum(struct.unpack("<HH", file.read(4)))
    left, size, check = info.compress_size, 0, 0
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    while not inflater.eof:
        packed = inflater.unconsumed_tail
        if not packed:
            file.seek(at)
            packed = file.read(min(PACKED, left))
            at, left = at + len(packed), left - len(packed)
        chunk = inflater.decompress(packed, CHUNK)
        if not packed and not chunk:
            raise EOFError
        size += len(chunk)
        if size > info.file_size:
            raise zipfile.BadZipFile
        check = zlib.crc32(chunk, check)
        if chunk:
            yield chunk
    if check != info.CRC:
        raise zipfile.BadZipFile


def check_directory(file: BinaryIO, limits: Limits) -> None:
    """Refuse a directory that is absent, too long or preceded by foreign data, before it is read."""
    file.seek(0)
    if file.read(4)[:2] != b"PK":
        raise Unsafe(
            "There is other data in front of the zip archive. Please upload the file as you received it."
        )
    # The one function that finds the directory, zip64 included, without reading it.
    end = zipfile._EndRecData(file)  # type: ignore[attr-defined]  # noqa: SLF001
    if end is None:
        raise Truncated("The zip file has no directory at its end; the download was probably cut off.")
    count, size = end[zipfile._ECD_ENTRIES_TOTAL], end[zipfile._ECD_SIZE]  # type: ignore[attr-defined]  # noqa: SLF001
    if count > limits.members or size > limits.directory_bytes:
        raise TooLarge(f"The archive lists {count} files; the limit is {limits.members}.")


def check_overlap(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share bytes, by which a small file can claim to hold a huge one many times."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Bomb("Files inside the archive overlap, which no export does, so it was not read.")
        end = info.header_offset + 30 + info.compress_size


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


@dataclass(slots=True)
class Single:
    """One file by itself, such as `repo.car` or an unpacked `user_data_tiktok.json`."""

    file: BinaryIO
    budget: Budget
    name: str
    members: list[Member] = field(init=False)

    def __post_init__(self) -> None:
        self.file.seek(0, os.SEEK_END)
        size = self.file.tell()
        self.members = [Member(normal(self.name), size, size)]

    def chunks(self, name: str) -> Bytes:
        """Read the file."""
        self.file.seek(0)
        yield from self.budget.meter(name, iter(lambda: self.file.read(CHUNK), b""), 1 << 62)

    def close(self) -> None:
        """The file belongs to the caller."""


@dataclass(slots=True)
class Folder:
    """An archive that was unpacked into a folder. Links are not followed."""

    root: Path
    budget: Budget
    members: list[Member] = field(default_factory=list)
    paths: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for folder, _, names in os.walk(self.root):
            for name in sorted(names):
                path = Path(folder, name)
                self.add(path, normal(os.fsencode(path.relative_to(self.root)).decode("utf-8", "replace")))

    def add(self, path: Path, name: str) -> None:
        if len(self.members) >= self.budget.limits.members:
            raise TooLarge(f"The folder holds more than {self.budget.limits.members} files.")
        linked = path.is_symlink() or not path.is_file()
        size = 0 if linked else path.stat().st_size
        self.members.append(Member(name, size, size, "it is a link or device" if linked else None))
        self.paths[name] = path

    def chunks(self, name: str) -> Bytes:
        """Read one file of the folder."""
        try:
            with self.paths[name].open("rb") as stream:
                yield from self.budget.meter(name, iter(lambda: stream.read(CHUNK), b""), 1 << 62)
        except OSError as error:
            raise Damaged("it cannot be opened") from error

    def close(self) -> None:
        """Nothing is held open."""


@dataclass(slots=True)
class Parts:
    """Several files of one export, read as one tree. The first part that has a name gives its content."""

    parts: list[Container]
    members: list[Member] = field(init=False)
    owner: dict[str, Container] = field(init=False)

    def __post_init__(self) -> None:
        self.members, self.owner = [], {}
        for part in self.parts:
            for member in part.members:
                if member.name not in self.owner:
                    self.owner[member.name] = part
                    self.members.append(member)

    def chunks(self, name: str) -> Bytes:
        """Read one member from the part that holds it."""
        yield from self.owner[name].chunks(name)

    def close(self) -> None:
        for part in self.parts:
            part.close()
