"""A backup restored into an empty place: run as real processes against real databases."""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from django.conf import settings

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


class Place:
    """An installation of its own: a data folder and, on PostgreSQL, a database."""

    def __init__(self, folder: Path, name: str) -> None:
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "digitroops.settings",
            "DIGITROOPS_DATA": str(folder / name),
            "DIGITROOPS_LOG_LEVEL": "ERROR",
        }
        database = settings.DATABASES["default"]
        if database["ENGINE"].endswith("postgresql"):
            worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
            self.name = f"place_{worker}_{name}"
            host = database["HOST"] or ""
            address = ["-h", host, "-U", database["USER"]]
            subprocess.run(["dropdb", *address, "--if-exists", self.name], check=True, env=self.env)
            subprocess.run(["createdb", *address, self.name], check=True, env=self.env)
            self.env["DATABASE_URL"] = f"postgresql://{database['USER']}@/{self.name}?host={host}"
        self.run("-m", "digitroops", "migrate", "-v", "0") if name == "old" else None

    def run(self, *arguments: str, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def old(tmp_path):
    place = Place(tmp_path, "old")
    place.run("-c", CREATE)
    return place


def test_restore_brings_back_database_and_files(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    new = Place(tmp_path, "new")
    new.run("-m", "digitroops", "restore", str(tmp_path / "b.tar.gz"))
    assert new.run("-c", READ).strip() == "Nusa Vaksin logo"


def test_restore_refuses_a_place_in_use(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    assert "not empty" in old.run("-m", "digitroops", "restore", str(tmp_path / "b.tar.gz"), status=1)


def test_restore_refuses_a_cut_off_backup(old, tmp_path):
    whole, cut = tmp_path / "b.tar.gz", tmp_path / "cut.tar.gz"
    old.run("-m", "digitroops", "backup", str(whole))
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    new = Place(tmp_path, "new")
    assert "not a whole backup" in new.run("-m", "digitroops", "restore", str(cut), status=1)


def test_restore_refuses_a_damaged_database(old, tmp_path):
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"))
    with tarfile.open(tmp_path / "b.tar.gz") as archive:
        archive.extractall(tmp_path / "open", filter="data")
    (tmp_path / "open/database").write_bytes(b"something else")
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "open", "")
    shutil.rmtree(tmp_path / "open")
    new = Place(tmp_path, "new")
    assert "checksum" in new.run("-m", "digitroops", "restore", str(tmp_path / "bad.tar.gz"), status=1)


def test_backup_refuses_to_overwrite(old, tmp_path):
    (tmp_path / "b.tar.gz").write_bytes(b"precious")
    old.run("-m", "digitroops", "backup", str(tmp_path / "b.tar.gz"), status=1)
    assert (tmp_path / "b.tar.gz").read_bytes() == b"precious"
