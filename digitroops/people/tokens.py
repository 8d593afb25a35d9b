"""Tokens and codes of sign-in links; only hashes reach the database."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from digitroops.people.models import SignInLink, User

CODE_DIGITS = 6


@dataclass(frozen=True)
class Issued:
    """A new link with the secrets that exist only now."""

    link: SignInLink
    url: str
    code: str


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def hash_code(email: str, code: str) -> str:
    """Keyed with the installation's secret: six digits alone could be tried out from their hash."""
    return salted_hmac("digitroops.people.code", f"{email.lower()}:{code}", algorithm="sha256").hexdigest()


def issue(*, user: User, next_path: str, lasts: dt.timedelta, with_code: bool = False) -> Issued:
    """Make a link for the user that opens `next_path` after signing in; `lasts` from now on."""
    token = secrets.token_urlsafe(32)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}" if with_code else ""
    link = SignInLink.objects.create(
        user=user,
        token_hash=hash_token(token),
        code_hash=hash_code(user.email, code) if code else "",
        next_path=next_path[:300],
        expires=timezone.now() + lasts,
    )
    return Issued(link, f"{settings.BASE_URL}{reverse('people:enter', args=[token])}", code)
