"""An installation of its own for tests that need real processes: a data folder and, on PostgreSQL, a database."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings


class Place:
    """Runs commands against its own database and files; `name` tells several places of a test apart."""

    def __init__(self, folder: Path, name: str, *, migrated: bool = True) -> None:
        data = folder / name
        database = f"place_{name}"
        self.env = environment(data) | (
            migrated_database(database, data) if migrated else own_database(database)
        )

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run Python with these arguments and return what it printed."""
        return run(self.env, *arguments, status=status)

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start Python with these arguments in the background, in a process group of its own."""
        return subprocess.Popen([sys.executable, *arguments], env=self.env, start_new_session=True)


def environment(data: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "digitroops.settings",
        "DIGITROOPS_DATA": str(data),
        "DIGITROOPS_LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }


def run(env: dict[str, str], *arguments: str, status: int = 0) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def on_postgres() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def own_database(name: str) -> dict[str, str]:
    """The environment of a fresh database of that name where the tests run on PostgreSQL; nothing on SQLite."""
    return _postgres_database(name) if on_postgres() else {}


def migrated_database(name: str, data: Path) -> dict[str, str]:
    """The same, migrated; on SQLite the file is put in the data folder."""
    if on_postgres():
        return _postgres_database(name, "--template", _migrated_postgres())
    data.mkdir(exist_ok=True)
    shutil.copy(_migrated_file(), data)
    return {}


def _postgres_database(name: str, *options: str) -> dict[str, str]:
    database = settings.DATABASES["default"]
    own = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    address = ["-h", database["HOST"], "-U", database["USER"]]
    subprocess.run(["dropdb", *address, "--if-exists", "--force", own], check=True)
    subprocess.run(["createdb", *address, *options, own], check=True)
    return {"DATABASE_URL": f"postgresql://{database['USER']}@/{own}?host={database['HOST']}"}


@functools.cache
def _migrated_postgres() -> str:
    """The name of a migrated database to make others from: migrating takes seconds, copying does not."""
    with tempfile.TemporaryDirectory() as folder:
        env = environment(Path(folder)) | _postgres_database("migrated")
        run(env, "-m", "digitroops", "migrate", "-v", "0")
    return env["DATABASE_URL"].rpartition("?")[0].rpartition("/")[2]


@functools.cache
def _migrated_file() -> Path:
    """A migrated SQLite file to copy."""
    folder = Path(tempfile.mkdtemp(prefix="migrated-", dir=settings.DATA_DIR))
    close = "PRAGMA wal_checkpoint(TRUNCATE)"
    run(environment(folder), "-m", "digitroops", "migrate", "-v", "0")
    run(environment(folder), "-c", f"import django; django.setup()\nfrom django.db import connection\n"
        f"connection.cursor().execute({close!r})")  # fmt: skip
    return folder / "digitroops.sqlite3"
