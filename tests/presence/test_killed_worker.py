"""A real worker killed in the middle of a real archive: the next one reads it again, once and whole."""

from tests.place import Place

POSTS = 10_000
SEND = f"""
import django; django.setup()
from digitroops.presence.actions import add_archive
from tests.presence.archives import make_account, x_archive
account = make_account(platform="x", handle="ayu")
day = "Mon Nov 02 05:00:00 +0000 2026"
file = x_archive(range(5), [(number, f"Pagi nomor {{number}}", day) for number in range({POSTS})])
add_archive(actor=account.employee.user, account=account, file=file)
"""
KILL = """
import os, signal, subprocess, sys, time, django; django.setup()
from digitroops.presence.models import Archive
worker = subprocess.Popen([sys.executable, "-m", "digitroops", "worker"], start_new_session=True)
deadline = time.monotonic() + 60
while not Archive.objects.filter(state="reading", progress__gt=0).exists() and time.monotonic() < deadline:
    time.sleep(0.02)
os.killpg(worker.pid, signal.SIGKILL)
worker.wait()
print(Archive.objects.get().state)
"""
LOOK = """
import django; django.setup()
from digitroops.audit.models import Entry
from digitroops.presence.models import Archive, Post
archive = Archive.objects.get()
print(archive.state, Post.objects.count(), Entry.objects.filter(act="archive.read").count(), archive.file.name)
"""


def test_an_archive_is_read_once_and_whole_after_its_worker_was_killed(tmp_path):
    place = Place(tmp_path, "killed")
    place.run("-c", SEND)
    assert place.run("-c", KILL).strip() == "reading"  # who watches is there before the worker begins
    assert place.outlast_leases() == 1
    place.run("-m", "digitroops", "worker", "--batch")
    assert place.run("-c", LOOK).split() == ["read", str(POSTS), "1"]
