import datetime as dt

from django.conf import settings
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people.models import Employee, RateCount, SignInLink, User
from digitroops.people.queries import company
from digitroops.people.signals import sign_in_link_made
from digitroops.people.tokens import issue

KEEP_LINKS = dt.timedelta(days=30)


def send_sign_in(email: str, next_path: str, language: str) -> bool:
    """E-mail a one-time link and a code to whoever this address belongs to; nobody else hears anything.

    The secrets are made here, in the worker, so that no queue ever holds them; when the e-mail cannot be sent
    the link is thrown away and the worker tries again with a new one.
    """
    user = find_or_create_user(email)
    if user is None:
        return False
    minutes = settings.SIGN_IN_LINK_MINUTES
    issued = issue(user=user, next_path=next_path, lasts=dt.timedelta(minutes=minutes), with_code=True)
    firm = company()
    try:
        sign_in_link_made.send(
            sender=SignInLink,
            user=user,
            url=issued.url,
            code=issued.code,
            minutes=minutes,
            language=user.language or language or (firm.language if firm else "id"),
        )
    except OSError:
        issued.link.delete()
        raise
    return True


def find_or_create_user(email: str) -> User | None:
    """The user of an address; an employee on the HR list gets one at the first sign-in.

    None for strangers and for people who are no longer employed.
    """
    address = email.strip().lower()
    employee = Employee.objects.filter(email=address).select_related("user").first()
    user = User.objects.filter(email=address).first()
    if employee is None:
        return user if user and user.is_active and not _has_left(user) else None
    if employee.status == Employee.Status.INACTIVE:
        return None
    if employee.user is not None:
        return _with_address(employee.user, address)
    if user is None:
        user = User.objects.create_user(address, name=employee.name)
        record(actor=None, act="user.added", subject=user, person=employee)
    if hasattr(user, "employee") or not user.is_active:
        return user if user.is_active else None
    Employee.objects.filter(pk=employee.pk, user=None).update(user=user)
    return user


def _has_left(user: User) -> bool:
    return Employee.objects.filter(user=user, status=Employee.Status.INACTIVE).exists()


def _with_address(user: User, address: str) -> User | None:
    """The employee's user, under the address the HR list has now."""
    if not user.is_active:
        return None
    if user.email != address and not User.objects.filter(email=address).exists():
        user.email = address
        user.save(update_fields=["email"])
    return user


def forget_expired() -> None:
    """Throw away counters whose window is over and links that were of no use for a month."""
    now = timezone.now()
    RateCount.objects.filter(expires__lt=now).delete()
    SignInLink.objects.filter(expires__lt=now - KEEP_LINKS).delete()
