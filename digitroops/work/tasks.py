from django_tasks import task

from digitroops.work import jobs


@task()
def forget_old_results() -> None:
    jobs.forget_old_results()
