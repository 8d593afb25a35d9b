"""An installation of its own for tests that need real processes: a data folder and, on PostgreSQL, a database."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection

PACKAGE = Path(__file__).parents[1] / "digitroops"


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

    def outlast_leases(self) -> int:
        """Give the tasks of dead workers back as minutes would; how many there were."""
        return int(self.run("-c", OUTLAST))


OUTLAST = """
import datetime as dt, django; django.setup()
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from digitroops.work import leases
from digitroops.work.models import Lease
past = timezone.now() - dt.timedelta(minutes=5)
Lease.objects.update(expires=past); DBTaskResult.objects.filter(status="RUNNING").update(started_at=past)
print(leases.reap(now=timezone.now()))
"""


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
    """The same, migrated: a copy, because migrating takes seconds and copying does not."""
    return _copy(_made_once("migrated", ["migrate", "-v", "0"]), name, data)


def demo_database(name: str, data: Path) -> dict[str, str]:
    """The same with today's demo company in it, and the company's files in the data folder."""
    return _copy(_made_once("demo", ["demo"]), name, data)


def migrated_template() -> str:
    """The name of a migrated PostgreSQL database to make others from."""
    return (_made_once("migrated", ["migrate", "-v", "0"]) / DATABASE).read_text()


DATABASE = "database-name"


def _made_once(name: str, command: list[str]) -> Path:
    """A data folder that `digitroops COMMAND` has filled: the first process of a run makes it, the others wait."""
    place = settings.DATA_DIR / "made" / f"{connection.vendor}-{_age_of_code()}"
    place.mkdir(parents=True, exist_ok=True)
    with (place / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = place / name
        if not (place / f"{name}.done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            database = f"made_{name}"
            base = own_database(database) if name == "migrated" else migrated_database(database, folder)
            env = environment(folder) | base
            run(env, "-m", "digitroops", *command)
            if on_postgres():
                (folder / DATABASE).write_text(env["DATABASE_URL"].rpartition("?")[0].rpartition("/")[2])
            else:
                run(env, "-c", CLOSE)
            (place / f"{name}.done").touch()
    return folder


CLOSE = """import django; django.setup()
from django.db import connection
connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
"""


def _age_of_code() -> int:
    """What was made by older code is made again."""
    return max(path.stat().st_mtime_ns for path in PACKAGE.rglob("*.py"))


def _copy(made: Path, name: str, data: Path) -> dict[str, str]:
    shutil.copytree(made, data, dirs_exist_ok=True)
    if on_postgres():
        return _postgres_database(name, "--template", (made / DATABASE).read_text())
    return {}


def _postgres_database(name: str, *options: str) -> dict[str, str]:
    database = settings.DATABASES["default"]
    own = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    address = ["-h", database["HOST"], "-U", database["USER"]]
    subprocess.run(["dropdb", *address, "--if-exists", "--force", own], check=True)
    subprocess.run(["createdb", *address, *options, own], check=True)
    return {"DATABASE_URL": f"postgresql://{database['USER']}@/{own}?host={database['HOST']}"}
