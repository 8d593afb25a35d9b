"""What insight adds to the pages of people."""

from digitroops.insight import personal
from digitroops.people.panels import register_profile_link


def connect() -> None:
    register_profile_link(personal.profile_link)
