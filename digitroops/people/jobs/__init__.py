"""Background work of people; every job is safe to run twice."""

from digitroops.people.jobs.imports import apply_import, check_import
from digitroops.people.jobs.signin import forget_expired, send_sign_in

__all__ = ["apply_import", "check_import", "forget_expired", "send_sign_in"]
