"""Reading in a process of its own, so that a crash, a stop or a lack of memory becomes a clear error.

The child gets no environment, no descriptors and limits on memory, processor time and the size of files. It
writes frames to its parent: a byte for the kind, four for the length, then msgpack.
"""

import resource
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self, cast

import msgspec

from digitroops.engines.archives.archive import open_archive
from digitroops.engines.archives.errors import BY_REASON, ArchiveError, Crashed, Stopped
from digitroops.engines.archives.limits import Limits
from digitroops.engines.archives.records import (
    Account,
    Follower,
    Following,
    Post,
    Problem,
    Profile,
    Record,
)

HEAD = struct.Struct(">BI")
KINDS: tuple[type[Any], ...] = (Profile, Follower, Following, Post, Problem)
BATCHES = [msgspec.msgpack.Decoder(list[kind]) for kind in KINDS]  # type: ignore[valid-type]
OPENED, ACCOUNT, FAILED = 100, 101, 102
BATCH = 512
ROOT = Path(__file__).parents[3]
PLAIN = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
TOO_LONG = "Reading the archive took longer than allowed, so it was stopped."
TOO_MUCH = "Reading the archive needed more memory than allowed, so it was stopped."


@dataclass(frozen=True, slots=True)
class Request:
    """What the child is asked to read."""

    paths: list[str]
    limits: Limits
    platform: str | None = None
    claimed: str | None = None
    keep_limited: bool = False
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What the child found on opening."""

    platform: str
    era: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Why the child could not go on."""

    reason: str
    sentence: str


@dataclass(slots=True)
class Child:
    """An archive read in another process: used like an `Archive`."""

    process: subprocess.Popen[bytes]
    timer: threading.Timer
    platform: str = ""
    era: str = ""
    read: Account | None = None
    late: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if it still runs."""
        self.timer.cancel()
        self.process.kill()
        self.process.wait()
        cast("IO[bytes]", self.process.stdout).close()

    @property
    def account(self) -> Account:
        """What was seen. Only known once the archive has been read to its end."""
        if self.read is None:
            raise RuntimeError("Iterate over the archive before asking for its account.")
        return self.read

    def __iter__(self) -> Iterator[Record]:
        """The records, as the child reads them."""
        while self.read is None:
            kind, body = self.frame()
            if kind == ACCOUNT:
                self.read = msgspec.msgpack.decode(body, type=Account)
            else:
                yield from BATCHES[kind].decode(body)

    def opened(self) -> None:
        """Wait until the child has found platform and era; raises its `ArchiveError`."""
        _, body = self.frame()
        found = msgspec.msgpack.decode(body, type=Opened)
        self.platform, self.era = found.platform, found.era

    def frame(self) -> tuple[int, bytes]:
        """The next frame; raises what the child raised, or why it ended without a word."""
        stream = cast("IO[bytes]", self.process.stdout)
        head = stream.read(HEAD.size)
        if len(head) == HEAD.size:
            kind, length = HEAD.unpack(head)
            body = stream.read(length)
            if len(body) == length and kind != FAILED:
                return kind, body
            if len(body) == length:
                failed = msgspec.msgpack.decode(body, type=Failed)
                raise BY_REASON.get(failed.reason, ArchiveError)(failed.sentence)
        raise self.silent()

    def silent(self) -> ArchiveError:
        """Why the child ended in the middle."""
        code = self.process.wait()
        if self.late.is_set() or code == -signal.SIGXCPU:
            return Stopped(TOO_LONG)
        return Crashed("The process that read the archive ended unexpectedly. The archive may be damaged.")


def read_in_child(
    paths: str | Path | Sequence[str | Path],
    limits: Limits | None = None,
    *,
    platform: str | None = None,
    claimed: str | None = None,
    keep_limited: bool = False,
    key: str | None = None,
) -> Child:
    """Open an export, or the parts of one, in a process of its own; like `open_archive`, but for paths only."""
    several = [paths] if isinstance(paths, (str, Path)) else list(paths)
    bounds = limits or Limits()
    request = Request(
        [str(Path(path).resolve()) for path in several], bounds, platform, claimed, keep_limited, key
    )
    process = subprocess.Popen(
        [sys.executable, "-c", "from digitroops.engines.archives.child import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=PLAIN,
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(bounds.wall_seconds, stop)
    timer.daemon = True
    timer.start()
    child = Child(process, timer, late=late)
    try:
        with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as stdin:
            stdin.write(msgspec.msgpack.encode(request))
        child.opened()
    except BaseException:
        child.close()
        raise
    return child


def confine(limits: Limits) -> None:
    """Give up memory, time and files beyond the limits, for good."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.member_bytes, limits.member_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def send(out: IO[bytes], kind: int, value: object) -> None:
    """Write one frame."""
    body = msgspec.msgpack.encode(value)
    out.write(HEAD.pack(kind, len(body)) + body)


def serve(request: Request, out: IO[bytes]) -> None:
    """Read the archive and write what it holds."""
    with open_archive(
        request.paths,
        platform=request.platform,
        limits=request.limits,
        claimed=request.claimed,
        keep_limited=request.keep_limited,
        key=request.key,
    ) as archive:
        send(out, OPENED, Opened(archive.platform, archive.era))
        batch: list[Record] = []
        for record in archive:
            if batch and (len(batch) >= BATCH or type(batch[-1]) is not type(record)):
                send(out, KINDS.index(type(batch[-1])), batch)
                batch = []
            batch.append(record)
        if batch:
            send(out, KINDS.index(type(batch[-1])), batch)
        send(out, ACCOUNT, archive.account)


def main() -> None:
    """The child's side: a request on standard input, frames on standard output."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Request)
    confine(request.limits)
    out = sys.stdout.buffer
    try:
        serve(request, out)
    except ArchiveError as error:
        send(out, FAILED, Failed(error.reason, str(error)))
    except MemoryError:
        send(out, FAILED, Failed(Stopped.reason, TOO_MUCH))
    out.flush()
