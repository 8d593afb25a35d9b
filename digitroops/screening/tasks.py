from django.utils import timezone
from django_tasks import task

from digitroops.screening import jobs


@task()
def scan_audit(audit_id: int) -> None:
    jobs.scan_audit(audit_id)


@task()
def scan_waiting() -> None:
    jobs.scan_waiting()


@task()
def forget_expired() -> None:
    jobs.forget_expired(timezone.localdate())
