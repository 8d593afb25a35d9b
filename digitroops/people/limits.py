"""How often one may try: counted in the database, so that it holds over several machines."""

import datetime as dt
import hashlib

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from digitroops.people.models import RateCount

WINDOW = dt.timedelta(minutes=15)
#: What is tried -> (times per e-mail address or click, times per network address) within the window. An office of
#: hundreds of people may stand behind one network address.
LIMITS = {"link": (5, 300), "password": (10, 200), "code": (10, 200), "goal": (30, 600)}


def allow(*, kind: str, email: str, address: str) -> bool:
    """Count one try and say whether it is still within both limits."""
    per_email, per_address = LIMITS[kind]
    return all(
        [
            _count(f"{kind}:email:{email.strip().lower()}") <= per_email,
            _count(f"{kind}:address:{address}") <= per_address,
        ]
    )


def _count(name: str) -> int:
    now = timezone.now()
    window = int(now.timestamp() // WINDOW.total_seconds())
    key = hashlib.sha256(f"{name}:{window}".encode()).hexdigest()
    RateCount.objects.get_or_create(key=key, defaults={"expires": now + WINDOW})
    RateCount.objects.filter(key=key).update(count=F("count") + 1)
    return RateCount.objects.values_list("count", flat=True).get(key=key)


def address_of(request: HttpRequest) -> str:
    """The visitor's network address; behind a proxy, the one the proxy itself has seen."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR") or ""
