"""How fast and how small archives are read, beside the limit of the machine and a peer in the same run.

    uv run python benchmarks/archives.py            # X, large member, 10 GB, many files, audiences
    uv run python benchmarks/archives.py --peer     # also HPI, fetched into an environment of its own

Every figure is the processor time of a process of its own, best of three; memory is the growth of its resident set
above an interpreter that has imported the reader. "limit" inflates the members and parses them with msgspec, typed, the
fastest JSON library measured; "generic" does the same with orjson where it is installed.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.repositories import WORDS, make_repository

ROOT = Path(__file__).parents[1]
PEER = "HPI==0.7.20250911"
SAMPLE = {
    "edit_info": {
        "initial": {
            "editTweetIds": ["0"],
            "editableUntil": "2026-08-30T13:29:51.986Z",
            "editsRemaining": "5",
            "isEditEligible": True,
        }
    },
    "retweeted": False,
    "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    "entities": {
        "hashtags": [{"text": "Bandung", "indices": ["30", "38"]}],
        "symbols": [],
        "user_mentions": [
            {"name": "Teman", "screen_name": "teman", "indices": ["0", "6"], "id_str": "7", "id": "7"},
        ],
        "urls": [
            {
                "url": "https://t.co/abc",
                "expanded_url": "https://contoh.example/a",
                "display_url": "contoh.example/a",
                "indices": ["40", "63"],
            }
        ],
    },
    "display_text_range": ["0", "63"],
    "truncated": False,
    "favorited": False,
    "lang": "in",
}
EPOCH = 1_288_834_974_657


def tweet(number: int, luck: random.Random) -> dict[str, object]:
    """An invented tweet with the fields and the size of a real one."""
    milliseconds = 1_330_000_000_000 + number * 2_000_000
    moment = time.gmtime(milliseconds // 1000)
    identity = str((milliseconds - EPOCH) << 22)
    return {
        **SAMPLE,
        "id_str": identity,
        "id": identity,
        "favorite_count": str(int(luck.expovariate(0.2))),
        "retweet_count": str(int(luck.expovariate(0.5))),
        "created_at": time.strftime("%a %b %d %H:%M:%S +0000 %Y", moment),
        "full_text": " ".join(luck.choices(WORDS, k=12)) + " &amp; #Bandung https://t.co/abc",
    }


def listed(name: str, rows: Iterator[object], *, pretty: bool) -> Iterator[bytes]:
    """A file of an X archive, row by row."""
    yield f"window.YTD.{name}.part0 = [".encode()
    for number, row in enumerate(rows):
        if pretty:
            body = json.dumps(row, indent=2, separators=(",", " : ")).replace("\n", "\n  ")
            yield (",\n  " if number else "\n  ").encode() + body.encode()
        else:
            yield b"," * bool(number) + json.dumps(row, separators=(",", ":")).encode()
    yield b"\n]"


def make_x(path: Path, posts: int, followers: int, *, pretty: bool = True, media: int = 0) -> None:
    """An X archive; `media` bytes of it are one photograph that is a hole in the file."""
    luck = random.Random(7)
    tweets = ({"tweet": tweet(number, luck)} for number in range(posts))
    keys = ({"follower": {"accountId": str(luck.randrange(10**6, 10**18))}} for _ in range(followers))
    with (
        path.open("wb") as file,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        for member, name, rows in (("tweets.js", "tweets", tweets), ("follower.js", "follower", keys)):
            with archive.open(f"data/{member}", "w", force_zip64=True) as stream:
                for piece in listed(name, rows, pretty=pretty):
                    stream.write(piece)
        account = [
            {"account": {"username": "contoh", "accountId": "14", "createdAt": "2012-01-01T00:00:00.000Z"}}
        ]
        archive.writestr("Your archive.html", "<html></html>")
        archive.writestr("data/account.js", b"".join(listed("account", iter(account), pretty=True)))
        if media:
            add_hole(archive, file, media)


def add_hole(archive: zipfile.ZipFile, file: object, size: int) -> None:
    """A stored member of zeros that takes no room on disk."""
    info = zipfile.ZipInfo("data/tweets_media/1.jpg")
    info.file_size = info.compress_size = size
    info.CRC, info.header_offset = 0, file.tell()
    file.write(info.FileHeader(zip64=True))
    file.seek(size, 1)
    archive.filelist.append(info)
    archive.start_dir = file.tell()


def read_ours(path: str) -> int:
    """The reader, to the end."""
    from digitroops.engines.archives import open_archive

    with open_archive(path) as archive:
        return sum(1 for _ in archive)


def read_limit(path: str) -> int:
    """Inflate and parse, nothing else."""
    import msgspec

    from digitroops.engines.archives.platforms.x_shapes import FollowerRow, TweetRow

    rows = 0
    for name, shape in (("data/tweets.js", TweetRow), ("data/follower.js", FollowerRow)):
        rows += len(msgspec.json.decode(inflated(path, name), type=list[shape]))
    return rows


def read_generic(path: str) -> int:
    """Inflate and parse into dictionaries."""
    import orjson

    return sum(len(orjson.loads(inflated(path, name))) for name in ("data/tweets.js", "data/follower.js"))


def inflated(path: str, name: str) -> bytes:
    """A member without its assignment."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).split(b"=", 1)[1]


