"""Uploaded files as lists of members that can be read in chunks, within limits. Nothing is extracted.

A container refuses what no exporter makes: encryption, overlapping or linked members, names that leave the
folder, data in front of the archive, and content that inflates out of proportion.
"""

import os
import re
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from digitroops.engines.archives.errors import Bomb, TooLarge
from digitroops.engines.archives.limits import MIB, Limits

Bytes = Generator[bytes, None, None]
CHUNK = MIB
DRIVE = re.compile(r"^[a-zA-Z]:")
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
