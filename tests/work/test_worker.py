import os
import signal
import time

from tests.place import Place

ENQUEUE = "import django; django.setup(); from tests.work.sleepy import nap; nap.enqueue({path!r})"


def test_a_killed_worker_loses_no_task(tmp_path):
    place, notes = Place(tmp_path, "worker"), tmp_path / "notes"
    place.run("-c", ENQUEUE.format(path=str(notes)))
    worker = place.start("-m", "digitroops", "worker")
    deadline = time.monotonic() + 30
    while not notes.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    assert notes.read_text() == "start\n"
    assert place.outlast_leases() == 1
    place.run("-m", "digitroops", "worker", "--batch")
    assert notes.read_text() == "start\nstart\nend\n"