def read_nothing(_path: str) -> int:
    """The imports, and no archive."""
    import digitroops.engines.archives  # noqa: F401

    return 0


READERS: dict[str, Callable[[str], int]] = {
    "ours": read_ours,
    "limit": read_limit,
    "generic": read_generic,
    "nothing": read_nothing,
}
METER = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.stdout.strip())
sys.exit(done.returncode)
"""
PEER_SCRIPT = """
import sys
import my.config
class archive:
    export_path = sys.argv[1]
class twitter:
    archive = archive
my.config.twitter = twitter
my.config.twitter_archive = archive
from my.twitter.archive import tweets
print(sum(1 for tweet in tweets() if tweet.text is not None))
"""


def measured(command: list[str], times: int = 3) -> tuple[float, float, str]:
    """Best processor seconds, resident MiB and output of a command; raises if it fails."""
    best, memory, output = float("inf"), 0.0, ""
    for _ in range(times):
        run = subprocess.run(
            [sys.executable, "-c", METER, *command], capture_output=True, text=True, check=True, cwd=ROOT
        )
        seconds, mebibytes, output = run.stdout.strip().split(" ", 2)
        best, memory = min(best, float(seconds)), max(memory, float(mebibytes))
    return best, memory, output


def reader(kind: str, path: Path, times: int = 3) -> tuple[float, float, str]:
    """One of our own readers in a process of its own."""
    return measured([sys.executable, str(Path(__file__).resolve()), "--read", kind, str(path)], times)


def compare(folder: Path, posts: int, followers: int, *, peer: bool) -> None:
    """The X archive against the limit and the peer."""
    path = folder / "x.zip"
    make_x(path, posts, followers)
    idle, floor, _ = reader("nothing", path)
    print(f"X archive: {posts:,} posts, {followers:,} followers, {path.stat().st_size >> 20} MiB zipped")
    seconds: dict[str, float] = {}
    for kind in ("limit", "generic", "ours"):
        try:
            spent, memory, rows = reader(kind, path)
        except subprocess.CalledProcessError:
            print(f"  {kind:<8} not installed")
            continue
        seconds[kind] = spent - idle
        print(
            f"  {kind:<8} {seconds[kind]:6.2f} s CPU  {memory - floor:7.0f} MiB above the interpreter  {rows} records"
        )
    print(f"  ours / limit = {seconds['ours'] / seconds['limit']:.2f}")
    if "generic" in seconds:
        print(f"  ours / generic = {seconds['ours'] / seconds['generic']:.2f}")
    if peer:
        against(folder, path, seconds["ours"])


def against(folder: Path, path: Path, ours: float) -> None:
    """The peer, which reads the posts only."""
    python = folder / "peer/bin/python"
    subprocess.run([sys.executable, "-m", "venv", str(folder / "peer")], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "-q", PEER, "orjson", "more-itertools"], check=True)
    idle, _, _ = measured([str(python), "-c", "import my.config; print(0)"], 1)
    spent, memory, rows = measured([str(python), "-c", PEER_SCRIPT, str(path)], 1)
    print(f"  {PEER} {spent - idle:.2f} s CPU  {memory:.0f} MiB resident  {rows} posts, no followers")
    print(f"  peer / ours = {(spent - idle) / ours:.1f}")


def large(folder: Path, mebibytes: int) -> None:
    """One member of a gigabyte, printed in both ways."""
    for pretty in (True, False):
        path = folder / f"large-{pretty}.zip"
        make_x(path, int(mebibytes * (1 << 20) / (1_560 if pretty else 1_010)), 0, pretty=pretty)
        with zipfile.ZipFile(path) as archive:
            size = archive.getinfo("data/tweets.js").file_size
        _, floor, _ = reader("nothing", path, 1)
        spent, memory, rows = reader("ours", path, 1)
        layout = "pretty" if pretty else "one line"
        print(
            f"one member of {size >> 20} MiB ({layout}): {spent:.1f} s CPU, {memory - floor:.0f} MiB, {rows} records"
        )
        path.unlink()


def sparse(folder: Path) -> None:
    """An archive of ten gigabytes, nearly all of it a photograph."""
    path = folder / "sparse.zip"
    make_x(path, 2_000, 1_000, media=10 << 30)
    _, floor, _ = reader("nothing", path, 1)
    spent, memory, rows = reader("ours", path, 1)
    size = path.stat().st_size / (1 << 30)
    print(f"archive of {size:.1f} GiB: {spent:.2f} s CPU, {memory - floor:.0f} MiB, {rows} records")


def crowded(folder: Path, members: int = 199_000) -> None:
    """An archive with very many files, of which few are wanted."""
    path = folder / "crowded.zip"
    make_x(path, 2_000, 1_000)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(members):
            archive.writestr(zipfile.ZipInfo(f"data/tweets_media/{number:018}-photo.jpg"), b"")
    _, floor, _ = reader("nothing", path, 1)
    spent, memory, rows = reader("ours", path, 1)
    print(f"archive of {members:,} files: {spent:.2f} s CPU, {memory - floor:.0f} MiB, {rows} records")


def repository(folder: Path, posts: int) -> None:
    """A repository of Bluesky."""
    path = folder / "repo.car"
    make_repository(path, posts)
    _, floor, _ = reader("nothing", path, 1)
    spent, memory, rows = reader("ours", path, 1)
    size = path.stat().st_size >> 20
    print(
        f"repository of {posts:,} posts, {size} MiB: {spent:.1f} s CPU, {memory - floor:.0f} MiB, {rows} records"
    )
    path.unlink()


def audiences() -> None:
    """Twenty audiences of a million followers, half of each drawn from three million people."""
    import numpy as np

    from digitroops.engines.audience import Audience, keys_of, overlap_matrix, union_size

    luck = np.random.default_rng(7)
    mask = np.uint64((1 << 64) - 64)
    shared = np.unique(luck.integers(0, 1 << 64, 3_000_000, dtype=np.uint64) & mask)
    groups = []
    for _ in range(20):
        own = luck.integers(0, 1 << 64, 500_000, dtype=np.uint64) & mask
        groups.append(Audience(np.unique(np.concatenate([luck.choice(shared, 500_000, replace=False), own]))))
    for name, call in (("union", union_size), ("overlap", overlap_matrix)):
        start = time.process_time()
        call(groups)
        print(f"{name} of 20 audiences of a million: {time.process_time() - start:.2f} s CPU")
    start = time.process_time()
    keys_of("x", map(str, range(1_000_000)), secret=b"k" * 32)
    print(f"keys of a million followers: {time.process_time() - start:.2f} s CPU")


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--read", nargs=2, metavar=("KIND", "PATH"), help=argparse.SUPPRESS)
    parser.add_argument("--peer", action="store_true", help="also measure the peer")
    parser.add_argument("--posts", type=int, default=200_000)
    parser.add_argument("--followers", type=int, default=100_000)
    parser.add_argument("--mebibytes", type=int, default=1024, help="size of the one large member")
    parser.add_argument("--repository", type=int, default=2_000_000, help="posts of the Bluesky repository")
    parser.add_argument("--audience", action="store_true", help="only the audiences")
    options = parser.parse_args()
    if options.read:
        print(READERS[options.read[0]](options.read[1]))
        return
    with tempfile.TemporaryDirectory() as name:
        if not options.audience:
            compare(Path(name), options.posts, options.followers, peer=options.peer)
            sparse(Path(name))
            crowded(Path(name))
            large(Path(name), options.mebibytes)
            repository(Path(name), options.repository)
        audiences()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
