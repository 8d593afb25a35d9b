"""`digitroops start`: prepare everything that is not ready yet, then serve."""

import argparse
import datetime as dt
import hashlib
import time
from collections.abc import Sequence
from pathlib import Path

from digitroops.commands import messages, serve


def run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="digitroops start", description=__doc__, add_help=False)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    known, rest = parser.parse_known_args(arguments)
    begun = time.monotonic()
    messages.compile_stale()
    import django

    django.setup()
    prepare_database()
    prepare_static()
    _greet(known.host, known.port, time.monotonic() - begun)
    return serve.run([*rest, "--host", known.host, "--port", str(known.port)])


def prepare_database() -> None:
    """Migrate when something is new, and load the demo company once where DIGITROOPS_DEMO asks for it."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        _say("Preparing the database ...")
        call_command("migrate", verbosity=0, interactive=False)
    from digitroops.people.models import Company

    if settings.DEMO and not Company.objects.exists():
        from digitroops.demo import load

        _say("Loading the demo company; this happens once and takes about half a minute ...")
        load(seed=2022, today=dt.datetime.now(dt.UTC).date())


def prepare_static() -> None:
    """Collect the static files when one of them has changed since the last time."""
    from django.conf import settings
    from django.core.management import call_command

    if settings.DEBUG:
        return
    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    wanted = _static_fingerprint()
    if not stamp.exists() or stamp.read_text() != wanted:
        _say("Collecting the static files ...")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(wanted)


def _static_fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(serve.__file__).parent.parent.glob("*/static/**/*")):
        if path.is_file():
            status = path.stat()
            digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _greet(host: str, port: int, seconds: float) -> None:
    from django.conf import settings

    _say(f"Ready in {seconds:.1f} s: http://{host}:{port}")
    if settings.DEMO:
        from digitroops.demo import SIGN_INS

        _say("Demo sign-ins (password for all: digitroops):")
        for sign_in in SIGN_INS:
            _say(f"  {sign_in.email:<42} {sign_in.role}")
        _say(f"E-mails are written to {settings.EMAIL_FILE_PATH}. Stop with Ctrl C.")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 -- a command talks
