from django.utils import timezone
from django_tasks import task

from digitroops.links import jobs, rejudging


@task()
def forget_keys() -> None:
    today = timezone.localdate()
    jobs.forget_keys(today)
    jobs.forget_visitors(today)
    jobs.forget_changes(timezone.now())
    jobs.forget_minutes(timezone.now())


@task()
def forget_clicks() -> None:
    today = timezone.localdate()
    jobs.make_months_ahead(today)
    jobs.forget_clicks(today)


@task()
def find_bursts() -> None:
    rejudging.find_bursts(timezone.now())
