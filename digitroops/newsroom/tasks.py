from django.utils import timezone
from django_tasks import task

from digitroops.newsroom import jobs


@task()
def advance_stories() -> None:
    jobs.advance_stories(timezone.now())
