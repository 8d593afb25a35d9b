import errno
import fcntl
import os
import threading
import time
from pathlib import Path

import pytest

from digitroops.links.redirect import frames
from digitroops.links.redirect.loader import read_piece
from digitroops.links.redirect.spool import SYNC_SECONDS, Spool

NOW = 1_764_000_000.0


def clicks_in(folder):
    found = []
    for path in sorted(folder.glob("*.clicks")):
        piece = read_piece(path.read_bytes(), 0, final=True)
        assert not piece.damage
        found.append(piece.raws)
    return found


def test_a_click_is_in_the_file_before_append_returns(tmp_path):
    spool = Spool(tmp_path / "spool")
    assert spool.append(NOW, "7\x1fGET\x1fagent")
    ((raw,),) = clicks_in(tmp_path / "spool")
    assert (raw.sequence, raw.at, raw.link, raw.method, raw.agent) == (0, NOW, 7, "GET", "agent")


def test_files_are_locked_while_their_process_lives(tmp_path):
    spool = Spool(tmp_path)
    spool.append(NOW, "7\x1fGET")
    (path,) = tmp_path.glob("*.clicks")
    with path.open() as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        spool.close()
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)


def test_files_rotate_by_size_and_by_age(tmp_path):
    spool = Spool(tmp_path, rotate_bytes=200)
    for _ in range(20):
        spool.append(NOW, "7\x1fGET\x1f" + "a" * 20)
    assert len(clicks_in(tmp_path)) >= 5
    assert sum(map(len, clicks_in(tmp_path))) == 20
    before = len(clicks_in(tmp_path))
    spool.append(NOW + 1000, "7\x1fGET")
    assert len(clicks_in(tmp_path)) == before + 1


def test_many_threads_number_their_clicks_once_over_rotations(tmp_path):
    spool = Spool(tmp_path, rotate_bytes=5000)
    threads = [
        threading.Thread(target=lambda: [spool.append(NOW, "7\x1fGET") for _ in range(2000)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    files = clicks_in(tmp_path)
    assert sum(map(len, files)) == 8000
    assert all(len({raw.sequence for raw in raws}) == len(raws) for raws in files)


def test_a_full_disk_is_counted_and_survived(tmp_path, monkeypatch):
    spool = Spool(tmp_path)
    spool.append(NOW, "7\x1fGET")

    def full(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "write", full)
        assert not spool.append(NOW, "7\x1fGET")
        assert not spool.append(NOW + 5000, "7\x1fGET")
    assert (spool.lost, "No space" in spool.last_error) == (2, True)
    assert spool.append(NOW + 5002, "7\x1fGET")
    assert sum(map(len, clicks_in(tmp_path))) == 2


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path):
    (tmp_path / "spool").write_text("in the way")
    spool = Spool(tmp_path / "spool")
    assert not spool.append(NOW, "7\x1fGET")
    assert spool.lost == 1
    (tmp_path / "spool").unlink()
    assert spool.append(NOW + 2, "7\x1fGET")


def test_half_a_write_is_lost_alone(tmp_path, monkeypatch):
    spool = Spool(tmp_path)
    spool.append(NOW, "7\x1fGET")
    real = os.write
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", lambda file, data: real(file, data[:9]))
        assert not spool.append(NOW, "7\x1fGET")
    spool.append(NOW, "7\x1fGET")
    (path,) = tmp_path.glob("*.clicks")
    piece = read_piece(path.read_bytes(), 0, final=True)
    assert [raw.sequence for raw in piece.raws] == [0, 2]
    assert [damage.end - damage.start for damage in piece.damage] == [9]
    assert spool.lost == 1
    assert frames.FRAME.size > 9


def test_a_power_cut_loses_a_second_at_most(tmp_path, monkeypatch):
    """What was written a second ago has been brought to the disk itself: also in files that are full."""
    synced, real = set(), os.fdatasync

    def sync(file):
        real(file)
        synced.add(str(Path(f"/proc/self/fd/{file}").readlink()))

    monkeypatch.setattr(os, "fdatasync", sync)
    spool = Spool(tmp_path, rotate_bytes=300)
    for _ in range(10):
        spool.append(NOW, "7\x1fGET\x1f" + "a" * 100)
    files = {str(path) for path in tmp_path.glob("*.clicks")}
    assert len(files) > 3
    deadline = time.monotonic() + 3 * SYNC_SECONDS
    while not files <= synced and time.monotonic() < deadline:
        time.sleep(0.05)
    assert files <= synced
