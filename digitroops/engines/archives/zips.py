"""Zip archives, read by their directory. Encryption, overlapping members and data in front are refused."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from digitroops.engines.archives.containers import (
    CHUNK,
    DAMAGE,
    Budget,
    Bytes,
    Damaged,
    Member,
    bomb,
    flaw_of,
    normal,
    too_large,
)
from digitroops.engines.archives.errors import Bomb, Encrypted, TooLarge, Truncated, Unsafe
from digitroops.engines.archives.limits import MIB, Limits

PACKED = MIB // 8
NAME_LENGTHS, HEADER_LENGTH = 26, 30
ENCRYPTED = 0x1


def is_zip(file: BinaryIO) -> bool:
    """Whether a zip's directory ends the file, wherever its data begins."""
    return zipfile.is_zipfile(file)


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
