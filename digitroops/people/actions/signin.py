from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from digitroops.audit.actions import record
from digitroops.people import tasks
from digitroops.people.models import SignInLink, User
from digitroops.people.queries import open_links_of
from digitroops.people.tokens import hash_code, hash_token

CODE_TRIES = 5


@transaction.atomic
def ask_for_sign_in(*, email: str, next_path: str, language: str) -> None:
    """Have a link and a code sent to an address. Whether it is known shows neither here nor in the time taken."""
    transaction.on_commit(partial(tasks.send_sign_in.enqueue, email.strip().lower(), next_path, language))


@transaction.atomic
def use_link(*, token: str) -> SignInLink | None:
    """Use a link up and return it; None when it is unknown, expired, used, or its user may not sign in."""
    now = timezone.now()
    used = SignInLink.objects.filter(
        token_hash=hash_token(token), used=None, expires__gt=now, user__is_active=True
    ).update(used=now)
    if not used:
        return None
    link = SignInLink.objects.select_related("user").get(token_hash=hash_token(token))
    _record_sign_in(link.user, "link")
    return link


@transaction.atomic
def use_code(*, email: str, code: str) -> SignInLink | None:
    """Use up the link that this code was sent with; a link bears five wrong codes."""
    links = open_links_of(email).exclude(code_hash="").filter(code_tries__lt=CODE_TRIES)
    found = links.filter(code_hash=hash_code(email, code)).first()
    if found is None:
        links.update(code_tries=F("code_tries") + 1)
        return None
    if not SignInLink.objects.filter(pk=found.pk, used=None).update(used=timezone.now()):
        return None
    _record_sign_in(found.user, "code")
    return found


@transaction.atomic
def record_password_sign_in(*, user: User) -> None:
    """Keep in the record that somebody signed in with their password."""
    _record_sign_in(user, "password")


def _record_sign_in(user: User, way: str) -> None:
    record(actor=user, act="user.signed_in", subject=user, after={"way": way})
