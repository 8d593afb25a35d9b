"""A backup restored into an empty place: run as real processes against real databases."""

import shutil
import tarfile

import pytest

from tests.place import Place

CREATE = """
import django; django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from digitroops.people.models import Company
Company.objects.create(pk=1, name="Nusa Vaksin")
default_storage.save("company/logo.txt", ContentFile(b"logo"))
"""
READ = """
import django; django.setup()
from django.core.files.storage import default_storage
from digitroops.people.models import Company
print(Company.objects.get().name, default_storage.open("company/logo.txt").read().decode())
"""


@pytest.fixture
def old(tmp_path):
    place = Place(tmp_path, "old")
    place.run("-c", CREATE)
    return place


def test_restore_brings_back_database_and_files(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    new = Place(tmp_path, "new", migrated=False)
    new.run("-m", "digitroops", "restore", str(tmp_path / "b.tar.gz"))
    assert new.run("-c", READ).strip() == "Nusa Vaksin logo"


def test_restore_refuses_a_place_in_use(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    assert "not empty" in old.run("-m", "digitroops", "restore", str(tmp_path / "b.tar.gz"), status=1)


def test_restore_refuses_a_cut_off_backup(old, tmp_path):
    whole, cut = tmp_path / "b.tar.gz", tmp_path / "cut.tar.gz"
    old.run("-m", "digitroops", "backup", str(whole))
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    new = Place(tmp_path, "new", migrated=False)
    assert "not a whole backup" in new.run("-m", "digitroops", "restore", str(cut), status=1)


def test_restore_refuses_a_damaged_database(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    with tarfile.open(tmp_path / "b.tar.gz") as archive:
        archive.extractall(tmp_path / "open", filter="data")
    (tmp_path / "open/database").write_bytes(b"something else")
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "open", "")
    shutil.rmtree(tmp_path / "open")
    new = Place(tmp_path, "new", migrated=False)
    assert "checksum" in new.run("-m", "digitroops", "restore", str(tmp_path / "bad.tar.gz"), status=1)


def test_backup_refuses_to_overwrite(old, tmp_path):
    (tmp_path / "b.tar.gz").write_bytes(b"precious")
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"), status=1)
    assert (tmp_path / "b.tar.gz").read_bytes() == b"precious"
