"""An installation of its own for tests that need real processes: a data folder and, on PostgreSQL, a database."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings


class Place:
    """Runs commands against its own database and files; `name` tells several places of a test apart."""

    def __init__(self, folder: Path, name: str, *, migrated: bool = True) -> None:
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "digitroops.settings",
            "DIGITROOPS_DATA": str(folder / name),
            "DIGITROOPS_LOG_LEVEL": "ERROR",
            "PYTHONPATH": str(Path(__file__).parents[1]),
            **own_database(f"place_{name}"),
        }
        if migrated:
            self.run("-m", "digitroops", "migrate", "-v", "0")

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run Python with these arguments and return what it printed."""
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start Python with these arguments in the background, in a process group of its own."""
        return subprocess.Popen([sys.executable, *arguments], env=self.env, start_new_session=True)


def own_database(name: str) -> dict[str, str]:
    """The environment of a fresh database of that name where the tests run on PostgreSQL; nothing on SQLite."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("postgresql"):
        return {}
    own = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    address = ["-h", database["HOST"], "-U", database["USER"]]
    subprocess.run(["dropdb", *address, "--if-exists", "--force", own], check=True)
    subprocess.run(["createdb", *address, own], check=True)
    return {"DATABASE_URL": f"postgresql://{database['USER']}@/{own}?host={database['HOST']}"}
