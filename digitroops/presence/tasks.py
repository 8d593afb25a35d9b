from django_tasks import task

from digitroops.presence import jobs


@task()
def read_archive(archive_id: int) -> None:
    jobs.read_archive(archive_id)


@task()
def forget_uploads() -> None:
    jobs.forget_uploads()
