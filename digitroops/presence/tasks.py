from django.utils import timezone
from django_tasks import task

from digitroops.presence import connecting, jobs


@task()
def read_archive(archive_id: int) -> None:
    jobs.read_archive(archive_id)


@task()
def forget_uploads() -> None:
    jobs.forget_uploads()


@task()
def read_connection(connection_id: int) -> None:
    connecting.read_connection(connection_id)


@task()
def read_connections() -> None:
    connecting.read_due(timezone.now())
