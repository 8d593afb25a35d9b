from django_tasks import task

from digitroops.recruitment import jobs


@task()
def send_invitations(call_id: int) -> None:
    jobs.send_invitations(call_id)


@task()
def send_reminders(call_id: int, day: str) -> None:
    jobs.send_reminders(call_id, day)


@task()
def close_past_calls() -> None:
    jobs.close_past_calls()


@task()
def evaluate_programme(programme_id: int) -> None:
    jobs.evaluate_programme(programme_id)
