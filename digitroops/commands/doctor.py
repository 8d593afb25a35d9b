"""`digitroops doctor`: look for what is wrong with this installation and say how to mend it."""

import argparse
import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import django
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from digitroops.safety import unsafe_settings

HEARTBEAT = dt.timedelta(minutes=2)
FREE_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True)
class Symptom:
    """One thing looked at: whether it is well, what was seen, and what to do when it is not."""

    name: str
    well: bool
    seen: str
    remedy: str = ""


def run(arguments: Sequence[str]) -> int:
    argparse.ArgumentParser(prog="digitroops doctor", description=__doc__).parse_args(arguments)

    django.setup()
    symptoms = list(examine())
    for symptom in symptoms:
        sys.stdout.write(f"{'ok  ' if symptom.well else 'BAD '} {symptom.name}: {symptom.seen}\n")
        if not symptom.well:
            sys.stdout.write(f"     {symptom.remedy}\n")
    return 0 if all(symptom.well for symptom in symptoms) else 1


def examine() -> Iterator[Symptom]:
    """Look at each part in turn; a part that cannot be looked at is a symptom of its own."""
    for check in (_settings, _database, _migrations, _workers, _tasks, _disk, _files, _clicks, _places):
        yield _guarded(check)


def _guarded(check: Callable[[], Symptom]) -> Symptom:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 -- whatever is wrong is what the doctor reports
        name = check.__name__.strip("_")
        return Symptom(name, well=False, seen=f"{type(error).__name__}: {error}", remedy="Mend this first.")


def _settings() -> Symptom:

    found = unsafe_settings()
    return Symptom("settings", not found, " ".join(found) or "safe", "See docs/deploy.md.")


def _database() -> Symptom:

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Symptom("database", well=True, seen=connection.vendor)


def _migrations() -> Symptom:

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Symptom("migrations", not waiting, f"{len(waiting)} waiting", "Run `digitroops migrate`.")


def _workers() -> Symptom:

    from digitroops.work.models import Heartbeat

    alive = Heartbeat.objects.filter(seen__gt=timezone.now() - HEARTBEAT).count()
    return Symptom("workers", alive > 0, f"{alive} alive", "Start one with `digitroops worker`.")


def _tasks() -> Symptom:
    from django_tasks_db.models import DBTaskResult

    failed = DBTaskResult.objects.failed().count()
    newest = DBTaskResult.objects.failed().order_by("-finished_at").first()
    seen = f"{failed} failed" + (f", the newest: {newest.task_path}" if newest else "")
    return Symptom(
        "tasks", failed == 0, seen, "The cause stands in the worker's log; fix it and enqueue again."
    )


def _disk() -> Symptom:

    free = shutil.disk_usage(settings.DATA_DIR).free
    return Symptom("disk", free > FREE_BYTES, f"{free // 2**20} MB free", "Free some space, at least 500 MB.")


def _files() -> Symptom:

    name = default_storage.save("doctor/probe.txt", ContentFile(b"probe"))
    try:
        with default_storage.open(name) as file:
            same = file.read() == b"probe"
    finally:
        default_storage.delete(name)
    return Symptom("files", same, "written and read", "Check the rights of the folder or bucket for files.")


def _clicks() -> Symptom:
    from digitroops.links.redirect.state import click_trouble

    trouble = click_trouble()
    remedy = "Free disk space where DIGITROOPS_SPOOL lies, and keep a worker or `digitroops clicks load` running there."
    return Symptom("clicks", not trouble, trouble or "all counted", remedy)


def _places() -> Symptom:
    from digitroops.links.places import what_is_wrong

    if not settings.GEOIP_FILES:
        return Symptom(
            "places", well=True, seen="no GeoIP file, so countries and cities of clicks stay unknown"
        )
    wrong = [f"{path}: {why}" for path in settings.GEOIP_FILES if (why := what_is_wrong(path))]
    seen = "; ".join(wrong) or f"{len(settings.GEOIP_FILES)} files read"
    return Symptom("places", not wrong, seen, "Put the file there or take it out of DIGITROOPS_GEOIP.")
