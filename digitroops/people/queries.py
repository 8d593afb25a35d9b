"""What one may read of people."""

from digitroops.people.models import Company


def company() -> Company | None:
    """The company of this installation, or None before set-up."""
    return Company.objects.first()
