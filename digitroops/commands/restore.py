"""`digitroops restore FILE`: put a backup back into an empty place."""

import argparse
import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import connection

from digitroops.commands.backup import (
    DATABASE_MEMBER,
    FILES_FOLDER,
    MANIFEST_MEMBER,
    postgres_environment,
)


class RestoreRefused(Exception):
    """The backup cannot be put here; the message says why and what to do."""


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops restore", description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)

    django.setup()
    try:
        manifest = restore_backup(options.file)
    except RestoreRefused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    sys.stdout.write(f"Restored the backup of {manifest['made']}; start with `digitroops start`.\n")
    return 0


def restore_backup(source: Path) -> dict[str, Any]:
    """Check the backup whole before anything is written; raises RestoreRefused and changes nothing otherwise."""
    folder = Path(settings.MEDIA_ROOT)
    if folder.exists() and any(folder.rglob("*")):
        raise RestoreRefused(f"{folder} is not empty. Restore into an empty place.")
    _refuse_filled_database()
    with tempfile.TemporaryDirectory(dir=_writable(Path(settings.DATA_DIR))) as scratch:
        unpacked = Path(scratch)
        try:
            with tarfile.open(source, "r:gz") as archive:
                archive.extractall(unpacked, filter="data")
            manifest: dict[str, Any] = json.loads((unpacked / MANIFEST_MEMBER).read_text())
        except (OSError, EOFError, tarfile.TarError, ValueError) as error:
            raise RestoreRefused(f"{source} is not a whole backup of Digitroops ({error}).") from error
        _check_database(unpacked / DATABASE_MEMBER, manifest)
        _load_database(unpacked / DATABASE_MEMBER)
        files = unpacked / FILES_FOLDER
        if files.exists():
            shutil.copytree(files, folder, dirs_exist_ok=True)
    return manifest


def _writable(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _refuse_filled_database() -> None:

    if "people_company" in connection.introspection.table_names():
        from digitroops.people.models import Company

        if Company.objects.exists():
            raise RestoreRefused("There is a company in this database already. Restore into an empty one.")


def _check_database(dump: Path, manifest: dict[str, Any]) -> None:

    if manifest["vendor"] != connection.vendor:
        raise RestoreRefused(
            f"The backup holds a {manifest['vendor']} database and this installation uses {connection.vendor}."
        )
    with dump.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != manifest["database_sha256"]:
            raise RestoreRefused("The database in the backup is damaged: its checksum differs.")


def _load_database(dump: Path) -> None:

    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(dump)) as copy:
            copy.backup(connection.connection)
        connection.close()
        return
    database = connection.settings_dict
    connection.close()
    subprocess.run(  # noqa: S603 -- arguments from our own settings
        ["pg_restore", "--clean", "--if-exists", "--no-owner", f"--dbname={database['NAME']}", str(dump)],  # noqa: S607
        env=postgres_environment(database),
        check=True,
    )
