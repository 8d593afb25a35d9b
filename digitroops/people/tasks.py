from django_tasks import task

from digitroops.people import jobs


@task()
def send_sign_in(email: str, next_path: str, language: str) -> None:
    jobs.send_sign_in(email, next_path, language)


@task()
def check_import(import_id: int) -> None:
    jobs.check_import(import_id)


@task()
def apply_import(import_id: int) -> None:
    jobs.apply_import(import_id)


@task()
def forget_expired() -> None:
    jobs.forget_expired()
