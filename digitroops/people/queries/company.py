"""The company itself."""

from digitroops.people.models import Company, User


def company() -> Company | None:
    """The company of this installation, or None before set-up."""
    return Company.objects.first()


def needs_set_up() -> bool:
    """Whether this is a first start: no company, and nobody who could sign in."""
    return company() is None and not User.objects.exists()
