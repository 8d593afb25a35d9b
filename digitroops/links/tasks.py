from django.utils import timezone
from django_tasks import task

from digitroops.links import jobs


@task()
def forget_keys() -> None:
    today = timezone.localdate()
    jobs.forget_keys(today)
    jobs.forget_visitors(today)
    jobs.forget_changes(timezone.now())


@task()
def forget_clicks() -> None:
    today = timezone.localdate()
    jobs.make_months_ahead(today)
    jobs.forget_clicks(today)
