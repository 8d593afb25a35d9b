"""Users, roles and their links."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from digitroops.people.models import Role, RoleGrant, SignInLink, User
from digitroops.people.queries.company import company


def language_of(user: User | None) -> str:
    """The language to write to somebody in: their own, else the company's."""
    firm = company()
    return (user.language if user else "") or (firm.language if firm else settings.LANGUAGE_CODE)


def is_last_administrator(user: User) -> bool:
    """Whether nobody else could give out roles."""
    able = User.objects.filter(grants__role=Role.ADMINISTRATOR, is_active=True)
    return able.filter(pk=user.pk).exists() and not able.exclude(pk=user.pk).exists()


def staff() -> QuerySet[User]:
    """Everybody who holds a role, with the roles."""
    return (
        User.objects.filter(pk__in=RoleGrant.objects.values("user"))
        .prefetch_related("grants")
        .select_related("employee__unit")
        .order_by("name")
    )


def pr_team() -> QuerySet[User]:
    """Everybody in the PR role who may still sign in: whom a message to PR goes to."""
    return User.objects.filter(grants__role=Role.PR, is_active=True).distinct()


def open_links_of(email: str) -> QuerySet[SignInLink]:
    """Links of an address that could still be used."""
    return SignInLink.objects.filter(
        user__email=email.strip().lower(), user__is_active=True, used=None, expires__gt=timezone.now()
    )


def demo_sign_ins() -> tuple[Any, ...]:
    """The people of the demo company one may sign in as; none outside the demo."""
    return tuple(import_string("digitroops.demo.SIGN_INS")) if settings.DEMO else ()
