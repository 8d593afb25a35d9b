"""`digitroops backup FILE`: the database and the files in one archive, while the product runs."""

import argparse
import datetime as dt
import hashlib
import io
import json
import os
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

import digitroops

DATABASE_MEMBER = "database"
MANIFEST_MEMBER = "manifest.json"
FILES_FOLDER = "files"


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops backup", description=__doc__)
    parser.add_argument("file", type=Path, help="where to write, e.g. digitroops-2026-11-23.tar.gz")
    options = parser.parse_args(arguments)

    django.setup()
    if options.file.exists():
        sys.stderr.write(f"{options.file} exists already; name another file.\n")
        return 1
    manifest = write_backup(options.file)
    sys.stdout.write(
        f"Backup of {manifest['files']} files and the {manifest['vendor']} database: {options.file}\n"
    )
    if manifest["storage"] != "folder":
        sys.stdout.write(
            "The files lie in S3 storage and are not in this backup; use the bucket's versions.\n"
        )
    return 0


def write_backup(target: Path) -> dict[str, Any]:
    """Write the archive under a temporary name and rename it when it is whole; returns its manifest."""
    folder = Path(settings.MEDIA_ROOT)
    in_folder = "FileSystem" in settings.STORAGES["default"]["BACKEND"]
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if in_folder else []
    partial = target.with_name(target.name + ".partial")
    with tempfile.TemporaryDirectory() as scratch:
        dump = Path(scratch) / DATABASE_MEMBER
        _dump_database(dump)
        manifest = {
            "digitroops": digitroops.__version__,
            "made": dt.datetime.now(dt.UTC).isoformat(),
            "vendor": connection.vendor,
            "database_sha256": _sha256(dump),
            "files": len(files),
            "storage": "folder" if in_folder else "s3",
        }
        with tarfile.open(partial, "w:gz", compresslevel=6) as archive:
            _add_bytes(archive, MANIFEST_MEMBER, json.dumps(manifest, indent=1).encode())
            archive.add(dump, DATABASE_MEMBER)
            for path in files:
                archive.add(path, f"{FILES_FOLDER}/{path.relative_to(folder)}", recursive=False)
    partial.replace(target)
    return manifest


def _dump_database(target: Path) -> None:

    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(target)) as copy:
            connection.connection.backup(copy)
        return
    database = connection.settings_dict
    subprocess.run(  # noqa: S603 -- arguments from our own settings
        ["pg_dump", "--format=custom", "--no-owner", f"--file={target}"],  # noqa: S607 -- from PATH
        env=postgres_environment(database),
        check=True,
    )


def postgres_environment(database: dict[str, Any]) -> dict[str, str]:
    """The environment in which PostgreSQL's own tools reach our database; the password is not an argument."""
    named = {
        "PGDATABASE": database["NAME"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
    }
    return {**os.environ, **{key: str(value) for key, value in named.items() if value}}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    archive.addfile(member, io.BytesIO(content))
