from django.utils import timezone
from django_tasks import task

from digitroops.sharing import jobs


@task()
def remind_due() -> None:
    jobs.remind_due(timezone.now())
