"""Reading in a process of its own: the same records, and clear errors when it goes wrong."""

import random
import zipfile
from dataclasses import replace

import pytest

from digitroops.engines.archives import Crashed, Limits, NotAnArchive, Stopped, open_archive, read_in_child
from tests.engines.archives.build import FIXTURES, script, zipped

XS4 = FIXTURES / "x/xs4.zip"


def test_child_gives_the_same_records_and_account():
    with open_archive(XS4, claimed="contoh_karyawan") as archive:
        expected = [*archive, archive.account]
    with read_in_child(XS4, claimed="contoh_karyawan") as child:
        assert [*child, child.account] == expected
    assert (child.platform, child.era) == ("x", "tweets.js")


def test_child_raises_the_error_of_the_archive():
    with pytest.raises(NotAnArchive, match="web page"):
        read_in_child(FIXTURES / "hostile/not_a_zip.zip")


def test_child_over_its_memory_is_stopped(tmp_path):
    long = {"tweet": {"full_text": random.Random(1).randbytes(3 << 20).hex()}}
    path = tmp_path / "export.zip"
    path.write_bytes(zipped({"data/tweets.js": script("tweets", [long])}).getvalue())
    with (
        pytest.raises(Stopped, match="more memory"),
        read_in_child(path, replace(Limits(), memory_bytes=1 << 20)) as child,
    ):
        list(child)


def test_child_over_its_time_is_stopped():
    with pytest.raises(Stopped, match="longer than allowed"):
        read_in_child(XS4, replace(Limits(), wall_seconds=0))


def test_child_over_its_processor_time_is_stopped(tmp_path):
    rows = b'{"tweet":{"id_str":"1690389200000000000","full_text":"halo"}},' * 400_000
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/tweets.js", b"window.YTD.tweets.part0 = [" + rows + b"{}]")
    with (
        pytest.raises(Stopped, match="longer than allowed"),
        read_in_child(path, replace(Limits(), cpu_seconds=1)) as child,
    ):
        list(child)


def test_child_that_is_killed_is_a_crash():
    with read_in_child(XS4) as child:
        child.process.kill()
        with pytest.raises(Crashed):
            list(child)


def test_child_that_is_left_early_ends():
    with read_in_child(XS4) as child:
        next(iter(child))
    assert child.process.poll() is not None


def test_account_is_not_known_before_the_end():
    with read_in_child(XS4) as child, pytest.raises(RuntimeError):
        _ = child.account
