from django_tasks import task

from digitroops.notify import jobs


@task()
def mail_message(message_id: int) -> None:
    jobs.mail_message(message_id)
