from django.utils import timezone
from django_tasks import task

from digitroops.links import jobs


@task()
def forget_keys() -> None:
    jobs.forget_keys(timezone.localdate())
