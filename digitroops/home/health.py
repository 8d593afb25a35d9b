"""Whether this process can serve: asked by load balancers and by `/health/ready`."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from digitroops.links.redirect.state import click_trouble
from digitroops.work.models import Heartbeat

SILENT_AFTER = dt.timedelta(minutes=2)


def readiness() -> dict[str, Any]:
    """Each part as `ok` or what is wrong; a missing worker or uncounted clicks are warnings, not reasons to be down."""
    parts = {"database": _guard(_database), "migrations": _guard(_migrations), "files": _guard(_files)}
    ready = all(state == "ok" for state in parts.values())
    status = "ready" if ready else "not ready"
    return {"status": status, **parts, "worker": _guard(_worker), "clicks": _guard(click_trouble) or "ok"}


def _guard(check: Callable[[], str]) -> str:
    try:
        return check()
    except (DatabaseError, OSError) as error:
        return type(error).__name__


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    return "waiting" if executor.migration_plan(executor.loader.graph.leaf_nodes()) else "ok"


def _files() -> str:
    default_storage.exists("health")
    return "ok"


def _worker() -> str:
    alive = Heartbeat.objects.filter(seen__gt=timezone.now() - SILENT_AFTER).exists()
    return "ok" if alive else "silent"
