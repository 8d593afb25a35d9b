"""The demo company: fictional, realistic, the same from the same seed, with dates relative to today."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from digitroops.people.models import Company


@dataclass(frozen=True)
class SignIn:
    """Somebody of the demo company one can sign in as."""

    name: str
    email: str
    role: str


SIGN_INS: tuple[SignIn, ...] = ()


@transaction.atomic
def load(*, seed: int, today: dt.date) -> None:
    """Fill an empty database with the demo company."""
    del seed, today
    Company.objects.create(pk=1, name="Nusa Vaksin")
