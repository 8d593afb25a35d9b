"""What `digitroops start` and `serve` make ready: the database, the demo company, the static files."""

import datetime as dt
import hashlib
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def database() -> None:
    """Migrate when something is new, and load the demo company once where DIGITROOPS_DEMO asks for it."""
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database ...")
        call_command("migrate", verbosity=0, interactive=False)
    from digitroops.people.models import Company

    if settings.DEMO and not Company.objects.exists():
        from digitroops.demo import load

        say("Loading the demo company; this happens once and takes less than half a minute ...")
        load(seed=2022, today=dt.datetime.now(ZoneInfo("Asia/Jakarta")).date())


def static_files() -> None:
    """Collect the static files when one of them has changed since the last time."""
    if settings.DEBUG:
        return
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    wanted = _static_fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        say("Collecting the static files ...")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(wanted)


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.glob("*/static/**/*")):
        if path.is_file():
            status = path.stat()
            digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 -- a command talks
