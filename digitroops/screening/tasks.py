from django.utils import timezone
from django_tasks import task

from digitroops.screening import closing, jobs, learning, undecided


@task()
def scan_audit(audit_id: int) -> None:
    jobs.scan_audit(audit_id)


@task()
def scan_waiting() -> None:
    jobs.scan_waiting()


@task()
def settle_audit(audit_id: int) -> None:
    closing.settle(audit_id)


@task()
def settle_due() -> None:
    jobs.settle_due()


@task()
def remind_due() -> None:
    jobs.remind_due(timezone.now())
    jobs.remind_watched(timezone.now())


@task()
def forget_expired() -> None:
    jobs.forget_expired(timezone.localdate())
    jobs.end_abandoned(timezone.now())
    undecided.end_undecided(timezone.now())
    undecided.warn_undecided(timezone.now())
    jobs.forget_posts(timezone.now())


@task()
def train_weights(weights_id: int) -> None:
    learning.train_weights(weights_id)
